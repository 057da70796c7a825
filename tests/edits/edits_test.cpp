#include <QtTest>
#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/core/error.h"
#include "engine/edits/brush.h"
#include "engine/edits/hand_edits.h"

namespace heser {
namespace {

const cv::Rect kPhoto(0, 0, 400, 300);

std::uint8_t Set(std::uint8_t, std::uint8_t covered) { return covered >= 128 ? 9 : 0; }

TileMap Stroke(const Brush& brush, cv::Point2d from, cv::Point2d to) {
  BrushStroke stroke(brush, kPhoto, from);
  stroke.LineTo(to);
  return stroke.coverage();
}

int CountCovered(const TileMap& map, int least) {
  int count = 0;
  for (const auto& [place, tile] : map.tiles()) {
    for (std::uint8_t value : *tile) count += value >= least ? 1 : 0;
  }
  return count;
}

/// A view of a part of a photo at half size.
HeadView HalfSizeView() {
  HeadView view;
  view.window = cv::Rect(20, 10, 200, 160);
  view.scale = 0.5;
  view.color = ColorImage(80, 100, cv::Vec3f(0.2f, 0.4f, 0.6f));
  view.labels = LabelMap(80, 100, std::uint8_t{0});
  view.matte = AlphaMap(80, 100, 0.f);
  return view;
}

/// A map with one byte over a box of the photo.
TileMap Filled(const cv::Rect& box, std::uint8_t byte) {
  TileMap map;
  constexpr int side = TileMap::kTileSide;
  for (int y = box.y; y < box.br().y; ++y) {
    for (int x = box.x; x < box.br().x; ++x) {
      const TileMap::Place place = TileMap::PlaceOf(x, y);
      const int index = (y - place.second * side) * side + x - place.first * side;
      map.Writable(place)[static_cast<std::size_t>(index)] = byte;
    }
  }
  return map;
}

/// A target without head, and a blend that left it alone.
struct Untouched {
  HeadView view = HalfSizeView();
  BlendResult blend;
  AlignedHead head;
  ColorReference colors;

  Untouched() {
    const cv::Size size = view.color.size();
    blend.color = view.color.clone();
    blend.blend_region = AlphaMap(size, 0.f);
    blend.head_alpha = AlphaMap(size, 0.f);
    blend.background_fill = view.color.clone();
    blend.removed = Mask(size, std::uint8_t{0});
    head.alpha = AlphaMap(size, 0.f);
    colors.color = ColorImage(size, cv::Vec3f(0.9f, 0.1f, 0.1f));
  }
};

}  // namespace

class EditsTest : public QObject {
  Q_OBJECT

 private slots:
  void CopiesShareWhatTheyHaveInCommon() {
    TileMap first;
    first.Writable({0, 0})[5] = 1;
    first.Writable({1, 0})[5] = 2;
    TileMap second = first;
    second.Writable({1, 0})[5] = 3;
    QCOMPARE(first.Find({0, 0}), second.Find({0, 0}));
    QVERIFY(first.Find({1, 0}) != second.Find({1, 0}));
    QCOMPARE(int(first.At(64 + 5, 0)), 2);
    QCOMPARE(int(second.At(64 + 5, 0)), 3);
    QCOMPARE(int(first.At(-1, -1)), 0);
    QCOMPARE(TileMap::PlaceOf(-1, 64), TileMap::Place(-1, 1));
  }

