#include "engine/blender/body_completion.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/blender/background_fill.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/neck_sides.h"
#include "engine/blender/seen_islands.h"
#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace {

using namespace heser;
using test::MeshAt;

constexpr int kSide = 480;
constexpr double kFace = 100;

// A person whose long hair hides neck and shoulders.
struct Portrait {
  ColorImage color = ColorImage(kSide, kSide, cv::Vec3f(0.4f, 0.6f, 0.4f));
  AlphaMap matte;
  FaceMesh mesh = MeshAt({kSide / 2.0, 160}, kFace);
  TargetRegions regions;
  cv::Rect hair{150, 80, 180, 260};
  cv::Rect body{60, 300, 360, 180};
};

Portrait MakePortrait() {
  Portrait portrait;
  LabelMap labels(kSide, kSide, std::uint8_t{0});
  portrait.color(portrait.body).setTo(cv::Scalar(0.2, 0.2, 0.7));
  labels(portrait.body).setTo(static_cast<int>(Label::kClothing));
  portrait.color(portrait.hair).setTo(cv::Scalar(0.1, 0.05, 0.05));
  labels(portrait.hair).setTo(static_cast<int>(Label::kHair));
  portrait.matte = AlphaOf(labels > 0);
  portrait.regions = FindTargetRegions(portrait.color, labels, portrait.matte, portrait.mesh, {});
  return portrait;
}

// Says that everything left of the crop's middle is clothing and the rest background.
class HalfCompleter : public BodyCompleter {
 public:
  cv::Mat3f Complete(const SeenBody& seen) const override {
    seen_ = seen;
    cv::Mat3f shares(kBodyCropSize, kBodyCropSize, cv::Vec3f(0.8F, 0.1F, 0.1F));
    shares(cv::Rect(0, 0, kBodyCropSize / 2, kBodyCropSize)) = cv::Vec3f(0.1F, 0.8F, 0.1F);
    return shares;
  }
  mutable SeenBody seen_;
};

// Says that everything hidden is neck.
class NeckCompleter : public BodyCompleter {
 public:
  cv::Mat3f Complete(const SeenBody&) const override {
    return cv::Mat3f(kBodyCropSize, kBodyCropSize, cv::Vec3f(0.1F, 0.1F, 0.8F));
  }
};

int CountOf(const cv::Mat1b& map, int value) { return cv::countNonZero(map == value); }

}  // namespace

class BodyCompletionTest : public QObject {
  Q_OBJECT

 private slots:
  void TheCropShowsWhatIsSeenAndWhatIsHidden() {
    const Portrait portrait = MakePortrait();
    const SeenBody seen = SeeBody(portrait.regions, portrait.mesh);
    QCOMPARE(seen.layer.size(), cv::Size(kBodyCropSize, kBodyCropSize));
    const double area = 1 / (3.4 * 3.4 * kFace * kFace) * kBodyCropSize * kBodyCropSize;
    const double hidden = cv::countNonZero(portrait.regions.removed) * area;
    QVERIFY(std::abs(CountOf(seen.layer, SeenBody::kHidden) - hidden) < 0.06 * hidden);
    QVERIFY(CountOf(seen.layer, kClothingLayer) > 2000);
    QCOMPARE(CountOf(seen.layer, kNeckLayer), 0);
    QVERIFY(seen.face(28, 64) != 0);
    QVERIFY(seen.face(80, 64) == 0);
  }

  void BeyondThePictureNothingIsSeen() {
    Portrait portrait = MakePortrait();
    portrait.mesh = MeshAt({kSide - 40.0, 160}, kFace);
    const SeenBody seen = SeeBody(portrait.regions, portrait.mesh);
    QCOMPARE(int(seen.layer(64, 127)), int(SeenBody::kOutside));
    QVERIFY(seen.layer(64, 20) != SeenBody::kOutside);
  }

