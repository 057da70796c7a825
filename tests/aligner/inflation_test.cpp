#include "engine/aligner/inflation.h"

#include <cmath>

#include <QtTest/QtTest>

#include "engine/core/error.h"

using namespace heser;

namespace {

constexpr double kCenterX = 100;
constexpr double kCenterY = 80;
constexpr double kRadiusX = 70;
constexpr double kRadiusY = 60;
constexpr double kDepth = 50;

/// Squared height of the ellipsoid over its outline, negative outside.
double EllipsoidSquared(double x, double y) {
  const double dx = (x - kCenterX) / kRadiusX;
  const double dy = (y - kCenterY) / kRadiusY;
  return kDepth * kDepth * (1 - dx * dx - dy * dy);
}

InflationProblem EllipsoidProblem() {
  InflationProblem problem;
  problem.cells = cv::Mat1b(170, 210, static_cast<std::uint8_t>(InflationCell::kZero));
  problem.squared = cv::Mat1f::zeros(problem.cells.size());
  problem.rate = 2 * kDepth * kDepth * (1 / (kRadiusX * kRadiusX) + 1 / (kRadiusY * kRadiusY));
  for (int y = 0; y < problem.cells.rows; ++y) {
    for (int x = 0; x < problem.cells.cols; ++x) {
      if (EllipsoidSquared(x, y) > 0) {
        problem.cells(y, x) = static_cast<std::uint8_t>(InflationCell::kFree);
      }
    }
  }
  return problem;
}

double HeightAt(const cv::Mat1f& squared, int x, int y) { return std::sqrt(squared(y, x)); }

}  // namespace

class InflationTest : public QObject {
  Q_OBJECT
 private slots:
  void AnEllipsoidComesBackFromItsOutline() {
    const cv::Mat1f squared = SolveInflation(EllipsoidProblem(), {});
    for (const auto& [x, y] : {std::pair{100, 80}, {60, 80}, {100, 40}, {130, 110}}) {
      const double truth = std::sqrt(EllipsoidSquared(x, y));
      QVERIFY2(std::abs(HeightAt(squared, x, y) - truth) < 0.02 * kDepth,
               qPrintable(QString("%1 against %2").arg(HeightAt(squared, x, y)).arg(truth)));
    }
    QCOMPARE(squared(0, 0), 0.0f);
  }

  void GivenHeightsStayAndReachIntoTheRest() {
    InflationProblem problem = EllipsoidProblem();
    for (int y = 60; y < 100; ++y) {
      for (int x = 80; x < 120; ++x) {
        problem.cells(y, x) = static_cast<std::uint8_t>(InflationCell::kFixed);
        problem.squared(y, x) = static_cast<float>(4 * EllipsoidSquared(x, y));
      }
    }
    const cv::Mat1f squared = SolveInflation(problem, {});
    QCOMPARE(squared(80, 100), problem.squared(80, 100));
    QVERIFY(HeightAt(squared, 121, 80) > 1.7 * std::sqrt(EllipsoidSquared(121, 80)));
    QVERIFY(squared(80, 121) < squared(80, 119));
  }

  void AnOpenEdgeIsCrossedWithoutAFall() {
    InflationProblem problem = EllipsoidProblem();
    // Everything below the middle goes on unseen: by symmetry the shape is that of the whole.
    for (int y = 81; y < problem.cells.rows; ++y) {
      problem.cells.row(y).setTo(static_cast<int>(InflationCell::kOpen));
    }
    const cv::Mat1f squared = SolveInflation(problem, {});
    QVERIFY(std::abs(HeightAt(squared, 100, 80) - kDepth) < 0.03 * kDepth);
    QCOMPARE(squared(90, 100), 0.0f);
  }

  void AShapeWithNoClosedEdgeStaysFinite() {
    InflationProblem problem;
    problem.cells = cv::Mat1b(40, 40, static_cast<std::uint8_t>(InflationCell::kOpen));
    problem.cells(cv::Rect(10, 10, 20, 20)).setTo(static_cast<int>(InflationCell::kFree));
    problem.squared = cv::Mat1f::zeros(40, 40);
    problem.rate = 1;
    QVERIFY(cv::checkRange(SolveInflation(problem, {})));
  }

  void ItStopsWhenToldTo() {
    CancelSwitch cancel;
    cancel.Cancel();
    QVERIFY_EXCEPTION_THROWN(SolveInflation(EllipsoidProblem(), Progress({}, cancel)), Cancelled);
  }
};

QTEST_GUILESS_MAIN(InflationTest)
#include "inflation_test.moc"
