#include "engine/edits/edge_snapping.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/edits/brush.h"
#include "engine/edits/hand_edits.h"

namespace heser {
namespace {

const cv::Size kSize(160, 120);
const cv::Vec3f kDark(0.15f, 0.1f, 0.08f);
const cv::Vec3f kLight(0.7f, 0.75f, 0.8f);

/// Dark hair on light ground, both with some noise, and no class known yet.
HeadView HairOnWall(const Mask& hair) {
  HeadView view;
  view.window = cv::Rect(40, 30, kSize.width, kSize.height);
  view.color = ColorImage(kSize, kLight);
  view.color.setTo(cv::Scalar(cv::Vec3d(kDark)), hair);
  cv::Mat3f noise(kSize);
  cv::RNG random(7);
  random.fill(noise, cv::RNG::NORMAL, 0, 0.02);
  view.color += noise;
  view.labels = LabelMap(kSize, std::uint8_t{0});
  view.matte = AlphaMap(kSize, 0.f);
  return view;
}

Mask Disc(cv::Point middle, int radius) {
  Mask mask(kSize, std::uint8_t{0});
  cv::circle(mask, middle, radius, 255, cv::FILLED);
  return mask;
}

/// The class as a rough hand would draw it: with a wavy outline around the true one.
Mask Rough(const Mask& truth, double away) {
  const ScalarImage inward = SignedDistance(truth);
  Mask rough(kSize);
  for (int y = 0; y < kSize.height; ++y) {
    for (int x = 0; x < kSize.width; ++x) {
      rough(y, x) = inward(y, x) > away * std::sin(x / 9.0) * std::cos(y / 7.0) ? 255 : 0;
    }
  }
  return rough;
}

Mask HairOf(const HeadView& view, const TileMap& edits) {
  return MaskOf(WithLabelEdits(view, edits).labels, {Label::kHair});
}

int Differing(const Mask& a, const Mask& b) { return cv::countNonZero(a != b); }

}  // namespace

class EdgeSnappingTest : public QObject {
  Q_OBJECT

 private slots:
  void ARoughClassTakesTheOutlineOfThePicture() {
    const Mask truth = Disc({80, 60}, 35);
    HeadView view = HairOnWall(truth);
    const Mask rough = Rough(truth, 6);
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    const TileMap snapped = LabelSnapped(view, {}, Label::kHair, 7, nullptr);
    const int before = Differing(rough, truth);
    const int after = Differing(HairOf(view, snapped), truth);
    QVERIFY2(before > 300, qPrintable(QString::number(before)));
    QVERIFY2(after < before / 10, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
  }

  void ABumpOverTheEdgeIsTakenBack() {
    Mask dark(kSize, std::uint8_t{0});
    dark(cv::Rect(0, 0, 76, kSize.height)).setTo(255);
    HeadView view = HairOnWall(dark);
    Mask rough(kSize, std::uint8_t{0});
    rough(cv::Rect(24, 30, 48, 60)).setTo(255);
    rough |= Disc({74, 60}, 8);
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    const Mask found = HairOf(view, LabelSnapped(view, {}, Label::kHair, 8, nullptr));
    QCOMPARE(found(60, 74), std::uint8_t{255});
    QCOMPARE(found(60, 79), std::uint8_t{0});
  }

  void WhereColourSaysNothingTheMatteDoes() {
    // Grey curls before a blue wall that is as bright: their colours overlap.
    const Mask truth = Disc({80, 60}, 35);
    HeadView view = HairOnWall(Mask(kSize, std::uint8_t{0}));
    cv::Mat3f curls(kSize);
    cv::RNG random(11);
    random.fill(curls, cv::RNG::NORMAL, 0.5, 0.18);
    cv::Mat3f wall(kSize);
    random.fill(wall, cv::RNG::NORMAL, 0.5, 0.15);
    view.color = Mix(wall, curls, AlphaOf(truth));
    view.matte = Blur(AlphaOf(truth), 1.5);
    Mask rough(kSize, std::uint8_t{0});
    rough(cv::Rect(53, 33, 55, 55)).setTo(255);
    rough |= Disc({80, 60}, 33);
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    const Mask found = HairOf(view, LabelSnapped(view, {}, Label::kHair, 7, nullptr));
    const int before = Differing(rough, truth);
    const int after = Differing(found, truth);
    QVERIFY2(after < before / 4, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));

    // Beside another class the matte has no say.
    view.labels.setTo(static_cast<int>(Label::kClothing));
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    const Mask beside = HairOf(view, LabelSnapped(view, {}, Label::kHair, 7, nullptr));
    QVERIFY(Differing(beside, truth) > 2 * after);
  }