  void WhatIsHiddenIsWhatTheCompleterSays() {
    const Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    const BodyLayers layers = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                               portrait.mesh, portrait.mesh, {}, &completer);
    // Above the shoulders, of which KeepShoulders knows better.
    const int chin = cvRound(portrait.mesh(mesh_point::kChin, 1));
    const cv::Rect inner(portrait.hair.x, portrait.hair.y + 20, portrait.hair.width,
                         chin - portrait.hair.y - 20);
    const cv::Mat1b hidden = layers.layer(inner);
    QVERIFY(CountOf(hidden.colRange(0, 80), kClothingLayer) > 0.98 * 80 * inner.height);
    QVERIFY(CountOf(hidden.colRange(100, 180), kBackgroundLayer) > 0.98 * 80 * inner.height);
    QCOMPARE(CountOf(completer.seen_.layer, SeenBody::kHidden) > 0, true);
  }

  void BehindSingleHairsStandsWhatIsBesideThem() {
    const Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    Mask strands(kSide, kSide, std::uint8_t{0});
    strands(cv::Rect(100, 180, 40, 110)) = 255;
    TargetRegions regions = portrait.regions;
    regions.removed = Mask(portrait.regions.removed | strands);
    const auto layers_with = [&](const Mask& single) {
      regions.strands = single;
      return AssignBodyLayers(portrait.color, regions, portrait.matte, portrait.mesh, portrait.mesh,
                              {}, &completer);
    };
    const BodyLayers as_hair = layers_with({});
    QVERIFY(cv::countNonZero((as_hair.layer == kClothingLayer) & strands) > 1000);
    const BodyLayers as_strands = layers_with(strands);
    QCOMPARE(cv::countNonZero((as_strands.layer != kBackgroundLayer) & strands), 0);
    QCOMPARE(cv::countNonZero(as_strands.known[kBackgroundLayer] & strands), 0);
  }

  void ANeckIsNoWiderThanItsJawAllowsAndCurvesToTheShoulders() {
    Portrait portrait = MakePortrait();
    const int chin = cvRound(portrait.mesh(mesh_point::kChin, 1));
    const cv::Rect throat(225, chin + 4, 30, 336 - chin);
    portrait.color(throat).setTo(cv::Scalar(0.8, 0.6, 0.5));
    LabelMap labels = portrait.regions.labels.clone();
    labels(throat).setTo(static_cast<int>(Label::kNeck));
    const TargetRegions regions =
        FindTargetRegions(portrait.color, labels, portrait.matte, portrait.mesh, {});
    const NeckCompleter completer;
    const auto width_at = [&](const FaceMesh& new_mesh, double below) {
      const BodyLayers layers = AssignBodyLayers(portrait.color, regions, portrait.matte,
                                                 portrait.mesh, new_mesh, {}, &completer);
      return CountOf(layers.layer.row(cvRound(chin + below * kFace)), kNeckLayer);
    };
    const JawCorners jaw = CornersOf(portrait.mesh);
    const double usual = kNeckOfJaw * (jaw.right - jaw.left);
    qInfo("usual %.1f, above the chin %d, at it %d, below %d", usual, width_at(portrait.mesh, -0.1),
          width_at(portrait.mesh, 0.05), width_at(portrait.mesh, 0.3));
    QVERIFY(std::abs(width_at(portrait.mesh, -0.1) - usual) < 0.1 * kFace);
    QVERIFY(std::abs(width_at(portrait.mesh, 0.05) - usual) < 0.15 * kFace);
    QVERIFY(width_at(portrait.mesh, 0.3) > usual + 0.4 * kFace);
    // Nor does it stand beside a smaller head's jaw.
    const FaceMesh narrow = MeshAt({kSide / 2.0, 160}, 0.7 * kFace);
    QVERIFY(width_at(narrow, -0.25) < width_at(portrait.mesh, -0.25));
  }

  void SliversOfClothingSayHowItGoesOn() {
    Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    // Beside the hair a strip of the body is left, narrower than the rim that strands may tint.
    const cv::Rect sliver(portrait.hair.x - 3, 300, 3, 60);
    TargetRegions regions = portrait.regions;
    regions.labels = MaskOf(portrait.regions.labels, {Label::kHair}) / 255 *
                     static_cast<double>(static_cast<int>(Label::kHair));
    regions.labels(sliver).setTo(static_cast<int>(Label::kClothing));
    regions.clothing = MaskOf(regions.labels, {Label::kClothing});
    regions.removed = MaskOf(regions.labels, {Label::kHair});
    const AlphaMap matte = AlphaOf(regions.labels > 0);
    const BodyLayers layers = AssignBodyLayers(portrait.color, regions, matte, portrait.mesh,
                                               portrait.mesh, {}, &completer);
    QVERIFY(cv::countNonZero(layers.known[kClothingLayer]) > 100);
    QCOMPARE(int(layers.layer(330, portrait.hair.x + 20)), int(kClothingLayer));
  }

  void ClothingThatLeavesThePictureIsNoStray() {
    Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    // Hair hides the left shoulder down to the lower border; clothing is seen at the right only.
    const int chin = cvRound(portrait.mesh(mesh_point::kChin, 1));
    const cv::Rect picture(0, 0, kSide, chin + 45);
    LabelMap labels(kSide, kSide, std::uint8_t{0});
    labels(cv::Rect(160, 80, 160, kSide - 80)).setTo(static_cast<int>(Label::kHair));
    labels(cv::Rect(400, chin, 60, kSide - chin)).setTo(static_cast<int>(Label::kClothing));
    labels = labels(picture).clone();
    const ColorImage color = portrait.color(picture).clone();
    const AlphaMap matte = AlphaOf(labels > 0);
    const TargetRegions regions = FindTargetRegions(color, labels, matte, portrait.mesh, {});
    const BodyLayers layers =
        AssignBodyLayers(color, regions, matte, portrait.mesh, portrait.mesh, {}, &completer);
    QCOMPARE(int(layers.layer(chin + 40, 200)), int(kClothingLayer));
  }

  void WhatIsSeenStays() {
    const Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    const auto layers_with = [&](const BodyCompleter* chosen) {
      cv::Mat1b layer = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                         portrait.mesh, portrait.mesh, {}, chosen)
                            .layer;
      layer.setTo(0, portrait.regions.removed);
      return layer;
    };
    QCOMPARE(cv::norm(layers_with(nullptr), layers_with(&completer), cv::NORM_INF), 0.0);
  }

  void TheFillAsksTheCompleterOnlyIfItMay() {
    const Portrait portrait = MakePortrait();
    const HalfCompleter completer;
    const Mask visible(kSide, kSide, std::uint8_t{255});
    const auto filled = [&](const BodyCompleter* chosen, bool may) {
      FillOptions options;
      options.complete_body = may;
      return FillBehindHead({portrait.color, portrait.matte, portrait.regions, portrait.mesh,
                             portrait.mesh, visible, chosen},
                            options, {});
    };
    const ColorImage rules = filled(nullptr, true).plate;
    QCOMPARE(cv::norm(rules, filled(&completer, false).plate, cv::NORM_INF), 0.0);
    // Clothing goes up where the completer says so, and nowhere without it.
    const cv::Point beside_face(170, 160);
    QVERIFY(rules(beside_face)[2] < 0.5F);
    const ColorImage completed = filled(&completer, true).plate;
    QVERIFY(completed(beside_face)[2] > 0.55F);
  }

  void SkinInACollarsOpeningIsNeck() {
    const Portrait portrait = MakePortrait();
    ColorImage color = portrait.color.clone();
    LabelMap labels = portrait.regions.labels.clone();
    labels.setTo(0);
    const cv::Rect neck(200, 220, 80, 100);
    const cv::Rect opening(200, 320, 80, 60);
    const cv::Rect misread(280, 300, 12, 60);  // Of the opening, taken for clothing.
    labels(portrait.body).setTo(static_cast<int>(Label::kClothing));
    labels(neck).setTo(static_cast<int>(Label::kNeck));
    labels(opening).setTo(0);
    for (const cv::Rect& skin : {neck, opening, misread})
      color(skin).setTo(cv::Scalar(0.8, 0.6, 0.5));
    AlphaMap matte = AlphaOf(labels > 0);
    matte(opening) = 1;
    const TargetRegions regions = FindTargetRegions(color, labels, matte, portrait.mesh, {});
    QVERIFY(regions.neck(360, 240) != 0);
    QVERIFY(regions.neck(312, 284) != 0);
    QVERIFY(regions.neck(312, 300) == 0);
    QVERIFY(regions.clothing(312, 300) != 0);
  }

  void ClothingWithinTheHeadIsHair() {
    const Portrait portrait = MakePortrait();
    LabelMap labels = portrait.regions.labels.clone();
    const cv::Rect behind_ear(230, 180, 10, 20);
    const cv::Rect beside(326, 200, 10, 20);  // Mostly outside.
    labels(behind_ear).setTo(static_cast<int>(Label::kClothing));
    labels(beside).setTo(static_cast<int>(Label::kClothing));
    const TargetRegions regions =
        FindTargetRegions(portrait.color, labels, portrait.matte, portrait.mesh, {});
    QVERIFY(regions.removed(190, 235) != 0);
    QVERIFY(regions.clothing(190, 235) == 0);
    QVERIFY(regions.clothing(210, 334) != 0);
    QVERIFY(regions.clothing(400, 100) != 0);
  }

  void ClothingThatShowsStrandsOfHairIsFilledAnew() {
    Portrait portrait = MakePortrait();
    const cv::Rect strands(332, 320, 6, 20);  // A third of it hair, beside the hair.
    const cv::Rect pocket(380, 400, 20, 20);  // Of the hair's colour, but far from it.
    portrait.color(strands).setTo(cv::Scalar(0.17, 0.15, 0.48));
    portrait.color(pocket).setTo(cv::Scalar(0.1, 0.05, 0.05));
    const TargetRegions regions = FindTargetRegions(portrait.color, portrait.regions.labels,
                                                    portrait.matte, portrait.mesh, {});
    QVERIFY(regions.removed(330, 335) != 0);
    QVERIFY(portrait.regions.removed(330, 335) == 0);
    QVERIFY(regions.removed(410, 390) == 0);
  }

  void ClothingBetweenLocksIsFilledWithTheSkinAround() {
    Portrait portrait = MakePortrait();
    const cv::Rect gap(232, 300, 8, 12);
    portrait.color(gap).setTo(cv::Scalar(0.2, 0.2, 0.7));
    portrait.regions.labels(gap).setTo(static_cast<int>(Label::kClothing));
    portrait.regions.clothing(gap) = 255;
    portrait.regions.head(gap) = 0;
    portrait.regions.removed(gap) = 0;
    // Skin that says how the neck looks.
    const cv::Rect throat(225, 230, 30, 50);
    portrait.color(throat).setTo(cv::Scalar(0.8, 0.6, 0.5));
    portrait.regions.labels(throat).setTo(static_cast<int>(Label::kNeck));
    portrait.regions.neck(throat) = 255;
    portrait.regions.head(throat) = 0;
    portrait.regions.removed(throat) = 0;
    const NeckCompleter completer;
    const BodyLayers layers = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                               portrait.mesh, portrait.mesh, {}, &completer);
    QCOMPARE(int(layers.layer(320, 236)), int(kNeckLayer));
    QCOMPARE(int(layers.layer(306, 236)), int(kNeckLayer));
    QVERIFY(layers.islands(306, 236) != 0);
    QVERIFY(layers.islands(250, 240) == 0);
    QVERIFY(layers.islands(400, 100) == 0);
    const FillInput input{portrait.color, portrait.matte, portrait.regions,
                          portrait.mesh,  portrait.mesh,  Mask(portrait.regions.removed | 255),
                          &completer};
    const BackgroundFill fill = FillBehindHead(input, {}, {});
    QVERIFY(fill.plate(306, 236)[2] < 0.6F);
    QVERIFY(fill.plate(400, 100)[2] > 0.65F);
  }

  void TheLastPiecesOfClothingStay() {
    Mask seen(kSide, kSide, std::uint8_t{0});
    seen(cv::Rect(200, 200, 10, 10)) = 255;
    Mask removed(kSide, kSide, std::uint8_t{255});
    removed.setTo(0, seen);
    QCOMPARE(cv::countNonZero(FindSeenIslands(seen, removed, kFace)), 0);
    const cv::Rect large(20, 400, 60, 60);
    seen(large) = 255;
    removed(large) = 0;
    QCOMPARE(cv::countNonZero(FindSeenIslands(seen, removed, kFace)), 100);
    // Pieces at the border, and such as stand free.
    seen(cv::Rect(0, 0, 10, 10)) = 255;
    removed(cv::Rect(0, 0, 10, 10)) = 0;
    QCOMPARE(cv::countNonZero(FindSeenIslands(seen, removed, kFace)), 100);
    removed(cv::Rect(210, 190, 30, 30)) = 0;
    QCOMPARE(cv::countNonZero(FindSeenIslands(seen, removed, kFace)), 0);
  }

  void UnnamedPiecesBesideTheHeadGoWithIt() {
    const Portrait portrait = MakePortrait();
    LabelMap labels = portrait.regions.labels.clone();
    labels.setTo(0, labels == static_cast<int>(Label::kHair));
    labels(cv::Rect(180, 80, 120, 140)).setTo(static_cast<int>(Label::kSkin));
    AlphaMap matte = AlphaOf(labels > 0);
    const cv::Rect earring(302, 140, 16, 60);
    const cv::Rect hand(60, 60, 118, 140);
    matte(earring) = 1;
    matte(hand) = 1;
    const TargetRegions regions =
        FindTargetRegions(portrait.color, labels, matte, portrait.mesh, {});
    QVERIFY(regions.removed(190, 316) != 0);
    QVERIFY(regions.removed(120, 90) == 0);
  }
};

QTEST_GUILESS_MAIN(BodyCompletionTest)
#include "body_completion_test.moc"
