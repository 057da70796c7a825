#include "engine/blender/photo_finish.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/grain.h"
#include "engine/core/image_ops.h"

namespace {

using namespace heser;

constexpr int kSide = 160;

// Sharp discs on grey, as eyes and brows are on skin.
ColorImage Discs() {
  ColorImage picture(kSide, kSide, cv::Vec3f(0.6f, 0.5f, 0.45f));
  for (int i = 0; i < 4; ++i) {
    cv::circle(picture, {40 + 80 * (i % 2), 40 + 30 * (i / 2)}, 9, cv::Scalar(0.15, 0.1, 0.1), -1);
  }
  return Blur(picture, 0.6);
}

Mask Edges() {
  Mask mask(kSide, kSide, std::uint8_t{0});
  mask(cv::Rect(20, 20, 120, 70)) = 255;
  return mask;
}

Mask Plain() {
  Mask mask(kSide, kSide, std::uint8_t{0});
  mask(cv::Rect(0, 96, kSide, 64)) = 255;
  return mask;
}

ColorImage Grainy(const ColorImage& picture, double deviation) {
  ColorImage result = picture.clone();
  AddGrain(result, AlphaMap(picture.size(), 1.f), deviation);
  return result;
}

}  // namespace

class PhotoFinishTest : public QObject {
  Q_OBJECT

 private slots:
  void TheBlurOfAnotherPhotoIsFound() {
    const ColorImage sharp = Discs();
    const ColorImage soft = Blur(sharp, 1.8);
    const double fineness = MeasureFinish(soft, Edges(), Plain()).fineness;
    const double sigma = SofteningFor(sharp, Edges(), fineness);
    qInfo("blur of 1.8 px found as %.2f", sigma);
    QVERIFY(sigma > 1.2 && sigma < 1.9);
  }

  void NothingIsSharpenedAndLittleIsLeftAlone() {
    const ColorImage sharp = Discs();
    const ColorImage soft = Blur(sharp, 1.8);
    const double fine = MeasureFinish(sharp, Edges(), Plain()).fineness;
    QCOMPARE(SofteningFor(soft, Edges(), fine), 0.0);
    const double nearly = MeasureFinish(Blur(sharp, 0.3), Edges(), Plain()).fineness;
    QCOMPARE(SofteningFor(sharp, Edges(), nearly), 0.0);
    QCOMPARE(SofteningFor(sharp, Mask(kSide, kSide, std::uint8_t{0}), fine), 0.0);
  }

  void GrainIsMeasuredBesideTexture() {
    ColorImage picture = Grainy(Discs(), 2.0 / 255);
    // Half of the picture is a coarse weave.
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide / 2; ++x) {
        if (x / 2 % 2 == 0) picture(y, x) *= 0.8f;
      }
    }
    const double grain = MeasureGrain(picture, Mask(kSide, kSide, std::uint8_t{255}));
    QVERIFY(grain > 1.2 / 255 && grain < 2.4 / 255);
  }

  void TheHeadGetsTheGrainThatItLacks() {
    const ColorImage target = Grainy(Discs(), 2.5 / 255);
    const PhotoFinish finish = MeasureFinish(target, Edges(), Plain());
    ColorImage head = Discs();
    AlphaMap alpha(kSide, kSide, 1.f);
    alpha(cv::Rect(0, 0, kSide, 10)) = 0;
    ApplyFinish(head, alpha, Edges(), Plain(), finish, 1);
    QVERIFY(std::abs(MeasureGrain(head, Plain()) - finish.grain) < 0.5 / 255);
    QCOMPARE(cv::norm(head.rowRange(0, 10), Discs().rowRange(0, 10), cv::NORM_INF), 0.0);
    ColorImage grainy = Grainy(Discs(), 3.5 / 255);
    const ColorImage before = grainy.clone();
    ApplyFinish(grainy, alpha, Edges(), Plain(), finish, 1);
    QCOMPARE(cv::norm(grainy, before, cv::NORM_INF), 0.0);
  }
};

QTEST_GUILESS_MAIN(PhotoFinishTest)
#include "photo_finish_test.moc"
