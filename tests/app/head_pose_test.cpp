#include "app/document/head_pose.h"

#include <QTest>
#include <cmath>

#include "app/document/color_patch.h"
#include "tests/app/fake_engine.h"

namespace heser {
namespace {

const HeadPlace kPlace{{100, 200}, 50};

bool Near(double a, double b) { return std::abs(a - b) < 1e-9; }

}  // namespace

class HeadPoseTest : public QObject {
  Q_OBJECT

 private slots:
  void MovingShiftsByFaceSizes() {
    const HeadPose pose = DraggedPose({}, HeadHandle::kMove, kPlace, {10, 10}, {35, 0});
    QVERIFY(Near(pose.shift_x, 0.5) && Near(pose.shift_y, -0.2));
    QVERIFY(pose.size == 1 && pose.roll == 0 && pose.yaw == 0 && pose.pitch == 0);
  }

  void ACornerSizesByItsDistanceFromTheMiddle() {
    HeadPose start;
    start.size = 1.2;
    const HeadPose pose = DraggedPose(start, HeadHandle::kScale, kPlace, {130, 240}, {160, 280});
    QVERIFY(Near(pose.size, 2.4));
  }

  void TheKnobTiltsClockwiseAsTheHandGoes() {
    const HeadPose right = DraggedPose({}, HeadHandle::kRotate, kPlace, {100, 100}, {200, 200});
    QVERIFY(Near(right.roll, 90));
    const HeadPose across = DraggedPose({}, HeadHandle::kRotate, kPlace, {50, 199}, {50, 201});
    QVERIFY(across.roll < 0 && across.roll > -5);
  }

  void TurningFollowsTheHandToTheSideAndUp() {
    const HeadPose pose = DraggedPose({}, HeadHandle::kTurn, kPlace, {100, 200}, {125, 190});
    QVERIFY(Near(pose.yaw, kDegreesPerFace / 2));
    QVERIFY(Near(pose.pitch, kDegreesPerFace / 5));
  }

  void ADragIsOneUndoStepAndStaysWithinTheRanges() {
    SwapDocument document;
    const int gesture = document.BeginGesture();
    for (double x : {110.0, 300.0, 90000.0}) {
      document.SetSettings(
          SettingsOf(DraggedPose({}, HeadHandle::kMove, kPlace, {100, 200}, {x, 200})), "move",
          gesture);
    }
    QCOMPARE(document.undo_stack()->count(), 1);
    QCOMPARE(document.settings().aligner.shift_x, 1.0);
    document.undo_stack()->undo();
    QCOMPARE(document.settings().aligner.shift_x, 0.0);
  }

  void APickedColorIsThatOfThePatch() {
    SwapDocument document;
    const PhotoHandle photo = test::MakePhoto("t", QColor(200, 150, 100));
    document.SetSettings(
        PickedColorSettings(*photo->photo, {0, 0}, PickedRegion::kSkin, document.settings()),
        "pick", 0);
    const ColorReferenceOptions& options = document.settings().color_reference;
    QCOMPARE(options.picked, 1.0);
    QVERIFY(std::abs(options.picked_red - 200 / 255.0) < 0.004);
    QVERIFY(std::abs(options.picked_green - 150 / 255.0) < 0.004);
    QVERIFY(std::abs(options.picked_blue - 100 / 255.0) < 0.004);
    QCOMPARE(document.undo_stack()->count(), 1);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HeadPoseTest)
#include "head_pose_test.moc"
