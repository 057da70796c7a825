#include <QtTest>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/blender/background_fill.h"
#include "engine/blender/bare_skin.h"
#include "engine/blender/blend_alpha.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/neck_area.h"
#include "engine/blender/neck_shading.h"
#include "engine/blender/neck_tone.h"
#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace {

using namespace heser;
using test::MeshAt;

constexpr int kSide = 320;
constexpr double kFace = 120;

const FaceMesh& Face() {
  static const FaceMesh mesh = MeshAt({kSide / 2.0, 120}, kFace);
  return mesh;
}

// The face turned to the viewer's left.
FaceMesh TurnedFace(double degrees) {
  const double radians = degrees * std::numbers::pi / 180;
  const cv::Point2d middle = FaceCenter(Face());
  FaceMesh turned = Face();
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double x = Face()(i, 0) - middle.x;
    const double z = Face()(i, 2);
    turned(i, 0) = middle.x + x * std::cos(radians) + z * std::sin(radians);
    turned(i, 2) = z * std::cos(radians) - x * std::sin(radians);
  }
  return turned;
}

double ChinRow() { return Face()(mesh_point::kChin, 1); }

// A face without hair: the mesh's hull, grown.
LabelMap SkinLabels(double grown) {
  std::vector<cv::Point> points;
  for (int i = 0; i < kMeshPointCount; ++i) {
    points.emplace_back(cvRound(Face()(i, 0)), cvRound(Face()(i, 1)));
  }
  std::vector<cv::Point> outline;
  cv::convexHull(points, outline);
  Mask face(kSide, kSide, std::uint8_t{0});
  cv::fillConvexPoly(face, outline, cv::Scalar(255));
  LabelMap labels(kSide, kSide, std::uint8_t{0});
  labels.setTo(static_cast<int>(Label::kSkin), Dilate(face, grown));
  return labels;
}

AlphaMap AlphaFor(const LabelMap& labels) {
  return BlendAlpha(AlphaOf(MaskOf(labels, kHeadLabels)), labels, Face(), {}, {});
}

// A neck of this half width under the face, down to the picture's border.
Mask NeckMask(double half_width) {
  Mask neck(kSide, kSide, std::uint8_t{0});
  const int top = cvRound(ChinRow() - 0.1 * kFace);
  neck(cv::Rect(cvRound(kSide / 2 - half_width), top, cvRound(2 * half_width), kSide - top)) = 255;
  return neck;
}

// A target of which nothing but its neck is told.
TargetRegions NeckIn(const Mask& neck, const Mask& removed) {
  const Mask nothing(neck.size(), std::uint8_t{0});
  return {LabelMap(neck.size(), std::uint8_t{0}), removed, neck, nothing, removed};
}

// Looks to the viewer's left: its back is seen at the right, and the head ends there above the
// jaw's corner; the neck is seen again further down.
struct TurnedHead {
  FaceMesh mesh = TurnedFace(55);
  double corner = mesh(288, 1);
  double back = mesh.col(0).maxCoeff() + 0.15 * kFace;
  Mask head = Mask(kSide, kSide, std::uint8_t{0});
  TurnedHead() {
    cv::ellipse(head, cv::Point2d(back - 0.5 * kFace, corner - 0.55 * kFace),
                cv::Size2d(0.5 * kFace, 0.5 * kFace), 0, 0, 360, cv::Scalar(255), cv::FILLED);
  }
};

// A body with two straps, seen from the front, hair over its left shoulder.
struct Portrait {
  ColorImage color = ColorImage(kSide, kSide, cv::Vec3f(0.4f, 0.6f, 0.4f));
  TargetRegions regions;
  AlphaMap matte;
  cv::Rect left_strap{100, 230, 16, 90};
  cv::Rect right_strap{204, 230, 16, 90};
  cv::Rect hair{80, 100, 50, 200};
};

