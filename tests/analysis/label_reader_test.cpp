#include "engine/analysis/label_reader.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/matte_refinement.h"
#include "engine/core/error.h"

namespace heser {
namespace {

constexpr int kSide = 480;
constexpr int kMapSide = 128;
const cv::Vec3f kHairColor(0.15f, 0.1f, 0.08f);
const cv::Vec3f kWallColor(0.7f, 0.75f, 0.8f);

/// A dark disc (hair) of this radius before a light wall.
ColorImage Disc(double radius) {
  ColorImage picture(kSide, kSide, kWallColor);
  cv::circle(picture, {kSide / 2, kSide / 2}, cvRound(radius),
             cv::Scalar(kHairColor[0], kHairColor[1], kHairColor[2]), cv::FILLED);
  return picture;
}

/// What a network might say of it: a blurred disc, on a map that spans `share` of the picture.
CropReading ReadingOfDisc(double radius, double share = 1) {
  const double scale = kMapSide / (share * kSide);
  const double shift = (kMapSide - 1) / 2.0 - scale * kSide / 2.0;
  CropReading reading;
  reading.map_from_picture = {scale, 0, shift, 0, scale, shift};
  cv::Mat1f inside(kMapSide, kMapSide, 0.0f);
  for (int y = 0; y < kMapSide; ++y) {
    for (int x = 0; x < kMapSide; ++x) {
      const double away = std::hypot(x - 63.5, y - 63.5) - radius * scale;
      inside(y, x) = static_cast<float>(1 / (1 + std::exp(2 * away)));
    }
  }
  reading.prediction.matte = inside;
  reading.prediction.probabilities.create(kMapSide, kMapSide, CV_32FC(kLabelCount));
  reading.prediction.probabilities.setTo(0);
  std::vector<cv::Mat1f> planes(kLabelCount);
  for (auto& plane : planes) plane = cv::Mat1f(kMapSide, kMapSide, 0.0f);
  planes[static_cast<int>(Label::kHair)] = inside;
  planes[static_cast<int>(Label::kBackground)] = 1 - inside;
  cv::merge(planes, reading.prediction.probabilities);
  return reading;
}

double Difference(const LabelMap& labels, double radius, Label inside) {
  int wrong = 0;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const bool is_inside = std::hypot(x - kSide / 2, y - kSide / 2) <= radius;
      const Label truth = is_inside ? inside : Label::kBackground;
      wrong += labels(y, x) != static_cast<std::uint8_t>(truth);
    }
  }
  return wrong / (2 * CV_PI * radius);  // Pixels of error along the outline.
}

}  // namespace

class LabelReaderTest : public QObject {
  Q_OBJECT

 private slots:
  void LabelsFollowThePicturesOutlineFinerThanTheMaps() {
    // A map pixel is 3.75 picture pixels wide, and its disc is a little too small.
    const CropReading reading = ReadingOfDisc(147);
    const HeadLabels read = LabelsFromReadings(Disc(150), std::span(&reading, 1), {});
    const double off = Difference(read.labels, 150, Label::kHair);
    QVERIFY2(off < 0.8, qPrintable(QString::number(off)));
  }

  void AThinStrandIsInTheMatte() {
    ColorImage picture = Disc(120);
    const cv::Scalar hair(kHairColor[0], kHairColor[1], kHairColor[2]);
    cv::line(picture, {240, 125}, {262, 106}, hair, 2);
    const CropReading reading = ReadingOfDisc(120);
    const HeadLabels read = LabelsFromReadings(picture, std::span(&reading, 1), {});
    // As far out as the network's own edge is wide; beside the strand there is nothing.
    QVERIFY2(read.matte(117, 249) > 0.4f, qPrintable(QString::number(read.matte(117, 249))));
    QVERIFY(read.matte(113, 243) < 0.1f);
  }

  void TheMatteHasNoHalo() {
    const CropReading reading = ReadingOfDisc(120);
    const HeadLabels read = LabelsFromReadings(Disc(120), std::span(&reading, 1), {});
    for (int x = 240 + 124; x < kSide; ++x) QVERIFY(read.matte(240, x) < 0.02f);
    for (int x = 240; x < 240 + 116; ++x) QVERIFY(read.matte(240, x) > 0.98f);
  }

  void WhereColoursAgreeTheCoarseMatteStaysSteepened() {
    const ColorImage flat(kSide, kSide, kHairColor);
    cv::Mat1f coarse(kSide / 4, kSide / 4, 0.0f);
    coarse.colRange(kSide / 8, kSide / 4).setTo(1);
    cv::GaussianBlur(coarse, coarse, {}, 2);
    const AlphaMap alpha = RefineMatte(flat, coarse);
    QVERIFY(std::abs(alpha(240, 239) - 0.5f) < 0.15f);
    for (int x = 1; x < kSide; ++x) QVERIFY(alpha(240, x) >= alpha(240, x - 1) - 1e-4f);
    QCOMPARE(alpha(240, 200), 0.0f);
    QCOMPARE(alpha(240, 280), 1.0f);
  }

  void TheCloserReadingWinsAndTheWiderOneContinuesIt() {
    CropReading wide = ReadingOfDisc(200);
    // The wide reading takes everything for clothing, the close one sees hair.
    std::vector<cv::Mat1f> planes;
    cv::split(wide.prediction.probabilities, planes);
    std::swap(planes[static_cast<int>(Label::kHair)], planes[static_cast<int>(Label::kClothing)]);
    cv::merge(planes, wide.prediction.probabilities);
    const CropReading readings[] = {ReadingOfDisc(200, 0.5), wide};
    const HeadLabels read = LabelsFromReadings(Disc(200), readings, {});
    QCOMPARE(read.labels(240, 240), static_cast<std::uint8_t>(Label::kHair));
    QCOMPARE(read.labels(240, 400), static_cast<std::uint8_t>(Label::kClothing));
    QCOMPARE(read.labels(240, 460), static_cast<std::uint8_t>(Label::kBackground));
  }

  void BeyondEveryReadingNothingIsKnown() {
    const CropReading reading = ReadingOfDisc(300, 0.5);
    const HeadLabels read =
        LabelsFromReadings(ColorImage(kSide, kSide, kHairColor), std::span(&reading, 1), {});
    QCOMPARE(read.labels(20, 20), static_cast<std::uint8_t>(Label::kBackground));
    QCOMPARE(read.matte(20, 20), 0.0f);
    QCOMPARE(read.matte(240, 240), 1.0f);
  }

  void ReadingStopsWhenTold() {
    CancelSwitch cancel;
    const Progress progress([](double, std::string_view) {}, cancel);
    cancel.Cancel();
    const CropReading reading = ReadingOfDisc(100);
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             LabelsFromReadings(Disc(100), std::span(&reading, 1), progress));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::LabelReaderTest)
#include "label_reader_test.moc"
