#include "engine/edits/mask_shaping.h"

#include <QTest>

#include "engine/core/image_ops.h"
#include "engine/edits/hand_edits.h"

namespace heser {
namespace {

/// A photo part of 100 x 80 pixels at (20, 10), seen at this scale: a box of hair on background.
HeadView HairBox(double scale = 1) {
  HeadView view;
  view.window = cv::Rect(20, 10, 100, 80);
  view.scale = scale;
  const cv::Size size(cvRound(100 * scale), cvRound(80 * scale));
  view.color = ColorImage(size, cv::Vec3f(0.2f, 0.4f, 0.6f));
  view.labels = LabelMap(size, std::uint8_t{0});
  view.labels(cv::Rect(cvRound(30 * scale), cvRound(20 * scale), cvRound(40 * scale),
                       cvRound(40 * scale))) = static_cast<std::uint8_t>(Label::kHair);
  view.matte = AlphaMap(size, 0.f);
  return view;
}

/// The class of a photo pixel with the edits over it.
Label LabelAt(const HeadView& view, const TileMap& edits, int x, int y) {
  const HeadView edited = WithLabelEdits(view, edits);
  const double scale = view.scale;
  return static_cast<Label>(
      edited.labels(cvFloor((y - view.window.y) * scale), cvFloor((x - view.window.x) * scale)));
}

int CountOf(const HeadView& view, const TileMap& edits, Label label) {
  return cv::countNonZero(MaskOf(WithLabelEdits(view, edits).labels, {label}));
}

/// A region of 1 in a box, and what WithRegionEdits makes of it.
struct Region {
  HeadView view = HairBox();
  BlendResult blend;
  AlignedHead head;
  ColorReference colors;

  Region() {
    const cv::Size size = view.color.size();
    blend.color = view.color.clone();
    blend.blend_region = AlphaMap(size, 0.f);
    blend.blend_region(cv::Rect(30, 20, 40, 40)).setTo(1);
    blend.head_alpha = AlphaMap(size, 0.f);
    blend.background_fill = view.color.clone();
    blend.removed = Mask(size, std::uint8_t{0});
    head.alpha = AlphaMap(size, 0.f);
    colors.color = view.color.clone();
  }
  AlphaMap With(const TileMap& edits) const {
    return WithRegionEdits(view, head, colors, blend, edits).blend_region;
  }
};

}  // namespace

class MaskShapingTest : public QObject {
  Q_OBJECT

 private slots:
  void FillingChangesOnePieceOfOneClass() {
    const HeadView view = HairBox();
    const TileMap filled = LabelFilled(view, {}, {60, 40}, Label::kClothing);
    QCOMPARE(CountOf(view, filled, Label::kClothing), 40 * 40);
    QCOMPARE(CountOf(view, filled, Label::kHair), 0);
    QCOMPARE(LabelAt(view, filled, 25, 15), Label::kBackground);
  }

  void FillingSeesWhatWasPaintedSince() {
    const HeadView view = HairBox();
    const TileMap hat = LabelFilled(view, {}, {60, 40}, Label::kHeadwear);
    const TileMap again = LabelFilled(view, hat, {60, 40}, Label::kHair);
    QCOMPARE(CountOf(view, again, Label::kHair), 40 * 40);
  }

  void FillingBeyondTheViewChangesNothing() {
    QVERIFY(LabelFilled(HairBox(), {}, {5, 5}, Label::kHair).empty());
  }

  void AClassGrowsAndShrinksByPhotoPixels() {
    for (double scale : {1.0, 0.5}) {
      const HeadView view = HairBox(scale);
      const TileMap grown = LabelResized(view, {}, Label::kHair, 6);
      QCOMPARE(LabelAt(view, grown, 45, 50), Label::kHair);
      QCOMPARE(LabelAt(view, grown, 41, 50), Label::kBackground);
      const TileMap shrunk = LabelResized(view, {}, Label::kHair, -6);
      QCOMPARE(LabelAt(view, shrunk, 53, 50), Label::kBackground);
      QCOMPARE(LabelAt(view, shrunk, 59, 50), Label::kHair);
    }
  }

  void WhatAClassLeavesTakesTheNearestOne() {
    HeadView view = HairBox();
    view.labels(cv::Rect(0, 0, 30, 80)) = static_cast<std::uint8_t>(Label::kSkin);
    const TileMap shrunk = LabelResized(view, {}, Label::kHair, -4);
    QCOMPARE(LabelAt(view, shrunk, 51, 50), Label::kSkin);
    QCOMPARE(LabelAt(view, shrunk, 88, 50), Label::kBackground);
  }

  void SmoothingTakesCornersAndKeepsEdges() {
    const HeadView view = HairBox();
    const TileMap smooth = LabelSmoothed(view, {}, Label::kHair, 5);
    QCOMPARE(LabelAt(view, smooth, 50, 30), Label::kBackground);
    QCOMPARE(LabelAt(view, smooth, 50, 50), Label::kHair);
    QCOMPARE(LabelAt(view, smooth, 49, 50), Label::kBackground);
  }