Portrait MakePortrait(bool symmetric) {
  Portrait portrait;
  const cv::Rect body(60, 210, 200, 110);
  Mask clothing(kSide, kSide, std::uint8_t{0});
  clothing(symmetric ? body : cv::Rect(60, 210, 110, 110)) = 255;
  portrait.color.setTo(cv::Scalar(0.7, 0.5, 0.4), clothing);
  portrait.color(portrait.right_strap).setTo(cv::Scalar(0.9, 0.2, 0.3));
  portrait.color(portrait.hair).setTo(cv::Scalar(0.1, 0.05, 0.05));
  portrait.regions.labels = LabelMap(kSide, kSide, std::uint8_t{0});
  portrait.regions.head = SkinLabels(4) > 0;
  portrait.regions.head(portrait.hair) = 255;
  portrait.regions.removed = Dilate(portrait.regions.head, 3);
  clothing.setTo(0, portrait.regions.head);
  portrait.regions.clothing = clothing;
  portrait.regions.neck = Mask(kSide, kSide, std::uint8_t{0});
  portrait.regions.bare_skin = Mask(kSide, kSide, std::uint8_t{0});
  portrait.matte = AlphaOf(clothing | portrait.regions.head);
  return portrait;
}

BodyLayers LayersOf(const Portrait& portrait) {
  return AssignBodyLayers(portrait.color, portrait.regions, portrait.matte, Face(), Face());
}

int WidthAt(const Mask& area, double row) { return cv::countNonZero(area.row(cvRound(row))); }

}  // namespace

class HeadShapeTest : public QObject {
  Q_OBJECT

 private slots:
  void AFilledNeckGetsDarkerTowardsItsSidesOnly() {
    Mask filled(100, 120, std::uint8_t{0});
    filled(cv::Rect(30, 0, 60, 80)).setTo(255);
    Mask seen(filled.size(), std::uint8_t{0});
    seen(cv::Rect(30, 80, 60, 20)).setTo(255);
    const AlphaMap shading = NeckShading(filled, seen, kFace);
    QVERIFY(std::abs(shading(30, 59) - 1) < 0.01f);
    QVERIFY(shading(30, 33) < 0.85f && shading(30, 33) > 0.6f);
    QVERIFY(shading(30, 33) < shading(30, 40));
    QVERIFY(std::abs(shading(30, 33) - shading(30, 86)) < 0.01f);
    // Beside what is seen its tone goes on; well beyond the fill nothing changes.
    QVERIFY(shading(79, 33) > 0.95f);
    double least = 0;
    cv::minMaxLoc(shading(cv::Rect(0, 0, 26, 100)), &least);
    QCOMPARE(least, 1.0);
    cv::minMaxLoc(shading(cv::Rect(0, 80, 120, 20)), &least);
    QCOMPARE(least, 1.0);
  }

  void TheSeamOnTheNeckGoesWhereItIsAskedTo() {
    LabelMap labels = SkinLabels(2);
    Mask neck = NeckMask(30);
    neck.setTo(0, MaskOf(labels, kHeadLabels));
    labels.setTo(static_cast<int>(Label::kNeck), neck);
    const AlphaMap carried = AlphaOf(MaskOf(labels, kHeadLabels | LabelSet{Label::kNeck}));
    const Mask anywhere(labels.size(), std::uint8_t{255});
    // The lowest row that is mostly the head's, under the chin.
    const auto seam = [&](double height, const Mask& place) {
      const AlphaMap alpha = BlendAlpha(carried, labels, Face(), place, {.seam_height = height});
      int row = 0;
      while (row < kSide && alpha(row, kSide / 2) < 0.5f) ++row;
      while (row < kSide && alpha(row, kSide / 2) >= 0.5f) ++row;
      return (row - ChinRow()) / kFace;
    };
    QVERIFY2(std::abs(seam(0, anywhere)) < 0.03, qPrintable(QString::number(seam(0, anywhere))));
    const double low = seam(-0.3, anywhere);
    const double lower = seam(-0.4, anywhere);
    QVERIFY2(low > 0.2 && low < 0.33, qPrintable(QString::number(low)));
    QVERIFY2(std::abs(lower - low - 0.1) < 0.02, qPrintable(QString::number(lower - low)));
    QVERIFY(seam(0.05, anywhere) < seam(0, anywhere));
    // Over what is no neck of the target's the new one does not go.
    const Mask nowhere(labels.size(), std::uint8_t{0});
    QVERIFY(std::abs(seam(-0.3, nowhere)) < 0.03);
  }

