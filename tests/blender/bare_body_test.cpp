#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/background_fill.h"
#include "engine/blender/bare_shoulders.h"
#include "engine/blender/body_mirror.h"
#include "engine/blender/body_outline.h"
#include "engine/blender/neck_shading.h"
#include "engine/blender/neck_tone.h"
#include "engine/blender/skin_field.h"
#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace {

using namespace heser;

constexpr int kSide = 320;
constexpr double kFace = 100;
const cv::Vec3f kSkinColor(0.8f, 0.6f, 0.5f);
const cv::Vec3f kHairColor(0.1f, 0.06f, 0.05f);
const cv::Vec3f kWall(0.4f, 0.6f, 0.8f);

const FaceMesh& Face() {
  static const FaceMesh mesh = test::MeshAt({kSide / 2.0, 90}, kFace);
  return mesh;
}

int ChinRow() { return cvRound(Face()(mesh_point::kChin, 1)); }

// A bare chest in front of a wall, hair over the left of it, which shades the skin beside it.
struct Chest {
  cv::Rect body{40, ChinRow() - 5, 240, kSide - ChinRow() + 5};
  cv::Rect hair{60, 40, 60, 220};
  ColorImage color = ColorImage(kSide, kSide, kWall);
  AlphaMap matte;
  TargetRegions regions;

  Chest() {
    const Mask none(kSide, kSide, std::uint8_t{0});
    color(body).setTo(cv::Scalar(kSkinColor[0], kSkinColor[1], kSkinColor[2]));
    for (int x = hair.br().x; x < hair.br().x + 10; ++x) {
      const float shade = 0.7f + 0.03f * static_cast<float>(x - hair.br().x);
      for (int y = body.y; y < kSide; ++y) color(y, x) = kSkinColor * shade;
    }
    color(hair).setTo(cv::Scalar(kHairColor[0], kHairColor[1], kHairColor[2]));
    regions.labels = LabelMap(kSide, kSide, std::uint8_t{0});
    regions.labels(body).setTo(static_cast<int>(Label::kNeck));
    cv::ellipse(regions.labels, {kSide / 2, 85}, {40, ChinRow() - 85}, 0, 0, 360,
                cv::Scalar(static_cast<int>(Label::kSkin)), cv::FILLED);
    regions.labels(hair).setTo(static_cast<int>(Label::kHair));
    regions.head = MaskOf(regions.labels, kHeadLabels);
    regions.neck = MaskOf(regions.labels, {Label::kNeck});
    regions.clothing = none.clone();
    regions.bare_skin = none.clone();
    regions.removed = Dilate(regions.head, 3);
    matte = AlphaOf(regions.head | regions.neck);
  }
  Mask Known() const { return regions.neck & ~regions.removed; }
};

// Layers of a body of which hair hides all from the chin on: skin left of a border that bulges
// into it, clothing right of it, and background around.
BodyLayers LayersOf(const TargetRegions& regions, const cv::Mat1b& layer) {
  BodyLayers layers;
  layers.layer = layer.clone();
  layers.mirrored = Mask(layer.size(), std::uint8_t{0});
  for (int i = 0; i < kFillLayerCount; ++i) {
    layers.known[i] = Mask(layer == i) & ~regions.removed;
    layers.distance[i] = DistanceTo(layers.known[i]);
  }
  return layers;
}

}  // namespace

class BareBodyTest : public QObject {
  Q_OBJECT

 private slots:
  void HairsShadeIsTakenFromTheSkinBesideIt() {
    const Chest chest;
    const SkinField field = FindSkinField(chest.color, chest.Known(), chest.regions, Face());
    // Under the hair it is as bright as the chest, not as its shaded rim.
    const cv::Vec3f hidden = field.tone(220, chest.hair.x + 30);
    QVERIFY2(cv::norm(hidden - kSkinColor) < 0.05, qPrintable(QString::number(hidden[0])));
    const int beside = chest.hair.br().x + 5;
    const cv::Vec3f relit = chest.color(220, beside).mul(field.relight(220, beside));
    QVERIFY(cv::norm(relit - kSkinColor) < 0.5 * cv::norm(chest.color(220, beside) - kSkinColor));
    QCOMPARE(field.relight(220, chest.hair.br().x + 40), cv::Vec3f::all(1));
    QCOMPARE(field.relight(chest.hair.y, 5), cv::Vec3f::all(1));
  }

