#include "engine/aligner/occlusion_edges.h"

#include <QTest>
#include <algorithm>
#include <cmath>

namespace heser {
namespace {

constexpr int kSize = 160;
constexpr double kFaceSize = 250;

/// White in front of black, along a line that is three times as long as it is high.
struct Scene {
  ColorImage color = ColorImage(kSize, kSize, cv::Vec3f(0, 0, 0));
  ScalarImage depth = ScalarImage(kSize, kSize, 60.0F);
  Mask hit = Mask(kSize, kSize, std::uint8_t{255});
};

double EdgeRow(int x) { return 50 + x / 3.0; }

Scene SlantedEdge(float front_depth) {
  Scene scene;
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      if (y >= EdgeRow(x)) continue;
      scene.color(y, x) = cv::Vec3f(1, 1, 1);
      scene.depth(y, x) = front_depth;
    }
  }
  return scene;
}

class OcclusionEdgesTest : public QObject {
  Q_OBJECT

 private slots:
  void DrawsAnEdgeWithoutStairs() {
    const Scene scene = SlantedEdge(0);
    const ColorImage soft = SoftenOcclusions(scene.color, scene.depth, scene.hit, kFaceSize);
    double least_step = 1;
    double largest_step = 0;
    for (int x = 10; x + 10 < kSize; ++x) {
      double covered = 0;
      double steepest = 0;
      for (int y = 0; y < kSize; ++y) {
        covered += soft(y, x)[0];
        if (y > 0) steepest = std::max(steepest, std::abs(soft(y, x)[0] - soft(y - 1, x)[0] + 0.0));
      }
      QVERIFY2(steepest < 0.7, qPrintable(QString("column %1: %2").arg(x).arg(steepest)));
      QVERIFY(std::abs(covered - EdgeRow(x) - 0.5) < 0.5);
      if (x == 10) continue;
      double before = 0;
      for (int y = 0; y < kSize; ++y) before += soft(y, x - 1)[0];
      least_step = std::min(least_step, covered - before);
      largest_step = std::max(largest_step, covered - before);
    }
    // Stairs would stand still for two columns and go by one in the third.
    QVERIFY2(least_step > 0.1 && largest_step < 0.6,
             qPrintable(QString("%1 to %2").arg(least_step).arg(largest_step)));
  }

  void LeavesTheRestAlone() {
    const Scene scene = SlantedEdge(0);
    const ColorImage soft = SoftenOcclusions(scene.color, scene.depth, scene.hit, kFaceSize);
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) {
        if (std::abs(y - EdgeRow(x)) > 6) QCOMPARE(soft(y, x)[0], scene.color(y, x)[0]);
      }
    }
  }

  void LeavesMarkingsOnOneSurfaceAlone() {
    const Scene scene = SlantedEdge(59);
    const ColorImage soft = SoftenOcclusions(scene.color, scene.depth, scene.hit, kFaceSize);
    QCOMPARE(cv::norm(soft, scene.color, cv::NORM_INF), 0.0);
  }

  /// A strip seen from its edge lies between the two: what it shows is stretched.
  void CutsThroughWhatLiesBetween() {
    Scene scene = SlantedEdge(0);
    for (int x = 0; x < kSize; ++x) {
      for (int i = 0; i < 3; ++i) {
        const int y = static_cast<int>(EdgeRow(x)) + 1 + i;
        scene.depth(y, x) = 15.0F * static_cast<float>(i + 1);
        scene.color(y, x) = cv::Vec3f(0.5F, 0.5F, 0.5F);
      }
    }
    const ColorImage soft = SoftenOcclusions(scene.color, scene.depth, scene.hit, kFaceSize);
    for (int x = 10; x + 10 < kSize; ++x) {
      double covered = 0;
      for (int y = 0; y < kSize; ++y) covered += soft(y, x)[0];
      QVERIFY(std::abs(covered - EdgeRow(x) - 2) < 1);
    }
  }

  void TakesNothingFromOutsideOfTheHead() {
    Scene scene = SlantedEdge(0);
    for (int y = 0; y < kSize; ++y) {
      for (int x = 80; x < kSize; ++x) {
        scene.hit(y, x) = 0;
        scene.color(y, x) = cv::Vec3f(0, 0, 9);
      }
    }
    const ColorImage soft = SoftenOcclusions(scene.color, scene.depth, scene.hit, kFaceSize);
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < 80; ++x) QVERIFY(soft(y, x)[2] <= 1.001F);
      for (int x = 80; x < kSize; ++x) QCOMPARE(soft(y, x)[2], 9.0F);
    }
  }
};

}  // namespace
}  // namespace heser

QTEST_APPLESS_MAIN(heser::OcclusionEdgesTest)
#include "occlusion_edges_test.moc"