  void NotchesOfTheLabelsDoNotShowInTheEdgeOfSkin() {
    const LabelMap smooth = SkinLabels(2);
    LabelMap notched = smooth.clone();
    for (int y = 100; y < 144; ++y) {
      if (y / 2 % 2 == 0) continue;
      for (int x = 2; x < kSide; ++x) {
        if (smooth(y, x) == 0 && smooth(y, x - 1) != 0) notched(y, x - 1) = notched(y, x - 2) = 0;
      }
    }
    const AlphaMap truth = AlphaFor(smooth);
    const cv::Mat1f before =
        AlphaOf(MaskOf(smooth, kHeadLabels)) - AlphaOf(MaskOf(notched, kHeadLabels));
    const cv::Mat1f after = truth - AlphaFor(notched);
    const cv::Rect cheeks(0, 108, kSide, 28);  // Where the edge is nearly upright.
    // Every second row differs from its neighbours by the notch.
    const auto raggedness = [&](const cv::Mat1f& difference) {
      const cv::Mat1f here = difference(cheeks);
      const cv::Mat1f below = difference(cheeks + cv::Point(0, 2));
      return cv::norm(here, below, cv::NORM_L1);
    };
    qInfo("raggedness: %.1f before, %.1f after", raggedness(before), raggedness(after));
    QVERIFY(raggedness(before) > 40);
    QVERIFY(raggedness(after) < 0.35 * raggedness(before));
  }

  void HairKeepsItsNotches() {
    LabelMap labels = SkinLabels(2);
    labels.setTo(static_cast<int>(Label::kHair), MaskOf(labels, {Label::kSkin}));
    const cv::Point spike(kSide / 2, cvRound(Face()(mesh_point::kForeheadTop, 1)) - 8);
    cv::circle(labels, spike, 3, cv::Scalar(static_cast<int>(Label::kHair)), -1);
    QVERIFY(AlphaFor(labels)(spike) > 0.9f);
  }

  void SkinBelowTheJawStaysWithItsPhoto() {
    LabelMap labels = SkinLabels(2);
    const cv::Point throat(kSide / 2, cvRound(ChinRow() + 0.12 * kFace));
    cv::rectangle(labels, cv::Rect(throat.x - 30, cvRound(ChinRow()) - 20, 60, 40),
                  cv::Scalar(static_cast<int>(Label::kSkin)), -1);
    QCOMPARE(int(labels(throat)), static_cast<int>(Label::kSkin));
    const AlphaMap alpha = AlphaFor(labels);
    QVERIFY(alpha(throat) < 0.05f);
    QVERIFY(alpha(cvRound(ChinRow()) - 3, kSide / 2) > 0.95f);
    // The underside of the chin, or a beard, belongs to the jaw.
    QVERIFY(alpha(cvRound(ChinRow() + 0.04 * kFace), kSide / 2) > 0.95f);
  }

  void TheNeckIsAsWideAsItIsSeen() {
    const Mask removed(kSide, kSide, std::uint8_t{0});
    const NeckShape neck = FindNeckShape(NeckIn(NeckMask(36), removed), Face(), Face());
    QVERIFY(std::abs(WidthAt(neck.area, ChinRow() + 8) - 72) <= 3);
    QVERIFY(std::abs(neck.right - neck.left - 72) <= 4);
  }

  void AHiddenSideOfTheNeckIsMirrored() {
    // Hair covers the right half of the neck.
    Mask neck = NeckMask(36);
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed(cv::Rect(kSide / 2 + 10, 0, 80, kSide)) = 255;
    neck.setTo(0, removed);
    const NeckShape shape = FindNeckShape(NeckIn(neck, removed), Face(), Face());
    QVERIFY(shape.area(cvRound(ChinRow() + 8), kSide / 2 + 30) != 0);
    QCOMPARE(int(shape.area(cvRound(ChinRow() + 8), kSide / 2 + 60)), 0);
  }