  void TilesComeBackFromTheirBytes() {
    TileMap map = Filled({60, 120, 150, 9}, 77);
    const std::string bytes = BytesOfTiles(map);
    QVERIFY(bytes.size() <= LargestTileBytes<std::uint8_t>(kPhoto.size()));
    QVERIFY(TilesFromBytes<std::uint8_t>(bytes, kPhoto, "f", "p") == map);
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<std::uint8_t>(bytes.substr(1), kPhoto, "f", "p"),
                             Error);
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<std::uint8_t>(bytes + "x", kPhoto, "f", "p"), Error);
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<std::uint8_t>(bytes, {0, 0, 100, 100}, "f", "p"),
                             Error);
    map.Writable({-1, 0})[0] = 1;
    QVERIFY_EXCEPTION_THROWN(TilesFromBytes<std::uint8_t>(BytesOfTiles(map), kPhoto, "f", "p"),
                             Error);
  }

  void ADabIsADisc() {
    const TileMap dab = Stroke({20, 1, 1}, {100, 100}, {100, 100});
    QCOMPARE(int(dab.At(100, 100)), 255);
    QCOMPARE(int(dab.At(119, 100)), 255);
    QCOMPARE(int(dab.At(122, 100)), 0);
    // The area of a disc of radius 20.
    QVERIFY(std::abs(CountCovered(dab, 128) - 1257) < 30);
  }

  void ALargeBrushCoversWhateverIsNearItsLine() {
    constexpr double radius = 130;
    BrushStroke stroke({radius, 0.9, 1}, kPhoto, {150, 140});
    stroke.LineTo({260, 150});
    stroke.LineTo({150, 140});
    const cv::Point2d along(110, 10);
    for (int y = 0; y < kPhoto.height; ++y) {
      for (int x = 0; x < kPhoto.width; ++x) {
        const cv::Point2d away = cv::Point2d(x, y) - cv::Point2d(150, 140);
        const double share = std::clamp(away.dot(along) / along.dot(along), 0.0, 1.0);
        const double distance = cv::norm(away - along * share);
        const int covered = stroke.coverage().At(x, y);
        if (distance < radius * 0.9) QCOMPARE(covered, 255);
        if (distance > radius + 1) QCOMPARE(covered, 0);
        if (std::abs(distance - radius * 0.95) < 0.5) QVERIFY(std::abs(covered - 140) < 40);
      }
    }
  }

  void APensPressureSizesTheBrush() {
    BrushStroke stroke({.radius = 20, .pressure_sizes = true}, kPhoto, {50, 100}, 1);
    stroke.LineTo({250, 100}, 0.2);
    const TileMap& coverage = stroke.coverage();
    QCOMPARE(int(coverage.At(50, 118)), 255);
    QCOMPARE(int(coverage.At(150, 110)), 255);  // Half way the radius is 12.
    QCOMPARE(int(coverage.At(150, 115)), 0);
    QCOMPARE(int(coverage.At(250, 103)), 255);
    QCOMPARE(int(coverage.At(250, 106)), 0);
  }

  void APensPressureFadesTheBrush() {
    BrushStroke stroke({.radius = 20, .pressure_fades = true}, kPhoto, {50, 100}, 0.5);
    stroke.LineTo({250, 100}, 0);
    QCOMPARE(int(stroke.coverage().At(50, 100)), 128);
    QVERIFY(std::abs(stroke.coverage().At(150, 100) - 64) <= 1);
    QCOMPARE(int(stroke.coverage().At(265, 100)), 0);
  }

  void ASoftBrushFadesOut() {
    const TileMap dab = Stroke({40, 0, 1}, {100, 100}, {100, 100});
    QVERIFY(dab.At(100, 100) > 250);
    QVERIFY(dab.At(120, 100) > 100 && dab.At(120, 100) < 160);
    QVERIFY(dab.At(138, 100) < 10);
  }

  void AStrokeThatCrossesItselfCoversNoMoreThanOnce() {
    BrushStroke stroke({10, 0.2, 1}, kPhoto, {50, 50});
    stroke.LineTo({150, 50});
    const TileMap once = stroke.coverage();
    stroke.LineTo({50, 50});
    QVERIFY(stroke.coverage() == once);
  }

  void NothingIsCoveredBeyondThePhoto() {
    const TileMap stroke = Stroke({30, 1, 1}, {-10, 290}, {420, 310});
    QVERIFY(!stroke.empty());
    constexpr int side = TileMap::kTileSide;
    for (const auto& [place, tile] : stroke.tiles()) {
      for (int i = 0; i < side * side; ++i) {
        const cv::Point at(place.first * side + i % side, place.second * side + i / side);
        QVERIFY((*tile)[static_cast<std::size_t>(i)] == 0 || kPhoto.contains(at));
      }
    }
  }

  void ALassoSelectsItsInside() {
    const TileMap inside = CoverageOfPolygon({{10, 10}, {110, 10}, {110, 90}, {10, 90}}, kPhoto);
    QCOMPARE(int(inside.At(60, 50)), 255);
    QCOMPARE(int(inside.At(120, 50)), 0);
    QVERIFY(CoverageOfPolygon({{10, 10}, {20, 20}}, kPhoto).empty());
  }

  void PaintingKeepsTheTilesThatItDoesNotTouch() {
    const TileMap before = Filled({0, 0, 400, 300}, 4);
    const TileMap after = Painted(before, Stroke({5, 1, 1}, {10, 10}, {50, 10}), &Set);
    int fresh = 0;
    for (const auto& [place, tile] : after.tiles()) fresh += tile.get() != before.Find(place);
    QCOMPARE(fresh, 1);
    QCOMPARE(int(after.At(30, 10)), 9);
    QCOMPARE(int(after.At(30, 40)), 4);
  }

  void PaintingThatChangesNothingIsTheSameMap() {
    const TileMap coverage = Stroke({5, 1, 1}, {10, 10}, {50, 10});
    const TileMap once = Painted({}, coverage, &Set);
    const TileMap twice = Painted(once, coverage, &Set);
    QVERIFY(once == twice);
    QCOMPARE(once.Find({0, 0}), twice.Find({0, 0}));
    const auto nothing = [](std::uint8_t, std::uint8_t) { return std::uint8_t{0}; };
    QVERIFY(Painted({}, coverage, nothing).empty());
  }

  void PaintedClassesReachTheViewAtItsOwnResolution() {
    HeadView view = HalfSizeView();
    view.matte(cv::Rect(50, 0, 50, 80)).setTo(1.f);
    TileMap edits = Filled({40, 30, 40, 40}, LabelEdit(Label::kHair));
    const TileMap erased = Filled({192, 70, 20, 20}, LabelEdit(Label::kBackground));
    for (const auto& [place, tile] : erased.tiles()) edits.Writable(place) = *tile;
    const HeadView edited = WithLabelEdits(view, edits);
    // Photo (60, 50) is view (20, 20); photo (202, 80) is view (91, 35).
    QCOMPARE(edited.labels(20, 20), static_cast<std::uint8_t>(Label::kHair));
    QCOMPARE(edited.labels(9, 9), std::uint8_t{0});
    QVERIFY(edited.matte(20, 20) > 0.99f);
    QVERIFY(edited.matte(35, 91) < 0.01f);
    QCOMPARE(edited.matte(70, 70), 1.f);
    QCOMPARE(cv::countNonZero(edited.labels), 20 * 20);
    QCOMPARE(cv::countNonZero(view.labels), 0);
  }

  void PaintedMattesReachTheViewAndItsClasses() {
    HeadView view = HalfSizeView();
    view.labels(cv::Rect(0, 0, 50, 80)) = static_cast<std::uint8_t>(Label::kHair);
    view.matte(cv::Rect(0, 0, 50, 80)) = 0.8f;
    const auto edited_at = [&](const cv::Rect& box, std::uint8_t byte, cv::Point place) {
      const HeadView edited = WithMatteEdits(view, Filled(box, byte));
      return std::tuple(edited.matte(place), static_cast<Label>(edited.labels(place)),
                        edited.exact_matte(place));
    };
    const cv::Rect on_hair(40, 30, 20, 20);     // In the view (10, 10) to (20, 20).
    const cv::Rect on_ground(160, 30, 20, 20);  // In the view (70, 10) to (80, 20).
    const auto near = [](float a, float b) { return std::abs(a - b) < 0.01f; };

    const auto [gone, gone_label, by_hand] = edited_at(on_hair, kRegionTarget, {15, 15});
    QCOMPARE(gone, 0.f);
    QCOMPARE(gone_label, Label::kBackground);
    QCOMPARE(by_hand, std::uint8_t{255});
    const auto [thin, thin_label, unused] = edited_at(on_hair, kRegionNeutral - 32, {15, 15});
    QVERIFY2(near(thin, 0.6f), qPrintable(QString::number(thin)));
    QCOMPARE(thin_label, Label::kHair);
    const auto [more, more_label, unused2] = edited_at(on_ground, kRegionNeutral + 32, {75, 15});
    QVERIFY2(near(more, 0.25f), qPrintable(QString::number(more)));
    QCOMPARE(more_label, Label::kBackground);
    const auto [all, all_label, unused3] = edited_at(on_ground, kRegionReplaced, {75, 15});
    QCOMPARE(all, 1.f);
    QCOMPARE(all_label, Label::kHair);
    const auto [beside, beside_label, untouched] = edited_at(on_ground, kRegionReplaced, {60, 15});
    QCOMPARE(beside, 0.f);
    QCOMPARE(beside_label, Label::kBackground);
    QCOMPARE(untouched, std::uint8_t{0});
  }

  void TakingFromTheRegionShowsTheTargetExactly() {
    Untouched f;
    f.blend.color = f.colors.color.clone();
    f.blend.blend_region.setTo(1.f);
    const BlendResult edited =
        WithRegionEdits(f.view, f.head, f.colors, f.blend, Filled({40, 30, 40, 40}, kRegionTarget));
    QCOMPARE(edited.color(20, 20), f.view.color(20, 20));
    QCOMPARE(edited.blend_region(20, 20), 0.f);
    QCOMPARE(edited.color(60, 60), f.colors.color(60, 60));
    QCOMPARE(edited.blend_region(60, 60), 1.f);
  }

  void AddingToTheRegionFillsWhatIsNoHeadFromAround() {
    Untouched f;
    f.view.color(cv::Rect(24, 24, 4, 4)).setTo(cv::Vec3f(1, 1, 1));  // A speck to paint away.
    f.blend.color = f.view.color.clone();
    f.blend.background_fill = f.view.color.clone();
    const BlendResult edited = WithRegionEdits(f.view, f.head, f.colors, f.blend,
                                               Filled({60, 50, 24, 24}, kRegionReplaced));
    QVERIFY(cv::norm(edited.color(26, 26) - cv::Vec3f(0.2f, 0.4f, 0.6f)) < 0.02);
    QCOMPARE(edited.blend_region(26, 26), 1.f);
    QCOMPARE(edited.color(50, 75), f.view.color(50, 75));
    QCOMPARE(edited.blend_region(50, 75), 0.f);
  }

  void AddingToTheRegionShowsTheHeadWhereThereIsOne() {
    Untouched f;
    f.head.alpha(cv::Rect(60, 0, 40, 80)).setTo(1.f);
    const BlendResult edited = WithRegionEdits(f.view, f.head, f.colors, f.blend,
                                               Filled({160, 60, 20, 20}, kRegionReplaced));
    QVERIFY(cv::norm(edited.color(30, 75) - f.colors.color(30, 75)) < 1e-5);
    QCOMPARE(edited.head_alpha(30, 75), 1.f);
    QCOMPARE(edited.color(50, 75), f.view.color(50, 75));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::EditsTest)
#include "edits_test.moc"
