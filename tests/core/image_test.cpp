#include "engine/core/image.h"

#include <QtTest>
#include <cmath>

#include "engine/core/labels.h"

namespace heser {

class ImageTest : public QObject {
  Q_OBJECT

 private slots:
  void LinearLightFollowsTheStandard() {
    QVERIFY(std::abs(LinearFromSrgb(0.5f) - 0.21404f) < 1e-4f);
    QVERIFY(std::abs(LinearFromSrgb(0.02f) - 0.02f / 12.92f) < 1e-5f);
    QCOMPARE(LinearFromSrgb(-0.3f), 0.0f);
    QVERIFY(LinearFromSrgb(1.2f) > 1.4f);
  }

  void EncodingUndoesDecodingWithinATenthOfAnEightBitStep() {
    for (int i = 0; i <= 1200; ++i) {
      const float v = static_cast<float>(i) / 1000;
      QVERIFY2(std::abs(SrgbFromLinear(LinearFromSrgb(v)) - v) < 0.1f / 255,
               qPrintable(QString::number(v)));
    }
  }

  void BytesSurviveTheWorkingSpace() {
    cv::Mat3b bytes(16, 16);
    for (int i = 0; i < 256; ++i) {
      const auto v = static_cast<std::uint8_t>(i);
      bytes(i / 16, i % 16) = {v, static_cast<std::uint8_t>(255 - v), 7};
    }
    const cv::Mat3b back = ToBytes(FromBytes(bytes));
    QCOMPARE(cv::norm(bytes, back, cv::NORM_INF), 0.0);
  }

  void LabOfGreyHasNoChroma() {
    const cv::Mat3f lab = LabFromSrgb(ColorImage(1, 1, cv::Vec3f(0.5f, 0.5f, 0.5f)));
    QVERIFY(std::abs(lab(0, 0)[0] - 53.39f) < 0.1f);
    QVERIFY(std::abs(lab(0, 0)[1]) < 0.1f);
    QVERIFY(std::abs(lab(0, 0)[2]) < 0.1f);
  }

  void LuminanceWeighsGreenMost() {
    const ScalarImage green = Luminance(ColorImage(1, 1, cv::Vec3f(0, 1, 0)));
    QVERIFY(std::abs(green(0, 0) - 0.7152f) < 1e-6f);
  }

  void MaskOfSelectsExactlyTheSet() {
    LabelMap labels(1, kLabelCount);
    for (int i = 0; i < kLabelCount; ++i) labels(0, i) = static_cast<std::uint8_t>(i);
    const Mask head = MaskOf(labels, kHeadLabels);
    for (int i = 0; i < kLabelCount; ++i) {
      const auto label = static_cast<Label>(i);
      const bool body =
          label == Label::kBackground || label == Label::kNeck || label == Label::kClothing;
      QCOMPARE(head(0, i) != 0, !body);
    }
  }

  void TeachersClassesBecomeOurs() {
    cv::Mat1b celeb = (cv::Mat1b(1, 6) << 2, 3, 9, 15, 17, 255);
    const LabelMap ours = LabelsFromCelebAMask(celeb);
    const LabelMap expected = (cv::Mat1b(1, 6) << 2, 2, 5, 10, 12, kUnjudged);
    QCOMPARE(cv::norm(ours, expected, cv::NORM_INF), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ImageTest)
#include "image_test.moc"
