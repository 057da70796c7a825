#include "engine/blender/skin_field.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/chin_shadow.h"
#include "engine/core/image_ops.h"
#include "engine/core/smoothstep.h"

namespace heser {
namespace {

constexpr int kFewest = 60;
// Skin is filled this far from what is seen of it at most. Face sizes.
constexpr double kFarthest = 0.6;
// Colours are compared without pores. Face sizes.
constexpr double kCompareSigma = 0.015;
// Skin is itself this far from hair, and from the chin. Face sizes.
constexpr double kHairReach = 0.15;
constexpr double kChinReach = 0.08;
constexpr float kLeastWeight = 0.001f;
// Skin this much darker or brighter than most (logarithm) counts a third.
constexpr float kDarker = 0.5f;
constexpr float kBrighter = 0.4f;
// Of another hue (logarithm of red to green): clothing that was taken for skin.
constexpr float kOtherHue = 0.2f;
// How smooth the field is, face sizes; where less than this share of that is known the mean counts.
constexpr double kFieldSigma = 0.22;
constexpr float kMeanWeight = 0.03f;
// Seen skin passes on its own tone over this far. Face sizes.
constexpr double kToneReach = 0.15;
// Where the face ends what it hid passes into what hair hid. Face sizes.
constexpr double kFaceSigma = 0.04;
constexpr float kLargestRatio = 2.5f;
// Hair this near to the face, this far to both sides of the chin, is a beard. Face sizes.
constexpr double kBeardReach = 0.12;
constexpr double kBeardAside = 0.3;
// Seen skin beside hair that the field surpasses by these factors is a strand: not at all, wholly.
constexpr float kNoStrand = 1.25f;
constexpr float kStrand = 1.5f;
// Lines narrower than twice this (face sizes) that what lies on both sides of them surpasses by
// these factors are fine hair.
constexpr double kFineRadius = 0.016;
constexpr float kNoFineHair = 1.06f;
constexpr float kFineHair = 1.12f;
constexpr double kStrandRim = 0.007;
constexpr double kRimPixels = 2.5;
// Hair's shade is not lightened by more.
constexpr float kLargestRelight = 2.2f;
// The shadow at the contact itself, as ApplyChinShadow takes it. Face sizes.
constexpr double kShadowRim = 0.03;
constexpr float kGamma = 2.2f;
// An old chin's shade goes where the new head ends this much further up (face sizes): not at all,
// wholly; and so far below that chin.
constexpr double kNoGap = 0.02;
constexpr double kGap = 0.07;
constexpr double kShadeReach = 0.26;
// Throats are darker than what lies below without any chin: this much of the shade goes.
constexpr float kUnshade = 0.85f;
// Skin is lightened by no more than this factor. What is darker yet (the second: wholly) is beard,
// or too dark to hold a picture of skin, and filled.
constexpr float kLargestUnshade = 2.2f;
constexpr float kNoShade = 2.8f;
// Shade changes the hue by no more than this factor.
constexpr float kShadeHue = 1.15f;

float Luminance(const cv::Vec3f& color) { return color.dot(cv::Vec3f(kLuminanceWeights)); }

// What the old chin's shadow multiplies sRGB values by.
AlphaMap ShadowFactor(const ColorImage& color, const TargetRegions& regions, const Mask& face,
                      const ScalarImage& to_face, double face_size) {
  const ChinShadow shadow = MeasureChinShadow(color, regions.neck, face, face_size);
  const auto rim = static_cast<float>(kShadowRim * face_size);
  AlphaMap factor(color.size());
  for (int y = 0; y < factor.rows; ++y) {
    for (int x = 0; x < factor.cols; ++x) {
      const float darkening = shadow.At(std::max(to_face(y, x), rim));
      factor(y, x) = darkening < 0 ? std::exp(darkening / kGamma) : 1;
    }
  }
  return factor;
}

// How far the old chin's shade lies in sight with no chin over it.
AlphaMap Unshaded(const Mask& face, const ScalarImage& to_face, const Mask& new_head,
                  double face_size) {
  AlphaMap unshaded(face.size(), 0.f);
  if (new_head.empty() || cv::countNonZero(new_head) == 0) return unshaded;
  Mask outside;
  cv::bitwise_not(face, outside);
  const ScalarImage within = DistanceTo(outside);
  const ScalarImage to_new = DistanceTo(new_head);
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      const double gap = (to_new(y, x) - to_face(y, x) + within(y, x)) / face_size;
      unshaded(y, x) =
          static_cast<float>(kUnshade * Smoothstep((gap - kNoGap) / (kGap - kNoGap)) *
                             Smoothstep(1 - to_face(y, x) / (kShadeReach * face_size)));
    }
  }
  return unshaded;
}

