#include "engine/color_reference/color_reference.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/color_reference/region_colors.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "tests/support/teacher_view.h"

namespace {

using namespace heser;

// Any face with skin, hair, open eyes; the second is of another person.
const char* const kFace = "portraits/congress/deb_fischer.jpg";
const char* const kOtherFace = "portraits/faker/male_042.jpg";
// Lit from one side.
const char* const kOneSidedFace = "portraits/faker/female_016.jpg";
constexpr double kFaceSize = 160;

HeadView ReadView(const char* file) {
  return test::ReadTeacherView(test::SharedPhoto(file), kFaceSize);
}

AlignedHead HeadOf(const HeadView& view) {
  AlignedHead head;
  head.color = view.color.clone();
  head.labels = view.labels.clone();
  const Mask own = MaskOf(view.labels, kHeadLabels);
  Mask rest;
  cv::bitwise_not(own, rest);
  head.labels.setTo(0, rest);
  head.alpha = AlphaOf(own);
  head.confidence = head.alpha.clone();
  head.mesh = view.mesh;
  return head;
}

HeadView Mirrored(const HeadView& view) {
  HeadView mirrored = view;
  // Into pictures of their own: a copied view shares its pixels.
  mirrored.color = ColorImage(view.color.size());
  mirrored.labels = LabelMap(view.labels.size());
  mirrored.matte = AlphaMap(view.matte.size());
  cv::flip(view.color, mirrored.color, 1);
  cv::flip(view.labels, mirrored.labels, 1);
  cv::flip(view.matte, mirrored.matte, 1);
  mirrored.mesh = MirrorMesh(view.mesh, view.color.cols, DefaultFaceMeshModel());
  return mirrored;
}

// The head moved and scaled so that the box of its face lies on the target's.
AlignedHead Placed(const AlignedHead& head, const HeadView& target) {
  const double scale = FaceSize(target.mesh) / FaceSize(head.mesh);
  const cv::Point2d from = FaceCenter(head.mesh);
  const cv::Point2d to = FaceCenter(target.mesh);
  const cv::Matx23d move(scale, 0, to.x - scale * from.x, 0, scale, to.y - scale * from.y);
  const cv::Size size = target.color.size();
  AlignedHead placed;
  cv::warpAffine(head.color, placed.color, move, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::warpAffine(head.alpha, placed.alpha, move, size, cv::INTER_LINEAR);
  cv::warpAffine(head.labels, placed.labels, move, size, cv::INTER_NEAREST);
  placed.confidence = placed.alpha.clone();
  placed.mesh = TransformMesh(move, head.mesh);
  return placed;
}

ColorImage UnderGain(const ColorImage& color, const cv::Vec3d& gain) {
  cv::Mat3f linear = LinearFromSrgb(color);
  for (cv::Vec3f& v : linear) {
    for (int c = 0; c < 3; ++c) v[c] = std::min(1.f, static_cast<float>(v[c] * gain[c]));
  }
  return SrgbFromLinear(linear);
}

// Mean CIE76 difference of the low frequencies within a mask.
double SmoothDifference(const ColorImage& a, const ColorImage& b, const Mask& mask) {
  const double sigma = 0.03 * kFaceSize;
  const AlphaMap weight = AlphaOf(mask);
  const cv::Mat3f x = BlurWeighted(LabFromSrgb(a), weight, sigma);
  const cv::Mat3f y = BlurWeighted(LabFromSrgb(b), weight, sigma);
  double sum = 0;
  int count = 0;
  for (int row = 0; row < mask.rows; ++row) {
    for (int column = 0; column < mask.cols; ++column) {
      if (mask(row, column) == 0) continue;
      sum += cv::norm(x(row, column) - y(row, column));
      ++count;
    }
  }
  return sum / count;
}

Mask SkinOf(const HeadView& view) { return Erode(MaskOf(view.labels, kFaceSkinLabels), 2); }

void Relabel(LabelMap& labels, LabelSet from, Label to) {
  labels.setTo(static_cast<int>(to), MaskOf(labels, from));
}

// Synthetic skin: shades of one chroma from dark to light, shine of another above a luminance.
struct Shades {
  static constexpr int kShadeCount = 60;
  cv::Mat3f log_light = cv::Mat3f(kShadeCount, kShadeCount);
  LabelMap labels = LabelMap(kShadeCount, kShadeCount, static_cast<std::uint8_t>(Label::kSkin));
};

Shades MakeShades(double middle, double spread, const cv::Vec3f& skin, const cv::Vec3f& shine) {
  Shades shades;
  for (int y = 0; y < Shades::kShadeCount; ++y) {
    for (int x = 0; x < Shades::kShadeCount; ++x) {
      const double place = (x + 0.5) / Shades::kShadeCount - 0.5;
      const auto luminance = static_cast<float>(middle + spread * place);
      const float share = std::clamp(static_cast<float>(place) * 10 - 3, 0.f, 1.f);
      const cv::Vec3f chroma = skin + (shine - skin) * share;
      shades.log_light(y, x) =
          chroma + cv::Vec3f::all(luminance - static_cast<float>(LogLuminance(chroma)));
    }
  }
  return shades;
}

SkinSample Sampled(const Shades& shades) {
  const Mask anywhere(shades.labels.size(), std::uint8_t{255});
  return MeasureSkin(shades.log_light, shades.labels, anywhere, kFaceSize);
}

}  // namespace

class ColorReferenceTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("the shared folder with the judges' photos is absent");
  }

  void AHeadInItsOwnSceneKeepsItsColours() {
    const HeadView view = ReadView(kFace);
    const AlignedHead head = HeadOf(view);
    const ColorReference result = MakeColorReference(head, view, {}, {});
    QVERIFY(cv::PSNR(result.color, view.color, 1.0) > 45);
    QCOMPARE(result.source_region, SkinRegion::kFace);
  }

  void AKnownGainIsRecovered() {
    const HeadView target = ReadView(kFace);
    HeadView source = target;
    source.color = UnderGain(target.color, {0.72, 0.6, 0.5});
    ColorReferenceOptions options;
    options.amount = 1;
    const ColorReference result = MakeColorReference(HeadOf(source), target, options, {});
    const Mask skin = SkinOf(target);
    const double before = SmoothDifference(source.color, target.color, skin);
    const double after = SmoothDifference(result.color, target.color, skin);
    qInfo("known gain: %.2f before, %.2f after", before, after);
    QVERIFY(before > 8);
    QVERIFY(after < 1.5);
  }

  void LightIsRecoveredFromTheMirroredPhoto() {
    const HeadView view = ReadView(kOneSidedFace);
    HeadView source = Mirrored(view);
    source.color = UnderGain(source.color, {0.72, 0.6, 0.5});
    const AlignedHead head = Placed(HeadOf(source), view);
    const Mask both = Erode(MaskOf(head.labels, kFaceSkinLabels), 2) & SkinOf(view);
    const auto difference = [&](double amount, double light) {
      ColorReferenceOptions options;
      options.amount = amount;
      options.light = light;
      return SmoothDifference(MakeColorReference(head, view, options, {}).color, view.color, both);
    };
    const double untouched = difference(0, 0);
    const double matched = difference(1, 0);
    const double relit = difference(1, 1);
    qInfo("flip test: none %.2f, skin %.2f, skin and light %.2f", untouched, matched, relit);
    QVERIFY(matched < 0.85 * untouched);
    QVERIFY(relit < 0.95 * matched);
  }

  void SkinTakesAPickedColour() {
    const HeadView source = ReadView(kFace);
    const HeadView target = ReadView(kOtherFace);
    const AlignedHead head = Placed(HeadOf(source), target);
    ColorReferenceOptions options;
    options.amount = 1;
    options.light = 0;
    options.picked = 1;
    options.picked_red = 0.5;
    options.picked_green = 0.35;
    options.picked_blue = 0.3;
    const ColorReference reference = MakeColorReference(head, target, options, {});
    const Mask skin = Erode(MaskOf(head.labels, kFaceSkinLabels), 3);
    const cv::Mat3f log_light = LogLight(reference.color);
    const cv::Vec3d median = MedianOf(log_light, skin);
    const ColorImage patch(1, 1, cv::Vec3f(0.5f, 0.35f, 0.3f));
    QVERIFY(cv::norm(median - cv::Vec3d(LogLight(patch)(0, 0))) < 0.08);
    // Half of it lies between.
    options.picked = 0.5;
    const cv::Vec3d half =
        MedianOf(LogLight(MakeColorReference(head, target, options, {}).color), skin);
    options.picked = 0;
    const cv::Vec3d none =
        MedianOf(LogLight(MakeColorReference(head, target, options, {}).color), skin);
    QVERIFY(cv::norm(half - (median + none) / 2) < 0.08);
    QVERIFY(cv::norm(median - none) > 0.2);
  }

  void HairTakesTheTargetsColourOrAPickedOneByItsAmount() {
    const HeadView target = ReadView(kFace);
    const AlignedHead head = Placed(HeadOf(ReadView(kOtherFace)), target);
    const Mask hair = Erode(MaskOf(head.labels, {Label::kHair}), 4);
    const Mask brows = MaskOf(head.labels, {Label::kBrow});
    const auto with = [&](const ColorReferenceOptions& options) {
      return LogLight(MakeColorReference(head, target, options, {}).color);
    };
    ColorReferenceOptions options;
    const cv::Mat3f none = with(options);
    const cv::Vec3d goal =
        MedianOf(LogLight(target.color), Erode(MaskOf(target.labels, {Label::kHair}), 2));
    options.regions.hair = 1;
    const cv::Mat3f whole = with(options);
    const double before = cv::norm(MedianOf(none, hair) - goal);
    const double after = cv::norm(MedianOf(whole, hair) - goal);
    QVERIFY2(after < 0.35 * before, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
    options.regions.hair = 0.5;
    const double half = cv::norm(MedianOf(with(options), hair) - MedianOf(none, hair)) /
                        cv::norm(MedianOf(whole, hair) - MedianOf(none, hair));
    QVERIFY2(half > 0.3 && half < 0.7, qPrintable(QString::number(half)));

    options.regions = {.hair = 1, .hair_picked = 1};
    options.regions.hair_red = 0.6;
    options.regions.hair_green = 0.2;
    options.regions.hair_blue = 0.15;
    const ColorImage patch(1, 1, cv::Vec3f(0.6f, 0.2f, 0.15f));
    const cv::Mat3f red = with(options);
    QVERIFY(cv::norm(MedianOf(red, hair) - cv::Vec3d(LogLight(patch)(0, 0))) < 0.35);
    const double moved = cv::norm(MedianOf(red, brows) - MedianOf(none, brows));
    QVERIFY2(moved > 0.05, qPrintable(QString::number(moved)));
    options.regions.brows = 0;
    QVERIFY(cv::norm(MedianOf(with(options), brows) - MedianOf(none, brows)) < 0.3 * moved);
    // The skin is nobody's hair.
    const Mask skin = Erode(MaskOf(head.labels, kFaceSkinLabels), 6);
    QVERIFY(cv::norm(MedianOf(red, skin) - MedianOf(none, skin)) < 0.01);
  }

  void LipsTakeTheTargetsColourAPickedOneOrTheirOwn() {
    const HeadView target = ReadView(kFace);
    AlignedHead head = Placed(HeadOf(ReadView(kOtherFace)), target);
    head.color = UnderGain(head.color, {0.6, 0.8, 1});
    const LabelSet lip_labels{Label::kUpperLip, Label::kLowerLip};
    const Mask lips = Erode(MaskOf(head.labels, lip_labels), 2);
    const auto lips_with = [&](const RegionColorOptions& regions) {
      ColorReferenceOptions options;
      options.regions = regions;
      return MedianOf(LogLight(MakeColorReference(head, target, options, {}).color), lips);
    };
    const cv::Vec3d none = lips_with({});
    const cv::Vec3d goal =
        MedianOf(LogLight(target.color), Erode(MaskOf(target.labels, lip_labels), 2));
    QVERIFY(cv::norm(lips_with({.lips = 1}) - goal) < 0.2);
    RegionColorOptions picked{.lips = 1, .lips_picked = 1};
    picked.lips_red = 0.7;
    picked.lips_green = 0.1;
    picked.lips_blue = 0.3;
    const ColorImage patch(1, 1, cv::Vec3f(0.7f, 0.1f, 0.3f));
    const cv::Vec3d wanted(LogLight(patch)(0, 0));
    QVERIFY(cv::norm(lips_with(picked) - wanted) < 0.4 * cv::norm(none - wanted));
    // Their own: what the skin lost to the gain they do not get back.
    const cv::Vec3d own = MedianOf(LogLight(head.color), lips);
    QVERIFY(cv::norm(lips_with({.lips_own = 1}) - own) < cv::norm(none - own));
  }

  void ColoursThatNobodyAskedForChangeNothing() {
    const HeadView target = ReadView(kFace);
    const AlignedHead head = Placed(HeadOf(ReadView(kOtherFace)), target);
    ColorReferenceOptions options;
    const ColorImage plain = MakeColorReference(head, target, options, {}).color;
    options.regions = {.hair_picked = 1, .brows = 0.3, .lips_picked = 1};
    QCOMPARE(cv::norm(MakeColorReference(head, target, options, {}).color, plain), 0.0);
  }

  void NoAmountChangesNoSkin() {
    const HeadView target = ReadView(kFace);
    HeadView source = target;
    source.color = UnderGain(source.color, {0.7, 0.7, 0.7});
    ColorReferenceOptions none;
    none.amount = 0;
    none.light = 0;
    const AlignedHead head = HeadOf(source);
    const ColorReference result = MakeColorReference(head, target, none, {});
    const Mask deep = Erode(MaskOf(target.labels, kFaceSkinLabels), 0.06 * kFaceSize);
    QVERIFY(cv::norm(result.color, head.color, cv::NORM_INF, deep) < 0.01);
    QCOMPARE(result.skin_gain, cv::Vec3d(1, 1, 1));
  }

  void HairDoesNotTakeTheSkinsTone() {
    // Skin alone is darker in the target: that is the person, not the light.
    HeadView target = ReadView(kFace);
    const AlignedHead head = HeadOf(target);
    const Mask skin = MaskOf(target.labels, kFaceSkinLabels);
    ColorImage dark = UnderGain(target.color, {0.4, 0.4, 0.4});
    dark.copyTo(target.color, skin);
    ColorReferenceOptions options;
    options.light = 0;
    const ColorReference result = MakeColorReference(head, target, options, {});
    QVERIFY(result.skin_gain[1] < 0.6);
    const Mask hair = Erode(MaskOf(head.labels, {Label::kHair}), 0.06 * kFaceSize);
    QVERIFY(cv::countNonZero(hair) > 100);
    QVERIFY(cv::norm(result.color, head.color, cv::NORM_INF, hair) < 0.05);
  }

  void TeethBesideDarkSkinStayWhite() {
    // The same light, another complexion: darker and, as darker skin is, redder.
    const HeadView source = ReadView(kFace);
    AlignedHead head = HeadOf(source);
    const cv::Rect teeth = cv::boundingRect(MaskOf(head.labels, {Label::kUpperLip}));
    head.labels(teeth).setTo(static_cast<int>(Label::kInnerMouth));
    head.color(teeth).setTo(cv::Scalar::all(0.8));
    HeadView target = source;
    target.color = UnderGain(source.color, cv::Vec3d(0.5, 0.39, 0.33));
    // Shut eyes: only the skin says what light there is.
    Relabel(target.labels, {Label::kEye}, Label::kSkin);
    const ColorReference reference = MakeColorReference(head, target, {}, {});
    QVERIFY(reference.skin_gain[0] / reference.skin_gain[2] > 1.3);
    const double tint = reference.own_gain[0] / reference.own_gain[2];
    QVERIFY2(tint < 1.15, qPrintable(QString::number(tint)));
  }

  void GreyHairBesideBluerSkinDoesNotTurnBlue() {
    const HeadView source = ReadView(kFace);
    HeadView target = source;
    target.color = UnderGain(source.color, cv::Vec3d(0.8, 1, 1.3));
    ColorReferenceOptions options;
    options.light = 0;
    const auto tint_beside_hair = [&](const cv::Vec3f& tone) {
      AlignedHead head = HeadOf(source);
      head.color.setTo(tone, MaskOf(head.labels, {Label::kHair}));
      const ColorReference reference = MakeColorReference(head, target, options, {});
      return reference.own_gain[2] / reference.own_gain[0];
    };
    // Brown hair in bluer light may be as blue as the light makes it.
    const double tint = tint_beside_hair({0.3F, 0.2F, 0.12F});
    QVERIFY2(tint > 1.3, qPrintable(QString::number(tint)));
    const double grey_tint = tint_beside_hair({0.4F, 0.4F, 0.4F});
    QVERIFY2(grey_tint > 1 && grey_tint < 1.1, qPrintable(QString::number(grey_tint)));
    // Bluish hair gets no bluer.
    const double blue_tint = tint_beside_hair({0.3F, 0.35F, 0.4F});
    QVERIFY2(std::abs(blue_tint - 1) < 0.01, qPrintable(QString::number(blue_tint)));
  }

  void GreyHairInWarmLightDoesNotTurnBlond() {
    const HeadView source = ReadView(kFace);
    HeadView target = source;
    target.color = UnderGain(source.color, cv::Vec3d(1.3, 1, 0.8));
    ColorReferenceOptions options;
    options.light = 0;
    // Blue over red of the hair afterwards, over what it was.
    const auto tint_of_hair = [&](const cv::Vec3f& tone) {
      AlignedHead head = HeadOf(source);
      const Mask hair = MaskOf(head.labels, {Label::kHair});
      head.color.setTo(tone, hair);
      const ColorReference reference = MakeColorReference(head, target, options, {});
      const cv::Scalar after = cv::mean(LinearFromSrgb(reference.color), Erode(hair, 6));
      return after[2] / after[0] * LinearFromSrgb(tone[0]) / LinearFromSrgb(tone[2]);
    };
    const double grey = tint_of_hair({0.5F, 0.48F, 0.46F});
    QVERIFY2(grey > 0.78 && grey < 0.95, qPrintable(QString::number(grey)));
    const double brown = tint_of_hair({0.45F, 0.35F, 0.2F});
    QVERIFY2(brown < 0.75, qPrintable(QString::number(brown)));
  }

  void SkinBehindGlassesFollowsTheSkin() {
    const HeadView source = ReadView(kFace);
    AlignedHead head = HeadOf(source);
    // Glasses of clear panes over the cheeks, with a black frame.
    const cv::Rect face = cv::boundingRect(MaskOf(head.labels, {Label::kSkin}));
    const cv::Rect pane(face.x + face.width / 4, face.y + face.height * 55 / 100, face.width / 2,
                        face.height / 8);
    head.labels(pane).setTo(static_cast<int>(Label::kGlasses));
    const cv::Rect frame(pane.x, pane.br().y - 4, pane.width, 4);
    head.color(frame).setTo(cv::Scalar::all(0.02));
    HeadView target = source;
    target.color = UnderGain(source.color, cv::Vec3d(0.4, 0.3, 0.25));
    Relabel(target.labels, {Label::kEye}, Label::kSkin);
    const ColorReference reference = MakeColorReference(head, target, {}, {});
    const cv::Rect clear(pane.x, pane.y, pane.width, pane.height - 8);
    const cv::Scalar before = cv::mean(cv::Mat(head.color(clear)));
    const cv::Scalar after = cv::mean(cv::Mat(reference.color(clear)));
    const cv::Scalar wanted = cv::mean(cv::Mat(target.color(clear)));
    QVERIFY(after[0] - wanted[0] < 0.4 * (before[0] - wanted[0]));
    QVERIFY(cv::norm(reference.color(frame), head.color(frame), cv::NORM_INF) < 0.03);
  }

  void ColoursAreMeasuredInTheNextBestRegion() {
    const AlignedHead head = HeadOf(ReadView(kOtherFace));
    HeadView target = ReadView(kOtherFace);
    target.color = UnderGain(target.color, {0.6, 0.6, 0.6});
    HeadView bearded = target;
    Relabel(bearded.labels, kFaceSkinLabels | LabelSet{Label::kEar}, Label::kHeadwear);
    const ColorReference by_neck = MakeColorReference(head, bearded, {}, {});
    QCOMPARE(by_neck.target_region, SkinRegion::kNeck);
    QVERIFY(by_neck.skin_gain[1] < 1);
    HeadView veiled = bearded;
    Relabel(veiled.labels, {Label::kNeck}, Label::kClothing);
    const ColorReference none = MakeColorReference(head, veiled, {}, {});
    QCOMPARE(none.target_region, SkinRegion::kNone);
    QCOMPARE(none.skin_gain, cv::Vec3d(1, 1, 1));
    HeadView only_ears = target;
    Relabel(only_ears.labels, kFaceSkinLabels, Label::kHeadwear);
    // Ears are drawn where the photo shows none, so that the test does not hang on the hair cut.
    cv::circle(only_ears.labels, {30, 30}, 12, cv::Scalar(static_cast<int>(Label::kEar)), -1);
    QCOMPARE(MakeColorReference(head, only_ears, {}, {}).target_region, SkinRegion::kEars);
  }

  void AHeadWithoutAnyRegionIsLeftAlone() {
    const HeadView target = ReadView(kFace);
    AlignedHead head = HeadOf(target);
    head.labels = 0;
    head.alpha = 0;
    const ColorReference result = MakeColorReference(head, target, {}, {});
    QCOMPARE(cv::norm(result.color, head.color, cv::NORM_INF), 0.0);
    QCOMPARE(result.source_region, SkinRegion::kNone);
  }

  void ShutEyesSayNothingOfExposure() {
    HeadView target = ReadView(kFace);
    for (const auto rim : {LeftEyeMeshPoints(), RightEyeMeshPoints()}) {
      for (int i : rim) target.mesh.row(i) = target.mesh.row(rim[0]);
    }
    const AlignedHead head = HeadOf(ReadView(kFace));
    QVERIFY(!MakeColorReference(head, target, {}, {}).eye_whites_seen);
  }

  void RaisedHighlightsStayBelowWhite() {
    const HeadView target = ReadView(kFace);
    HeadView dark = target;
    dark.color = UnderGain(dark.color, {0.15, 0.15, 0.15});
    // A spot of shine on the forehead.
    const cv::Point forehead(cvRound(dark.mesh(151, 0)), cvRound(dark.mesh(151, 1)));
    cv::circle(dark.color, forehead, 4, cv::Scalar(0.6, 0.6, 0.6), -1);
    const ColorReference result = MakeColorReference(HeadOf(dark), target, {}, {});
    QVERIFY(result.skin_gain[1] > 2);
    const cv::Vec3f shine = result.color(forehead);
    QVERIFY(shine[0] <= 1 && shine[1] <= 1 && shine[2] <= 1);
    QVERIFY(shine[1] > 0.6);
  }

  void ShineTakesTheTintOfTheTargetsShine() {
    const cv::Vec3f brown(0.3f, 0.f, -0.4f);
    const cv::Vec3f sky(0.1f, 0.f, -0.2f);
    const Shades source = MakeShades(-2.5, 2, brown, sky);
    const Shades target = MakeShades(-1, 2, {0.2f, 0.f, -0.2f}, {0.1f, 0.f, -0.1f});
    const SkinMatch match(Sampled(source), Sampled(target), 1, {});
    const cv::Vec3f& shine = source.log_light(30, 57);
    const cv::Vec3f matched = shine + match.Change(shine, LogLuminance(shine), 1);
    const cv::Vec3f& truth = target.log_light(30, 57);
    QVERIFY(cv::norm(matched - truth) < 0.1);
  }

  void WhiteShineStaysWhiteOnSkinThatHasNone() {
    const cv::Vec3f brown(0.5f, -0.1f, -0.2f);
    const cv::Vec3f white(0, 0, 0);
    const cv::Vec3f warm(0.6f, -0.1f, -0.8f);
    const Shades source = MakeShades(-2, 3, brown, white);
    const SkinMatch match(Sampled(source), Sampled(MakeShades(-1, 1, warm, warm)), 1, {});
    const auto chroma = [&](int column) {
      const cv::Vec3f& pixel = source.log_light(30, column);
      const cv::Vec3f matched = pixel + match.Change(pixel, LogLuminance(pixel), 1);
      return cv::norm(matched - cv::Vec3f::all(LogLuminance(matched)));
    };
    QVERIFY2(chroma(57) < 0.25 * cv::norm(warm), qPrintable(QString::number(chroma(57))));
    QVERIFY2(chroma(20) > 0.8 * cv::norm(warm), qPrintable(QString::number(chroma(20))));
  }

  /// The surface of lighter skin reflects no more, but below it more light comes back.
  void ShineOfDarkSkinIsLessWhiteOnLightSkin() {
    const cv::Vec3f brown(0.5f, -0.1f, -0.2f);
    const Shades source = MakeShades(-3, 3, brown, 0.4f * brown);
    const auto shine_on = [&](float middle) {
      const SkinMatch match(Sampled(source), Sampled(MakeShades(middle, 1, brown, brown)), 1, {});
      const cv::Vec3f& pixel = source.log_light(30, 57);
      const cv::Vec3f matched = pixel + match.Change(pixel, LogLuminance(pixel), 1);
      return cv::norm(matched - cv::Vec3f::all(LogLuminance(matched))) / cv::norm(brown);
    };
    const double alike = shine_on(-3);
    const double lighter = shine_on(-2);
    QVERIFY2(alike < 0.6, qPrintable(QString::number(alike)));
    QVERIFY2(lighter > alike + 0.1 && lighter < 0.9, qPrintable(QString::number(lighter)));
  }

  /// Lips of dark skin are less brown than it; so much less, they would be blue on pale skin.
  void WhatIsPalerThanTheSkinStaysPalerByTheSameShare() {
    const cv::Vec3f brown(0.6f, -0.1f, -0.8f);
    const Shades source = MakeShades(-2, 1, brown, brown);
    const cv::Vec3f lips = cv::Vec3f::all(source.log_light(30, 30)[1] + 0.1f) + 0.4f * brown;
    const auto strength_on = [&](const cv::Vec3f& skin) {
      const SkinMatch match(Sampled(source), Sampled(MakeShades(-1, 1, skin, skin)), 1, {});
      const cv::Vec3f matched = lips + match.Change(lips, LogLuminance(lips), 0);
      return (matched - cv::Vec3f::all(LogLuminance(matched))).dot(skin) / skin.dot(skin);
    };
    QVERIFY(std::abs(strength_on(brown) - 0.4) < 0.05);
    const double on_pale_skin = strength_on(0.3f * brown);
    QVERIFY2(std::abs(on_pale_skin - 0.4) < 0.05, qPrintable(QString::number(on_pale_skin)));
  }

  void LipsOfDarkSkinGetRedderOnPaleSkinAlone() {
    const cv::Size size(100, 100);
    LabelMap labels(size, static_cast<std::uint8_t>(Label::kSkin));
    labels(cv::Rect(30, 60, 40, 20)).setTo(static_cast<int>(Label::kLowerLip));
    const Mask trusted(size, std::uint8_t{255});
    const cv::Mat3f dark(size, cv::Vec3f(-1.8F, -2.3F, -2.7F));
    const cv::Mat3f pale = dark + cv::Scalar::all(1.3);
    const auto lips = [&](const cv::Mat3f& before, const cv::Mat3f& after,
                          const RegionColorOptions& options) {
      const MeasuredHead head{before, labels, trusted, 90};
      return MakeRegionRecipe(head, after, head, options, {}).lips;
    };
    const cv::Vec3f redder = lips(dark, pale, {});
    QVERIFY2(redder[0] - redder[1] > 0.2F, qPrintable(QString::number(redder[0] - redder[1])));
    QVERIFY(LogLuminance(redder) < -0.1F);
    QVERIFY(cv::norm(lips(dark, dark, {})) < 1e-6);
    QVERIFY(cv::norm(lips(pale, dark, {})) < 1e-6);
    RegionColorOptions own;
    own.lips_own = 1;
    QVERIFY(cv::norm(lips(dark, pale, own)) < 1e-6);
  }

  void ContrastGrowsAndShrinksWithinItsLimits() {
    const cv::Vec3f grey(0, 0, 0);
    const Shades flat = MakeShades(-2, 0.4, grey, grey);
    const Shades harsh = MakeShades(-2, 3, grey, grey);
    const auto rise = [](const Shades& from, const Shades& to, const ToneLimits& limits) {
      const SkinMatch match(Sampled(from), Sampled(to), 1, limits);
      const cv::Vec3f& dark = from.log_light(30, 15);
      const cv::Vec3f& light = from.log_light(30, 45);
      const float before = light[1] - dark[1];
      return (before + match.Change(light, light[1], 1)[1] - match.Change(dark, dark[1], 1)[1]) /
             before;
    };
    QVERIFY(std::abs(rise(flat, harsh, {0.6, 1.5}) - 1.5) < 0.02);
    QVERIFY(std::abs(rise(harsh, flat, {0.6, 1.5}) - 0.6) < 0.02);
    QVERIFY(std::abs(rise(harsh, harsh, {0.6, 1.5}) - 1) < 0.02);
    // From the middle tone up, shine has a limit of its own.
    const double with_shine = rise(harsh, flat, {0.6, 1.5, 0.3});
    QVERIFY2(with_shine > 0.4 && with_shine < 0.5, qPrintable(QString::number(with_shine)));
    // Darker skin may have more contrast, lighter skin and the same skin in less light may not.
    const auto harsh_rise = [&](float to_middle) {
      return rise(flat, MakeShades(to_middle, 3, grey, grey), {0.6, 1.5, 0.6, 0.5});
    };
    QVERIFY(std::abs(harsh_rise(-1) - 1.5) < 0.02);
    QVERIFY(std::abs(harsh_rise(-2.1f) - 1.5) < 0.02);
    const double darker = harsh_rise(-3);
    QVERIFY2(std::abs(darker - 1.5 * std::exp(0.4)) < 0.05, qPrintable(QString::number(darker)));
    // Lighter skin may have less, the same skin in more light may not.
    const auto flat_rise = [&](float to_middle) {
      return rise(harsh, MakeShades(to_middle, 0.4f, grey, grey), {0.6, 1.5, 0.6, 0, 0.5});
    };
    QVERIFY(std::abs(flat_rise(-3) - 0.6) < 0.02);
    QVERIFY(std::abs(flat_rise(-1.9f) - 0.6) < 0.02);
    const double lighter = flat_rise(-1);
    QVERIFY2(std::abs(lighter - 0.6 * std::exp(-0.4)) < 0.05, qPrintable(QString::number(lighter)));
  }

  void TonesKeepShadowsAndLeaveOutPores() {
    cv::Mat3f log_light(80, 80);
    for (int y = 0; y < 80; ++y) {
      for (int x = 0; x < 80; ++x) {
        const float pore = (x + y) % 2 == 0 ? 0.03f : -0.03f;
        log_light(y, x) = cv::Vec3f::all((x < 40 ? -3.f : -1.5f) + pore);
      }
    }
    const cv::Mat1f tones = ToneMap(log_light, 6);
    QVERIFY(std::abs(tones(40, 20) - tones(40, 21)) < 0.01f);
    QVERIFY(tones(40, 42) - tones(40, 37) > 1.3f);
  }

  void PicturesOfDifferentSizeAreRefused() {
    const HeadView target = ReadView(kFace);
    AlignedHead head = HeadOf(target);
    head.color = ColorImage(10, 10);
    QVERIFY_EXCEPTION_THROWN(MakeColorReference(head, target, {}, {}), Error);
    ColorReferenceOptions bad;
    bad.light = 1.5;
    QVERIFY_EXCEPTION_THROWN(MakeColorReference(HeadOf(target), target, bad, {}), Error);
  }

  void WorkStopsWhenCancelled() {
    const HeadView target = ReadView(kFace);
    CancelSwitch cancel;
    cancel.Cancel();
    const Progress progress([](double, std::string_view) {}, cancel);
    QVERIFY_EXCEPTION_THROWN(MakeColorReference(HeadOf(target), target, {}, progress), Cancelled);
  }

  void CorrelationGivesBackTheTargetsOwnColours() {
    const HeadView target = ReadView(kOneSidedFace);
    AlignedHead head = HeadOf(target);
    head.color = UnderGain(target.color, {0.7, 0.85, 1});
    ColorReferenceOptions options;
    options.correlation = true;
    const ColorReference reference = MakeColorReference(head, target, options, {});
    const Mask skin = SkinOf(target);
    const double before = SmoothDifference(head.color, target.color, skin);
    const double after = SmoothDifference(reference.color, target.color, skin);
    QVERIFY2(after < 0.35 * before, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
  }

  void CorrelationKeepsTheDetailOfTheHead() {
    const HeadView target = ReadView(kFace);
    const AlignedHead head = Placed(HeadOf(ReadView(kOtherFace)), target);
    ColorReferenceOptions options;
    options.correlation = true;
    const ColorReference reference = MakeColorReference(head, target, options, {});
    // High frequencies of the skin correlate with those of the head, not with the target's.
    const Mask skin = Erode(MaskOf(head.labels, {Label::kSkin}), 3);
    const auto detail = [](const ColorImage& color) {
      const cv::Mat3f light = LogLight(color);
      return cv::Mat3f(light - Blur(light, 2));
    };
    const cv::Mat3f own = detail(head.color);
    const cv::Mat3f made = detail(reference.color);
    double product = 0;
    double own_power = 0;
    double made_power = 0;
    for (int y = 0; y < skin.rows; ++y) {
      for (int x = 0; x < skin.cols; ++x) {
        if (skin(y, x) == 0) continue;
        product += double{own(y, x)[1]} * made(y, x)[1];
        own_power += double{own(y, x)[1]} * own(y, x)[1];
        made_power += double{made(y, x)[1]} * made(y, x)[1];
      }
    }
    QVERIFY(product / std::sqrt(own_power * made_power) > 0.95);
  }

  void WithoutSkinToCompareCorrelationLeavesTheStatistics() {
    HeadView target = ReadView(kFace);
    target.labels = target.labels.clone();
    Relabel(target.labels, {Label::kSkin}, Label::kHair);
    const AlignedHead head = HeadOf(ReadView(kFace));
    ColorReferenceOptions options;
    options.correlation = true;
    const ColorReference with = MakeColorReference(head, target, options, {});
    const ColorReference without = MakeColorReference(head, target, {}, {});
    QCOMPARE(cv::norm(with.color, without.color, cv::NORM_INF), 0.0);
  }
};

QTEST_GUILESS_MAIN(ColorReferenceTest)
#include "color_reference_test.moc"
