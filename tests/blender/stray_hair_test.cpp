#include "engine/blender/stray_hair.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/blender/background_fill.h"
#include "engine/blender/trinkets.h"
#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace {

using namespace heser;

constexpr int kSide = 400;
constexpr double kFace = 100;
const cv::Scalar kHairColor(0.1, 0.06, 0.05);

// Hair in the middle of a picture, on what `labels` say besides.
struct Scene {
  cv::Rect hair{150, 120, 100, 160};
  FaceMesh mesh = test::MeshAt({kSide / 2.0, kSide / 2.0}, kFace);
  ColorImage color;
  TargetRegions regions;

  explicit Scene(const ColorImage& ground, Label label = Label::kBackground)
      : color(ground.clone()) {
    color(hair).setTo(kHairColor);
    regions.labels = LabelMap(kSide, kSide, static_cast<std::uint8_t>(label));
    regions.labels(hair).setTo(static_cast<int>(Label::kHair));
    regions.head = MaskOf(regions.labels, kHeadLabels);
    regions.clothing = MaskOf(regions.labels, {Label::kClothing});
    regions.neck = Mask(kSide, kSide, std::uint8_t{0});
    regions.bare_skin = regions.neck.clone();
  }

  // Hair of which `share` is seen.
  void Show(cv::Rect where, double share) {
    cv::Mat part = color(where);
    cv::Mat(part * (1 - share) + kHairColor * share).copyTo(part);
  }
  Mask Found() const {
    const StrayHair stray = FindStrayHair(color, regions, mesh);
    return stray.hair | stray.strands;
  }
};

// Blurred lights and shadows, as behind portraits.
ColorImage SoftBackground() {
  ColorImage picture(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const auto wave = static_cast<float>(0.15 * std::sin(x / 50.0) * std::cos(y / 60.0));
      picture(y, x) = cv::Vec3f(0.5f + wave, 0.6f + wave, 0.5f);
    }
  }
  return picture;
}

// The same with thin dark bars everywhere.
ColorImage Fence() {
  ColorImage picture = SoftBackground();
  for (int x = 0; x < kSide; x += 20) {
    picture(cv::Rect(x, 0, 2, kSide)).setTo(kHairColor);
  }
  return picture;
}

// A plain wall with the camera's grain.
ColorImage Wall() {
  ColorImage picture(kSide, kSide, cv::Vec3f(0.7f, 0.7f, 0.68f));
  cv::RNG random(5);
  cv::Mat3f grain(picture.size());
  random.fill(grain, cv::RNG::NORMAL, 0, 0.003);
  return picture + grain;
}

double Share(const Mask& found, const cv::Rect& where) {
  return double(cv::countNonZero(found(where))) / where.area();
}

}  // namespace

class StrayHairTest : public QObject {
  Q_OBJECT

 private slots:
  void StrandsGoFromSoftBackgrounds() {
    Scene scene(SoftBackground());
    const cv::Rect strand(250, 180, 20, 2);
    scene.Show(strand, 0.6);
    const Mask found = scene.Found();
    // What is nearer to hair goes anyway.
    QVERIFY(Share(found, strand & cv::Rect(256, 0, 100, kSide)) > 0.9);
    QVERIFY(Share(found, {300, 100, 60, 200}) < 0.01);
  }

  void StrandsTooFaintForTheHairsColorGoFromCalmBackgrounds() {
    Scene scene(Wall());
    const cv::Rect strand(250, 180, 30, 2);
    scene.Show(strand, 0.03);
    const Mask found = scene.Found();
    QVERIFY(Share(found, strand & cv::Rect(256, 0, 100, kSide)) > 0.9);
    QVERIFY(Share(found, {256, 195, 100, 80}) < 0.01);
  }

  void StrandsThatShineGoFromCalmBackgrounds() {
    Scene scene(Wall());
    const cv::Rect strand(250, 180, 30, 2);
    scene.color(strand).setTo(cv::Scalar(0.95, 0.93, 0.9));
    scene.color(scene.hair).setTo(kHairColor);
    QVERIFY(Share(scene.Found(), strand & cv::Rect(256, 0, 100, kSide)) > 0.9);
  }

