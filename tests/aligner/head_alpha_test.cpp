#include "engine/aligner/head_alpha.h"

#include <QtTest>

#include "engine/core/labels.h"
#include "tests/aligner/synthetic_head.h"

using namespace heser;

namespace {

/// The alpha of the synthetic head whose matte was painted to `matte` over a box.
AlphaMap AlphaWith(const cv::Rect& box, float matte) {
  const test::SyntheticHead head;
  HeadView view = head.view();
  view.matte = view.matte.clone();
  view.exact_matte = Mask(view.matte.size(), std::uint8_t{0});
  view.matte(box) = matte;
  view.exact_matte(box) = 255;
  return MakeHeadAlpha(view, kHeadLabels, head.model()).alpha;
}

AlphaMap AutomaticAlpha() {
  const test::SyntheticHead head;
  return MakeHeadAlpha(head.view(), kHeadLabels, head.model()).alpha;
}

/// Where the outline of the head's top is crossed, in the column of its middle.
cv::Point Crown() {
  const AlphaMap alpha = AutomaticAlpha();
  const int column = cvRound(FaceCenter(test::SyntheticHead().view().mesh).x);
  for (int row = 0; row < alpha.rows; ++row) {
    if (alpha(row, column) > 0.9f) return {column, row};
  }
  return {column, 0};
}

}  // namespace

class HeadAlphaTest : public QObject {
  Q_OBJECT

 private slots:
  void AMattePaintedByHandHoldsInsideTheHead() {
    const cv::Point crown = Crown();
    const cv::Rect inside(crown.x - 5, crown.y + 10, 10, 10);
    QVERIFY(AutomaticAlpha()(inside.tl() + cv::Point(5, 5)) > 0.99f);
    const AlphaMap alpha = AlphaWith(inside, 0.3f);
    QCOMPARE(alpha(inside.tl() + cv::Point(5, 5)), 0.3f);
    // Beside it nothing changes.
    AlphaMap elsewhere = cv::abs(alpha - AutomaticAlpha());
    elsewhere(inside) = 0;
    QCOMPARE(cv::countNonZero(elsewhere), 0);
  }

  void AMattePaintedByHandShowsStrandsBesideTheHead() {
    const cv::Point crown = Crown();
    const cv::Rect beside(crown.x - 2, crown.y - 5, 4, 2);
    QVERIFY(AutomaticAlpha()(beside.tl()) < 0.1f);
    QCOMPARE(AlphaWith(beside, 0.7f)(beside.tl()), 0.7f);
  }

  void FarFromTheHeadItSaysNothingOfIt() { QCOMPARE(AlphaWith({0, 0, 4, 4}, 1)(1, 1), 0.f); }
};

QTEST_GUILESS_MAIN(HeadAlphaTest)
#include "head_alpha_test.moc"
