#include "engine/core/image_ops.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

Mask MaskWithDisc(cv::Size size, cv::Point center, int radius) {
  Mask mask(size, std::uint8_t{0});
  cv::circle(mask, center, radius, cv::Scalar(255), cv::FILLED);
  return mask;
}

}  // namespace

class ImageOpsTest : public QObject {
  Q_OBJECT

 private slots:
  void WideBlurKeepsTheMeanAndSpreadsASpikeAsAGaussian() {
    cv::Mat1f spike(201, 201, 0.0f);
    spike(100, 100) = 1;
    const cv::Mat1f blurred = Blur(spike, 12);
    QVERIFY(std::abs(cv::sum(blurred)[0] - 1) < 0.02);
    const double peak = 1 / (2 * CV_PI * 12 * 12);
    QVERIFY(std::abs(blurred(100, 100) - peak) < 0.15 * peak);
  }

  void WeightedBlurIgnoresPixelsWithoutWeight() {
    cv::Mat1f image(40, 40, 0.25f);
    image.colRange(20, 40) = 1;
    AlphaMap weight(40, 40, 0.0f);
    weight.colRange(0, 20) = 1;
    const cv::Mat1f blurred = BlurWeighted(image, weight, 3);
    QVERIFY(std::abs(blurred(20, 21) - 0.25f) < 1e-4f);
  }

  void DilateAndErodeMoveABorderByTheRadius() {
    const Mask disc = MaskWithDisc({101, 101}, {50, 50}, 20);
    for (const double radius : {2.0, 3.0, 8.0}) {
      const int r = static_cast<int>(radius);
      QVERIFY(Dilate(disc, radius)(50, 50 + 20 + r) != 0);
      QVERIFY(Dilate(disc, radius)(50, 50 + 20 + r + 1) == 0);
      QVERIFY(Erode(disc, radius)(50, 50 + 20 - r) != 0);
      QVERIFY(Erode(disc, radius)(50, 50 + 20 - r + 1) == 0);
    }
  }

  void ThePicturesBorderDoesNotErode() {
    const Mask all(30, 30, std::uint8_t{255});
    QCOMPARE(cv::countNonZero(Erode(all, 3)), 900);
    QCOMPARE(cv::countNonZero(Erode(all, 9)), 900);
  }

  void SignedDistanceIsZeroBetweenInsideAndOutside() {
    Mask half(10, 10, std::uint8_t{0});
    half.colRange(0, 5) = 255;
    const ScalarImage distance = SignedDistance(half);
    QCOMPARE(distance(5, 4), 0.5f);
    QCOMPARE(distance(5, 5), -0.5f);
  }

  void NearestSelectedNamesThePlace() {
    Mask mask(20, 30, std::uint8_t{0});
    mask(4, 6) = 255;
    mask(15, 25) = 255;
    const cv::Mat2i nearest = NearestSelected(mask);
    QCOMPARE(nearest(0, 0), cv::Vec2i(6, 4));
    QCOMPARE(nearest(19, 29), cv::Vec2i(25, 15));
    QCOMPARE(nearest(4, 6), cv::Vec2i(6, 4));
  }

  void OnlyTheLargestPieceStays() {
    Mask mask = MaskWithDisc({100, 100}, {30, 30}, 15);
    cv::circle(mask, {80, 80}, 5, cv::Scalar(255), cv::FILLED);
    const Mask largest = LargestPiece(mask);
    QVERIFY(largest(30, 30) != 0);
    QVERIFY(largest(80, 80) == 0);
  }

  void SmallHolesAreFilledAndLargeOnesStay() {
    Mask mask(60, 60, std::uint8_t{255});
    cv::rectangle(mask, {10, 10, 3, 3}, cv::Scalar(0), cv::FILLED);
    cv::rectangle(mask, {30, 30, 20, 20}, cv::Scalar(0), cv::FILLED);
    const Mask filled = FillHoles(mask, 50);
    QVERIFY(filled(11, 11) != 0);
    QVERIFY(filled(40, 40) == 0);
  }

  void PushPullContinuesAGradientAndKeepsKnownPixels() {
    cv::Mat3f ramp(64, 64);
    for (int y = 0; y < 64; ++y) {
      for (int x = 0; x < 64; ++x) ramp(y, x) = cv::Vec3f::all(static_cast<float>(x) / 63);
    }
    AlphaMap known(64, 64, 1.0f);
    known(cv::Rect(24, 24, 16, 16)) = 0;
    cv::Mat3f holed = ramp.clone();
    holed(cv::Rect(24, 24, 16, 16)) = cv::Vec3f::all(-5);
    const cv::Mat3f filled = PushPull(holed, known);
    QVERIFY(std::abs(filled(32, 32)[0] - ramp(32, 32)[0]) < 0.06f);
    QCOMPARE(filled(5, 60)[0], ramp(5, 60)[0]);
  }

  void RobustStatisticsLeaveOutliersOut() {
    cv::Mat3f image(50, 50, cv::Vec3f(0.4f, 0.3f, 0.2f));
    image.rowRange(0, 5) = cv::Vec3f::all(1);
    const ColorStatistics all = RobustStatistics(image, Mask(50, 50, std::uint8_t{255}), 0.8);
    QVERIFY(std::abs(all.mean[0] - 0.4) < 1e-3);
    QVERIFY(std::abs(all.mean[2] - 0.2) < 1e-3);
    QCOMPARE(all.count, 2500);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ImageOpsTest)
#include "image_ops_test.moc"