  void FaintStrandsGoFromSkinBelowTheThroat() {
    Scene scene(Wall(), Label::kNeck);
    scene.regions.neck = MaskOf(scene.regions.labels, {Label::kNeck});
    const int chin = cvRound(scene.mesh(mesh_point::kChin, 1));
    const cv::Rect strand(250, chin + 20, 18, 2);
    const cv::Rect crease(kSide / 2 - 20, 285, 40, 2);  // Below hair, on the throat.
    scene.Show(strand, 0.04);
    scene.Show(crease, 0.04);
    const Mask found = scene.Found();
    QVERIFY(Share(found, strand & cv::Rect(256, 0, 100, kSide)) > 0.9);
    QCOMPARE(cv::countNonZero(found(crease)), 0);
  }

  void LinesThatGoOnBeyondTheHairsReachStay() {
    Scene scene(Wall());
    const cv::Rect seam(250, 180, kSide - 250, 2);
    scene.Show(seam, 0.05);
    QCOMPARE(cv::countNonZero(scene.Found()), 0);
  }

  void WhatDoesNotBeginAtTheHairStays() {
    Scene scene(SoftBackground());
    const cv::Rect wire(270, 180, 25, 2);
    scene.Show(wire, 0.6);
    QCOMPARE(cv::countNonZero(scene.Found()(wire)), 0);
  }

  void AThickThingBesideTheHairIsNone() {
    Scene scene(SoftBackground());
    scene.Show({250, 180, 30, 2}, 0.6);
    const cv::Rect post(270, 150, 5, 60);
    scene.Show(post, 0.9);
    QVERIFY(Share(scene.Found(), post) < 0.2);
  }

  void BackgroundsWithThinThingsOfTheirOwnKeepThem() {
    Scene scene(Fence());
    const cv::Rect strand(250, 180, 20, 2);
    scene.Show(strand, 0.6);
    QCOMPARE(cv::countNonZero(scene.Found()), 0);
  }

  void TheShadeOfHairOnPlainClothingGoesWithIt() {
    const ColorImage shirt(kSide, kSide, cv::Vec3f(0.9f, 0.9f, 0.9f));
    Scene scene(shirt, Label::kClothing);
    const cv::Rect shade(250, 150, 6, 100);
    const cv::Rect fold(320, 150, 6, 100);
    scene.Show(shade, 0.12);
    scene.Show(fold, 0.12);
    const Mask found = scene.Found();
    QVERIFY(Share(found, shade) > 0.9);
    QCOMPARE(cv::countNonZero(found(fold)), 0);
  }

  void ClothingWithAPatternKeepsItBesideHair() {
    ColorImage shirt(kSide, kSide, cv::Vec3f(0.9f, 0.9f, 0.9f));
    for (int y = 0; y < kSide; y += 10) {
      shirt(cv::Rect(0, y, kSide, 4)).setTo(cv::Scalar(0.78, 0.78, 0.78));
    }
    Scene scene(shirt, Label::kClothing);
    QCOMPARE(cv::countNonZero(scene.Found()), 0);
  }

  void JewelleryIsToldFromClothingAndAPatternIsNot() {
    ColorImage picture(kSide, kSide, cv::Vec3f(0.2f, 0.1f, 0.4f));
    cv::RNG random(3);
    cv::Mat3f weave(picture.size());
    random.fill(weave, cv::RNG::NORMAL, 0, 0.01);
    picture += weave;
    const Mask clothing(kSide, kSide, std::uint8_t{255});
    const cv::Rect pearl(100, 100, 8, 8);
    picture(pearl).setTo(cv::Scalar(0.9, 0.9, 0.8));
    const Mask found = FindTrinkets(picture, clothing, kFace);
    QCOMPARE(Share(found, pearl), 1.0);
    QVERIFY(cv::countNonZero(found) < 4 * pearl.area());
    for (int y = 10; y < kSide; y += 30) {
      for (int x = 10; x < kSide; x += 30) {
        picture(cv::Rect(x, y, 8, 8)).setTo(cv::Scalar(0.9, 0.9, 0.8));
      }
    }
    QCOMPARE(cv::countNonZero(FindTrinkets(picture, clothing, kFace)), 0);
  }
};

QTEST_GUILESS_MAIN(StrayHairTest)
#include "stray_hair_test.moc"
