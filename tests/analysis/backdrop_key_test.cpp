#include "engine/analysis/backdrop_key.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace heser {
namespace {

constexpr int kSide = 400;
constexpr double kFace = 160;
const cv::Point kMiddle(200, 220);
const cv::Rect kHair(100, 60, 200, 130);
const cv::Rect kGap(112, 80, 12, 24);
const cv::Rect kStrand(300, 120, 25, 3);
const cv::Rect kShine(190, 90, 2, 40);
const cv::Rect kBoard(302, 70, 30, 20);
const cv::Vec3f kWall(0.8f, 0.82f, 0.85f);
const cv::Vec3f kDark(0.15f, 0.1f, 0.08f);

/// Dark hair on a light wall. The labels take a rim of the wall and a gap in the hair for hair, and
/// leave a strand out.
HeadView Photo(double noise = 0.005) {
  HeadView view;
  view.color = ColorImage(kSide, kSide, kWall);
  view.labels = LabelMap(kSide, kSide, std::uint8_t{0});
  view.matte = AlphaMap(kSide, kSide, 0.f);
  view.mesh = test::MeshAt(kMiddle, kFace);
  const cv::Rect labelled(kHair.x - 5, kHair.y - 5, kHair.width + 10, kHair.height + 5);
  view.labels(labelled).setTo(static_cast<int>(Label::kHair));
  view.matte(labelled).setTo(1);
  view.color(kHair).setTo(kDark);
  view.color(kGap).setTo(kWall);
  view.color(kStrand).setTo(kDark);
  view.color(kShine).setTo(kWall);
  const cv::Rect face(130, 150, 140, 160);
  view.color(face).setTo(cv::Scalar(0.8, 0.6, 0.5));
  view.labels(face).setTo(static_cast<int>(Label::kSkin));
  view.matte(face).setTo(1);
  cv::Mat3f grain(kSide, kSide);
  cv::RNG random(3);
  random.fill(grain, cv::RNG::NORMAL, 0, noise);
  view.color += grain;
  return view;
}

const cv::Rect kEar(270, 200, 12, 60);
const cv::Vec3f kSkinColor(0.8f, 0.6f, 0.5f);

/// The same with an ear at the face's right below the hair: its upper third is labelled hair, and
/// its right rim is half wall.
HeadView PhotoWithEar() {
  HeadView view = Photo();
  const cv::Rect upper(kEar.x, kEar.y, kEar.width, kEar.height / 3);
  const cv::Rect above(kEar.x, kHair.br().y, kEar.width, kEar.y - kHair.br().y);
  view.color(above).setTo(kDark);
  view.labels(above).setTo(static_cast<int>(Label::kHair));
  view.matte(above).setTo(1);
  view.color(kEar).setTo(kSkinColor);
  view.labels(kEar).setTo(static_cast<int>(Label::kEar));
  view.labels(upper).setTo(static_cast<int>(Label::kHair));
  view.matte(kEar).setTo(1);
  const cv::Rect rim(kEar.br().x - 2, kEar.y, 2, kEar.height);
  view.color(rim).setTo(kSkinColor * 0.5 + kWall * 0.5);
  return view;
}

double MeanOf(const AlphaMap& matte, const cv::Rect& where) { return cv::mean(matte(where))[0]; }

bool IsUntouched(HeadView view) {
  const AlphaMap matte = view.matte.clone();
  const LabelMap labels = view.labels.clone();
  KeyPlainBackdrop(view);
  return view.exact_matte.empty() && cv::norm(matte, view.matte, cv::NORM_INF) == 0 &&
         cv::norm(labels, view.labels, cv::NORM_INF) == 0;
}

}  // namespace

class BackdropKeyTest : public QObject {
  Q_OBJECT

 private slots:
  void HairIsFoundToTheStrand() {
    HeadView view = Photo();
    KeyPlainBackdrop(view);
    QVERIFY(MeanOf(view.matte, kGap) < 0.02);
    QCOMPARE(cv::countNonZero(view.labels(kGap)), 0);
    const cv::Rect rim(kHair.x - 5, kHair.y + 10, 4, 60);
    QVERIFY(MeanOf(view.matte, rim) < 0.02);
    QVERIFY(MeanOf(view.matte, kStrand) > 0.95);
    const cv::Rect beside(kStrand.x, kStrand.y + 8, kStrand.width, 20);
    QVERIFY(MeanOf(view.matte, beside) < 0.02);
    const cv::Rect solid(kHair.x + 40, kHair.y + 10, 100, 60);
    QVERIFY(MeanOf(view.matte, solid) > 0.999);
    for (const cv::Rect& where : {kGap, rim, kStrand, beside}) {
      QCOMPARE(cv::countNonZero(view.exact_matte(where)), where.area());
    }
  }