  void StrandsBesideHairAreSkinToBeFilled() {
    Chest chest;
    const int near = chest.hair.br().x + 8;
    const int far = chest.hair.br().x + 60;
    for (const int x : {near, far}) {
      chest.color(cv::Rect(x, 200, 2, 60)).setTo(cv::Scalar(0.2, 0.13, 0.1));
    }
    const SkinField field = FindSkinField(chest.color, chest.Known(), chest.regions, Face());
    QVERIFY(field.strands(230, near) > 0.7f);
    QCOMPARE(field.strands(230, far), 0.f);
    QCOMPARE(field.strands(230, far + 30), 0.f);
  }

  void FineHairIsFilledBesideHairOnly() {
    Chest chest;
    // A sixth darker than the skin: less than hair's own colour is.
    const cv::Vec3f line = 0.82F * kSkinColor;
    const int near = chest.hair.br().x + 8;
    const int far = chest.hair.br().x + 60;
    for (const int x : {near, far}) {
      chest.color(cv::Rect(x, 200, 1, 60)).setTo(cv::Scalar(line[0], line[1], line[2]));
    }
    const SkinField field = FindSkinField(chest.color, chest.Known(), chest.regions, Face());
    QVERIFY2(field.strands(230, near) > 0.5F,
             qPrintable(QString::number(field.strands(230, near))));
    QCOMPARE(field.strands(230, far), 0.F);
  }

  void MirroredSkinHasItsLightButNoMarks() {
    const BodyMirror mirror{kSide / 2.0};
    const int side = 90;
    ColorImage color(kSide, kSide);
    for (int x = 0; x < kSide; ++x) {
      const float light = 0.7F + 0.001F * static_cast<float>(x);
      for (int y = 0; y < kSide; ++y) color(y, x) = kSkinColor * light;
    }
    const cv::Vec3f skin = color(200, side);
    color(cv::Rect(side - 1, 199, 3, 3)).setTo(cv::Scalar(0.1, 0.05, 0.05));
    // A strand that hangs from the hair.
    const cv::Vec3f below = color(261, side);
    color(cv::Rect(side, 261, 1, 3)).setTo(cv::Scalar(0.1, 0.05, 0.05));
    const Mask seen = Mask(kSide, kSide, std::uint8_t{255});
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed(cv::Rect(side - 20, 230, 40, 30)) = 255;
    const ColorImage shown = MirroredSkin(color, seen & ~removed, removed, mirror, kFace);
    const int place = kSide - side;
    QVERIFY(cv::norm(shown(200, place) - skin) < 0.12);
    QVERIFY(cv::norm(shown(261, place) - below) < 0.05);
    QVERIFY(shown(100, kSide - 250)[0] > shown(100, place)[0] + 0.05F);
  }

  void MirroredLightFadesTowardsWhatIsMadeUp() {
    Mask mirrored(kSide, kSide, std::uint8_t{0});
    mirrored(cv::Rect(100, 100, 60, 60)) = 255;
    Mask skin(kSide, kSide, std::uint8_t{0});
    skin(cv::Rect(160, 60, 60, 140)) = 255;
    const AlphaMap share = SkinShare(mirrored, skin, kFace);
    QCOMPARE(share(130, 158), 1.F);  // Beside what is seen.
    QVERIFY(share(130, 101) > 0 && share(130, 101) < 0.2F);
    QVERIFY(share(130, 108) > 0.4F && share(130, 108) < 0.8F);
    QCOMPARE(share(130, 90), 0.F);
  }

