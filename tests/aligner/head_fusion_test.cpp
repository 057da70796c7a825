#include "engine/aligner/head_fusion.h"

#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/aligner/head_exposure.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

using namespace heser;

namespace {

constexpr double kFaceSize = 200;
const cv::Rect kHead(40, 40, 200, 200);
const cv::Rect kLeftHalf(40, 40, 100, 200);
const cv::Rect kRightHalf(140, 40, 100, 200);
const cv::Rect kHair(40, 40, 200, 50);

/// A head of one colour, skin below hair, seen well all over.
HeadRendering Plain(const cv::Vec3f& color, double weight = 1) {
  HeadRendering rendering;
  AlignedHead& head = rendering.head;
  head.color = ColorImage::zeros(280, 280);
  head.color(kHead).setTo(cv::Scalar(color[0], color[1], color[2]));
  head.alpha = AlphaMap::zeros(280, 280);
  head.alpha(kHead).setTo(1);
  head.labels = LabelMap::zeros(280, 280);
  head.labels(kHead).setTo(static_cast<int>(Label::kSkin));
  head.labels(kHair).setTo(static_cast<int>(Label::kHair));
  head.confidence = head.alpha.clone();
  head.box = kHead;
  // A face as wide as the head: no hair hangs beside it.
  for (int i = 0; i < head.mesh.rows(); ++i) {
    head.mesh.row(i) << (i % 2 == 0 ? kHead.x : kHead.br().x), (i % 4 < 2 ? kHead.y : kHead.br().y),
        0;
  }
  head.mesh.row(mesh_point::kForeheadTop) << 140, kHead.y, 0;
  head.mesh.row(mesh_point::kChin) << 140, kHead.br().y, 0;
  rendering.weight = weight;
  return rendering;
}

void Paint(HeadRendering& rendering, const cv::Rect& where, const cv::Vec3f& color) {
  rendering.head.color(where).setTo(cv::Scalar(color[0], color[1], color[2]));
}

void Mark(HeadRendering& rendering, const cv::Rect& where, Label label) {
  rendering.head.labels(where).setTo(static_cast<int>(label));
}

AlignedHead Fuse(const std::vector<HeadRendering>& renderings) {
  return FuseHeads(renderings, kFaceSize, {});
}

double Off(const AlignedHead& head, int x, int y, const cv::Vec3f& color) {
  return cv::norm(head.color(y, x) - color, cv::NORM_INF);
}

const cv::Vec3f kTan(0.7f, 0.5f, 0.4f);
const cv::Vec3f kGreen(0.1f, 0.9f, 0.1f);

}  // namespace

class HeadFusionTest : public QObject {
  Q_OBJECT
 private slots:
  void OneRenderingIsItself() {
    const HeadRendering only = Plain(kTan);
    QCOMPARE(cv::norm(Fuse({only}).color, only.head.color, cv::NORM_INF), 0.0);
    QVERIFY_EXCEPTION_THROWN(Fuse({}), Error);
  }

  void TwoAlikeGiveTheSame() {
    const AlignedHead fused = Fuse({Plain(kTan), Plain(kTan, 0.5)});
    QVERIFY(cv::norm(fused.color, Plain(kTan).head.color, cv::NORM_INF) < 1e-3);
    QCOMPARE(cv::norm(fused.labels, Plain(kTan).head.labels, cv::NORM_INF), 0.0);
  }