  void ShouldersAreNoNeck() {
    // Bare shoulders that carry the neck's label, hair on both sides of the neck.
    Mask neck = NeckMask(130);
    Mask removed(kSide, kSide, std::uint8_t{0});
    removed(cv::Rect(0, 0, kSide, cvRound(ChinRow() + 0.1 * kFace))) = 255;
    neck.setTo(0, removed);
    const NeckShape shape = FindNeckShape(NeckIn(neck, removed), Face(), Face());
    QVERIFY(shape.right - shape.left < kFace);
    QVERIFY(WidthAt(shape.area, ChinRow() + 4) < kFace);
  }

  void TheNeckEndsBehindANarrowerJaw() {
    const Mask removed(kSide, kSide, std::uint8_t{0});
    const FaceMesh narrow = MeshAt(FaceCenter(Face()), 0.8 * kFace);
    const NeckShape shape = FindNeckShape(NeckIn(NeckMask(46), removed), Face(), narrow);
    const double corner = narrow(58, 1);
    QVERIFY(WidthAt(shape.area, corner + 1) < WidthAt(shape.area, ChinRow() + 8));
    // Above the corners it is hidden by a face that looks ahead, and seen up to the nape else.
    QVERIFY(WidthAt(shape.area, corner - 3) > 0);
    QVERIFY(WidthAt(shape.area, corner - 3) < narrow(288, 0) - narrow(58, 0));
    QCOMPARE(WidthAt(shape.area, corner - 0.2 * kFace), 0);
  }

  void BehindATurnedHeadTheNeckReachesTheNape() {
    const TurnedHead turned;
    Mask neck(kSide, kSide, std::uint8_t{0});
    const int top = cvRound(turned.corner + 0.1 * kFace);
    neck(cv::Rect(cvRound(turned.back - 0.7 * kFace), top, cvRound(0.75 * kFace), kSide - top)) =
        255;
    const Mask removed(kSide, kSide, std::uint8_t{0});
    const Mask known =
        FindNeckShape(NeckIn(neck, removed), turned.mesh, turned.mesh, turned.head).area;
    const Mask unknown = FindNeckShape(NeckIn(neck, removed), turned.mesh, turned.mesh).area;
    const double row = turned.corner - 0.2 * kFace;
    QCOMPARE(WidthAt(unknown, row), 0);
    QVERIFY(WidthAt(known, row) > 0.15 * kFace);
    // A head that looks ahead hides it.
    const Mask frontal =
        FindNeckShape(NeckIn(NeckMask(36), removed), Face(), Face(), turned.head).area;
    QCOMPARE(cv::norm(frontal, FindNeckShape(NeckIn(NeckMask(36), removed), Face(), Face()).area),
             0.0);
  }

  void TheFrontOfATurnedNeckIsAHollowCurveFromUnderTheJaw() {
    const TurnedHead turned;
    const double chin = turned.mesh(mesh_point::kChin, 0);
    const double jaw = turned.mesh(288, 0) - chin;
    const int top = cvRound(ChinRow() + 0.25 * kFace);
    Mask neck(kSide, kSide, std::uint8_t{0});
    const int front = cvRound(chin + 0.2 * jaw);
    neck(cv::Rect(front, top, cvRound(1.1 * jaw), kSide - top)) = 255;
    const Mask nothing(neck.size(), std::uint8_t{0});
    const NeckShape shape =
        FindNeckShape(NeckIn(neck, nothing), turned.mesh, turned.mesh, turned.head);
    QCOMPARE(shape.turn, 1.0);
    const auto first = [&](int row) {
      int x = 0;
      while (x < kSide && shape.area(row, x) == 0) ++x;
      return x;
    };
    // Half way down it stands behind the straight line from the jaw to where it is seen.
    const int under_jaw = cvRound(ChinRow()) + 2;
    QVERIFY(first(under_jaw) > chin + 0.2 * jaw);
    QVERIFY(first(under_jaw) < chin + 0.8 * jaw);
    QCOMPARE(first(top + 3), front);
    const int middle = (under_jaw + top) / 2;
    QVERIFY(2 * first(middle) > first(under_jaw) + first(top));
  }

