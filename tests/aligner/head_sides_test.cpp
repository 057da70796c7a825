#include "engine/aligner/head_sides.h"

#include <QtTest/QtTest>

#include "engine/core/image_ops.h"

using namespace heser;

namespace {

constexpr double kWidth = 200;  // W, pixels.
const cv::Point2d kMiddle(300, 300);
constexpr float kFront = 20;  // Of the sheets outside of the face, pixels.

/// A head that looks to the viewer's left, its right ear beyond the face mesh.
struct Scene {
  HeadView view;
  HeadSurface surface;
  std::vector<EarFlap> ears;
  double rim = 0;  ///< x where the mesh ends.

  Scene(double yaw, double gap, double hair_end = 0.1) {
    const FaceMeshModel& model = DefaultFaceMeshModel();
    Similarity3 pose;
    pose.scale = kWidth;
    pose.rotation = RotationFromAngles({yaw, 0, 0});
    pose.translation = {kMiddle.x, kMiddle.y, 0};
    view.mesh = pose.Apply(model.mean);
    rim = view.mesh.col(0).maxCoeff();

    surface.mesh = view.mesh;
    surface.view_from_head = PhotoFromHead(view.mesh, model);
    surface.box = cv::Rect(100, 100, 400, 400);
    surface.step = 2;
    surface.hair_end = hair_end;
    surface.front = ScalarImage(201, 201, kFront);
    surface.equator = ScalarImage(201, 201, kFront + 20);
    surface.back = ScalarImage(201, 201, kFront + 90);

    EarFlap ear;
    ear.mask = Mask::zeros(600, 600);
    ear.mask(cv::Rect(cvRound(rim + gap * kWidth), cvRound(kMiddle.y - 0.2 * kWidth), 30,
                      cvRound(0.4 * kWidth)))
        .setTo(255);
    ear.leads = {1, 0};
    ears.push_back(ear);
    BendSides(view, ears, surface);
  }

  cv::Point NodeAt(double x, double y) const {
    return {cvRound((x - surface.box.x) / surface.step),
            cvRound((y - surface.box.y) / surface.step)};
  }
  /// Half the head's width at a place of the view, by its front sheet: head frame, W.
  double HalfWidth(double x, double y) const {
    return (surface.view_from_head.Inverse() * Eigen::Vector3d(x, y, surface.front(NodeAt(x, y))))
        .x();
  }
  double HalfWidthBefore(double x, double y) const {
    return (surface.view_from_head.Inverse() * Eigen::Vector3d(x, y, kFront)).x();
  }
};

}  // namespace

class HeadSidesTest : public QObject {
  Q_OBJECT
 private slots:
  void AnEarFarFromTheFaceMakesTheHeadDeepNotWide() {
    const Scene scene(-25, 0.1);
    const double ear = scene.rim + 0.1 * kWidth + 3;
    const double before = scene.HalfWidthBefore(ear, kMiddle.y);
    const double after = scene.HalfWidth(ear, kMiddle.y);
    QVERIFY2(before > 0.6, qPrintable(QString::number(before)));
    QVERIFY2(after > 0.48 && after < 0.56, qPrintable(QString::number(after)));
    // The face keeps its depth.
    for (double x = scene.rim - 0.9 * kWidth; x < scene.rim; x += 5) {
      QCOMPARE(scene.surface.front(scene.NodeAt(x, kMiddle.y)), kFront);
    }
  }

  void BehindTheEarShortHairIsNoWiderThanBeforeIt() {
    const Scene short_hair(-25, 0.1);
    const Scene long_hair(-25, 0.1, 0.6);
    const double behind = short_hair.rim + 0.1 * kWidth + 45;
    const double ear = short_hair.HalfWidth(short_hair.rim + 0.1 * kWidth + 3, kMiddle.y);
    QVERIFY(short_hair.HalfWidth(behind, kMiddle.y) < ear + 0.05);
    // Long hair hangs beside the neck, and the top of the head is wider than between its ears.
    QVERIFY(long_hair.HalfWidth(behind, kMiddle.y) > ear + 0.1);
    QVERIFY(short_hair.HalfWidth(behind, kMiddle.y - 0.45 * kWidth) > ear + 0.1);
  }

  void TheSheetsStayInTheirOrderAndWithoutSteps() {
    const Scene scene(-30, 0.12);
    const HeadSurface& s = scene.surface;
    QCOMPARE(cv::countNonZero(s.front > s.equator), 0);
    QCOMPARE(cv::countNonZero(s.equator > s.back), 0);
    double steepest = 0;
    cv::minMaxLoc(
        cv::abs(s.front.colRange(1, s.front.cols) - s.front.colRange(0, s.front.cols - 1)), nullptr,
        &steepest);
    QVERIFY2(steepest < 4 * s.step, qPrintable(QString::number(steepest / s.step)));
  }

  void AHeadThatLooksIntoTheCameraStays() {
    const Scene scene(0, 0.1);
    QCOMPARE(cv::norm(scene.surface.front, ScalarImage(201, 201, kFront), cv::NORM_INF), 0.0);
    const Scene far(25, 0.1);  // Of its right ear the photo shows the far side alone.
    QCOMPARE(cv::norm(far.surface.front, ScalarImage(201, 201, kFront), cv::NORM_INF), 0.0);
  }

  void AnEarAtTheMeshsSideStaysWhereItIs() {
    Scene scene(-25, 0.1);
    // As deep as ears lie.
    scene.surface.front.setTo(140);
    scene.surface.equator.setTo(150);
    scene.surface.back.setTo(200);
    BendSides(scene.view, scene.ears, scene.surface);
    QCOMPARE(cv::countNonZero(scene.surface.front != 140.0f), 0);
  }
};

QTEST_GUILESS_MAIN(HeadSidesTest)
#include "head_sides_test.moc"
