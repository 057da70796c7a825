#include "engine/aligner/hair_taper.h"

#include <QtTest/QtTest>

using namespace heser;

namespace {

constexpr int kWidth = 150;
constexpr int kHeight = 200;
constexpr double kFace = 100;

/// Every pixel shows the source pixel at its own place.
cv::Mat2f SamePlaces() {
  cv::Mat2f place(kHeight, kWidth);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      place(y, x) = {static_cast<float>(x), static_cast<float>(y)};
    }
  }
  return place;
}

AlphaMap Tapered(Label label, int picture_bottom) {
  const LabelMap labels(kHeight, kWidth, static_cast<std::uint8_t>(label));
  AlphaMap alpha(kHeight, kWidth, 1.0F);
  TaperCutHair(SamePlaces(), labels, {kHeight, 1, kFace, picture_bottom}, alpha);
  return alpha;
}

}  // namespace

class HairTaperTest : public QObject {
  Q_OBJECT
 private slots:
  void CutHairEndsInTipsOfDifferentLengths() {
    const AlphaMap alpha = Tapered(Label::kHair, 2 * kHeight);
    QVERIFY(cv::mean(alpha.row(kHeight - 1))[0] < 0.4);
    double least = 0;
    double most = 0;
    cv::minMaxLoc(alpha.row(kHeight - 12), &least, &most);
    QVERIFY(least < 0.2);
    QVERIFY(most > 0.8);
    QCOMPARE(cv::countNonZero(alpha.rowRange(0, kHeight - 31) != 1), 0);
  }

  void HairThatLeavesThePictureIsKept() {
    QCOMPARE(cv::countNonZero(Tapered(Label::kHair, kHeight) != 1), 0);
  }

  void NothingButHairIsTapered() {
    QCOMPARE(cv::countNonZero(Tapered(Label::kSkin, 2 * kHeight) != 1), 0);
  }
};

QTEST_GUILESS_MAIN(HairTaperTest)
#include "hair_taper_test.moc"
