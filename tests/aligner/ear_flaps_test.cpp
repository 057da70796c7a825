#include "engine/aligner/ear_flaps.h"

#include <cmath>

#include <QtTest/QtTest>

#include "engine/core/image_ops.h"
#include "tests/aligner/eared_head.h"

using namespace heser;

namespace {

HeadAlpha AlphaOfView(const HeadView& view, const test::SyntheticHead& head) {
  return MakeHeadAlpha(view, kHeadLabels, head.model());
}

}  // namespace

class EarFlapsTest : public QObject {
  Q_OBJECT
 private slots:
  void BothEarsLeadAwayFromTheViewer() {
    const test::SyntheticHead head;
    const HeadView view = test::WithEars(head);
    const auto ears = FindEarFlaps(view, AlphaOfView(view, head).head, head.model());
    QCOMPARE(ears.size(), std::size_t{2});
    // Left of the face depth grows to the left, right of it to the right, both alike.
    QVERIFY(ears[0].plane[0] < -0.3);
    QVERIFY(ears[1].plane[0] > 0.3);
    QVERIFY(std::abs(ears[0].plane[0] + ears[1].plane[0]) < 0.1);
    // They begin at the mesh's side.
    for (const auto& [ear, point] :
         {std::pair{0, mesh_point::kCheekLeft}, {1, mesh_point::kCheekRight}}) {
      const double depth = ears[ear].plane.dot({view.mesh(point, 0), view.mesh(point, 1), 1});
      QVERIFY2(std::abs(depth - view.mesh(point, 2)) < 0.05 * view.face_size(),
               qPrintable(QString::number(depth - view.mesh(point, 2))));
    }
  }

  void AnEarStandsOffTheSameHoweverTheHeadIsTurned() {
    const FaceMeshModel& model = DefaultFaceMeshModel();
    const double width = 200;
    for (const double yaw : {-20.0, -30.0, -40.0}) {
      Similarity3 pose;
      pose.scale = width;
      pose.rotation = RotationFromAngles({yaw, 0, 0});
      pose.translation = {300, 300, 0};
      HeadView view;
      view.mesh = pose.Apply(model.mean);
      view.labels = LabelMap(600, 600, std::uint8_t{0});
      const cv::Rect place(cvRound(view.mesh(mesh_point::kCheekRight, 0)) + 4, 270, 36, 70);
      view.labels(place).setTo(static_cast<int>(Label::kEar));
      const Mask head(view.labels.size(), 255);
      const auto ears = FindEarFlaps(view, head, model);
      QCOMPARE(ears.size(), std::size_t{1});
      const Eigen::Vector3d along =
          pose.rotation.transpose() * Eigen::Vector3d(1, 0, ears[0].plane[0]);
      const double off = std::atan2(along.x(), along.z()) * 180 / CV_PI;
      QVERIFY2(std::abs(off - 14.5) < 2, qPrintable(QString("%1 at %2").arg(off).arg(yaw)));
    }
  }

  void WhatIsNoEarIsLeftOut() {
    const test::SyntheticHead head;
    QVERIFY(FindEarFlaps(head.view(), AlphaOfView(head.view(), head).head, head.model()).empty());
    HeadView view = head.view();
    view.labels = head.view().labels.clone();
    const cv::Point2d middle = FaceCenter(view.mesh);
    const double fs = view.face_size();
    // A speck beside the face, and a patch on top of the head.
    view.labels(cv::Rect(cvRound(middle.x + 0.5 * fs), cvRound(middle.y), 3, 3))
        .setTo(static_cast<int>(Label::kEar));
    view.labels(cv::Rect(cvRound(middle.x), cvRound(middle.y - 0.75 * fs), 20, 12))
        .setTo(static_cast<int>(Label::kEar));
    QVERIFY(FindEarFlaps(view, AlphaOfView(view, head).head, head.model()).empty());
  }

  void TheTwoPartsOfAHeadMakeItsWhole() {
    const test::SyntheticHead head;
    const HeadView view = test::WithEars(head);
    const HeadAlpha whole = AlphaOfView(view, head);
    const Mask before = whole.head.clone();
    const auto ears = FindEarFlaps(view, whole.head, head.model());
    const PartedHead parted = PartEars(whole, ears, view.face_size());
    QCOMPARE(cv::norm(before, whole.head), 0.0);
    QVERIFY(cv::countNonZero(parted.skull) < cv::countNonZero(whole.head));
    QCOMPARE(cv::countNonZero(parted.bare & MaskOf(view.labels, {Label::kEar}) &
                              (ears[0].mask | ears[1].mask)),
             0);
    const AlphaMap together =
        parted.ear_alpha + parted.skull_alpha.mul(AlphaMap(1 - parted.ear_alpha));
    double worst = 0;
    cv::minMaxLoc(cv::abs(together - whole.alpha), nullptr, &worst);
    QVERIFY2(worst < 0.15, qPrintable(QString::number(worst)));
  }

  void AHeadWithoutEarsStaysWhole() {
    const test::SyntheticHead head;
    const HeadAlpha whole = AlphaOfView(head.view(), head);
    const PartedHead parted = PartEars(whole, {}, head.view().face_size());
    QCOMPARE(cv::norm(parted.skull, whole.head), 0.0);
    QCOMPARE(cv::norm(parted.skull_alpha, whole.alpha), 0.0);
    QCOMPARE(cv::countNonZero(parted.ear_alpha > 0), 0);
  }
};

QTEST_GUILESS_MAIN(EarFlapsTest)
#include "ear_flaps_test.moc"