// Hair without beards.
Mask HangingHair(const LabelMap& labels, const Mask& face, const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  Mask beard = Dilate(face, kBeardReach * size);
  const double chin = mesh(mesh_point::kChin, 0);
  for (int x = 0; x < beard.cols; ++x) {
    if (std::abs(x - chin) > kBeardAside * size) beard.col(x) = 0;
  }
  return MaskOf(labels, {Label::kHair}) & ~beard;
}

float MedianOf(const cv::Mat1f& picture, const Mask& mask) {
  std::vector<float> values;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) != 0) values.push_back(picture(y, x));
    }
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

float Redness(const cv::Vec3f& color) {
  return std::log(std::max(0.01f, color[0]) / std::max(0.01f, color[1]));
}

// How much each known pixel says of the skin as a whole.
AlphaMap Trust(const ColorImage& smooth, const Mask& known, const Mask& neck,
               const ScalarImage& to_hair, const ScalarImage& to_face, double face_size) {
  cv::Mat1f luminance(known.size(), 0.f);
  cv::Mat1f redness(known.size(), 0.f);
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      luminance(y, x) = Luminance(smooth(y, x));
      if (known(y, x) != 0) redness(y, x) = Redness(smooth(y, x));
    }
  }
  const auto hair_reach = static_cast<float>(kHairReach * face_size);
  const auto chin_reach = static_cast<float>(kChinReach * face_size);
  Mask away = known & Mask(to_hair > hair_reach);
  if (cv::countNonZero(away) < kFewest) away = known;
  const float usual = MedianOf(luminance, away);
  const Mask named = away & neck;
  const float hue = MedianOf(redness, cv::countNonZero(named) < kFewest ? away : named);
  AlphaMap trust(known.size(), 0.f);
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      if (known(y, x) == 0) continue;
      const float ratio = std::log(std::max(0.01f, luminance(y, x)) / std::max(0.01f, usual));
      const float miss = ratio / (ratio < 0 ? kDarker : kBrighter);
      const float other = (redness(y, x) - hue) / kOtherHue;
      const float near = std::min(1.f, to_hair(y, x) / hair_reach);
      const float below = std::min(1.f, to_face(y, x) / chin_reach);
      trust(y, x) =
          std::max(kLeastWeight, near * near * below * std::exp(-miss * miss - other * other));
    }
  }
  return trust;
}

// The trusted colours, smooth; far from all of them their mean.
ColorImage SmoothField(const ColorImage& color, const AlphaMap& trust, double sigma) {
  const double total = cv::sum(trust)[0];
  const cv::Scalar sum = cv::sum(Multiply(color, trust));
  const cv::Vec3f mean(cv::Vec3d(sum[0], sum[1], sum[2]) / total);
  const cv::Mat3f weighted = Blur(Multiply(color, trust), sigma);
  const AlphaMap weight = Blur(trust, sigma);
  ColorImage field(color.size());
  for (int y = 0; y < field.rows; ++y) {
    for (int x = 0; x < field.cols; ++x) {
      field(y, x) = (weighted(y, x) + mean * kMeanWeight) / (weight(y, x) + kMeanWeight);
    }
  }
  return field;
}

cv::Vec3f Ratio(const cv::Vec3f& a, const cv::Vec3f& b) {
  cv::Vec3f ratio;
  for (int c = 0; c < 3; ++c) {
    ratio[c] = std::clamp(a[c] / std::max(0.02f, b[c]), 1 / kLargestRatio, kLargestRatio);
  }
  return ratio;
}

// How much of hair's shade and strands a pixel may show: 1 beside hair, 0 from the reach on.
float BesideHair(float to_hair, double face_size) {
  return 1 - Smoothstep(to_hair / static_cast<float>(kHairReach * face_size));
}

// By how much skin is brighter on both sides than a dark line between them, as a factor; 1 where
// there is none, on slopes and at the border of what is known.
cv::Mat1f RiseBesideLines(const ColorImage& color, const Mask& known, double face_size) {
  cv::Mat1f luminance(known.size(), 0.f);
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      if (known(y, x) != 0) luminance(y, x) = std::max(0.02f, Luminance(color(y, x)));
    }
  }
  const int radius = std::max(1, cvRound(kFineRadius * face_size));
  cv::Mat1f closed;
  cv::morphologyEx(luminance, closed, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1}));
  cv::Mat1f rise;
  cv::divide(closed, luminance, rise);
  rise.setTo(1, ~known);
  return rise;
}