  void AThinStrandIsNotLost() {
    Mask truth(kSize, std::uint8_t{0});
    cv::line(truth, {20, 100}, {140, 20}, 255, 7);
    HeadView view = HairOnWall(truth);
    Mask rough(kSize, std::uint8_t{0});
    cv::line(rough, {20, 100}, {140, 20}, 255, 13);
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    const TileMap snapped = LabelSnapped(view, {}, Label::kHair, 7, nullptr);
    const Mask found = HairOf(view, snapped);
    const int kept = cv::countNonZero(found & truth);
    QVERIFY2(kept > 0.9 * cv::countNonZero(truth), qPrintable(QString::number(kept)));
    const int before = Differing(rough, truth);
    const int after = Differing(found, truth);
    QVERIFY2(after < before / 2, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
  }

  void WhereColourSaysNothingTheBorderStays() {
    HeadView view = HairOnWall(Mask(kSize, std::uint8_t{0}));
    const Mask drawn = Disc({80, 60}, 35);
    view.labels.setTo(static_cast<int>(Label::kHair), drawn);
    const TileMap snapped = LabelSnapped(view, {}, Label::kHair, 5, nullptr);
    const int moved = Differing(HairOf(view, snapped), drawn);
    QVERIFY2(snapped.empty(), qPrintable(QString::number(moved)));
  }

  void OnlyTheStrokesAreaChanges() {
    const Mask truth = Disc({80, 60}, 35);
    HeadView view = HairOnWall(truth);
    const Mask rough = Rough(truth, 6);
    view.labels.setTo(static_cast<int>(Label::kHair), rough);
    // In photo pixels: along the left side of the disc.
    const BrushStroke stroke({.radius = 8}, {0, 0, 400, 400}, {85, 70});
    const TileMap snapped = LabelSnapped(view, {}, Label::kHair, 7, &stroke.coverage());
    const Mask changed = HairOf(view, snapped) != rough;
    QVERIFY(cv::countNonZero(changed) > 0);
    const cv::Rect around(85 - 40 - 17, 70 - 30 - 17, 35, 35);
    QVERIFY((cv::boundingRect(changed) & around) == cv::boundingRect(changed));
  }

  void WhatLeavesTakesTheNearestOtherClass() {
    const Mask truth = Disc({80, 60}, 30);
    HeadView view = HairOnWall(truth);
    view.labels.setTo(static_cast<int>(Label::kClothing));
    view.labels.setTo(static_cast<int>(Label::kHair), Disc({80, 60}, 34));
    const TileMap snapped = LabelSnapped(view, {}, Label::kHair, 6, nullptr);
    const LabelMap labels = WithLabelEdits(view, snapped).labels;
    QCOMPARE(cv::countNonZero(MaskOf(labels, {Label::kHair, Label::kClothing})),
             static_cast<int>(labels.total()));
    QCOMPARE(labels(60, 80 + 33), static_cast<std::uint8_t>(Label::kClothing));
  }

  void AClassThatIsNotThereChangesNothing() {
    const HeadView view = HairOnWall(Disc({80, 60}, 30));
    QVERIFY(LabelSnapped(view, {}, Label::kGlasses, 6, nullptr).empty());
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::EdgeSnappingTest)
#include "edge_snapping_test.moc"
