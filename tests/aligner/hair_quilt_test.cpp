#include "engine/aligner/hair_quilt.h"

#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

using namespace heser;

namespace {

constexpr double kFaceSize = 200;
const cv::Size kSize(300, 200);

/// A face's middle line at x = 150: hair is seen between `seen`, more is wanted in `unseen`.
QuiltInput Input(const cv::Rect& seen, const cv::Rect& unseen) {
  QuiltInput input;
  input.detail = ScalarImage::zeros(kSize);
  input.seen = Mask::zeros(kSize);
  input.seen(seen).setTo(255);
  input.unseen = Mask::zeros(kSize);
  input.unseen(unseen).setTo(255);
  input.middle = {150, 0};
  input.face_size = kFaceSize;
  return input;
}

void FillWithNoise(QuiltInput& input) {
  cv::RNG random(5);
  random.fill(input.detail, cv::RNG::NORMAL, 0, 0.3);
  input.detail = ScalarImage(Blur(input.detail, 1.2));
  input.detail.setTo(0, input.seen == 0);
}

/// Strands of this slope (sideways a row), 8 pixels apart.
void FillWithStrands(double slope, QuiltInput& input) {
  for (int y = 0; y < kSize.height; ++y) {
    for (int x = 0; x < kSize.width; ++x) {
      if (input.seen(y, x) == 0) continue;
      input.detail(y, x) = static_cast<float>(0.3 * std::sin((x - slope * y) * CV_PI / 4));
    }
  }
}

double Deviation(const ScalarImage& detail, const cv::Rect& where) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(cv::Mat(detail(where)), mean, deviation);
  return deviation[0];
}

/// Correlation of a field with itself moved.
double SelfLikeness(const ScalarImage& detail, const cv::Rect& where, const cv::Point& by) {
  const cv::Mat a = detail(where);
  const cv::Mat b = detail(where + by);
  return a.dot(b) / std::sqrt(a.dot(a) * b.dot(b));
}

}  // namespace

class HairQuiltTest : public QObject {
  Q_OBJECT

 private slots:
  void HairIsNotRepeated() {
    // Little is seen, much is wanted.
    QuiltInput input = Input({150, 40, 40, 120}, {190, 40, 100, 120});
    FillWithNoise(input);
    const ScalarImage detail = QuiltHair(input, {});
    QVERIFY(!detail.empty());
    const cv::Rect field(200, 50, 40, 100);
    double most = 0;
    for (int x = 8; x <= 40; ++x) most = std::max(most, SelfLikeness(detail, field, {x, 0}));
    QVERIFY2(most < 0.5, qPrintable(QString::number(most)));
  }

  void ContrastIsThatOfTheHairBeside() {
    QuiltInput input = Input({150, 20, 80, 160}, {230, 20, 60, 160});
    FillWithNoise(input);
    // Calm at the border, wild elsewhere.
    input.detail(cv::Rect(200, 20, 30, 160)) *= 0.3;
    const ScalarImage detail = QuiltHair(input, {});
    const double wild = Deviation(input.detail, {155, 30, 40, 140});
    const double made = Deviation(detail, {240, 30, 40, 140});
    QVERIFY2(made < 0.6 * wild && made > 0.15 * wild,
             qPrintable(QStringLiteral("%1 of %2").arg(made).arg(wild)));
  }

  void StrandsOfTheOtherSideComeMirrored() {
    // Left of the face they fall to the left, so right of it they fall to the right.
    QuiltInput input = Input({20, 20, 110, 160}, {170, 40, 110, 120});
    FillWithStrands(-0.5, input);
    const ScalarImage detail = QuiltHair(input, {});
    QVERIFY(!detail.empty());
    cv::Mat dx;
    cv::Mat dy;
    const cv::Rect inner(185, 55, 80, 90);
    cv::Sobel(detail(inner), dx, CV_32F, 1, 0);
    cv::Sobel(detail(inner), dy, CV_32F, 0, 1);
    // Across strands of a positive slope the gradient's parts have opposite signs.
    QVERIFY(dx.dot(dy) < 0);
  }

  void StraightStrandsGoOnAndCurlsStayCurls() {
    // How alike detail is a good piece further along the strands, which are upright.
    const auto likeness = [](bool straight) {
      QuiltInput input = Input({150, 20, 80, 160}, {230, 20, 60, 160});
      cv::RNG random(3);
      ScalarImage noise(kSize);
      random.fill(noise, cv::RNG::NORMAL, 0, 1);
      // Strands of some length, or specks.
      cv::Mat shaped;
      cv::GaussianBlur(noise, shaped, {}, 1.2, straight ? 12 : 1.2);
      input.detail = ScalarImage(shaped * (straight ? 1.6 : 1.0));
      input.detail.setTo(0, input.seen == 0);
      const ScalarImage detail = QuiltHair(input, {});
      return SelfLikeness(detail, {240, 40, 40, 100}, {0, 24});
    };
    QVERIFY2(likeness(true) > 0.45, qPrintable(QString::number(likeness(true))));
    QVERIFY2(likeness(false) < 0.2, qPrintable(QString::number(likeness(false))));
  }

  void PiecesTurnToTheStrandsBeside() {
    // Upright strands far away, slanted ones beside what is wanted.
    QuiltInput slanted = Input({150, 20, 90, 160}, {240, 20, 50, 160});
    FillWithStrands(0.4, slanted);
    QuiltInput input = slanted;
    input.detail = slanted.detail.clone();
    FillWithStrands(0, input);
    const cv::Rect beside(215, 20, 25, 160);
    slanted.detail(beside).copyTo(input.detail(beside));
    const ScalarImage detail = QuiltHair(input, {});
    cv::Mat dx;
    cv::Mat dy;
    const cv::Rect inner(245, 40, 35, 120);
    cv::Sobel(detail(inner), dx, CV_32F, 1, 0);
    cv::Sobel(detail(inner), dy, CV_32F, 0, 1);
    const double slope = -dx.dot(dy) / dx.dot(dx);
    QVERIFY2(slope > 0.2, qPrintable(QString::number(slope)));
  }

  void FromTooLittleHairNothingIsMade() {
    QuiltInput input = Input({150, 40, 5, 20}, {160, 40, 100, 100});
    FillWithNoise(input);
    QVERIFY(QuiltHair(input, {}).empty());
    input.unseen = Mask::zeros(kSize);
    QVERIFY(QuiltHair(input, {}).empty());
    input = Input({}, {160, 40, 100, 100});
    QVERIFY(QuiltHair(input, {}).empty());
  }
};

QTEST_APPLESS_MAIN(HairQuiltTest)
#include "hair_quilt_test.moc"