AlphaMap FindStrands(const ColorImage& color, const ColorImage& field, const Mask& known,
                     const TargetRegions& regions, const ScalarImage& to_hair,
                     const AlphaMap& shadow, const AlphaMap& unshaded, double face_size) {
  Mask skin = regions.neck | regions.bare_skin;
  skin.setTo(0, regions.removed);
  // Between what is removed and what is clean, and on both sides of it, so that no gap is left when
  // the map is enlarged.
  const Mask rim = (skin & ~known & Dilate(regions.removed, kRimPixels)) |
                   (regions.removed & Dilate(skin, kRimPixels));
  // The crease along a collar, and the edge before a background, are no chin's.
  const Mask crease = Dilate(Mask((skin | regions.removed) == 0), kRimPixels);
  const cv::Mat1f rise = RiseBesideLines(color, known, face_size);
  AlphaMap strands(known.size(), 0.f);
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      const float beside = std::min(1.f, 2 * BesideHair(to_hair(y, x), face_size));
      const float shaded = crease(y, x) != 0 ? 0 : unshaded(y, x);
      if (rim(y, x) != 0) strands(y, x) = std::max(beside, shaded);
      if (known(y, x) == 0) continue;
      const float gain = Luminance(field(y, x)) / std::max(0.02f, Luminance(color(y, x)));
      const float share =
          std::clamp(std::max((gain - kNoStrand) / (kStrand - kNoStrand),
                              (rise(y, x) - kNoFineHair) / (kFineHair - kNoFineHair)),
                     0.f, 1.f);
      const float dark = gain / shadow(y, x);
      const float black =
          std::clamp((dark - kLargestUnshade) / (kNoShade - kLargestUnshade), 0.f, 1.f);
      strands(y, x) = std::max(share * beside, black * shaded);
    }
  }
  cv::Mat1f wider;
  cv::dilate(strands, wider, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
  wider = Blur(wider, std::max(1.0, kStrandRim * face_size));
  wider.setTo(0, (skin | regions.removed) == 0);
  return cv::Mat(cv::max(strands, wider));
}

// Seen skin beside hair, as bright as the field: the less, the further from it.
cv::Mat3f Relight(const ColorImage& smooth, const ColorImage& field, const Mask& known,
                  const ScalarImage& to_hair, double face_size) {
  cv::Mat3f relight(known.size(), cv::Vec3f::all(1));
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      const float share = BesideHair(to_hair(y, x), face_size);
      if (known(y, x) == 0 || share <= 0) continue;
      if (Luminance(field(y, x)) <= Luminance(smooth(y, x))) continue;
      for (int c = 0; c < 3; ++c) {
        const float own = field(y, x)[c] / std::max(0.02f, smooth(y, x)[c]);
        relight(y, x)[c] = 1 + (std::clamp(own, 1.f, kLargestRelight) - 1) * share;
      }
    }
  }
  return relight;
}

// Lightens skin of `where` that only the old chin shades.
void TakeShade(const ColorImage& smooth, const ColorImage& field, const Mask& where,
               const AlphaMap& unshaded, cv::Mat3f& relight) {
  for (int y = 0; y < where.rows; ++y) {
    for (int x = 0; x < where.cols; ++x) {
      const float share = unshaded(y, x);
      if (where(y, x) == 0 || share <= 0) continue;
      const float gain = Luminance(field(y, x)) / std::max(0.02f, Luminance(smooth(y, x)));
      if (gain <= 1) continue;
      for (int c = 0; c < 3; ++c) {
        const float hue = field(y, x)[c] / std::max(0.02f, smooth(y, x)[c]) / gain;
        const float own =
            std::min(gain, kLargestUnshade) * std::clamp(hue, 1 / kShadeHue, kShadeHue);
        relight(y, x)[c] = std::max(relight(y, x)[c], 1 + (own - 1) * share);
      }
    }
  }
}

