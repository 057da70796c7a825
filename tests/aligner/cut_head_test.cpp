#include "engine/aligner/cut_head.h"

#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/core.hpp>

using namespace heser;

namespace {

constexpr int kSize = 200;
constexpr double kFace = 100;
constexpr double kRadius = 60;
const cv::Point2d kMiddle(100, 100);

/// A disc of hair, bright in the middle of its picture and darker towards one side, of which the
/// view shows what lies right of and below `first`.
HeadView DiscFrom(const cv::Point& first, Label label = Label::kHair) {
  HeadView view;
  const cv::Size size(kSize - first.x, kSize - first.y);
  view.color = ColorImage(size, cv::Vec3f(0, 0, 1));
  view.labels = LabelMap::zeros(size);
  view.matte = AlphaMap::zeros(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const cv::Point2d from = cv::Point2d(x + first.x, y + first.y) - kMiddle;
      if (std::hypot(from.x, from.y) > kRadius) continue;
      view.labels(y, x) = static_cast<std::uint8_t>(label);
      view.matte(y, x) = 1;
      view.color(y, x) = {0.5f, static_cast<float>(0.5 + from.x / 200), 0.2f};
    }
  }
  view.mesh = FaceMesh::Zero(kMeshPointCount, 3);
  view.mesh(0, 0) = kMiddle.x - first.x - kFace / 2;
  view.mesh.col(1).array() = kMiddle.y - first.y;
  for (int i = 1; i < kMeshPointCount; ++i) {
    view.mesh(i, 0) = view.mesh(0, 0) + kFace * i / (kMeshPointCount - 1);
  }
  view.cut_top = first.y > 0;
  view.cut_left = first.x > 0;
  return view;
}

/// Pixels in which the completed head differs from the whole disc, as a share of the disc's part
/// that was cut off.
double Missed(const CompletedView& completed, const cv::Point& first) {
  int wrong = 0;
  int cut = 0;
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      const bool inside = std::hypot(x - kMiddle.x, y - kMiddle.y) <= kRadius;
      if (inside && (x < first.x || y < first.y)) ++cut;
      const cv::Point at = cv::Point(x, y) - first + completed.origin;
      const bool in_view = cv::Rect({}, completed.view.matte.size()).contains(at);
      if (inside != (in_view && completed.view.matte(at) >= 0.5f)) ++wrong;
    }
  }
  return double(wrong) / cut;
}

}  // namespace

class CutHeadTest : public QObject {
  Q_OBJECT
 private slots:
  void ACircleThatIsCutAboveComesBack() {
    for (const int first : {55, 65, 80}) {
      const HeadView view = DiscFrom({0, first});
      const CompletedView completed = CompleteCutHead(view);
      QVERIFY(completed.origin.y > first - 40);
      QCOMPARE(completed.view.color.rows, view.color.rows + completed.origin.y);
      const double missed = Missed(completed, {0, first});
      QVERIFY2(missed < 0.25, qPrintable(QString("%1: %2").arg(first).arg(missed)));
    }
  }

  void ACircleThatIsCutAsideComesBack() {
    const CompletedView completed = CompleteCutHead(DiscFrom({55, 0}));
    QVERIFY(completed.origin.x > 10);
    QCOMPARE(completed.origin.y, 0);
    const double missed = Missed(completed, {55, 0});
    QVERIFY2(missed < 0.25, qPrintable(QString::number(missed)));
  }

  void RightIsAsLeftInTheMirror() {
    const HeadView left = DiscFrom({55, 0});
    HeadView right = left;
    const auto mirror = [](auto picture) {
      decltype(picture) mirrored;
      cv::flip(picture, mirrored, 1);
      return mirrored;
    };
    right.color = mirror(left.color);
    right.labels = mirror(left.labels);
    right.matte = mirror(left.matte);
    right.cut_left = false;
    right.cut_right = true;
    const cv::Mat before = right.color.clone();
    const CompletedView completed = CompleteCutHead(right);
    QCOMPARE(completed.origin, cv::Point());
    QCOMPARE(cv::norm(right.color, before, cv::NORM_INF), 0.0);
    const CompletedView expected = CompleteCutHead(left);
    QVERIFY(cv::norm(completed.view.color, mirror(expected.view.color), cv::NORM_INF) < 1e-4);
    QCOMPARE(cv::countNonZero(completed.view.labels != mirror(expected.view.labels)), 0);
  }

  void ThinHairOverAForeheadIsContinuedFromBesideIt() {
    HeadView view = DiscFrom({0, 60});
    for (int y = 3; y < view.labels.rows; ++y) {
      for (int x = 80; x < 120; ++x) {
        if (view.labels(y, x) == 0) continue;
        view.labels(y, x) = static_cast<std::uint8_t>(Label::kSkin);
        view.color(y, x) = {1, 1, 1};
      }
    }
    const CompletedView completed = CompleteCutHead(view);
    const cv::Point top(100, completed.origin.y - 14);
    QCOMPARE(completed.view.labels(top), static_cast<std::uint8_t>(Label::kHair));
    QVERIFY(completed.view.color(top)[2] < 0.5f);
  }

  void WhatIsAddedIsOfTheHeadsMaterialAndColours() {
    for (const Label label : {Label::kHair, Label::kHeadwear, Label::kSkin}) {
      const HeadView view = DiscFrom({0, 60}, label);
      const CompletedView completed = CompleteCutHead(view);
      for (const int x : {80, 100, 120}) {
        const cv::Point at(x, completed.origin.y - 8);
        QCOMPARE(completed.view.labels(at), static_cast<std::uint8_t>(label));
        QVERIFY(cv::norm(completed.view.color(at) - view.color(0, x)) < 0.05);
      }
    }
  }

  void MeshAndSeenPartStayTogether() {
    const HeadView view = DiscFrom({55, 65});
    const CompletedView completed = CompleteCutHead(view);
    const cv::Rect seen(completed.origin, view.color.size());
    QCOMPARE(cv::norm(completed.view.color(seen), view.color, cv::NORM_INF), 0.0);
    QCOMPARE(cv::countNonZero(completed.view.labels(seen) != view.labels), 0);
    QCOMPARE(completed.view.mesh(3, 0) - view.mesh(3, 0), double(completed.origin.x));
    QCOMPARE(completed.view.mesh(3, 1) - view.mesh(3, 1), double(completed.origin.y));
  }

  void WholeHeadsStayAsTheyAre() {
    HeadView view = DiscFrom({0, 0});
    view.cut_top = true;
    QCOMPARE(CompleteCutHead(view).view.color.size(), view.color.size());
    // Cut, but the border is not the photo's.
    view = DiscFrom({0, 60});
    view.cut_top = false;
    QCOMPARE(CompleteCutHead(view).origin, cv::Point());
  }

  void PaintedMattesGrowAlong() {
    HeadView view = DiscFrom({0, 60});
    view.exact_matte = Mask(view.color.size(), std::uint8_t{255});
    const CompletedView completed = CompleteCutHead(view);
    QCOMPARE(completed.view.exact_matte.size(), completed.view.color.size());
    QCOMPARE(completed.view.exact_matte(0, 100), std::uint8_t{0});
  }
};

QTEST_GUILESS_MAIN(CutHeadTest)
#include "cut_head_test.moc"
