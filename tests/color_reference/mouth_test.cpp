#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/aligner/mouth_opening.h"
#include "engine/color_reference/mouth_interior.h"

using namespace heser;

namespace {

constexpr int kSide = 400;
const cv::Vec3f kLipColor(0.7F, 0.4F, 0.4F);
const cv::Vec3f kTeeth(0.9F, 0.9F, 0.8F);

/// The mean face with its lips apart by `gap` pixels, W = 250 px.
FaceMesh Face(double gap) {
  FaceMesh mesh = DefaultFaceMeshModel().mean * 250;
  mesh.col(0).array() += 200;
  mesh.col(1).array() += 150;
  const auto outline = InnerLipOutline();
  const double left = mesh(78, 0);
  const double right = mesh(308, 0);
  const double line = (mesh(78, 1) + mesh(308, 1)) / 2;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const double place = (mesh(outline[i], 0) - left) / (right - left);
    const double half = gap / 2 * std::sqrt(std::max(0.0, 4 * place * (1 - place)));
    mesh(outline[i], 1) = line + (i <= outline.size() / 2 ? half : -half);
  }
  return mesh;
}

/// Lips everywhere, as sharp as `confidence` says.
AlignedHead HeadOfLips(double gap, float confidence, Label between = Label::kUpperLip) {
  AlignedHead head;
  const cv::Size size(kSide, kSide);
  head.mesh = Face(gap);
  head.color = ColorImage(size, kLipColor);
  head.alpha = AlphaMap(size, 1.0F);
  head.labels = LabelMap(size, static_cast<std::uint8_t>(between));
  head.confidence = AlphaMap(size, confidence);
  return head;
}

cv::Point MouthMiddle(const FaceMesh& mesh) {
  return {cvRound((mesh(78, 0) + mesh(308, 0)) / 2), cvRound((mesh(78, 1) + mesh(308, 1)) / 2)};
}

HeadView TargetWithTeeth(double gap) {
  HeadView target;
  target.mesh = Face(gap);
  target.color = ColorImage(cv::Size(kSide, kSide), kTeeth);
  return target;
}

}  // namespace

class MouthTest : public QObject {
  Q_OBJECT
 private slots:
  void LipsStretchedOverAGapBecomeAnInnerMouth() {
    AlignedHead head = HeadOfLips(30, 0.2F);
    const cv::Point middle = MouthMiddle(head.mesh);
    OpenMouth(head);
    QCOMPARE(int(head.labels(middle)), static_cast<int>(Label::kInnerMouth));
    QCOMPARE(head.confidence(middle), kMadeUpConfidence);
    QVERIFY(head.color(middle)[0] < 0.5F * kLipColor[0]);
    const cv::Point above(middle.x, middle.y - 40);
    QCOMPARE(int(head.labels(above)), static_cast<int>(Label::kUpperLip));
    QCOMPARE(head.color(above), kLipColor);
  }

  void AMouthThatTheSourceShowsOpenIsKept() {
    AlignedHead sharp = HeadOfLips(30, 0.9F);
    OpenMouth(sharp);
    QCOMPARE(sharp.color(MouthMiddle(sharp.mesh)), kLipColor);
    AlignedHead stretched = HeadOfLips(30, 0.7F, Label::kInnerMouth);
    OpenMouth(stretched);
    QCOMPARE(stretched.color(MouthMiddle(stretched.mesh)), kLipColor);
  }

  void OwnTeethStayWhereADarkMouthGoes() {
    AlignedHead head = HeadOfLips(30, 0.5F);
    const cv::Point middle = MouthMiddle(head.mesh);
    const cv::Rect gap(middle - cv::Point(60, 15), cv::Size(120, 30));
    AlignedHead dark = HeadOfLips(30, 0.5F);
    head.color(gap).setTo(kTeeth);
    dark.color(gap).setTo(cv::Scalar(0.2, 0.1, 0.1));
    OpenMouth(head);
    OpenMouth(dark);
    QCOMPARE(head.color(middle), kTeeth);
    QCOMPARE(dark.confidence(middle), kMadeUpConfidence);
  }

  void ClosedLipsStayAsTheyAre() {
    AlignedHead head = HeadOfLips(2, 0.2F);
    OpenMouth(head);
    QCOMPARE(int(head.labels(MouthMiddle(head.mesh))), static_cast<int>(Label::kUpperLip));
  }

  void TheTargetsTeethFillAMadeUpMouth() {
    AlignedHead head = HeadOfLips(30, 0.2F);
    OpenMouth(head);
    ColorImage color = head.color.clone();
    TakeMouthInterior(head, TargetWithTeeth(20), color);
    const cv::Point middle = MouthMiddle(head.mesh);
    QVERIFY(cv::norm(color(middle) - kTeeth) < 0.02);
    QCOMPARE(color(middle.y - 40, middle.x), kLipColor);
    // From lip to teeth without a line that is darker than both.
    for (int y = middle.y - 40; y <= middle.y + 40; ++y) {
      QVERIFY(color(y, middle.x)[0] > 0.9F * kLipColor[0]);
    }
  }

  void TeethThatTheLowerLipCoversKeepTheirShape() {
    AlignedHead head = HeadOfLips(20, 0.2F);
    OpenMouth(head);
    // Teeth above, tongue below the middle of a mouth that is open wide.
    HeadView target = TargetWithTeeth(44);
    const cv::Point middle = MouthMiddle(target.mesh);
    target.color.rowRange(middle.y + 1, kSide).setTo(cv::Scalar(0.5, 0.2, 0.2));
    ColorImage color = head.color.clone();
    TakeMouthInterior(head, target, color);
    QVERIFY(cv::norm(color(middle + cv::Point(0, 4)) - kTeeth) < 0.02);
  }

  void ATargetWithClosedLipsGivesNothing() {
    AlignedHead head = HeadOfLips(30, 0.2F);
    OpenMouth(head);
    ColorImage color = head.color.clone();
    TakeMouthInterior(head, TargetWithTeeth(2), color);
    QCOMPARE(cv::norm(color, head.color, cv::NORM_INF), 0.0);
  }

  void WhatLiesOverTheTargetsMouthIsNotTakenForTeeth() {
    AlignedHead head = HeadOfLips(30, 0.2F);
    OpenMouth(head);
    HeadView target = TargetWithTeeth(20);
    const auto changed = [&](Label mouth) {
      target.labels = LabelMap(target.color.size(), static_cast<std::uint8_t>(mouth));
      ColorImage color = head.color.clone();
      TakeMouthInterior(head, target, color);
      return cv::norm(color, head.color, cv::NORM_INF) > 0;
    };
    QVERIFY(changed(Label::kInnerMouth));
    QVERIFY(!changed(Label::kBackground));
  }

  void TheOwnMouthIsNotReplaced() {
    const AlignedHead head = HeadOfLips(30, 0.9F, Label::kInnerMouth);
    ColorImage color = head.color.clone();
    TakeMouthInterior(head, TargetWithTeeth(20), color);
    QCOMPARE(cv::norm(color, head.color, cv::NORM_INF), 0.0);
  }
};

QTEST_GUILESS_MAIN(MouthTest)
#include "mouth_test.moc"
