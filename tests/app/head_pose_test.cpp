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

  void WhatCanHardlyBeSkinIsKnown_data() {
    QTest::addColumn<QColor>("color");
    QTest::addColumn<bool>("looks_like_skin");
    QTest::newRow("skin") << QColor(205, 160, 135) << true;
    QTest::newRow("in shade") << QColor(110, 75, 60) << true;
    QTest::newRow("green") << QColor(60, 140, 70) << false;
    QTest::newRow("sky") << QColor(120, 160, 220) << false;
    QTest::newRow("red cloth") << QColor(190, 30, 40) << false;
    QTest::newRow("black cloth") << QColor(15, 15, 18) << false;
    QTest::newRow("wall") << QColor(250, 250, 250) << false;
  }

  void WhatCanHardlyBeSkinIsKnown() {
    QFETCH(const QColor, color);
    QFETCH(const bool, looks_like_skin);
    const PhotoHandle photo = test::MakePhoto("t", color);
    // Skin at the right, and nothing known of the rest; half as large as the photo.
    HeadView view;
    view.window = {16, 0, 80, 64};
    view.scale = 0.5;
    view.color = ColorImage(32, 40, cv::Vec3f(0.78F, 0.6F, 0.5F));
    view.labels = LabelMap(32, 40, std::uint8_t{0});
    view.labels(cv::Rect(30, 0, 10, 32)) = static_cast<std::uint8_t>(Label::kSkin);
    QCOMPARE(LooksLikeSkin(*photo->photo, {30, 30}, &view), looks_like_skin);
    QCOMPARE(LooksLikeSkin(*photo->photo, {2, 2}, &view), looks_like_skin);
    // What is told to be skin is believed.
    QVERIFY(LooksLikeSkin(*photo->photo, {90, 30}, &view));
  }

  void WithoutAResultTheHueSaysWhatIsNoSkin() {
    QVERIFY(LooksLikeSkin(*test::MakePhoto("t", Qt::gray)->photo, {9, 9}, nullptr));
    QVERIFY(LooksLikeSkin(*test::MakePhoto("t", {205, 160, 135})->photo, {9, 9}, nullptr));
    QVERIFY(!LooksLikeSkin(*test::MakePhoto("t", {60, 140, 70})->photo, {9, 9}, nullptr));
    QVERIFY(!LooksLikeSkin(*test::MakePhoto("t", {120, 160, 220})->photo, {9, 9}, nullptr));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HeadPoseTest)
#include "head_pose_test.moc"