  void ShineDeepInTheHairIsNoGap() {
    HeadView view = Photo();
    KeyPlainBackdrop(view);
    QVERIFY(MeanOf(view.matte, kShine) > 0.999);
    QCOMPARE(cv::countNonZero(view.labels(kShine)), kShine.area());
  }

  void ShineAtTheHairlineIsNoGap() {
    HeadView view = Photo();
    const cv::Rect shine(116, 152, 14, 22);  // As wide as a gap, beside the forehead's skin.
    view.color(shine).setTo(kWall);
    KeyPlainBackdrop(view);
    QVERIFY(MeanOf(view.matte, shine) > 0.999);
    QCOMPARE(cv::countNonZero(view.labels(shine)), shine.area());
    QVERIFY(MeanOf(view.matte, kGap) < 0.02);
  }

  void MixedPixelsAreCoveredInPart() {
    HeadView view = Photo();
    const cv::Rect half(kHair.x - 3, kHair.y + 20, 3, 40);
    view.color(half).setTo(kWall * 0.5 + kDark * 0.5);
    KeyPlainBackdrop(view);
    const double covered = MeanOf(view.matte, half);
    QVERIFY2(covered > 0.35 && covered < 0.7, qPrintable(QString::number(covered)));
  }

  void WhatIsWiderThanAStrandIsNoHair() {
    HeadView view = Photo();
    view.color(kBoard).setTo(kDark);
    KeyPlainBackdrop(view);
    const cv::Rect outer(kBoard.x + 12, kBoard.y, kBoard.width - 12, kBoard.height);
    QVERIFY(MeanOf(view.matte, outer) < 0.05);
  }

  void ALineOfTheWallIsNoStrand() {
    HeadView view = Photo();
    const cv::Rect line(kHair.br().x, 100, kSide - kHair.br().x, 3);
    view.color(line).setTo(kDark);
    KeyPlainBackdrop(view);
    const cv::Rect outer(kHair.br().x + 12, line.y, 16, line.height);
    QVERIFY(MeanOf(view.matte, outer) < 0.02);
    QVERIFY(MeanOf(view.matte, kStrand) > 0.95);
  }

  void AnEarThatIsLabelledHairIsAnEar() {
    HeadView view = PhotoWithEar();
    KeyPlainBackdrop(view);
    const cv::Rect solid(kEar.x + 2, kEar.y + 2, kEar.width - 5, kEar.height - 4);
    QVERIFY(MeanOf(view.matte, solid) > 0.98);
    const Mask ear = MaskOf(view.labels, {Label::kEar});
    QVERIFY(cv::countNonZero(ear(solid)) > 0.98 * solid.area());
    // No hair has become one.
    const cv::Rect hair(kHair.x + 40, kHair.y + 10, 100, 60);
    QCOMPARE(cv::countNonZero(ear(hair)), 0);
  }

  void TheWallIsTakenFromColors() {
    HeadView view = PhotoWithEar();
    const ColorImage photo = view.color.clone();
    const ColorImage shared = view.color;
    KeyPlainBackdrop(view);
    const auto distance = [&](const cv::Rect& where, const cv::Vec3f& from) {
      const cv::Scalar mean = cv::mean(view.color(where));
      return cv::norm(cv::Vec3d(mean[0], mean[1], mean[2]) - cv::Vec3d(from));
    };
    QVERIFY(distance(cv::Rect(kEar.br().x - 2, kEar.y + 24, 2, 30), kSkinColor) < 0.06);
    QVERIFY(distance(kGap, kDark) < 0.06);
    // Hair that nothing shines through stays as photographed, and so does the photo itself.
    const cv::Rect solid(kHair.x + 40, kHair.y + 10, 100, 60);
    QCOMPARE(cv::norm(view.color(solid), photo(solid), cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(shared, photo, cv::NORM_INF), 0.0);
  }

  void WhatIsSeenThroughTakesNoColorOfThinHair() {
    HeadView view = Photo();
    const cv::Rect thin(kGap.x - 8, kGap.y - 8, kGap.width + 16, kGap.height + 16);
    view.color(thin).setTo(kDark * 0.78 + kWall * 0.22);
    view.color(kGap).setTo(kWall);
    KeyPlainBackdrop(view);
    const cv::Scalar mean = cv::mean(view.color(kGap));
    QVERIFY(cv::norm(cv::Vec3d(mean[0], mean[1], mean[2]) - cv::Vec3d(kDark)) < 0.06);
  }

  void APatternedWallIsNotKeyed() { QVERIFY(IsUntouched(Photo(0.15))); }

  void HairOfTheWallsColourIsNotKeyed() {
    HeadView view = Photo();
    // Grey hair with locks as light as the wall.
    for (int x = kHair.x; x < kHair.br().x; x += 12) {
      view.color(cv::Rect(x, kHair.y, 4, 90)).setTo(kWall);
    }
    QVERIFY(IsUntouched(view));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::BackdropKeyTest)
#include "backdrop_key_test.moc"