  void SeenNeckBesideATurnedNeckIsTakenAway() {
    // The old head's nape stood further back.
    const TurnedHead turned;
    const int top = cvRound(turned.corner);
    Mask neck(kSide, kSide, std::uint8_t{0});
    const double left = turned.back - 0.7 * kFace;
    neck(cv::Rect(cvRound(left), top, cvRound(turned.back + 0.2 * kFace - left), kSide - top)) =
        255;
    const Mask nothing(neck.size(), std::uint8_t{0});
    const NeckShape shape =
        FindNeckShape(NeckIn(neck, nothing), turned.mesh, turned.mesh, turned.head);
    const int behind = cvRound(turned.back + 0.15 * kFace);
    QVERIFY(shape.outside(top + 2, behind) != 0);
    QCOMPARE(int(shape.area(top + 2, behind)), 0);
    QCOMPARE(int(shape.outside(cvRound(ChinRow() + 0.3 * kFace), behind)), 0);
    // Under a head that looks ahead everything stays.
    const NeckShape frontal = FindNeckShape(NeckIn(neck, nothing), Face(), Face(), turned.head);
    QCOMPARE(cv::countNonZero(frontal.outside), 0);
  }

  void AJawThatNearlyTouchesACollarLeavesNoGap() {
    const TurnedHead turned;
    const double chin = turned.mesh(mesh_point::kChin, 0);
    TargetRegions regions = NeckIn(Mask(kSide, kSide, std::uint8_t{0}), turned.head);
    const auto shape_over = [&](double below_chin) {
      const int collar = cvRound(ChinRow() + below_chin * kFace);
      regions.clothing = Mask(kSide, kSide, std::uint8_t{0});
      regions.clothing(cv::Rect(0, collar, kSide, kSide - collar)) = 255;
      regions.neck(cv::Rect(cvRound(chin + 0.5 * kFace), collar - 8, 30, 8)) = 255;
      const Mask whole_head = turned.head | FaceHull(turned.mesh, turned.head.size());
      return FindNeckShape(regions, turned.mesh, turned.mesh, whole_head);
    };
    const cv::Point under_chin(cvRound(chin) + 3, cvRound(ChinRow() + 0.1 * kFace));
    QVERIFY(shape_over(0.15).area(under_chin) != 0);
    const NeckShape far = shape_over(0.45);
    QCOMPARE(int(far.area(under_chin)), 0);
    QVERIFY(far.bare(under_chin) != 0);
  }

