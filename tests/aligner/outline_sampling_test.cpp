#include "engine/aligner/outline_sampling.h"

#include <cmath>

#include <QtTest/QtTest>

using namespace heser;

namespace {

constexpr int kSide = 60;
// Source pixels per picture pixel.
constexpr double kSqueezed = 4;
constexpr double kSoftness = 2.4;

/// A source whose coverage ends along a slanted line, softly within a pixel.
AlphaMap Slanted(int side) {
  AlphaMap alpha(side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      alpha(y, x) = static_cast<float>(std::clamp(side / 2.0 + 0.2 * y - x, 0.0, 1.0));
    }
  }
  return alpha;
}

cv::Mat2f Places(double scale) {
  cv::Mat2f place(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      place(y, x) = {static_cast<float>(x * scale), static_cast<float>(y * scale)};
    }
  }
  return place;
}

float LargestStep(const AlphaMap& alpha) {
  float most = 0;
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 1; x < alpha.cols; ++x) {
      most = std::max(most, std::abs(alpha(y, x) - alpha(y, x - 1)));
    }
  }
  return most;
}

}  // namespace

class OutlineSamplingTest : public QObject {
  Q_OBJECT
 private slots:
  void SqueezedOutlinesAreSoftAndWhereTheyBelong() {
    const AlphaMap source = Slanted(static_cast<int>(kSide * kSqueezed));
    const Mask own(kSide, kSide, std::uint8_t{255});
    const AlphaMap alpha = SampleCoverage(source, Places(kSqueezed), own, kSoftness);
    QVERIFY(LargestStep(alpha) < 0.6F);
    // Every row's coverage ends where the source's does, to a fraction of a pixel: no stairs.
    for (int y = 2; y < kSide - 2; ++y) {
      const double end = (kSide * kSqueezed / 2 + 0.2 * y * kSqueezed) / kSqueezed;
      QVERIFY(std::abs(cv::sum(alpha.row(y))[0] - end) < 0.5);
    }
    for (int y = 3; y < kSide - 2; ++y) {
      const double step = cv::sum(alpha.row(y))[0] - cv::sum(alpha.row(y - 1))[0];
      QVERIFY(std::abs(step - 0.2) < 0.12);
    }
  }

  void SoftOutlinesStay() {
    AlphaMap source(kSide, kSide);
    for (int x = 0; x < kSide; ++x) {
      source.col(x) = std::clamp((30 - x) / 6.0 + 0.5, 0.0, 1.0);
    }
    const Mask own(kSide, kSide, std::uint8_t{255});
    const AlphaMap alpha = SampleCoverage(source, Places(1), own, kSoftness);
    QVERIFY(cv::norm(alpha, source, cv::NORM_INF) < 1e-5);
  }

  void PlacesOfOthersAreNotRead() {
    const int side = static_cast<int>(kSide * kSqueezed);
    AlphaMap source = AlphaMap::zeros(side, side);
    source.rowRange(0, side / 2 + 1) = 1;
    cv::Mat2f place = Places(kSqueezed);
    Mask own(kSide, kSide, std::uint8_t{255});
    const AlphaMap whole = SampleCoverage(source, place, own, kSoftness);
    const cv::Range others(kSide / 2 + 3, kSide);
    own.colRange(others) = 0;
    place.colRange(others) = cv::Vec2f(-1e4F, -1e4F);
    const AlphaMap alpha = SampleCoverage(source, place, own, kSoftness);
    const cv::Range kept(0, others.start);
    QVERIFY(cv::norm(alpha.colRange(kept), whole.colRange(kept), cv::NORM_INF) < 1e-4);
  }
};

QTEST_GUILESS_MAIN(OutlineSamplingTest)
#include "outline_sampling_test.moc"
