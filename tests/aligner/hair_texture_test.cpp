#include "engine/aligner/hair_texture.h"

#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/core/progress.h"

using namespace heser;

namespace {

constexpr double kFaceSize = 300;
const cv::Rect kHead(20, 20, 200, 160);
const cv::Rect kSeen(20, 20, 100, 160);
const cv::Rect kUnseen(120, 20, 100, 160);
// Inside of the made up half, away from its outline and its seam.
const cv::Rect kInner(140, 40, 60, 120);

/// Hair in vertical strands of 6 pixels, seen on the left; its right half is made up and flat.
AlignedHead HalfSeen() {
  AlignedHead head;
  const cv::Size size(240, 200);
  head.color = ColorImage(size, cv::Vec3f(0, 0, 0));
  head.color(kHead).setTo(cv::Scalar(0.3, 0.25, 0.2));
  for (int x = kSeen.x; x < kSeen.br().x; ++x) {
    if (x / 3 % 2 == 0) head.color(kSeen).col(x - kSeen.x).setTo(cv::Scalar(0.5, 0.45, 0.4));
  }
  head.alpha = AlphaMap::zeros(size);
  head.alpha(kHead).setTo(1);
  head.labels = LabelMap::zeros(size);
  head.labels(kHead).setTo(static_cast<int>(Label::kHair));
  head.confidence = head.alpha.clone();
  head.confidence(kUnseen).setTo(0.02);
  head.box = kHead;
  head.mesh = DefaultFaceMeshModel().mean;
  head.mesh *= kFaceSize / FaceSize(head.mesh);
  return head;
}

double Contrast(const ColorImage& color, const cv::Rect& where) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(cv::Mat(color(where)), mean, deviation);
  return deviation[0];
}

/// Mean change of a channel from a pixel to the next one.
double Change(const ColorImage& color, const cv::Rect& where, cv::Point step) {
  const cv::Mat difference = color(where) - color(where + step);
  return cv::mean(cv::abs(difference))[0];
}

AlignedHead Copy(const AlignedHead& head) {
  AlignedHead copy = head;
  copy.color = head.color.clone();
  copy.alpha = head.alpha.clone();
  return copy;
}

}  // namespace

class HairTextureTest : public QObject {
  Q_OBJECT

 private slots:
  void UnseenHairGetsTheStrandsOfSeenHair() {
    AlignedHead head = HalfSeen();
    QVERIFY(Contrast(head.color, kInner) < 1e-3);
    TextureUnseenHair(head, {});
    QVERIFY(Contrast(head.color, kInner) > 0.6 * Contrast(head.color, kSeen));
    // Upright strands stay upright.
    QVERIFY(Change(head.color, kInner, {1, 0}) > 4 * Change(head.color, kInner, {0, 1}));
  }

