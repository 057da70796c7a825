#include "engine/edits/painted_masks.h"

#include <QtTest>

#include "engine/edits/brush.h"
#include "engine/edits/clone_edits.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/tile_changes.h"

namespace heser {
namespace {

const cv::Rect kPhoto(0, 0, 400, 300);

/// A view of a part of a photo at a third of its size, half of it hair.
HeadView ThirdSizeView() {
  HeadView view;
  view.window = cv::Rect(21, 13, 300, 240);
  view.scale = 1 / 3.0;
  view.color = ColorImage(80, 100, cv::Vec3f(0.2f, 0.4f, 0.6f));
  view.labels = LabelMap(80, 100, std::uint8_t{0});
  view.labels.colRange(50, 100) = static_cast<std::uint8_t>(Label::kHair);
  view.matte = AlphaMap(80, 100, 0.3f);
  return view;
}

/// A soft stroke across the view whose bytes are `byte`.
TileMap Stroke(cv::Point2d from, cv::Point2d to, std::uint8_t byte) {
  BrushStroke stroke({23, 0.5, 1}, kPhoto, from);
  stroke.LineTo(to);
  return Painted({}, stroke.coverage(), [byte](std::uint8_t, std::uint8_t covered) {
    return covered > 60 ? byte : std::uint8_t{0};
  });
}

bool IsSame(const cv::Mat& a, const cv::Mat& b) {
  return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

// Across a painted border, at one, and at the corner of the view.
const cv::Rect kBoxes[] = {{20, 20, 30, 25}, {33, 27, 1, 1}, {0, 0, 12, 9}, {88, 70, 12, 10}};

}  // namespace

/// What the screen shows before the engine has is what the engine makes.
class PaintedMasksTest : public QObject {
  Q_OBJECT

 private slots:
  void MasksAreThoseOfThePaintedView() {
    const HeadView view = ThirdSizeView();
    const TileMap labels = Stroke({40, 40}, {200, 120}, LabelEdit(Label::kNeck));
    const TileMap matte = Stroke({120, 30}, {120, 230}, kRegionTarget);
    const HeadView painted = WithMatteEdits(WithLabelEdits(view, labels), matte);
    QVERIFY(!IsSame(painted.matte, view.matte));
    for (const cv::Rect& box : kBoxes) {
      const PaintedMasks masks = MasksIn(view, &labels, &matte, box);
      QVERIFY(IsSame(masks.labels, painted.labels(box)));
      QVERIFY(IsSame(masks.matte, painted.matte(box)));
      QVERIFY(IsSame(MasksIn(view, nullptr, nullptr, box).matte, view.matte(box)));
    }
  }

  void RegionAndFillAreThoseOfThePaintedBlend() {
    const HeadView view = ThirdSizeView();
    const cv::Size size = view.color.size();
    AlignedHead head;
    head.alpha = AlphaMap(size, 0.8f);
    BlendResult blend;
    blend.color = blend.background_fill = view.color;
    blend.blend_region = AlphaMap(size, 0.f);
    blend.blend_region.colRange(40, 60) = 0.7f;
    blend.head_alpha = blend.blend_region * 0.5f;
    blend.removed = Mask(size, std::uint8_t{0});
    const ColorReference colors{.color = view.color};

    ColorTileMap fill;
    fill.Writable({1, 1}).fill(EncodedColor({0.9f, 0.1f, 0.5f}, 0.6f));
    TileMap region = Stroke({60, 60}, {200, 80}, kRegionTarget);
    const TileMap added = Stroke({60, 160}, {200, 100}, 200);
    for (const auto& [place, tile] : added.tiles()) {
      TileMap::Tile& written = region.Writable(place);
      for (std::size_t i = 0; i < written.size(); ++i)
        written[i] = std::max(written[i], (*tile)[i]);
    }
    const BlendResult cloned = WithCloneEdits(view, blend, fill);
    const BlendResult painted = WithRegionEdits(view, head, colors, cloned, region);
    QVERIFY(!IsSame(painted.blend_region, cloned.blend_region));
    QVERIFY(!IsSame(painted.head_alpha, blend.head_alpha));
    for (const cv::Rect& box : kBoxes) {
      const PaintedRegion now = RegionIn(view, head, blend, &fill, &region, box);
      QVERIFY(IsSame(now.blend_region, painted.blend_region(box)));
      QVERIFY(IsSame(now.head_alpha, painted.head_alpha(box)));
      QVERIFY(IsSame(FillIn(view, blend, &fill, box), cloned.background_fill(box)));
    }
  }

  void OnlyTilesThatDifferAreChanged() {
    const TileMap stroke = Stroke({30, 30}, {30, 100}, 7);
    QVERIFY(ChangedTiles<std::uint8_t>(nullptr, nullptr).empty());
    QCOMPARE(ChangedTiles(&stroke, &stroke).size(), std::size_t(0));
    QCOMPARE(ChangedTiles<std::uint8_t>(nullptr, &stroke).size(), stroke.tile_count());
    QCOMPARE(ChangedTiles<std::uint8_t>(&stroke, nullptr).size(), stroke.tile_count());
    TileMap other = stroke;
    other.Writable({0, 0});  // A copy of the same bytes.
    other.Writable({0, 1})[5] = 9;
    other.Writable({5, 3})[0] = 1;
    const std::set<TileMap::Place> expected{{0, 1}, {5, 3}};
    QCOMPARE(ChangedTiles(&stroke, &other), expected);
    QCOMPARE(ChangedTiles(&other, &stroke), expected);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PaintedMasksTest)
#include "painted_masks_test.moc"
