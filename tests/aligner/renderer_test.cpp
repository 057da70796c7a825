#include "engine/aligner/renderer.h"

#include <array>
#include <vector>

#include <QtTest/QtTest>

using namespace heser;

namespace {

using Triangles = std::vector<std::array<int, 3>>;
using Vertices = std::vector<cv::Vec3f>;

const cv::Rect kWindow(0, 0, 40, 300);

Vertices Square(float left, float top, float side, float z) {
  return {
      {left, top, z}, {left + side, top, z}, {left, top + side, z}, {left + side, top + side, z}};
}

Raster Draw(const Vertices& vertices, const Triangles& triangles,
            Culling culling = Culling::kBackFaces, const cv::Rect& window = kWindow) {
  return Rasterize(vertices, triangles, window, culling, {});
}

}  // namespace

class RendererTest : public QObject {
  Q_OBJECT
 private slots:
  void ATriangleCoversTheCentresInsideAndNoOthers() {
    const Raster raster = Draw({{2, 2, 5}, {12, 2, 5}, {2, 12, 5}}, {{0, 1, 2}});
    for (int y = 0; y < 20; ++y) {
      for (int x = 0; x < 20; ++x) {
        const bool inside = x >= 2 && y >= 2 && x + y <= 14;
        QCOMPARE(raster.triangle(y, x), inside ? 0 : -1);
        QCOMPARE(raster.depth(y, x), inside ? 5.0f : Raster::kNoDepth);
      }
    }
  }

  void DepthAndValuesAreInterpolated() {
    const Vertices vertices = {{0, 0, 0}, {20, 0, 20}, {0, 20, 40}};
    const std::vector<cv::Vec2f> values = {{0, 0}, {20, 0}, {0, 20}};
    const Triangles triangles = {{0, 1, 2}};
    const Raster raster = Draw(vertices, triangles);
    QVERIFY(std::abs(raster.depth(4, 7) - (7 + 2 * 4)) < 1e-3f);
    const cv::Vec2f value = Interpolate<cv::Vec2f>(triangles[0], raster.weights(4, 7), values);
    QVERIFY(cv::norm(value - cv::Vec2f(7, 4)) < 1e-3);
  }

  void TheNearerSurfaceWinsInEitherOrder() {
    Vertices vertices = Square(5, 5, 10, 3);
    const Vertices far = Square(8, 8, 10, 9);
    vertices.insert(vertices.end(), far.begin(), far.end());
    const Triangles near_first = {{0, 1, 2}, {1, 3, 2}, {4, 5, 6}, {5, 7, 6}};
    const Triangles far_first = {{4, 5, 6}, {5, 7, 6}, {0, 1, 2}, {1, 3, 2}};
    for (const Triangles& triangles : {near_first, far_first}) {
      const Raster raster = Draw(vertices, triangles);
      QCOMPARE(raster.depth(10, 10), 3.0f);
      QCOMPARE(raster.depth(17, 17), 9.0f);
    }
  }

  void NoSlitOpensBetweenNeighbours() {
    const Raster raster = Draw(Square(3.3f, 4.7f, 17.9f, 1), {{0, 1, 2}, {1, 3, 2}});
    for (int y = 5; y <= 22; ++y) {
      for (int x = 4; x <= 21; ++x) QVERIFY(raster.triangle(y, x) >= 0);
    }
  }

  void TrianglesThatFaceAwayAreLeftOutOnRequest() {
    const Vertices vertices = Square(5, 5, 10, 3);
    const Triangles away = {{0, 2, 1}};
    QCOMPARE(Draw(vertices, away).triangle(7, 7), -1);
    QCOMPARE(Draw(vertices, away, Culling::kNone).triangle(7, 7), 0);
  }

  void TheWindowShowsItsPartOfThePicture() {
    const Vertices vertices = {{0, 0, 1}, {600, 0, 1}, {0, 600, 601}};
    const Raster whole = Draw(vertices, {{0, 1, 2}});
    const cv::Rect part(11, 150, 7, 130);
    const Raster window = Draw(vertices, {{0, 1, 2}}, Culling::kBackFaces, part);
    QVERIFY(cv::norm(whole.depth(part), window.depth, cv::NORM_INF) < 1e-2);
    QCOMPARE(window.depth.size(), part.size());
  }

  void DegenerateTrianglesDrawNothing() {
    const Raster raster = Draw({{2, 2, 0}, {8, 8, 0}, {5, 5, 0}}, {{0, 1, 2}}, Culling::kNone);
    QCOMPARE(cv::countNonZero(raster.triangle >= 0), 0);
  }
};

QTEST_GUILESS_MAIN(RendererTest)
#include "renderer_test.moc"
