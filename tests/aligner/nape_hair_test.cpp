#include "engine/aligner/nape_hair.h"

#include <QTest>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSide = 200;
constexpr double kScale = 100;     // Pixels of 1 W.
const cv::Point kRight(160, 100);  // At the outline, below the ear.
const cv::Point kLeft(40, 100);

/// A flat sheet of hair just before the skull's axis, seen from the front.
HeadSurface Sheet(double hair_end) {
  HeadSurface surface;
  surface.view_from_head.scale = kScale;
  surface.view_from_head.rotation = Eigen::Matrix3d::Identity();
  surface.view_from_head.translation = Eigen::Vector3d(100, 60, 0);
  surface.box = {0, 0, kSide, kSide};
  surface.step = 2;
  surface.hair_end = hair_end;
  surface.front = ScalarImage(kSide / 2 + 1, kSide / 2 + 1, 0.45f * kScale);
  surface.labels = LabelMap(kSide, kSide, static_cast<std::uint8_t>(Label::kHair));
  return surface;
}

/// What is left of the sheet's alpha when the head is turned, degrees.
AlphaMap Left(const HeadSurface& surface, double yaw) {
  SurfaceSamples samples;
  samples.place.create(kSide, kSide);
  samples.place.forEach([](cv::Vec2f& place, const int* at) {
    place = cv::Vec2f(static_cast<float>(at[1]), static_cast<float>(at[0]));
  });
  samples.hit = Mask(kSide, kSide, std::uint8_t{255});
  samples.back = Mask(kSide, kSide, std::uint8_t{0});
  Similarity3 target_from_head = surface.view_from_head;
  target_from_head.rotation = RotationFromAngles({yaw, 0, 0});
  AlphaMap alpha(kSide, kSide, 1.f);
  HideNapeHair(surface, target_from_head, samples, alpha);
  return alpha;
}

}  // namespace

class NapeHairTest : public QObject {
  Q_OBJECT

 private slots:
  void InItsOwnPoseAllIsSeen() { QCOMPARE(cv::countNonZero(Left(Sheet(0.3), 0) < 1), 0); }

  void WhatTurnsAwayIsHidden() {
    const AlphaMap one = Left(Sheet(0.3), 25);
    const AlphaMap other = Left(Sheet(0.3), -25);
    QCOMPARE(one(kRight) + one(kLeft), 1.f);
    QCOMPARE(one(kRight), other(kLeft));
    QCOMPARE(one(kLeft), other(kRight));
  }

  void AboveTheEarsTheSkullDecides() {
    const AlphaMap alpha = Left(Sheet(0.3), 25);
    QCOMPARE(cv::countNonZero(alpha.rowRange(0, 70) < 1), 0);
  }

  void LongHairAndOtherClassesStay() {
    QCOMPARE(cv::countNonZero(Left(Sheet(0.7), 25) < 1), 0);
    HeadSurface skin = Sheet(0.3);
    skin.labels.setTo(static_cast<int>(Label::kSkin));
    QCOMPARE(cv::countNonZero(Left(skin, 25) < 1), 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::NapeHairTest)
#include "nape_hair_test.moc"
