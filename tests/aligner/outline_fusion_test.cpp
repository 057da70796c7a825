#include "engine/aligner/outline_fusion.h"

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

using namespace heser;

namespace {

constexpr double kFaceSize = 200;
const cv::Size kSize(300, 300);
const cv::Rect kLeftHalf(0, 0, 150, 300);
const cv::Rect kRightHalf(150, 0, 150, 300);

/// A round head, seen well all over.
OutlineView Disc(int radius, double weight = 1) {
  OutlineView view;
  view.alpha = AlphaMap::zeros(kSize);
  cv::circle(view.alpha, {150, 150}, radius, 1.0, cv::FILLED);
  view.confidence = view.alpha.clone();
  view.unseen = Mask::zeros(kSize);
  view.weight = weight;
  return view;
}

/// A face of this radius in the middle: wider than all heads, nothing hangs beside it.
OutlinedFace Face(int radius) {
  OutlinedFace face{cv::Point2d(150, 150 + radius), cv::Point2d(0, 1), Mask::zeros(kSize)};
  cv::circle(face.hull, {150, 150}, radius, 255, cv::FILLED);
  return face;
}

AlphaMap Fuse(const std::vector<OutlineView>& views, int face_radius = 130) {
  return FuseOutlines(views, Face(face_radius), kFaceSize);
}

/// A head with a lock of hair down each side of its neck, this far from the middle.
OutlineView WithLocks(int left, int right, int width) {
  OutlineView view = Disc(90);
  view.alpha(cv::Rect(150 - left - width, 150, width, 150)).setTo(1);
  view.alpha(cv::Rect(150 + right, 150, width, 150)).setTo(1);
  view.confidence = view.alpha.clone();
  return view;
}

/// Share of pixels that are neither head nor background.
double HalfTransparent(const AlphaMap& alpha) {
  return cv::countNonZero(MaskAbove(alpha, 0.15) & Mask(alpha < 0.85f)) /
         static_cast<double>(kSize.area());
}

}  // namespace

class OutlineFusionTest : public QObject {
  Q_OBJECT
 private slots:
  void OneOutlineIsItself() {
    OutlineView view = Disc(90);
    view.alpha(cv::Rect(100, 40, 100, 30)).setTo(0.3);  // Strands.
    QVERIFY(cv::norm(Fuse({view}), view.alpha, cv::NORM_INF) < 1e-5);
  }

  void TheBetterSeenOutlineIsKeptWithItsStrands() {
    OutlineView best = Disc(90);
    best.alpha(cv::Rect(100, 40, 100, 30)).setTo(0.3);
    QVERIFY(cv::norm(Fuse({best, Disc(120, 0.3)}), best.alpha, cv::NORM_INF) < 0.02);
  }

  void EachSideIsThatOfTheSourceThatSawIt() {
    OutlineView left_seen = Disc(90);
    left_seen.confidence(kRightHalf) *= 0.05;
    OutlineView right_seen = Disc(110);
    right_seen.confidence(kLeftHalf) *= 0.05;
    const AlphaMap fused = Fuse({left_seen, right_seen});
    QVERIFY(fused(150, 150 - 95) < 0.1f);
    QVERIFY(fused(150, 150 - 85) > 0.9f);
    QVERIFY(fused(150, 150 + 105) > 0.9f);
    QVERIFY(fused(150, 150 + 115) < 0.1f);
    QVERIFY(fused(150, 150) > 0.99f);
  }

  void TwoThatDisagreeMakeNoGhost() {
    const AlphaMap fused = Fuse({Disc(80), Disc(110)});
    // One outline between both: a rim of about a pixel and a half, not of thirty.
    QVERIFY(HalfTransparent(fused) < 0.02);
    QVERIFY(fused(150, 150 + 75) > 0.95f);
    QVERIFY(fused(150, 150 + 115) < 0.05f);
  }