  void SkinOfAnotherHueDoesNotTintTheField() {
    Chest chest;
    const cv::Rect orange(180, 250, 100, 70);
    chest.color(orange).setTo(cv::Scalar(0.9, 0.35, 0.2));
    const SkinField field = FindSkinField(chest.color, chest.Known(), chest.regions, Face());
    const cv::Vec3f hidden = field.tone(240, chest.hair.x + 30);
    QVERIFY2(cv::norm(hidden - kSkinColor) < 0.08, qPrintable(QString::number(hidden[1])));
  }

  void ADarkThroatGoesOnUnderTheFace() {
    Chest chest;
    // Hard sun: the face's shadow lies on the throat.
    const cv::Vec3f shade = 0.4f * kSkinColor;
    chest.color(cv::Rect(125, ChinRow() - 5, 70, 30))
        .setTo(cv::Scalar(shade[0], shade[1], shade[2]));
    const SkinField field = FindSkinField(chest.color, chest.Known(), chest.regions, Face());
    QVERIFY(field.tone(ChinRow() - 12, kSide / 2)[0] < 0.55f);
  }

  void TheOldChinsShadeGoesWhereTheNewHeadEndsHigher() {
    Chest chest;
    const cv::Vec3f shade = 0.6f * kSkinColor;
    const cv::Rect throat(125, ChinRow() - 5, 70, 20);
    chest.color(throat).setTo(cv::Scalar(shade[0], shade[1], shade[2]));
    Mask same = MaskOf(chest.regions.labels, {Label::kSkin});
    Mask higher = same.clone();
    higher.rowRange(ChinRow() - 20, kSide) = 0;
    const cv::Point seen(kSide / 2, ChinRow() + 8);
    const cv::Point hidden(kSide / 2, ChinRow() - 10);
    const auto relit = [&](const SkinField& field) {
      return chest.color(seen).mul(field.relight(seen));
    };
    const SkinField lifted =
        FindSkinField(chest.color, chest.Known(), chest.regions, Face(), higher);
    QVERIFY(lifted.unshaded(seen) > 0.6f && lifted.unshaded(hidden) > 0.8f);
    QVERIFY2(cv::norm(relit(lifted) - kSkinColor) < 0.5 * cv::norm(shade - kSkinColor),
             qPrintable(QString::number(relit(lifted)[0])));
    QVERIFY2(cv::norm(lifted.tone(hidden) - kSkinColor) < 0.45 * cv::norm(shade - kSkinColor),
             qPrintable(QString::number(lifted.tone(hidden)[0])));
    // A chin in the old one's place keeps its shade.
    const SkinField kept = FindSkinField(chest.color, chest.Known(), chest.regions, Face(), same);
    QCOMPARE(kept.unshaded(seen), 0.f);
    QCOMPARE(kept.relight(seen), cv::Vec3f::all(1));
    QVERIFY(cv::norm(kept.tone(hidden) - shade) < cv::norm(kept.tone(hidden) - kSkinColor));
  }

  void ABeardBelowTheOldChinIsFilled() {
    Chest chest;
    const cv::Rect beard(140, ChinRow() + 4, 40, 8);
    chest.color(beard).setTo(cv::Scalar(0.1, 0.08, 0.07));
    Mask higher = MaskOf(chest.regions.labels, {Label::kSkin});
    higher.rowRange(ChinRow() - 20, kSide) = 0;
    const cv::Point place(kSide / 2, ChinRow() + 8);
    const SkinField field =
        FindSkinField(chest.color, chest.Known(), chest.regions, Face(), higher);
    QVERIFY(field.strands(place) > 0.6f);
    QCOMPARE(FindSkinField(chest.color, chest.Known(), chest.regions, Face()).strands(place), 0.f);
  }