  void AHiddenNeckIsLitLikeTheOldFace() {
    // A face lit from the left over a dark strip of neck.
    ColorImage color(kSide, kSide, cv::Vec3f::all(0.5f));
    TargetRegions regions = NeckIn(NeckMask(40), Mask(kSide, kSide, std::uint8_t{0}));
    regions.labels = SkinLabels(0);
    const Mask face = MaskOf(regions.labels, {Label::kSkin});
    regions.neck.setTo(0, face);
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const float light = 0.9f - 0.4f * float(x) / kSide + ((x + y) % 2 == 0 ? 0.02f : -0.02f);
        color(y, x) = cv::Vec3f(light, 0.75f * light, 0.6f * light);
      }
    }
    const cv::Vec3f dark(0.3f, 0.2f, 0.15f);
    color.setTo(dark, regions.neck);
    const ColorImage alone(kSide, kSide, dark);
    const ColorImage seen = NeckTone(color, alone, regions.neck, regions, kFace, 0);
    const ColorImage lit = NeckTone(color, alone, regions.neck, regions, kFace, 1);
    const int row = cvRound(ChinRow() - 0.35 * kFace);
    QVERIFY(std::abs(seen(row, kSide / 2)[0] - dark[0]) < 0.02f);
    QVERIFY(lit(row, kSide / 2)[0] > dark[0] + 0.1f);
    QVERIFY(lit(row, kSide / 2)[0] < color(row, kSide / 2)[0] - 0.05f);
    QVERIFY(lit(row, kSide / 2 - 25)[0] > lit(row, kSide / 2 + 25)[0] + 0.02f);
    // Its pores go on beside it, where the face can be mirrored, and nowhere else.
    Mask wanted(kSide, kSide, std::uint8_t{0});
    wanted.col(kSide / 2) = 255;
    const SkinDetail detail = FindSkinDetail(color, regions, wanted, kFace);
    QVERIFY(std::abs(detail.factor(row, kSide / 2)[0] - detail.factor(row + 1, kSide / 2)[0]) >
            0.02f);
    QCOMPARE(detail.weight(row, kSide / 2), 1.f);
    QVERIFY(detail.weight(cvRound(ChinRow()) + 3, kSide / 2) > 0);
    QCOMPARE(detail.weight(kSide - 1, kSide / 2), 0.f);
    QCOMPARE(detail.weight(row, kSide / 2 + 1), 0.f);
  }

  void AHiddenShoulderIsTakenFromTheOtherSide() {
    const Portrait portrait = MakePortrait(true);
    const BodyLayers layers = LayersOf(portrait);
    QVERIFY(layers.mirror.has_value());
    QVERIFY(std::abs(layers.mirror->axis - kSide / 2.0) < 3);
    const cv::Point strap(108, 270);
    QVERIFY(layers.mirrored(strap) != 0);
    QCOMPARE(int(layers.layer(strap)), static_cast<int>(kClothingLayer));
    const cv::Mat3f mirrored = Mirrored(portrait.color, *layers.mirror, cv::INTER_LINEAR);
    QVERIFY(mirrored(strap)[0] > 0.85f && mirrored(strap)[1] < 0.3f);
    const Mask visible(kSide, kSide, std::uint8_t{255});
    const BackgroundFill fill = FillBehindHead(
        {portrait.color, portrait.matte, portrait.regions, Face(), Face(), visible}, {}, {});
    QVERIFY(fill.body_mirrored);
    QVERIFY(fill.plate(strap)[0] > 0.8f && fill.plate(strap)[1] < 0.35f);
  }

  void AMirroredShoulderIsNotTintedByHowClothAndSkinDiffer() {
    // An arm is bare beside the hair, and covered on the other side.
    Portrait portrait = MakePortrait(true);
    const cv::Rect arm(60, 255, portrait.hair.x - 62, 25);
    portrait.color(arm).setTo(cv::Scalar(0.85, 0.75, 0.7));
    portrait.regions.clothing(arm) = 0;
    portrait.regions.neck(arm) = 255;
    const Mask visible(kSide, kSide, std::uint8_t{255});
    const BackgroundFill fill = FillBehindHead(
        {portrait.color, portrait.matte, portrait.regions, Face(), Face(), visible}, {}, {});
    QVERIFY(fill.body_mirrored);
    const cv::Vec3f strap = fill.plate(270, 108);
    QVERIFY2(strap[1] < 0.23f && strap[2] < 0.33f, qPrintable(QString::number(strap[1])));
  }

  void ABodyThatIsTurnedAwayIsNotMirrored() {
    QVERIFY(!LayersOf(MakePortrait(false)).mirror.has_value());
  }

  void BelowClothingStandsNoBackground() {
    // A completer that sees clothing at the shoulders and a hole under it.
    struct Holes : BodyCompleter {
      cv::Mat3f Complete(const SeenBody& seen) const override {
        cv::Mat3f shares(seen.layer.size(), cv::Vec3f(1, 0, 0));
        shares.rowRange(0, 80).setTo(cv::Scalar(0, 1, 0));
        return shares;
      }
    };
    const Portrait portrait = MakePortrait(false);
    const Holes holes;
    const BodyLayers layers = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                               Face(), Face(), {}, &holes);
    const int column = portrait.hair.x + portrait.hair.width / 2;
    for (int y = 230; y < portrait.hair.br().y; ++y) {
      QCOMPARE(int(layers.layer(y, column)), static_cast<int>(kClothingLayer));
    }
  }

  void BetweenPartsOfABodyThatHairPartsStandsNoBackground() {
    struct Background : BodyCompleter {
      cv::Mat3f Complete(const SeenBody& seen) const override {
        return cv::Mat3f(seen.layer.size(), cv::Vec3f(1, 0, 0));
      }
    };
    Portrait portrait = MakePortrait(false);
    const Background background;
    const auto layer = [&](int x, int y) {
      return int(AssignBodyLayers(portrait.color, portrait.regions, portrait.matte, Face(), Face(),
                                  {}, &background)
                     .layer(y, x));
    };
    const int column = portrait.hair.x + portrait.hair.width / 2;
    QCOMPARE(layer(column, 260), static_cast<int>(kClothingLayer));
    // A bare arm beside it: skin goes on.
    Portrait bare = portrait;
    bare.color = portrait.color.clone();
    bare.regions.neck = portrait.regions.neck.clone();
    bare.regions.labels = portrait.regions.labels.clone();
    bare.regions.neck(cv::Rect(150, 180, 20, 20)) = 255;
    bare.color(cv::Rect(150, 180, 20, 20)).setTo(cv::Scalar(0.7, 0.5, 0.4));
    bare.color(cv::Rect(130, 210, 60, 110)).setTo(cv::Scalar(0.2, 0.2, 0.8));
    bare.regions.labels(cv::Rect(135, 210, 35, 110)).setTo(static_cast<int>(Label::kClothing));
    const cv::Mat1b joined =
        AssignBodyLayers(bare.color, bare.regions, bare.matte, Face(), Face(), {}, &background)
            .layer;
    QCOMPARE(int(joined(260, bare.hair.x + 5)), static_cast<int>(kNeckLayer));
    QCOMPARE(int(joined(260, bare.hair.br().x - 5)), static_cast<int>(kClothingLayer));
    // An arm that stands apart: background is seen beside it.
    portrait.regions.clothing(cv::Rect(0, 0, portrait.hair.x, kSide)) = 0;
    QCOMPARE(layer(column, 260), static_cast<int>(kBackgroundLayer));
  }

  void APieceOfClothingThatHangsOnNoneIsDropped() {
    // A completer that sees a shoulder where nothing of one shows.
    struct Piece : BodyCompleter {
      cv::Mat3f Complete(const SeenBody& seen) const override {
        cv::Mat3f shares(seen.layer.size(), cv::Vec3f(1, 0, 0));
        shares.rowRange(84, 88).setTo(cv::Scalar(0, 1, 0));
        return shares;
      }
    };
    Portrait portrait = MakePortrait(false);
    const Piece piece;
    const auto pixels = [&] {
      const cv::Mat1b layer = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                               Face(), Face(), {}, &piece)
                                  .layer;
      return cv::countNonZero(layer(cv::Rect(90, 200, 30, 100)) == kClothingLayer);
    };
    QVERIFY(pixels() > 100);
    portrait.regions.clothing = Mask(kSide, kSide, std::uint8_t{0});
    portrait.regions.clothing(cv::Rect(200, 210, 60, 110)) = 255;
    QCOMPARE(pixels(), 0);
  }

  void BareSkinIsToldFromClothing() {
    constexpr int side = 120;
    const cv::Rect neck(50, 0, 20, 40);
    const cv::Rect arm(5, 40, 25, 75);
    const cv::Rect top(30, 40, 70, 75);
    ColorImage color(side, side, cv::Vec3f(0.3f, 0.5f, 0.3f));
    color(neck).setTo(cv::Scalar(0.75, 0.55, 0.45));
    color(top).setTo(cv::Scalar(0.2, 0.3, 0.7));
    color(arm).setTo(cv::Scalar(0.78, 0.58, 0.48));
    const auto mask = [&](std::initializer_list<cv::Rect> places) {
      Mask selected(side, side, std::uint8_t{0});
      for (const cv::Rect& place : places) selected(place) = 255;
      return selected;
    };
    const Mask none = mask({});
    const Mask bare = FindBareSkin(color, mask({neck}), mask({arm, top}), none, kFace);
    QVERIFY(cv::countNonZero(bare & mask({arm})) > 0.8 * arm.area());
    QVERIFY(cv::countNonZero(bare & mask({top})) < 0.05 * top.area());
    // Where nothing differs from skin, nothing tells what is bare.
    QCOMPARE(cv::countNonZero(FindBareSkin(color, mask({neck}), mask({arm}), none, kFace)), 0);
    // Braids over the clothing are no skin, however dark that is.
    const cv::Rect braid(60, 50, 8, 60);
    color.setTo(cv::Scalar(0.25, 0.15, 0.12), mask({neck, arm}));
    color(braid).setTo(cv::Scalar(0.16, 0.1, 0.08));
    const cv::Rect hair(100, 0, 20, 40);
    color(hair).setTo(cv::Scalar(0.15, 0.09, 0.07));
    const Mask dark = FindBareSkin(color, mask({neck}), mask({arm, top}), mask({hair}), kFace);
    QVERIFY(cv::countNonZero(dark & mask({arm})) > 0.8 * arm.area());
    QVERIFY(cv::countNonZero(dark & mask({braid})) < 0.1 * braid.area());
  }

  void ClothingDoesNotClimbABareShoulder() {
    // A completer that takes everything below the neck for clothing, as labels do.
    struct Dressed : BodyCompleter {
      cv::Mat3f Complete(const SeenBody& seen) const override {
        return cv::Mat3f(seen.layer.size(), cv::Vec3f(0, 1, 0));
      }
    };
    Portrait portrait = MakePortrait(false);
    const cv::Rect body(60, 210, 200, 110);
    const cv::Rect top(100, 280, 160, 40);
    portrait.color(body).setTo(cv::Scalar(0.75, 0.55, 0.45));
    portrait.color(top).setTo(cv::Scalar(0.9, 0.2, 0.3));
    portrait.color(portrait.hair).setTo(cv::Scalar(0.1, 0.05, 0.05));
    Mask clothing(kSide, kSide, std::uint8_t{0});
    clothing(body) = 255;
    clothing.setTo(0, portrait.regions.head);
    portrait.regions.clothing = clothing;
    portrait.regions.bare_skin = clothing.clone();
    portrait.regions.bare_skin(top) = 0;
    portrait.matte = AlphaOf(clothing | portrait.regions.head);
    const Dressed dressed;
    const Mask neck = portrait.regions.neck.clone();
    const BodyLayers layers = AssignBodyLayers(portrait.color, portrait.regions, portrait.matte,
                                               Face(), Face(), {}, &dressed);
    // The target's regions stay, masks that share their pixels included.
    QCOMPARE(cv::countNonZero(portrait.regions.neck != neck), 0);
    QCOMPARE(cv::countNonZero(portrait.regions.clothing != clothing), 0);
    const int column = portrait.hair.x + portrait.hair.width / 2;
    QCOMPARE(int(layers.layer(240, column)), static_cast<int>(kNeckLayer));
    QCOMPARE(int(layers.layer(295, portrait.hair.br().x - 5)), static_cast<int>(kClothingLayer));
    const Mask visible(kSide, kSide, std::uint8_t{255});
    const BackgroundFill fill = FillBehindHead(
        {portrait.color, portrait.matte, portrait.regions, Face(), Face(), visible, &dressed}, {},
        {});
    const cv::Vec3f shoulder = fill.plate(240, column);
    QVERIFY(std::abs(shoulder[0] - 0.75f) < 0.05f && std::abs(shoulder[1] - 0.55f) < 0.05f);
  }

  void NoNeckIsMadeUp() {
    const Mask nothing(kSide, kSide, std::uint8_t{0});
    QCOMPARE(cv::countNonZero(FindNeckShape(NeckIn(nothing, nothing), Face(), Face()).area), 0);
  }
};

QTEST_GUILESS_MAIN(HeadShapeTest)
#include "head_shape_test.moc"