  void WhoCountsMoreHasNoGhostBesideTheMixedOutline() {
    // One rim of about a pixel, for whatever share of the outline is one source's.
    for (const double weight : {0.6, 0.7, 0.75, 0.8, 0.9}) {
      QVERIFY(HalfTransparent(Fuse({Disc(80), Disc(110, weight)})) < 0.012);
      QVERIFY(HalfTransparent(Fuse({Disc(110), Disc(80, weight)})) < 0.016);
    }
  }

  void WhatOnePhotoCutsOffComesFromAnother() {
    OutlineView cut = Disc(90);
    const cv::Rect beyond(0, 0, 300, 90);
    cut.alpha(beyond).setTo(0);
    cut.confidence(beyond).setTo(0);
    cut.unseen(beyond).setTo(255);
    const AlphaMap fused = Fuse({cut, Disc(90, 0.1)});
    QVERIFY(fused(70, 150) > 0.95f);
    QVERIFY(fused(50, 150) < 0.05f);
    // Where it saw the outline, the other does not change it.
    QVERIFY(cv::norm(fused.rowRange(150, 300), cut.alpha.rowRange(150, 300), cv::NORM_INF) < 0.02);
  }

  void AnOutlineDoesNotShowAgainOutsideOfAnother() {
    // A narrow head seen well, a wide one whose own rim is seen as well: no ring may stay.
    OutlineView narrow = Disc(70);
    narrow.confidence = AlphaMap(kSize, 1.0f);
    narrow.confidence(kRightHalf).setTo(0.6);
    OutlineView wide = Disc(110, 0.7);
    const AlphaMap fused = Fuse({narrow, wide});
    const Mask head = MaskAbove(fused, 0.5);
    QCOMPARE(cv::countNonZero(head), cv::countNonZero(LargestPiece(head)));
    QCOMPARE(cv::countNonZero(FillHoles(head, 1e9)), cv::countNonZero(head));
  }

  void HairThatHangsIsThatOfTheSourceThatHasItsSide() {
    // The first saw the left side, the second the right one; rays that go down cross both locks.
    OutlineView first = WithLocks(40, 10, 40);
    first.confidence(kRightHalf) *= 0.2;
    OutlineView second = WithLocks(10, 50, 40);
    second.confidence(kLeftHalf) *= 0.2;
    const AlphaMap fused = Fuse({first, second}, 50);
    const cv::Range hanging(255, 300);
    for (int x = 0; x < 300; ++x) {
      if (std::abs(x - 150) < 30) continue;  // The sides change over.
      const AlphaMap& expected = x < 150 ? first.alpha : second.alpha;
      const cv::Mat differs =
          fused(hanging, cv::Range(x, x + 1)) != expected(hanging, cv::Range(x, x + 1));
      // Columns at an outline may be softer.
      const bool at_outline =
          expected(280, std::max(x - 3, 0)) != expected(280, std::min(x + 3, 299));
      if (!at_outline) QCOMPARE(cv::countNonZero(differs), 0);
    }
  }

  void HairThatOnePhotoCutsOffHangsAsInTheOther() {
    OutlineView first = WithLocks(10, 10, 60);
    const cv::Rect beyond(0, 240, 300, 60);
    first.alpha(beyond).setTo(0);
    first.confidence(beyond).setTo(0);
    first.unseen(beyond).setTo(255);
    OutlineView second = WithLocks(40, 40, 40);
    second.weight = 0.8;
    const AlphaMap fused = Fuse({first, second}, 50);
    for (const int x : {90, 210}) QVERIFY(fused(280, x) > 0.95f);
  }

  void WhereNobodySpeaksTheFirstCounts() {
    OutlineView first = Disc(90);
    OutlineView second = Disc(60);
    first.unseen.setTo(255);
    second.unseen.setTo(255);
    QVERIFY(cv::norm(Fuse({first, second}), first.alpha, cv::NORM_INF) < 1e-5);
  }
};

QTEST_GUILESS_MAIN(OutlineFusionTest)
#include "outline_fusion_test.moc"
