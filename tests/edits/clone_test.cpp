#include <QtTest>
#include <algorithm>

#include "engine/core/error.h"
#include "engine/edits/brush.h"
#include "engine/edits/clone_edits.h"

namespace heser {
namespace {

constexpr int kWidth = 200;
constexpr int kHeight = 150;
const cv::Rect kWindow(40, 30, 100, 80);
// Painted values are kept in steps of 2 / 65535.
constexpr float kStep = 2.f / 65535;

/// Every pixel another colour.
Photo MakeTarget() {
  cv::Mat3b samples(kHeight, kWidth);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      samples(y, x) = cv::Vec3b(static_cast<uchar>(x), static_cast<uchar>(y), 90);
    }
  }
  return Photo(samples);
}

/// The target's head, and a blend that fills a box of it.
struct Scene {
  Photo photo = MakeTarget();
  HeadView view;
  BlendResult blend;

  Scene() {
    view.window = kWindow;
    view.scale = 1;
    view.color = photo.WorkingPixels(kWindow);
    view.labels = LabelMap(kWindow.size(), std::uint8_t{0});
    view.matte = AlphaMap(kWindow.size(), 0.f);
    blend.color = view.color.clone();
    blend.background_fill = view.color.clone();
    blend.blend_region = AlphaMap(kWindow.size(), 0.f);
    blend.head_alpha = AlphaMap(kWindow.size(), 0.f);
    blend.removed = Mask(kWindow.size(), std::uint8_t{0});
    const cv::Rect filled(20, 20, 40, 40);
    blend.background_fill(filled).setTo(cv::Scalar(0.5, 0.25, 0.75));
    blend.color(filled).setTo(cv::Scalar(0.5, 0.25, 0.75));
    blend.blend_region(filled).setTo(1);
    blend.removed(filled).setTo(255);
  }
  CloneSource source() const { return {photo, view, blend.background_fill}; }
  cv::Vec3f ColorAt(int x, int y) const { return photo.WorkingPixels({x, y, 1, 1})(0, 0); }
};

TileMap Dab(cv::Point2d place, double radius) {
  return BrushStroke({radius, 1, 1}, {0, 0, kWidth, kHeight}, place).coverage();
}

bool IsNear(const cv::Vec3f& a, const cv::Vec3f& b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])}) <= kStep;
}

}  // namespace

/// The clone brush on the background fill.
class CloneTest : public QObject {
  Q_OBJECT

 private slots:
  void PaintedColoursAreKeptFinerThanPhotosAre() {
    for (const cv::Vec3f& color : {cv::Vec3f(0, 0.3f, 1), cv::Vec3f(-0.4f, 1.4f, 0.5f)}) {
      QVERIFY(IsNear(DecodedColor(EncodedColor(color, 1)), color));
    }
    QVERIFY(std::abs(CoverageOf(EncodedColor({}, 0.3f)) - 0.3f) <= kStep);
    QVERIFY(EncodedColor({0.2f, 0.2f, 0.2f}, 0) == PaintedColor{});
  }

  void PixelsAreCopiedFromAnOffset() {
    const Scene scene;
    const ColorTileMap cloned = Cloned(scene.source(), {}, Dab({80, 70}, 8), 1, {30, -10});
    for (const cv::Point at : {cv::Point(80, 70), cv::Point(75, 73)}) {
      QVERIFY(IsNear(DecodedColor(cloned.At(at.x, at.y)), scene.ColorAt(at.x + 30, at.y - 10)));
      QCOMPARE(CoverageOf(cloned.At(at.x, at.y)), 1.f);
    }
    QCOMPARE(int(cloned.At(95, 70).coverage()), 0);
  }

  void TheFillIsCopiedWhereThereIsOneAndThePhotoBeyondTheView() {
    const Scene scene;
    const ColorTileMap of_fill = Cloned(scene.source(), {}, Dab({120, 70}, 5), 1, {-40, 0});
    QVERIFY(IsNear(DecodedColor(of_fill.At(120, 70)), {0.5f, 0.25f, 0.75f}));
    const ColorTileMap of_photo = Cloned(scene.source(), {}, Dab({120, 70}, 5), 1, {70, 0});
    QVERIFY(IsNear(DecodedColor(of_photo.At(120, 70)), scene.ColorAt(190, 70)));
  }

