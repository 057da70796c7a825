#include "engine/analysis/face_quality.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/analyzer.h"
#include "engine/analysis/face_reader.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSide = 512;

/// A face of 256 pixels' size, all skin: bars with hard edges.
HeadView BarredFace() {
  HeadView view;
  view.color.create(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float value = (x / 32) % 2 == 0 ? 0.3f : 0.7f;
      view.color(y, x) = {value, value, value};
    }
  }
  view.labels = LabelMap(kSide, kSide, static_cast<std::uint8_t>(Label::kSkin));
  view.matte = AlphaMap(kSide, kSide, 1.0f);
  view.mesh = MeshOfProposal({{255.5, 255.5}, 256, 0, 1});
  return view;
}

}  // namespace

class FaceQualityTest : public QObject {
  Q_OBJECT

 private slots:
  void SharpnessIsTheSigmaOfTheBlur() {
    QVERIFY(MeasureQuality(BarredFace()).sharpness < 0.6);
    for (const double sigma : {1.5, 3.0, 5.0}) {
      HeadView blurred = BarredFace();
      blurred.color = Blur(blurred.color, sigma);
      const double found = MeasureQuality(blurred).sharpness;
      QVERIFY2(std::abs(found / sigma - 1) < 0.25, qPrintable(QString::number(found)));
    }
  }

  void SharpnessIsMeasuredAtOneSizeOfFace() {
    HeadView blurred = BarredFace();
    blurred.color = Blur(blurred.color, 4);
    HeadView half;
    cv::resize(blurred.color, half.color, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::resize(blurred.labels, half.labels, half.color.size(), 0, 0, cv::INTER_NEAREST);
    half.mesh = TransformMesh({0.5, 0, -0.25, 0, 0.5, -0.25}, blurred.mesh);
    const double found = MeasureQuality(half).sharpness;
    QVERIFY2(std::abs(found - 4) < 1.2, qPrintable(QString::number(found)));
  }

  void OfAPhotoItIsThatOfTheFaceAlone() {
    const HeadView sharp = BarredFace();
    const double sigma = 3;
    ColorImage picture;
    cv::repeat(sharp.color, 2, 2, picture);
    Blur(sharp.color, sigma).copyTo(picture(cv::Rect(kSide / 2, kSide / 2, kSide, kSide)));
    const FaceMesh mesh = TransformMesh({1, 0, kSide / 2.0, 0, 1, kSide / 2.0}, sharp.mesh);
    const double found = MeasureBlur(Photo(ToBytes(picture)), mesh);
    QVERIFY2(std::abs(found / sigma - 1) < 0.25, qPrintable(QString::number(found)));
  }

  void AFlatFaceIsBlurred() {
    HeadView flat = BarredFace();
    flat.color.setTo(cv::Vec3f(0.5f, 0.4f, 0.3f));
    QVERIFY(MeasureQuality(flat).sharpness > 20);
  }

  void ExposureIsTheSkinsMedianLuminance() {
    HeadView view = BarredFace();
    view.color.setTo(cv::Vec3f(0.5f, 0.5f, 0.5f));
    view.color.rowRange(0, 100).setTo(cv::Vec3f(1, 1, 1));
    view.labels.rowRange(0, 100).setTo(static_cast<std::uint8_t>(Label::kHair));
    const FaceQuality quality = MeasureQuality(view);
    QVERIFY(std::abs(quality.exposure - LinearFromSrgb(0.5f)) < 1e-4);
    QCOMPARE(quality.clipped_share, 0.0);
  }

  void ClippedShareCountsWhatIsBlownOutOrBlack() {
    HeadView view = BarredFace();
    view.color.setTo(cv::Vec3f(0.5f, 0.5f, 0.5f));
    view.color.rowRange(0, kSide / 4).setTo(cv::Vec3f(1, 1, 0.6f));
    view.color.rowRange(kSide / 4, kSide / 2).setTo(cv::Vec3f(0.02f, 0.01f, 0));
    QCOMPARE(MeasureQuality(view).clipped_share, 0.5);
  }

  void AChannelAloneAtItsEndIsNotClipped() {
    // As red is in fair skin, and blue in dark.
    HeadView view = BarredFace();
    view.color.setTo(cv::Vec3f(1, 0.8f, 0.6f));
    view.color.rowRange(kSide / 4, kSide / 2).setTo(cv::Vec3f(0.2f, 0.1f, 0));
    QCOMPARE(MeasureQuality(view).clipped_share, 0.0);
  }

  void WithoutSkinNothingIsSaidOfLight() {
    HeadView view = BarredFace();
    view.labels.setTo(static_cast<std::uint8_t>(Label::kBackground));
    QCOMPARE(MeasureQuality(view).exposure, 0.0);
    QCOMPARE(MeasureQuality(view).clipped_share, 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceQualityTest)
#include "face_quality_test.moc"
