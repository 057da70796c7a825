#include "engine/core/geometry.h"

#include <QtTest>
#include <cmath>
#include <numbers>

namespace heser {
namespace {

Points3 Corners() {
  Points3 points(5, 3);
  points << 0, 0, 0, 4, 0, 1, 0, 3, -1, 2, 2, 5, -3, 1, 2;
  return points;
}

}  // namespace

class GeometryTest : public QObject {
  Q_OBJECT

 private slots:
  void FitFindsTheSimilarityThatWasApplied() {
    Similarity3 truth;
    truth.scale = 2.5;
    truth.rotation = RotationFromAngles({25, -10, 5});
    truth.translation = {3, -7, 11};
    const Similarity3 found = FitSimilarity(Corners(), truth.Apply(Corners()));
    QVERIFY(std::abs(found.scale - truth.scale) < 1e-9);
    QVERIFY((found.rotation - truth.rotation).norm() < 1e-9);
    QVERIFY((found.translation - truth.translation).norm() < 1e-9);
  }

  void InverseUndoesAndProductChains() {
    Similarity3 a;
    a.scale = 0.5;
    a.rotation = RotationFromAngles({40, 5, -20});
    a.translation = {1, 2, 3};
    Similarity3 b;
    b.scale = 3;
    b.rotation = RotationFromAngles({-15, 30, 8});
    b.translation = {-4, 0, 2};
    const Eigen::Vector3d point(2, -1, 6);
    QVERIFY((a.Inverse() * (a * point) - point).norm() < 1e-9);
    QVERIFY(((a * b) * point - a * (b * point)).norm() < 1e-9);
  }

  void AnglesComeBackFromTheirRotation() {
    for (const double yaw : {-70.0, 0.0, 35.0}) {
      for (const double pitch : {-25.0, 0.0, 20.0}) {
        for (const double roll : {-40.0, 0.0, 15.0}) {
          const HeadAngles found = AnglesFromRotation(RotationFromAngles({yaw, pitch, roll}));
          QVERIFY(std::abs(found.yaw - yaw) < 1e-6);
          QVERIFY(std::abs(found.pitch - pitch) < 1e-6);
          QVERIFY(std::abs(found.roll - roll) < 1e-6);
        }
      }
    }
  }

  void PositiveAnglesTurnTheFaceAsTheyAreDocumented() {
    const Eigen::Vector3d gaze(0, 0, -1);
    const Eigen::Vector3d crown(0, -1, 0);
    QVERIFY((RotationFromAngles({30, 0, 0}) * gaze).x() > 0.4);   // to the viewer's right
    QVERIFY((RotationFromAngles({0, 30, 0}) * gaze).y() < -0.4);  // up
    QVERIFY((RotationFromAngles({0, 0, 30}) * crown).x() > 0.4);  // clockwise
  }

  void RotationAngleIsTheAngleTurned() {
    QVERIFY(std::abs(RotationAngleDegrees(RotationFromAngles({33, 0, 0})) - 33) < 1e-9);
    QCOMPARE(RotationAngleDegrees(Eigen::Matrix3d::Identity()), 0.0);
  }

  void CropBringsTheCenterToTheMiddleAndMakesTiltedHeadsUpright() {
    const cv::Matx23d crop = CropFromPhoto({100, 50}, 40, 30, 80);
    const cv::Point2d middle = ApplyAffine(crop, {100, 50});
    QVERIFY(std::abs(middle.x - 39.5) < 1e-9);
    QVERIFY(std::abs(middle.y - 39.5) < 1e-9);
    // A head tilted 30 degrees clockwise has its crown up and to the right.
    const double angle = 30 * std::numbers::pi / 180;
    const cv::Point2d crown =
        ApplyAffine(crop, {100 + 20 * std::sin(angle), 50 - 20 * std::cos(angle)});
    QVERIFY(std::abs(crown.x - 39.5) < 1e-9);
    QVERIFY(std::abs(crown.y - 19.5) < 1e-9);
  }

  void AffineInverseAndCompositionAgree() {
    const cv::Matx23d a = CropFromPhoto({30, 70}, 25, -12, 64);
    const cv::Matx23d b = CropFromPhoto({10, 5}, 9, 40, 100);
    const cv::Point2d point(17, 23);
    const cv::Point2d back = ApplyAffine(InvertAffine(a), ApplyAffine(a, point));
    QVERIFY(cv::norm(back - point) < 1e-9);
    const cv::Point2d chained = ApplyAffine(ComposeAffine(a, b), point);
    QVERIFY(cv::norm(chained - ApplyAffine(a, ApplyAffine(b, point))) < 1e-9);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::GeometryTest)
#include "geometry_test.moc"