  void TheRegionGrowsAndShrinksAndComesBack() {
    const Region r;
    const TileMap grown = RegionResized({r.view, r.blend.blend_region, {}}, 5);
    QCOMPARE(r.With(grown)(40, 26), 1.f);
    QCOMPARE(r.With(grown)(40, 24), 0.f);
    const TileMap shrunk = RegionResized({r.view, r.blend.blend_region, {}}, -5);
    QCOMPARE(r.With(shrunk)(40, 34), 0.f);
    QCOMPARE(r.With(shrunk)(40, 36), 1.f);
    // A box is what is left when it grows and shrinks by the same disc.
    const TileMap back = RegionResized({r.view, r.blend.blend_region, grown}, -5);
    QCOMPARE(cv::norm(r.With(back), r.blend.blend_region, cv::NORM_INF), 0.0);
  }

  void FeatheringIsWhatWasAskedFor() {
    const Region r;
    const TileMap soft = RegionFeathered({r.view, r.blend.blend_region, {}}, 9);
    const AlphaMap expected = Blur(r.blend.blend_region, 3);
    QVERIFY(cv::norm(r.With(soft), expected, cv::NORM_INF) < 0.01);
  }

  void AHoleInTheRegionIsFilled() {
    Region r;
    r.blend.blend_region(cv::Rect(45, 35, 8, 8)).setTo(0);
    const TileMap filled = RegionFilled({r.view, r.blend.blend_region, {}}, {20 + 48, 10 + 38});
    QCOMPARE(r.With(filled)(38, 48), 1.f);
    QCOMPARE(r.With(filled)(5, 5), 0.f);
    const TileMap taken = RegionFilled({r.view, r.blend.blend_region, filled}, {20 + 48, 10 + 38});
    QCOMPARE(r.With(taken)(38, 48), 0.f);
    QCOMPARE(r.With(taken)(25, 35), 0.f);
  }

  void TheMatteOfAHeadChangesAndThatOfItsBodyStays() {
    HeadView view = HairBox();
    // Shoulders below the hair, wider than it, of which the labels know a part.
    const cv::Rect hair(30, 20, 40, 25);
    const cv::Rect shoulders(15, 45, 70, 35);
    view.labels.setTo(0);
    view.labels(hair) = static_cast<std::uint8_t>(Label::kHair);
    view.labels(cv::Rect(20, 45, 60, 20)) = static_cast<std::uint8_t>(Label::kClothing);
    view.matte(hair).setTo(1);
    view.matte(shoulders).setTo(1);
    for (const TileMap& edits :
         {MatteResized({view, view.matte, {}}, 5), MatteResized({view, view.matte, {}}, -5),
          MatteFeathered({view, view.matte, {}}, 9)}) {
      const AlphaMap matte = WithMatteEdits(view, edits).matte;
      cv::Mat changed;
      cv::absdiff(matte, view.matte, changed);
      // Beside and above the hair, and not around the shoulders.
      QVERIFY(cv::norm(changed(cv::Rect(24, 14, 52, 16)), cv::NORM_INF) > 0.2);
      QCOMPARE(cv::norm(changed(cv::Rect(0, 56, 100, 24)), cv::NORM_INF), 0.0);
    }
    const AlphaMap grown = WithMatteEdits(view, MatteResized({view, view.matte, {}}, 5)).matte;
    QCOMPARE(grown(16, 50), 1.f);
    QCOMPARE(grown(30, 26), 1.f);
    QCOMPARE(grown(60, 12), 0.f);
    // Where hair was painted on the shoulders it counts as such.
    view.labels(cv::Rect(10, 45, 30, 35)) = static_cast<std::uint8_t>(Label::kHair);
    const AlphaMap long_hair = WithMatteEdits(view, MatteResized({view, view.matte, {}}, 5)).matte;
    QCOMPARE(long_hair(60, 12), 1.f);
  }

  void TheMatteGrowsShrinksAndSoftensOverWhatWasPainted() {
    HeadView view = HairBox();
    view.matte(cv::Rect(30, 20, 40, 40)).setTo(0.8f);
    const auto with = [&](const TileMap& edits) { return WithMatteEdits(view, edits).matte; };
    const auto is_near = [](float a, double b) { return std::abs(a - b) < 0.01; };
    const TileMap grown = MatteResized({view, view.matte, {}}, 5);
    QVERIFY(is_near(with(grown)(40, 26), 0.8) && is_near(with(grown)(40, 50), 0.8));
    QCOMPARE(with(grown)(40, 20), 0.f);
    // What was grown shrinks again: the edits before are seen.
    const TileMap back = MatteResized({view, view.matte, grown}, -5);
    QVERIFY(is_near(with(back)(40, 26), 0) && is_near(with(back)(40, 31), 0.8));
    const TileMap shrunk = MatteResized({view, view.matte, {}}, -5);
    QVERIFY(is_near(with(shrunk)(40, 33), 0) && is_near(with(shrunk)(40, 50), 0.8));
    const TileMap soft = MatteFeathered({view, view.matte, {}}, 9);
    const AlphaMap softened = with(soft);
    QVERIFY(softened(40, 27) > 0.02f && softened(40, 27) < softened(40, 29));
    QVERIFY(softened(40, 31) < 0.78f && is_near(softened(40, 50), 0.8));
    QVERIFY(MatteResized({view, AlphaMap(view.matte.size(), 0.f), {}}, 5).empty());
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::MaskShapingTest)
#include "mask_shaping_test.moc"