// As FindSkinField does, of a piece in which enough skin is known.
SkinField FieldOf(const ColorImage& color, const Mask& known, const TargetRegions& regions,
                  const FaceMesh& mesh, const Mask& new_head) {
  const double face_size = FaceSize(mesh);
  SkinField result;
  const Mask face = MaskOf(regions.labels, kFaceLabels);
  const ScalarImage to_face = DistanceTo(face);
  const ScalarImage to_hair = DistanceTo(HangingHair(regions.labels, face, mesh));
  const AlphaMap shadow = ShadowFactor(color, regions, face, to_face, face_size);
  const AlphaMap lighter = 1 / shadow;
  const ColorImage even = Multiply(color, lighter);
  ColorImage smooth = BlurWeighted(even, AlphaOf(known), kCompareSigma * face_size);
  const AlphaMap trust = Trust(smooth, known, regions.neck, to_hair, to_face, face_size);
  const ColorImage field = SmoothField(smooth, trust, kFieldSigma * face_size);
  result.unshaded = Unshaded(face, to_face, new_head, face_size);
  result.strands =
      FindStrands(even, field, known, regions, to_hair, shadow, result.unshaded, face_size);
  const Mask clean = known & Mask(result.strands < 0.5);
  if (cv::countNonZero(known & ~clean) > 0) {
    smooth = BlurWeighted(even, AlphaOf(clean), kCompareSigma * face_size);
  }
  result.relight = Relight(smooth, field, clean, to_hair, face_size);
  smooth = Multiply(smooth, shadow);
  // Over its edge to the fill, which is unknown, too: they pass into each other there.
  const Mask elsewhere = (regions.neck | regions.removed) == 0;
  const Mask edge = Dilate(clean, kRimPixels) & Dilate(regions.removed, kRimPixels) &
                    ~Dilate(elsewhere, kRimPixels);
  const Mask skin_around = clean | edge;
  TakeShade(smooth, field, skin_around, result.unshaded, result.relight);
  smooth = smooth.mul(result.relight);
  AlphaMap shade(shadow.size());
  for (int y = 0; y < shade.rows; ++y) {
    for (int x = 0; x < shade.cols; ++x) {
      shade(y, x) = 1 - (1 - shadow(y, x)) * (1 - result.unshaded(y, x));
    }
  }
  cv::Mat3f ratio(color.size(), cv::Vec3f::all(1));
  for (int y = 0; y < ratio.rows; ++y) {
    for (int x = 0; x < ratio.cols; ++x) {
      if (clean(y, x) != 0) ratio(y, x) = Ratio(smooth(y, x), field(y, x) * shade(y, x));
    }
  }
  const cv::Mat3f passed = PushPull(ratio, AlphaOf(clean));
  const ScalarImage to_known = DistanceTo(clean);
  result.tone = ColorImage(color.size());
  const float reach = -1 / static_cast<float>(kToneReach * face_size);
  const Mask wanted = Dilate(regions.removed, kRimPixels) | Mask(result.strands > 0);
  for (int y = 0; y < ratio.rows; ++y) {
    for (int x = 0; x < ratio.cols; ++x) {
      result.tone(y, x) = field(y, x);
      if (wanted(y, x) == 0) continue;
      const float share = std::exp(to_known(y, x) * reach);
      const cv::Vec3f own = cv::Vec3f::all(1) + (passed(y, x) - cv::Vec3f::all(1)) * share;
      result.tone(y, x) = field(y, x).mul(own) * shade(y, x);
    }
  }
  // Under the face the throat's own shade goes on.
  const AlphaMap under_face = Blur(AlphaOf(face), kFaceSigma * face_size);
  const ColorImage throat = PushPull(color.mul(result.relight), AlphaOf(clean));
  result.tone = Mix(result.tone, throat, under_face);
  return result;
}

}  // namespace

SkinField FindSkinField(const ColorImage& color, const Mask& known, const TargetRegions& regions,
                        const FaceMesh& mesh, const Mask& new_head) {
  SkinField result;
  result.unshaded = AlphaMap(color.size(), 0.f);
  result.relight = cv::Mat3f(color.size(), cv::Vec3f::all(1));
  result.strands = AlphaMap(color.size(), 0.f);
  if (cv::countNonZero(known) < kFewest) {
    result.tone = PushPull(color, AlphaOf(known));
    return result;
  }
  const cv::Rect box = BoxAround(known, kFarthest * FaceSize(mesh));
  const TargetRegions inside{regions.labels(box),
                             regions.head(box),
                             regions.neck(box),
                             regions.clothing(box),
                             regions.removed(box),
                             regions.bare_skin(box),
                             Mask()};
  const FaceMesh moved = TransformMesh({1, 0, double(-box.x), 0, 1, double(-box.y)}, mesh);
  const SkinField piece =
      FieldOf(color(box), known(box), inside, moved, new_head.empty() ? new_head : new_head(box));
  piece.unshaded.copyTo(result.unshaded(box));
  piece.relight.copyTo(result.relight(box));
  piece.strands.copyTo(result.strands(box));
  cv::copyMakeBorder(piece.tone, result.tone, box.y, color.rows - box.br().y, box.x,
                     color.cols - box.br().x, cv::BORDER_REPLICATE);
  return result;
}

}  // namespace heser