  void AFilledNeckHasThePoresOfWhatIsSeenBelow() {
    Chest chest;
    for (int y = chest.body.y; y < kSide; ++y) {
      for (int x = chest.body.x; x < chest.body.br().x; ++x) {
        if ((x + 2 * y) % 5 == 0) chest.color(y, x) *= 0.97;
      }
    }
    Mask wanted(kSide, kSide, std::uint8_t{0});
    wanted(cv::Rect(10, ChinRow() - 30, 190, 34)) = 255;
    const SkinDetail detail = FindNeckDetail(chest.color, chest.regions, wanted, kFace);
    const cv::Rect above(150, ChinRow() - 20, 20, 10);
    cv::Scalar mean;
    cv::Scalar spread;
    cv::meanStdDev(detail.factor(above), mean, spread);
    QVERIFY2(spread[0] > 0.005 && spread[0] < 0.05, qPrintable(QString::number(spread[0])));
    QVERIFY(std::abs(mean[0] - 1) < 0.01);
    QVERIFY(detail.weight(ChinRow() - 15, 160) > 0.9f);
    // No neck stands below the wall beside the body, and nothing else was asked for.
    QCOMPARE(detail.weight(ChinRow() - 15, 20), 0.f);
    QCOMPARE(detail.factor(ChinRow() + 20, 160), cv::Vec3f::all(1));
  }

  void WhatIsNoPoreIsNotSeenTwice() {
    Chest chest;
    cv::RNG random(7);
    for (int y = chest.body.y; y < kSide; ++y) {
      for (int x = chest.body.x; x < chest.body.br().x; ++x) {
        chest.color(y, x) *= static_cast<float>(1 + random.gaussian(0.005));
      }
    }
    const ColorImage plain = chest.color.clone();
    // A strand across, where pores would be taken.
    chest.color(cv::Rect(140, ChinRow() + 9, 40, 2)) *= 0.9;
    Mask wanted(kSide, kSide, std::uint8_t{0});
    wanted(cv::Rect(140, ChinRow() - 30, 40, 34)) = 255;
    const SkinDetail detail = FindNeckDetail(chest.color, chest.regions, wanted, kFace);
    const SkinDetail usual = FindNeckDetail(plain, chest.regions, wanted, kFace);
    const auto spread = [&](const SkinDetail& of) {
      cv::Scalar mean;
      cv::Scalar deviation;
      cv::meanStdDev(of.factor, mean, deviation, wanted);
      return deviation[0];
    };
    QVERIFY(spread(usual) > 0.002);
    QVERIFY2(spread(detail) < 1.2 * spread(usual),
             qPrintable(QString("%1 %2").arg(spread(detail)).arg(spread(usual))));
  }

