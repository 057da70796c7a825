#include "engine/blender/neck_tone.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

constexpr int kFewest = 100;
// Skin shows its own colour this far from its edges, features and beards' outlines. Face sizes.
constexpr double kSkinRim = 0.03;
// The old face's light takes over from the seen neck about this far from it. Face sizes.
constexpr double kTakeOver = 0.1;
// How bright a neck is beside its face, sRGB: what is darker is a shadow of the seen strip alone.
constexpr float kDarkest = 0.72f;
constexpr float kUsual = 0.85f;
constexpr float kHair = 0.5f;
constexpr int kFewestSeen = 30;
// Skin this near to the seen neck is what it is compared with. Face sizes.
constexpr double kNear = 0.35;
constexpr float kBrightest = 1.1f;
// How far a neck's hue departs from the face's.
constexpr float kHue = 0.08f;
// Detail finer than this (face sizes) is texture, what deviates more is a mole or a crease.
constexpr double kDetailSigma = 0.02;
constexpr float kLargestDetail = 0.12f;
// Of a seen neck only pores go on: anything larger would be seen twice. They are taken from this
// far below its top, to and fro, and not from its edge. Face sizes. Detail that deviates by more
// than the spread (standard deviation) is wrinkles or sun, and toned down.
constexpr double kPoreSigma = 0.01;
constexpr float kLargestPore = 0.05f;
constexpr float kPoreSpread = 0.015f;
constexpr double kNeckDepth = 0.08;
constexpr double kNeckRim = 0.01;
// Strands, moles, jewellery and seams have by this factor more detail than most of the neck, as a
// mean over the first; what is this near to them is not taken, but what lies beside. Face sizes.
constexpr double kMarkSigma = 0.006;
constexpr float kMark = 2.2F;
constexpr double kMarkRim = 0.01;

cv::Vec3f MedianOf(const ColorImage& color, const Mask& mask) {
  cv::Vec3f median;
  std::vector<float> values;
  for (int c = 0; c < 3; ++c) {
    values.clear();
    for (int y = 0; y < mask.rows; ++y) {
      for (int x = 0; x < mask.cols; ++x) {
        if (mask(y, x) != 0) values.push_back(color(y, x)[c]);
      }
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    median[c] = *middle;
  }
  return median;
}

// What the face's colours are multiplied by to be the neck's.
cv::Vec3f NeckOfFace(const cv::Vec3f& neck, const cv::Vec3f& face) {
  const cv::Vec3f weights(kLuminanceWeights);
  const float luma = neck.dot(weights) / std::max(1e-3f, face.dot(weights));
  const float bright = std::clamp(luma, kDarkest, kBrightest);
  cv::Vec3f ratio;
  for (int c = 0; c < 3; ++c) {
    const float hue = neck[c] / std::max(1e-3f, face[c]) / std::max(1e-3f, luma);
    ratio[c] = bright * std::clamp(hue, 1 - kHue, 1 + kHue);
  }
  return ratio;
}

// Known neck that is too dark beside the face is hair, or a crease that says nothing of the rest.
Mask WithoutHair(const ColorImage& color, const Mask& known, const cv::Vec3f& face) {
  const cv::Vec3f weights(kLuminanceWeights);
  const float least = kHair * face.dot(weights);
  Mask clean = known.clone();
  for (int y = 0; y < known.rows; ++y) {
    for (int x = 0; x < known.cols; ++x) {
      if (color(y, x).dot(weights) < least) clean(y, x) = 0;
    }
  }
  return clean;
}

// Whether a dark colour is nearer to grey than to the skin's hue: hair, not skin in the shade.
bool IsHair(const cv::Vec3f& dark, const cv::Vec3f& skin) {
  const auto redness = [](const cv::Vec3f& color) { return color[0] / std::max(1e-3f, color[2]); };
  return redness(dark) < (1 + redness(skin)) / 2;
}

// Where skin shows more than pores.
Mask FindMarks(const cv::Mat1f& pores, const Mask& skin, double face_size) {
  const cv::Mat1f strength =
      BlurWeighted(cv::Mat1f(cv::abs(pores)), AlphaOf(skin), kMarkSigma * face_size);
  const Mask marks = MaskAbove(strength, kMark * QuantileOf(strength, skin, 0.5)) & skin;
  return Dilate(marks, kMarkRim * face_size);
}

}  // namespace

