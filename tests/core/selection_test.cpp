#include "engine/core/selection.h"

#include <QtTest>

namespace heser {

class SelectionTest : public QObject {
  Q_OBJECT

 private slots:
  void OnlyPiecesAtTheSeedAreKept() {
    Mask candidates = Mask::zeros(10, 20);
    const cv::Rect beside(2, 2, 4, 4);
    const cv::Rect corner(6, 6, 2, 2);
    const cv::Rect apart(12, 2, 4, 4);
    for (const cv::Rect& piece : {beside, corner, apart}) candidates(piece).setTo(255);
    Mask seed = Mask::zeros(candidates.size());
    seed(cv::Rect(1, 2, 1, 4)).setTo(255);
    const Mask kept = ConnectedTo(candidates, seed);
    QCOMPARE(cv::countNonZero(kept), beside.area() + corner.area());
    QCOMPARE(cv::countNonZero(kept(apart)), 0);
    QCOMPARE(cv::countNonZero(kept & seed), 0);  // It is no candidate.
  }

  void AQuantileIsOfTheSelectedAlone() {
    cv::Mat1f values(1, 10);
    for (int x = 0; x < 10; ++x) values(0, x) = static_cast<float>(9 - x);
    Mask selected(1, 10, std::uint8_t{255});
    selected(0, 0) = 0;
    QCOMPARE(QuantileOf(values, selected, 0), 0.F);
    QCOMPARE(QuantileOf(values, selected, 0.5), 4.F);
    QCOMPARE(QuantileOf(values, selected, 1), 8.F);
    QCOMPARE(QuantileOf(values, Mask::zeros(1, 10), 0.5), 0.F);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SelectionTest)
#include "selection_test.moc"