  void WhatIsSeenStays() {
    const AlignedHead before = HalfSeen();
    AlignedHead head = Copy(before);
    TextureUnseenHair(head, {});
    const cv::Rect sure(kSeen.x, kSeen.y, kSeen.width - 20, kSeen.height);
    QCOMPARE(cv::norm(before.color(sure), head.color(sure), cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(before.alpha(sure), head.alpha(sure), cv::NORM_INF), 0.0);
  }

  void TheOutlineOfUnseenHairEndsInStrands() {
    const AlignedHead before = HalfSeen();
    AlignedHead head = Copy(before);
    TextureUnseenHair(head, {});
    // Across the strands: light ones reach the outline, dark ones end before it.
    const cv::Rect rim(kInner.x, kUnseen.y, kInner.width, 1);
    const cv::Mat ends = head.alpha(rim);
    QVERIFY(cv::countNonZero(ends < 0.25) > 10);
    QVERIFY(cv::countNonZero(ends > 0.4) > 10);
    QCOMPARE(cv::norm(head.alpha(kInner), cv::Mat(before.alpha(kInner)), cv::NORM_INF), 0.0);
    QVERIFY(cv::countNonZero(Mask(head.alpha > before.alpha)) == 0);
    QCOMPARE(cv::countNonZero(Mask(head.labels > 0) & Mask(head.alpha <= 0)), 0);
    QCOMPARE(head.box, cv::boundingRect(Mask(head.alpha > 0)));
  }

  void ToneGoesOnFromSeenHair() {
    AlignedHead head = HalfSeen();
    // What was guessed has the tone of skin that shines through a fringe.
    head.color(kUnseen).setTo(cv::Scalar(0.6, 0.3, 0.25));
    TextureUnseenHair(head, {});
    const cv::Scalar seen = cv::mean(head.color(kSeen));
    const cv::Scalar made = cv::mean(head.color(kInner));
    for (int k = 0; k < 3; ++k) {
      QVERIFY2(std::abs(made[k] - seen[k]) < 0.03, qPrintable(QString::number(made[k])));
    }
  }

  void StairsInTheOutlineAreSmoothed() {
    AlignedHead head = HalfSeen();
    // Teeth of 2 pixels along the right side.
    for (int y = kUnseen.y; y < kUnseen.br().y; ++y) {
      if (y / 2 % 2 == 0) head.alpha.row(y).colRange(kUnseen.br().x - 2, kUnseen.br().x) = 0;
    }
    const auto roughness = [](const AlphaMap& alpha) {
      // Of the middle of the side, where a row ends.
      double sum = 0;
      double before = 0;
      for (int y = kInner.y; y < kInner.br().y; ++y) {
        const double end = cv::sum(alpha.row(y))[0];
        if (y > kInner.y) sum += std::abs(end - before);
        before = end;
      }
      return sum;
    };
    const double stairs = roughness(head.alpha);
    TextureUnseenHair(head, {});
    QVERIFY2(roughness(head.alpha) < 0.7 * stairs,
             qPrintable(QStringLiteral("%1 of %2").arg(roughness(head.alpha)).arg(stairs)));
  }

  void StretchedHairAlongTheFaceStays() {
    AlignedHead before = HalfSeen();
    before.confidence(kHead).setTo(1);
    before.confidence(kUnseen).setTo(0.02);
    const cv::Rect temple(30, 60, 14, 60);
    before.confidence(temple).setTo(0.1);
    AlignedHead head = Copy(before);
    TextureUnseenHair(head, {});
    QCOMPARE(cv::norm(before.color(temple), head.color(temple), cv::NORM_INF), 0.0);
  }

  void AHeadThatIsAllSeenIsLeftAlone() {
    AlignedHead seen = HalfSeen();
    seen.confidence(kHead).setTo(1);
    const AlignedHead before = Copy(seen);
    TextureUnseenHair(seen, {});
    QCOMPARE(cv::norm(before.color, seen.color, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(before.alpha, seen.alpha, cv::NORM_INF), 0.0);
  }

  void WithoutSeenHairNothingIsMadeUp() {
    AlignedHead head = HalfSeen();
    head.labels(kSeen).setTo(static_cast<int>(Label::kSkin));
    const AlignedHead before = Copy(head);
    TextureUnseenHair(head, {});
    QCOMPARE(cv::norm(before.color, head.color, cv::NORM_INF), 0.0);
    TextureUnseenHair(head = AlignedHead(), {});
    QVERIFY(head.color.empty());
  }

  void ItIsRepeatable() {
    AlignedHead first = HalfSeen();
    AlignedHead second = HalfSeen();
    TextureUnseenHair(first, {});
    TextureUnseenHair(second, {});
    QCOMPARE(cv::norm(first.color, second.color, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(first.alpha, second.alpha, cv::NORM_INF), 0.0);
  }

  void ItCanBeCancelled() {
    AlignedHead head = HalfSeen();
    CancelSwitch cancel;
    cancel.Cancel();
    const Progress progress({}, cancel);
    QVERIFY_EXCEPTION_THROWN(TextureUnseenHair(head, progress), Cancelled);
  }
};

QTEST_APPLESS_MAIN(HairTextureTest)
#include "hair_texture_test.moc"