ColorImage NeckTone(const ColorImage& color, const ColorImage& seen, const Mask& known,
                    const TargetRegions& regions, double face_size, double share) {
  const Mask skin = Erode(MaskOf(regions.labels, {Label::kSkin}), kSkinRim * face_size);
  if (share <= 0 || cv::countNonZero(skin) < kFewest || cv::countNonZero(known) == 0) {
    return seen;
  }
  const Mask clean = WithoutHair(color, known, MedianOf(color, skin));
  const bool any_clean = cv::countNonZero(clean) >= kFewestSeen;
  if (!any_clean && IsHair(MedianOf(color, known), MedianOf(color, skin))) {
    return seen;
  }
  cv::Vec3f ratio = cv::Vec3f::all(kUsual);
  if (any_clean) {
    // Beards and light differ over a face: what lies near to the neck says most.
    Mask near = skin & Dilate(clean, kNear * face_size);
    if (cv::countNonZero(near) < kFewest) near = skin;
    ratio = NeckOfFace(MedianOf(color, clean), MedianOf(color, near));
  }
  ColorImage lit = color.clone();
  for (int y = 0; y < lit.rows; ++y) {
    for (int x = 0; x < lit.cols; ++x) {
      if (clean(y, x) == 0) lit(y, x) = lit(y, x).mul(ratio);
    }
  }
  const double reach = kTakeOver * face_size;
  AlphaMap weight = AlphaOf(skin) / (reach * reach);
  weight.setTo(1, clean);
  ColorImage tone = PushPull(lit, weight);
  if (!any_clean) return tone;
  return Mix(seen, tone, AlphaMap(color.size(), static_cast<float>(share)));
}

SkinDetail FindSkinDetail(const ColorImage& color, const TargetRegions& regions, const Mask& wanted,
                          double face_size) {
  SkinDetail detail{ColorImage(color.size(), cv::Vec3f::all(1)), AlphaMap(color.size(), 0.f)};
  const Mask skin = Erode(MaskOf(regions.labels, {Label::kSkin}), kSkinRim * face_size);
  if (cv::countNonZero(skin) < kFewest || cv::countNonZero(wanted) == 0) return detail;
  const ColorImage smooth = BlurWeighted(color, AlphaOf(skin), kDetailSigma * face_size);
  const cv::Mat2i nearest = NearestSelected(skin);
  for (int y = 0; y < wanted.rows; ++y) {
    for (int x = 0; x < wanted.cols; ++x) {
      if (wanted(y, x) == 0) continue;
      const cv::Vec2i& border = nearest(y, x);
      const cv::Point from(2 * border[0] - x, 2 * border[1] - y);
      if (!cv::Rect({}, wanted.size()).contains(from) || skin(from) == 0) continue;
      for (int c = 0; c < 3; ++c) {
        const float factor = color(from)[c] / std::max(0.02f, smooth(from)[c]);
        detail.factor(y, x)[c] = std::clamp(factor, 1 - kLargestDetail, 1 + kLargestDetail);
      }
      detail.weight(y, x) = 1;
    }
  }
  return detail;
}

SkinDetail FindNeckDetail(const ColorImage& color, const TargetRegions& regions, const Mask& wanted,
                          double face_size) {
  SkinDetail detail{ColorImage(color.size(), cv::Vec3f::all(1)), AlphaMap(color.size(), 0.f)};
  const int depth = std::max(2, cvRound(kNeckDepth * face_size));
  const cv::Rect box = BoxAround(wanted, 2 * depth);
  if (box.empty()) return detail;
  const Mask place = wanted(box);
  const Mask neck = Erode(Mask(regions.neck(box) & ~regions.removed(box)), kNeckRim * face_size);
  if (cv::countNonZero(neck) < kFewest) return detail;
  cv::Mat1f luma;
  cv::transform(color(box), luma, cv::Mat(cv::Matx13f(kLuminanceWeights)));
  const cv::Mat1f smooth = BlurWeighted(luma, AlphaOf(neck), kPoreSigma * face_size);
  const cv::Mat1f pores = luma / cv::max(smooth, 0.05) - 1;
  const Mask clean = neck & ~FindMarks(pores, neck, face_size);
  if (cv::countNonZero(clean) < kFewest) return detail;
  cv::Scalar mean;
  cv::Scalar spread;
  cv::meanStdDev(pores, mean, spread, clean);
  const float share = std::min(1.f, kPoreSpread / std::max(1e-6f, static_cast<float>(spread[0])));
  AlphaMap weight(box.size(), 0.f);
  ColorImage factors = detail.factor(box);
  for (int x = 0; x < place.cols; ++x) {
    int top = -1;  // Of the neck below.
    for (int y = place.rows - 1; y >= 0; --y) {
      if (neck(y, x) != 0) top = y;
      if (place(y, x) == 0 || top < 0) continue;
      // To and fro between the border and the depth.
      const int phase = (top - y) % (2 * depth);
      const int from = top + std::min(phase, 2 * depth - phase);
      if (from >= neck.rows || neck(from, x) == 0) continue;
      for (const int aside : {0, depth / 2, -depth / 2, depth, -depth}) {
        const int column = x + aside;
        if (column < 0 || column >= neck.cols || clean(from, column) == 0) continue;
        factors(y, x) = cv::Vec3f::all(
            1 + std::clamp(pores(from, column) * share, -kLargestPore, kLargestPore));
        weight(y, x) = 1;
        break;
      }
    }
  }
  Blur(weight, kDetailSigma * face_size).copyTo(detail.weight(box));
  return detail;
}

}  // namespace heser