  void TheFilledChestHasNoBorders() {
    const Chest chest;
    const Mask visible(kSide, kSide, std::uint8_t{255});
    const BackgroundFill fill = FillBehindHead(
        {chest.color, chest.matte, chest.regions, Face(), Face(), visible}, {.grain = 0}, {});
    // From the seen chest to below the hair, in steps of three pixels.
    for (int x = chest.hair.x + 30; x < chest.hair.br().x + 40; x += 3) {
      QVERIFY(fill.layer(230, x) == kNeckLayer);
      const double step = cv::norm(fill.plate(230, x) - fill.plate(230, x + 3));
      QVERIFY2(step < 0.06, qPrintable(QString("%1 at %2").arg(step).arg(x)));
    }
    // What is lightened is part of what changed, and nothing else is.
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        if (fill.coverage(y, x) == 0) QCOMPARE(fill.plate(y, x), chest.color(y, x));
      }
    }
    QVERIFY(fill.coverage(230, chest.hair.br().x + 6) > 0);
  }

  void ShouldersAreNoCylinder() {
    Mask filled(100, 200, std::uint8_t{0});
    filled.colRange(0, 100) = 255;
    const Mask seen = ~filled;
    // The row is two face sizes wide.
    double least = 0;
    cv::minMaxLoc(NeckShading(filled, seen, kFace), &least);
    QCOMPARE(least, 1.0);
  }

  void TheShadingGoesOnOverTheSoftBorderOfANeck() {
    Mask filled(kSide, kSide, std::uint8_t{0});
    const cv::Rect neck(140, 100, 40, 120);
    filled(neck) = 255;
    const AlphaMap shading = NeckShading(filled, Mask(kSide, kSide, std::uint8_t{0}), kFace);
    const float border = shading(160, neck.x);
    QVERIFY(border < 0.9f);
    QCOMPARE(shading(160, neck.x - 1), border);
    QCOMPARE(shading(160, neck.x - 2), border);
    QCOMPARE(shading(160, neck.br().x + 1), shading(160, neck.br().x - 1));
  }

  void HiddenHemsRunStraightOverBareShoulders() {
    // Skin and clothing part at a row of their own left and right of hair; under it clothing bulges
    // up into the skin as far as the hair goes.
    TargetRegions regions = Chest().regions;
    const cv::Rect hair(100, 60, 120, 250);
    const int hem = 250;
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kNeckLayer));
    layer.rowRange(hem, kSide) = kClothingLayer;
    cv::ellipse(layer, {160, hem}, {55, 60}, 0, 180, 360, cv::Scalar(kClothingLayer), cv::FILLED);
    regions.labels = LabelMap(kSide, kSide, std::uint8_t{0});
    regions.labels(hair).setTo(static_cast<int>(Label::kHair));
    regions.removed = MaskOf(regions.labels, {Label::kHair});
    const cv::Point bulge(160, hem - 40);
    BodyLayers clothed = LayersOf(regions, layer);
    SmoothHiddenBorders(regions, Face(), clothed);
    QCOMPARE(int(clothed.layer(bulge)), static_cast<int>(kClothingLayer));
    regions.bare_skin(cv::Rect(60, 150, 40, 80)) = 255;
    BodyLayers bare = LayersOf(regions, layer);
    SmoothHiddenBorders(regions, Face(), bare);
    QCOMPARE(int(bare.layer(bulge)), static_cast<int>(kNeckLayer));
    QCOMPARE(int(bare.layer(hem + 20, 160)), static_cast<int>(kClothingLayer));
    // What is seen stays, and so does what hair did not hide.
    QCOMPARE(cv::countNonZero(Mask(bare.layer != layer) & ~regions.removed), 0);
    const Mask changed = bare.layer != layer;
    QCOMPARE(cv::countNonZero(changed.rowRange(0, ChinRow())), 0);
  }

  void ShouldersThatHairHidesWhollyStay() {
    TargetRegions regions = Chest().regions;
    const cv::Rect hair(40, 40, 240, kSide - 40);
    const cv::Rect collar(140, 260, 40, 60);
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kBackgroundLayer));
    layer(collar) = kClothingLayer;
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed(hair) = 255;
    removed(collar) = 0;
    regions.removed = removed;
    regions.labels = LabelMap(kSide, kSide, std::uint8_t{0});
    regions.labels.setTo(static_cast<int>(Label::kHair), removed);
    const Mask none(kSide, kSide, std::uint8_t{0});
    BodyLayers layers = LayersOf(regions, layer);
    KeepShoulders(regions, none, Face(), layers);
    const cv::Point left(kSide / 2 - 80, 260);
    const cv::Point right(kSide / 2 + 80, 260);
    QCOMPARE(int(layers.layer(left)), static_cast<int>(kClothingLayer));
    QCOMPARE(int(layers.layer(right)), static_cast<int>(kClothingLayer));
    // Beside the neck and above the shoulders stands none.
    QCOMPARE(int(layers.layer(ChinRow() - 10, left.x)), static_cast<int>(kBackgroundLayer));
    // Where background is seen within a shoulder it stands elsewhere.
    regions.removed(cv::Rect(right.x, 220, 40, 100)) = 0;
    layers = LayersOf(regions, layer);
    KeepShoulders(regions, none, Face(), layers);
    QCOMPARE(int(layers.layer(left)), static_cast<int>(kClothingLayer));
    QCOMPARE(int(layers.layer(250, right.x - 10)), static_cast<int>(kBackgroundLayer));
    // And where background is seen below.
    layers = LayersOf(regions, layer);
    KeepShoulders(regions, ~none, Face(), layers);
    QCOMPARE(int(layers.layer(left)), static_cast<int>(kBackgroundLayer));
  }

  void NecklinesDoNotReachTheEndsOfClothedShoulders() {
    // Hair hides all but a throat and the lower corners of the picture, a jacket at the right and
    // at the left what the test says.
    const Mask none(kSide, kSide, std::uint8_t{0});
    const cv::Rect left_corner(40, ChinRow() + 60, 40, 60);
    const cv::Rect right_corner(240, ChinRow() + 60, 40, 60);
    const auto layers_with = [&](bool bare_left, bool hidden_left = false) {
      TargetRegions regions;
      regions.removed = none.clone();
      regions.removed(cv::Rect(40, ChinRow(), 240, 140)) = 255;
      regions.removed(right_corner) = 0;
      if (!hidden_left) regions.removed(left_corner) = 0;
      regions.neck = none.clone();
      regions.clothing = none.clone();
      regions.bare_skin = none.clone();
      if (!hidden_left) regions.clothing(left_corner) = 255;
      regions.clothing(right_corner) = 255;
      if (bare_left) regions.bare_skin(left_corner) = 255;
      cv::Mat1b layer(none.size(), std::uint8_t{kBackgroundLayer});
      layer.setTo(kNeckLayer, regions.removed);
      layer.setTo(kClothingLayer, regions.clothing);
      BodyLayers layers = LayersOf(regions, layer);
      regions.labels = LabelMap(none.size(), std::uint8_t{0});
      ClotheShoulders(ColorImage(none.size(), kWall), regions, Face(), layers);
      return layers;
    };
    const int row = ChinRow() + 40;
    const BodyLayers clothed = layers_with(false);
    QCOMPARE(int(clothed.layer(row, 260)), int(kClothingLayer));
    QCOMPARE(int(clothed.layer(row, 60)), int(kClothingLayer));
    QCOMPARE(int(clothed.layer(row, kSide / 2 + 40)), int(kNeckLayer));
    const BodyLayers bare = layers_with(true);
    QCOMPARE(int(bare.layer(row, 260)), int(kClothingLayer));
    QCOMPARE(int(bare.layer(row, 60)), int(kNeckLayer));
    QCOMPARE(int(layers_with(false, true).layer(row, 60)), int(kClothingLayer));
  }

  void ArmsHangToWhereTheBodyIsSeenBelow() {
    TargetRegions regions = Chest().regions;
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed(cv::Rect(10, 40, 300, kSide - 40)) = 255;
    const cv::Rect sleeve(290, 300, 20, 20);
    removed(sleeve) = 0;
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kBackgroundLayer));
    layer(sleeve) = kClothingLayer;
    regions.removed = removed;
    regions.labels = LabelMap(kSide, kSide, std::uint8_t{0});
    regions.labels.setTo(static_cast<int>(Label::kHair), removed);
    const Mask none(kSide, kSide, std::uint8_t{0});
    BodyLayers layers = LayersOf(regions, layer);
    KeepShoulders(regions, none, Face(), layers);
    // Beyond the usual shoulders: on the line to the sleeve, not above it, and not on the side
    // where nothing is seen.
    QCOMPARE(int(layers.layer(295, 285)), static_cast<int>(kClothingLayer));
    QCOMPARE(int(layers.layer(ChinRow() + 60, 285)), static_cast<int>(kBackgroundLayer));
    QCOMPARE(int(layers.layer(295, 35)), static_cast<int>(kBackgroundLayer));
  }
};

QTEST_APPLESS_MAIN(BareBodyTest)
#include "bare_body_test.moc"