  void WhatTheFirstShowsBadlyComesFromTheOther() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.5);
    // A spot that each shows in a colour of its own, once where the first is sure, once where not.
    const cv::Rect in_left(80, 150, 30, 30);
    const cv::Rect in_right(190, 150, 30, 30);
    for (const cv::Rect& spot : {in_left, in_right}) Paint(second, spot, kGreen);
    first.head.confidence(kRightHalf).setTo(0.05);
    const AlignedHead fused = Fuse({first, second});
    QVERIFY(Off(fused, 95, 165, kTan) < 0.02);
    QVERIFY(Off(fused, 205, 165, kGreen) < 0.02);
    QVERIFY(fused.confidence(165, 205) > 0.9f);
  }

  void ADifferenceOfExposureLeavesNoSeam() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.5);
    second.head.color = Expose(second.head.color, {-0.6, -0.5, -0.7});
    first.head.confidence(kRightHalf).setTo(0.05);
    const AlignedHead fused = Fuse({first, second});
    for (int x = 50; x < 230; ++x) QVERIFY(Off(fused, x, 160, kTan) < 0.02);
  }

  void ExposureIsMeasuredOnSkinBothShow() {
    const HeadRendering reference = Plain(kTan);
    HeadRendering darker = Plain(kTan);
    darker.head.color = Expose(darker.head.color, {-0.4, -0.4, -0.4});
    Paint(darker, kHair, {1, 1, 1});
    // A shadow where only one of them is sure of what it shows says nothing.
    darker.head.confidence(kLeftHalf).setTo(0.1);
    Paint(darker, kLeftHalf, {0.05f, 0.05f, 0.05f});
    const cv::Vec3d gain = ExposureGain(darker.head, reference.head);
    for (int i = 0; i < 3; ++i) QVERIFY(std::abs(gain[i] - 0.4) < 0.02);
  }

  void WithoutSkinNoExposureIsInvented() {
    HeadRendering covered = Plain(kTan);
    Mark(covered, kHead, Label::kHair);
    QCOMPARE(cv::norm(ExposureGain(covered.head, Plain(kGreen).head)), 0.0);
  }

  void TheOutlineIsThatOfTheBestSeen() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.4);
    first.head.alpha(kHair).setTo(0.3);
    second.head.alpha(kLeftHalf).setTo(0);
    const AlignedHead fused = Fuse({first, second});
    QVERIFY(cv::norm(fused.alpha, first.head.alpha, cv::NORM_INF) < 0.02);
    // And what only the first covers keeps its colour.
    QVERIFY(Off(fused, 60, 200, kTan) < 0.02);
  }

  void WhatThePhotoOfTheFirstCutsOffComesFromTheOther() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.2);
    const cv::Rect beyond(0, 0, 280, 80);
    first.head.color(beyond).setTo(0);
    first.head.alpha(beyond).setTo(0);
    first.head.labels(beyond).setTo(0);
    first.head.confidence(beyond).setTo(0);
    first.head.box = kHead - cv::Size(0, 40) + cv::Point(0, 40);
    first.unseen = Mask::zeros(280, 280);
    first.unseen(beyond).setTo(255);
    const AlignedHead fused = Fuse({first, second});
    // An outline drawn anew is soft by a pixel.
    QCOMPARE(fused.box & kHead, kHead);
    QVERIFY(fused.box.area() <= (kHead.width + 4) * (kHead.height + 4));
    QVERIFY(fused.alpha(50, 140) > 0.95f);
    QVERIFY(Off(fused, 140, 50, kTan) < 0.02);
    QCOMPARE(fused.labels(50, 140), static_cast<std::uint8_t>(Label::kHair));
  }

  void BesideAMirroredPhotoWhatIsStretchedCountsForLess() {
    HeadRendering first = Plain(kTan);
    HeadRendering other = Plain(kGreen, 1);
    for (HeadRendering* rendering : {&first, &other}) Mark(*rendering, kHead, Label::kNeck);
    first.head.confidence(kRightHalf).setTo(0.55);
    other.head.confidence(kRightHalf).setTo(0.75);
    other.weight = 0.6;
    const cv::Point stretched(200, 140);
    const double as_source = Off(Fuse({first, other}), stretched.x, stretched.y, kTan);
    other.mirrored = true;
    const double as_mirrored = Off(Fuse({first, other}), stretched.x, stretched.y, kTan);
    QVERIFY(as_mirrored > 1.2 * as_source);
    // What was given stays as it was.
    QCOMPARE(first.head.confidence(stretched), 0.55F);
  }

  void StrandsAreNotMixed() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 1);
    first.head.alpha(kHair).setTo(0.3);
    first.head.confidence(kHair).setTo(0.2);
    Paint(second, kHair, kGreen);
    const AlignedHead fused = Fuse({first, second});
    QVERIFY(Off(fused, 140, 60, kTan) < 0.02);
  }

  void BothEyesComeFromOneSource() {
    const cv::Rect left(80, 120, 20, 10);
    const cv::Rect right(180, 120, 20, 10);
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.9);
    for (const cv::Rect& eye : {left, right}) {
      Mark(first, eye, Label::kEye);
      Mark(second, eye, Label::kEye);
      Paint(second, eye, kGreen);
    }
    // Without the rule, one eye would come from each.
    first.head.confidence(kRightHalf).setTo(0.4);
    const AlignedHead fused = Fuse({first, second});
    const bool first_left = Off(fused, 90, 125, kTan) < Off(fused, 90, 125, kGreen);
    const bool first_right = Off(fused, 190, 125, kTan) < Off(fused, 190, 125, kGreen);
    QCOMPARE(first_left, first_right);
  }

  void GlassesOfAnotherSourceDoNotJoin() {
    const cv::Rect lens(180, 120, 40, 25);
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan);
    Mark(second, lens, Label::kGlasses);
    Paint(second, lens, kGreen);
    first.head.confidence(kRightHalf).setTo(0.05);
    const AlignedHead fused = Fuse({first, second});
    QVERIFY(Off(fused, 200, 132, kTan) < 0.02);
    QCOMPARE(fused.labels(132, 200), static_cast<std::uint8_t>(Label::kSkin));
  }

  void BesideAMirroredPhotoEachGivesTheLensOfItsSide() {
    const cv::Rect left(80, 120, 50, 25);
    const cv::Rect right(150, 120, 50, 25);
    HeadRendering first = Plain(kTan);
    HeadRendering other = Plain(kTan, 0.6);
    other.mirrored = true;
    for (HeadRendering* rendering : {&first, &other}) {
      FaceMesh& mesh = rendering->head.mesh;
      mesh.row(mesh_point::kForeheadTop) << 140, 60, 0;
      mesh.row(mesh_point::kChin) << 140, 230, 0;
      mesh.row(mesh_point::kEyeLeftInner) << 130, 130, 0;
      mesh.row(mesh_point::kEyeRightInner) << 150, 130, 0;
      for (const cv::Rect& lens : {left, right}) Mark(*rendering, lens, Label::kGlasses);
    }
    for (const cv::Rect& lens : {left, right}) Paint(other, lens, kGreen);
    // Not badly enough for the face, which nobody has symmetric.
    first.head.confidence(kRightHalf).setTo(0.6);
    AlignedHead fused = Fuse({first, other});
    QVERIFY(Off(fused, 105, 132, kTan) < 0.02);
    QVERIFY(Off(fused, 175, 132, kGreen) < 0.02);
    // A photo without glasses has none to give.
    Mark(other, left, Label::kSkin);
    Mark(other, right, Label::kSkin);
    fused = Fuse({first, other});
    QVERIFY(Off(fused, 175, 132, kTan) < 0.02);
  }

  void AHatOfAnotherSourceDoesNotJoin() {
    HeadRendering bare = Plain(kTan);
    HeadRendering with_hat = Plain(kTan);
    const cv::Rect above(40, 10, 200, 30);
    Mark(with_hat, kHair, Label::kHeadwear);
    Mark(with_hat, above, Label::kHeadwear);
    Paint(with_hat, kHair | above, kGreen);
    with_hat.head.alpha(above).setTo(1);
    with_hat.head.confidence(above).setTo(1);
    with_hat.head.box |= above;
    bare.head.confidence(kHair).setTo(0.1);
    const AlignedHead fused = Fuse({bare, with_hat});
    QVERIFY(fused.alpha(20, 140) < 0.02f);
    QVERIFY(Off(fused, 140, 60, kTan) < 0.02);
  }

  void HairOfAnotherColourDoesNotJoin() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan);
    Paint(first, kHair, {0.2f, 0.15f, 0.1f});
    Paint(second, kHair, {0.9f, 0.8f, 0.5f});
    const cv::Rect lock(180, 50, 40, 20);
    first.head.confidence(lock).setTo(0.05);
    QVERIFY(Off(Fuse({first, second}), 200, 60, {0.2f, 0.15f, 0.1f}) < 0.02);
    Paint(second, kHair, {0.25f, 0.2f, 0.15f});
    QVERIFY(Off(Fuse({first, second}), 200, 60, {0.25f, 0.2f, 0.15f}) < 0.02);
  }

  void ItStopsWhenToldTo() {
    CancelSwitch cancel;
    cancel.Cancel();
    const std::vector<HeadRendering> two = {Plain(kTan), Plain(kTan)};
    QVERIFY_EXCEPTION_THROWN(FuseHeads(two, kFaceSize, Progress({}, cancel)), Cancelled);
  }

  void AnEarComesFromWhereItWasSeenTheWidest() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan);
    const auto ear = [](const cv::Rect& box, const cv::Vec3f& color, float confidence) {
      EarLayer layer;
      layer.box = box;
      layer.color = ColorImage(box.size(), color);
      layer.alpha = AlphaMap(box.size(), 1.0f);
      layer.own = Mask(box.size(), std::uint8_t{255});
      layer.confidence = AlphaMap(box.size(), confidence);
      return layer;
    };
    // The mesh's middle lies at column 0: all is to its right.
    first.ears = ear({230, 100, 30, 40}, kTan, 0.4f);
    second.ears = ear({230, 60, 30, 40}, kTan, 0.9f);
    const AlignedHead fused = Fuse({first, second});
    QCOMPARE(cv::boundingRect(MaskOf(fused.labels, {Label::kEar})), second.ears.box);
    QVERIFY(fused.alpha(80, 255) > 0.99f);
    QVERIFY(fused.alpha(120, 255) < 0.01f);
    QCOMPARE(fused.box & second.ears.box, second.ears.box);

    // A mirrored photo's is believed less.
    second.mirrored = true;
    second.ears.confidence.setTo(0.45);
    QCOMPARE(cv::boundingRect(MaskOf(Fuse({first, second}).labels, {Label::kEar})), first.ears.box);
  }

  void AnEarThatTheFirstHidesUnderItsHairStaysHidden() {
    HeadRendering first = Plain(kTan);
    HeadRendering second = Plain(kTan, 0.2);
    second.ears.box = {200, 100, 30, 40};
    second.ears.color = ColorImage(40, 30, kTan);
    second.ears.alpha = AlphaMap(40, 30, 1.0f);
    second.ears.own = Mask(40, 30, std::uint8_t{255});
    second.ears.confidence = AlphaMap(40, 30, 1.0f);
    QCOMPARE(cv::countNonZero(MaskOf(Fuse({first, second}).labels, {Label::kEar})), 0);
  }

  void WhatLiesOverOneHeadComesFromTheOther_data() {
    QTest::addColumn<bool>("first_is_covered");
    QTest::newRow("the other") << false;
    QTest::newRow("the first") << true;
  }
  void WhatLiesOverOneHeadComesFromTheOther() {
    QFETCH(bool, first_is_covered);
    const cv::Rect cover(90, 140, 100, 60);
    std::vector<HeadRendering> heads{Plain(kTan), Plain(kTan)};
    heads[1].head.source = 1;
    HeadRendering& covered = heads[first_is_covered ? 0 : 1];
    Paint(covered, cover, kGreen);
    covered.missing = Mask::zeros(280, 280);
    covered.missing(cover).setTo(255);
    const AlignedHead fused = Fuse(heads);
    double off = 0;
    for (int y = 100; y < 240; ++y) {
      for (int x = 40; x < 240; ++x) off = std::max(off, Off(fused, x, y, kTan));
    }
    QVERIFY2(off < 0.01, qPrintable(QString::number(off)));
  }

  void WhatNoOtherShowsStays() {
    const cv::Rect cover(90, 140, 100, 60);
    // The other does not show it either, and a mirror image knows no more than its photo.
    for (const bool is_mirrored : {false, true}) {
      std::vector<HeadRendering> heads{Plain(kTan), Plain(kTan, 0.6)};
      heads[1].mirrored = is_mirrored;
      heads[1].head.source = is_mirrored ? 0 : 1;
      for (HeadRendering& head : heads) {
        if (&head != &heads[0] && is_mirrored) continue;
        Paint(head, cover, kGreen);
        head.missing = Mask::zeros(280, 280);
        head.missing(cover).setTo(255);
      }
      QVERIFY(Off(Fuse(heads), 140, 170, kGreen) < 0.05);
    }
  }
};

QTEST_GUILESS_MAIN(HeadFusionTest)
#include "head_fusion_test.moc"