  void WhatWasPaintedIsCopiedOn() {
    const Scene scene;
    const ColorTileMap first = Cloned(scene.source(), {}, Dab({80, 70}, 6), 1, {30, 0});
    const ColorTileMap second = Cloned(scene.source(), first, Dab({80, 90}, 6), 1, {0, -20});
    QVERIFY(IsNear(DecodedColor(second.At(80, 90)), scene.ColorAt(110, 70)));
    QVERIFY(second.At(80, 70) == first.At(80, 70));
  }

  void NothingIsPaintedBeyondTheViewOrCopiedFromBeyondThePhoto() {
    const Scene scene;
    QVERIFY(Cloned(scene.source(), {}, Dab({10, 10}, 6), 1, {50, 50}).empty());
    QVERIFY(Cloned(scene.source(), {}, Dab({120, 70}, 6), 1, {100, 0}).empty());
    const ColorTileMap half = Cloned(scene.source(), {}, Dab({120, 70}, 6), 1, {80, 0});
    QVERIFY(half.At(118, 70).coverage() != 0);
    QVERIFY(half.At(121, 70).coverage() == 0);
  }

  void ThinStrokesAddUpAndAreTakenBack() {
    const Scene scene;
    const TileMap dab = Dab({80, 70}, 6);
    const ColorTileMap once = Cloned(scene.source(), {}, dab, 0.5, {30, 0});
    QVERIFY(std::abs(CoverageOf(once.At(80, 70)) - 0.5f) < 0.001f);
    QVERIFY(IsNear(DecodedColor(once.At(80, 70)), scene.ColorAt(110, 70)));
    const ColorTileMap twice = Cloned(scene.source(), once, dab, 0.5, {30, 0});
    QVERIFY(std::abs(CoverageOf(twice.At(80, 70)) - 0.75f) < 0.001f);
    QVERIFY(std::abs(CoverageOf(Unpainted(twice, dab, 0.5).At(80, 70)) - 0.375f) < 0.001f);
    QVERIFY(Unpainted(twice, dab, 1).At(80, 70) == PaintedColor{});
  }

  void PaintedColoursShowBehindTheHeadAndAreFilled() {
    Scene scene;
    scene.blend.head_alpha(cv::Rect(40, 20, 20, 40)).setTo(1);
    scene.blend.color(cv::Rect(40, 20, 20, 40)).setTo(cv::Scalar(1, 0, 0));
    ColorTileMap edits;
    const cv::Vec3f painted(0.1f, 0.9f, 0.2f);
    for (const cv::Point at : {cv::Point(25, 25), cv::Point(50, 25), cv::Point(5, 5)}) {
      const cv::Point photo = at + kWindow.tl();
      const TileMap::Place place = TileMap::PlaceOf(photo.x, photo.y);
      const int side = TileMap::kTileSide;
      edits.Writable(place)[static_cast<std::size_t>((photo.y - place.second * side) * side +
                                                     photo.x - place.first * side)] =
          EncodedColor(painted, 1);
    }
    const BlendResult edited = WithCloneEdits(scene.view, scene.blend, edits);
    QVERIFY(IsNear(edited.color(25, 25), painted));
    QVERIFY(IsNear(edited.color(25, 50), {1, 0, 0}));  // The head covers it.
    QVERIFY(IsNear(edited.background_fill(25, 50), painted));
    QVERIFY(IsNear(edited.color(5, 5), painted));  // The target was shown here.
    QCOMPARE(edited.blend_region(5, 5), 1.f);
    QCOMPARE(int(edited.removed(5, 5)), 255);
    QCOMPARE(edited.color(6, 5), scene.blend.color(6, 5));
    QCOMPARE(edited.blend_region(6, 5), 0.f);
    QCOMPARE(scene.blend.color(5, 5), scene.view.color(5, 5));  // What was given stays.
  }

  void ColoursComeBackFromTheirBytes() {
    const Scene scene;
    const ColorTileMap cloned = Cloned(scene.source(), {}, Dab({80, 70}, 8), 0.7, {30, -10});
    const std::string bytes = BytesOfTiles(cloned);
    const cv::Rect photo(0, 0, kWidth, kHeight);
    QVERIFY(bytes.size() <= LargestTileBytes<PaintedColor>(photo.size()));
    QVERIFY(TilesFromBytes<PaintedColor>(bytes, photo, "f", "p") == cloned);
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<PaintedColor>(bytes + "x", photo, "f", "p"), Error);
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<std::uint8_t>(bytes, photo, "f", "p"), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::CloneTest)
#include "clone_test.moc"
