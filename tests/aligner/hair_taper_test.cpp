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

AlphaMap Tapered(std::uint8_t hair, const cv::Mat2f& place, int picture_bottom) {
  AlphaMap alpha(kHeight, kWidth, 1.0F);
  TaperCutHair(place, Mask(kHeight, kWidth, hair), {kHeight, 1, kFace, picture_bottom}, alpha);
  return alpha;
}

}  // namespace

class HairTaperTest : public QObject {
  Q_OBJECT
 private slots:
  void CutHairEndsInTipsOfDifferentLengths() {
    const AlphaMap alpha = Tapered(255, SamePlaces(), 2 * kHeight);
    QVERIFY(cv::mean(alpha.row(kHeight - 1))[0] < 0.4);
    double least = 0;
    double most = 0;
    cv::minMaxLoc(alpha.row(kHeight - 12), &least, &most);
    QVERIFY(least < 0.2);
    QVERIFY(most > 0.8);
    QCOMPARE(cv::countNonZero(alpha.rowRange(0, kHeight - 31) != 1), 0);
  }

  void TheSidesOfALockEndHigherThanItsMiddle() {
    AlphaMap alpha = AlphaMap::zeros(kHeight, kWidth);
    const cv::Range lock(40, 110);
    alpha.colRange(lock).setTo(1);
    TaperCutHair(SamePlaces(), Mask(kHeight, kWidth, std::uint8_t{255}),
                 {kHeight, 1, kFace, 2 * kHeight}, alpha);
    // The picture's border is no side of a lock.
    const AlphaMap whole = Tapered(255, SamePlaces(), 2 * kHeight);
    const auto shorter = [&](int from) {
      return cv::sum(whole.colRange(from, from + 4) - alpha.colRange(from, from + 4))[0] / 4;
    };
    QVERIFY(shorter(lock.start) > 5);
    QVERIFY(shorter(lock.end - 4) > 5);
    QVERIFY(std::abs(shorter(73)) < 1e-3);
  }

  void HairThatLeavesThePictureIsKept() {
    QCOMPARE(cv::countNonZero(Tapered(255, SamePlaces(), kHeight) != 1), 0);
  }

  /// Of a tilted head, a corner of the cut lies beyond the picture.
  void NoRagIsLeftWhereACornerOfTheCutLeavesThePicture() {
    cv::Mat2f place = SamePlaces();
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        place(y, x)[1] = static_cast<float>(y) + 20 - 0.3F * static_cast<float>(x);
      }
    }
    const AlphaMap alpha = Tapered(255, place, kHeight);
    QVERIFY(cv::mean(alpha.row(kHeight - 2).colRange(0, 40))[0] < 0.3);
    // Above the middle of a cut that leaves the picture for the most part, hair stays.
    place.forEach([](cv::Vec2f& at, const int*) { at[1] -= 30; });
    const AlphaMap kept = Tapered(255, place, kHeight);
    QCOMPARE(cv::countNonZero(kept.colRange(0, 100) != 1), 0);
  }

  void NothingButHairIsTapered() {
    QCOMPARE(cv::countNonZero(Tapered(0, SamePlaces(), 2 * kHeight) != 1), 0);
  }
};

QTEST_GUILESS_MAIN(HairTaperTest)
#include "hair_taper_test.moc"
