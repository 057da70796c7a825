#include <QtTest>
#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/blender/body_mirror.h"
#include "engine/blender/layer_weights.h"
#include "engine/blender/seen_islands.h"
#include "engine/blender/trinkets.h"
#include "engine/core/image_ops.h"

namespace {

using namespace heser;

constexpr int kSide = 200;
constexpr double kFace = 150;

ColorImage Plain(float value) { return ColorImage(kSide, kSide, cv::Vec3f::all(value)); }

}  // namespace

class FillLayersTest : public QObject {
  Q_OBJECT

 private slots:
  // A neckline that leaves the vertical by one pixel in eight has a step every eighth row.
  void SlantedBordersHaveNoSteps() {
    constexpr int kRun = 8;
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kNeckLayer));
    for (int y = 0; y < kSide; ++y) layer.row(y).colRange(0, 80 + y / kRun) = kClothingLayer;
    const Mask removed(kSide, kSide, std::uint8_t{255});
    const auto weights = LayerWeights(layer, removed, kFace, {2 * kSide, 2 * kSide});
    double least = kSide;
    double most = -kSide;
    for (int y = 100; y < 300; ++y) {
      // How far clothing reaches beyond a straight line, fractions of the border's pixels counted.
      const double beyond = cv::sum(weights[kClothingLayer].row(y))[0] - double(y) / kRun;
      least = std::min(least, beyond);
      most = std::max(most, beyond);
    }
    QVERIFY2(most - least < 0.3, qPrintable(QString::number(most - least)));
    // As sharp as a border in a photo: hardly wider than two pixels of the layers.
    const cv::Mat1f soft = weights[kClothingLayer].row(200);
    QVERIFY(cv::countNonZero((soft > 0.05) & (soft < 0.95)) <= 4);
  }

  void WhereThreeLayersMeetOneShows() {
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kBackgroundLayer));
    layer(cv::Rect(0, 100, 100, 100)) = kClothingLayer;
    layer(cv::Rect(100, 60, 100, 140)) = kNeckLayer;
    const Mask removed(kSide, kSide, std::uint8_t{255});
    const auto weights = LayerWeights(layer, removed, kFace, {kSide, kSide});
    const ColorImage mixed = CombineLayers({Plain(0.5F), Plain(0.5F), Plain(0.5F)}, weights);
    QVERIFY(cv::norm(mixed, Plain(0.5F), cv::NORM_INF) < 1e-3);
  }

  // A sliver of a margin beside clothing of which nothing is filled.
  void WhatHasNoFillHidesNone() {
    cv::Mat1b layer(kSide, kSide, static_cast<std::uint8_t>(kClothingLayer));
    layer.colRange(100, 102) = kBackgroundLayer;
    const Mask removed = layer == kBackgroundLayer;
    const auto weights = LayerWeights(layer, removed, kFace, {kSide, kSide});
    const ColorImage mixed = CombineLayers({Plain(0.5F), ColorImage(), ColorImage()}, weights);
    QVERIFY(cv::norm(mixed, Plain(0.5F), cv::NORM_INF, removed) < 1e-3);
  }

  void WhatTheMirrorCutsOffIsFound() {
    Mask mirrored(kSide, kSide, std::uint8_t{0});
    const cv::Rect shown(60, 60, 80, 80);
    mirrored(shown) = 255;
    ColorImage moved = Plain(0.2F);
    // A collar that ends at the border of what the mirror shows, and a button within.
    const cv::Rect collar(100, 0, 30, 90);
    moved(collar) = cv::Vec3f(0.9F, 0.7F, 0.7F);
    cv::circle(moved, {85, 115}, 6, cv::Scalar::all(0.8), cv::FILLED);
    const Mask clothing(kSide, kSide, std::uint8_t{255});
    const Mask removed = clothing.clone();
    const Mask cut = FindCutThings(moved, Plain(0.2F), mirrored, clothing, removed, kFace);
    QCOMPARE(cv::countNonZero(cut(collar & shown)), (collar & shown).area());
    QCOMPARE(int(cut(115, 85)), 0);
    QCOMPARE(cv::countNonZero(cut & ~mirrored), 0);
    // One that goes on beside it is whole, and so is one that ends with the clothing.
    ColorImage side = Plain(0.2F);
    side(cv::Rect(100, 0, 30, 60)) = cv::Vec3f(0.9F, 0.7F, 0.7F);
    QCOMPARE(cv::countNonZero(FindCutThings(moved, side, mirrored, clothing, mirrored, kFace)), 0);
    Mask below = clothing.clone();
    below.rowRange(0, 60) = 0;
    QCOMPARE(cv::countNonZero(FindCutThings(moved, side, mirrored, below, removed, kFace)), 0);
  }

  // The end of a shoulder beyond a lock of hair where the fill takes the rest for background.
  void EndsOfShouldersDoNotFloatInTheBackground() {
    TargetRegions regions;
    const Mask nothing(kSide, kSide, std::uint8_t{0});
    regions.neck = nothing;
    regions.clothing = nothing.clone();
    const cv::Rect body(20, 120, 90, 80);
    const cv::Rect end(150, 100, 10, 12);
    const cv::Rect bystander(30, 20, 10, 10);
    for (const cv::Rect& piece : {body, end, bystander}) regions.clothing(piece) = 255;
    regions.removed = nothing.clone();
    regions.removed(cv::Rect(110, 80, 40, 120)) = 255;
    BodyLayers layers;
    layers.layer = cv::Mat1b(kSide, kSide, static_cast<std::uint8_t>(kBackgroundLayer));
    layers.layer.setTo(kClothingLayer, regions.clothing);
    for (int i = 0; i < kFillLayerCount; ++i) {
      layers.known[i] = Mask(layers.layer == i) & ~regions.removed;
      layers.distance[i] = DistanceTo(layers.known[i]);
    }
    layers.neck_colors = nothing.clone();
    FillSeenIslands(regions, kFace, layers);
    QCOMPARE(cv::countNonZero(layers.islands(end)), end.area());
    QCOMPARE(cv::countNonZero(layers.layer(end)), 0);
    QCOMPARE(cv::countNonZero(layers.known[kClothingLayer](end)), 0);
    // The body itself stays, and so does what no fill touches.
    QCOMPARE(cv::countNonZero(layers.islands(body)), 0);
    QCOMPARE(cv::countNonZero(layers.islands(bystander)), 0);
  }

  void ClothingBesideHairSaysLeastOfItsColour() {
    Mask known(kSide, kSide, std::uint8_t{255});
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed.rowRange(0, 80) = 255;
    known.rowRange(0, 83) = 0;
    ColorImage color = Plain(0.1F);
    color.rowRange(0, 86) = cv::Vec3f(0.5F, 0.4F, 0.3F);
    const auto fill_red = [&] {
      return ColorImage(PushPull(color, ClothingTrust(known, removed, kFace)))(40, 100)[0];
    };
    QVERIFY(fill_red() < 0.2F);
    // Where there is nothing else that counts.
    known.rowRange(85, kSide) = 0;
    QVERIFY(fill_red() > 0.45F);
  }
};

QTEST_APPLESS_MAIN(FillLayersTest)
#include "fill_layers_test.moc"
