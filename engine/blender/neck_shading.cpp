#include "engine/blender/neck_shading.h"

#include <algorithm>
#include <cmath>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The sides of a cylinder in soft light from the front lose this much of their sRGB values.
constexpr float kDarkest = 0.38f;
// The middle of a neck, share of its half width, is as bright as the rest of it.
constexpr float kFlatMiddle = 0.35f;
// Rows this wide are a neck's, and from the second on a shoulder's, which is no cylinder. Face
// sizes.
constexpr double kNeckWidth = 0.65;
constexpr double kShoulderWidth = 0.95;
// Seen skin passes on its own tone over this far; rows are evened over this far. Face sizes.
constexpr double kSeenReach = 0.06;
constexpr double kSmoothing = 0.015;

// A layer's border is soft this far beyond it. Pixels.
constexpr double kBeyond = 3;

float ShadeAt(float aside) {
  const float around = std::clamp((aside - kFlatMiddle) / (1 - kFlatMiddle), 0.0f, 1.0f);
  return 1 - kDarkest * (1 - std::sqrt(1 - around * around));
}

// Around the neck the shading of its border, so that this is not lighter where it is soft.
AlphaMap BeyondBorder(const AlphaMap& shading, const Mask& neck) {
  if (cv::countNonZero(neck) == 0) return shading;
  const Mask around = Dilate(neck, kBeyond) & ~neck;
  const cv::Mat2i nearest = NearestSelected(neck);
  AlphaMap result = shading.clone();
  for (int y = 0; y < around.rows; ++y) {
    for (int x = 0; x < around.cols; ++x) {
      const cv::Vec2i& from = nearest(y, x);
      if (around(y, x) != 0) result(y, x) = shading(from[1], from[0]);
    }
  }
  return result;
}

}  // namespace

AlphaMap NeckShading(const Mask& filled, const Mask& seen, double face_size) {
  AlphaMap shading(filled.size(), 1.f);
  const Mask neck = filled | seen;
  for (int y = 0; y < neck.rows; ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      if (neck(y, x) == 0) continue;
      const int begin = x;
      while (x < neck.cols && neck(y, x) != 0) ++x;
      const float half = static_cast<float>(x - begin) / 2;
      const float middle = static_cast<float>(begin + x - 1) / 2;
      const double width = (x - begin) / face_size;
      const auto share = static_cast<float>(
          std::clamp((kShoulderWidth - width) / (kShoulderWidth - kNeckWidth), 0.0, 1.0));
      for (int i = begin; i < x; ++i) {
        const float shade = ShadeAt(std::abs(static_cast<float>(i) - middle) / half);
        shading(y, i) = 1 + (shade - 1) * share;
      }
    }
  }
  // Even over rows within the neck, so that a ragged side leaves no stripes.
  shading = BlurWeighted(shading, AlphaOf(neck), kSmoothing * face_size);
  const ScalarImage to_seen = DistanceTo(seen);
  const auto reach = static_cast<float>(kSeenReach * face_size);
  for (int y = 0; y < neck.rows; ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      const float amount = filled(y, x) != 0 ? std::min(1.0f, to_seen(y, x) / reach) : 0;
      shading(y, x) = 1 + (shading(y, x) - 1) * amount;
    }
  }
  return BeyondBorder(shading, neck);
}

}  // namespace heser
