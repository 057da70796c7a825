#include "engine/analysis/clothing_spill.h"

#include <algorithm>

#include "engine/analysis/local_colors.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Lengths in face sizes.
// How far into the hair clothing shows through, fading out.
constexpr double kReach = 0.15;
// Hair and clothing are sure this far from everything else.
constexpr double kHairDepth = 0.05;
constexpr double kClothingDepth = 0.03;
constexpr double kColorBlur = 0.06;

// It fades from this share of the reach on.
constexpr float kFull = 0.5F;
// Less of a difference between hair and clothing, RGB distance, needs no care.
constexpr float kLeastContrast = 0.15F;
// Of the hair that is sure, so much lies within its own shades.
constexpr double kOwnShades = 0.9;
// Where these reach further towards the clothing, the two cannot be told apart.
constexpr float kMostShade = 0.6F;
// A mixture lies nearer to the line between both than this share of the way along it.
constexpr float kMostMisfit = 0.6F;
constexpr int kLeastPixels = 200;

/// How far a colour lies from the hair's (0) to the clothing's (1), and how far off that line.
struct Share {
  float along = 0;
  cv::Vec3f off;
};

Share ShareOf(const cv::Vec3f& color, const cv::Vec3f& hair, const cv::Vec3f& clothing) {
  const cv::Vec3f way = clothing - hair;
  const cv::Vec3f own = color - hair;
  const float along = own.dot(way) / std::max(way.dot(way), 1e-6F);
  return {along, own - way * along};
}

}  // namespace

void SuppressClothingSpill(HeadView& view) {
  const double fs = view.face_size();
  const Mask all_hair = MaskOf(view.labels, {Label::kHair});
  const Mask all_clothing = MaskOf(view.labels, {Label::kClothing});
  const cv::Rect box = BoxAround(all_clothing, 2 * kReach * fs) & BoxAround(all_hair, kReach * fs);
  if (box.empty()) return;
  const Mask hair = all_hair(box).clone();
  const Mask clothing = all_clothing(box).clone();
  const Mask sure_clothing = Erode(clothing, kClothingDepth * fs);
  const ScalarImage distance = DistanceTo(clothing);
  const auto reach = static_cast<float>(kReach * fs);
  // Labels near the clothing are what is doubted.
  const Mask sure_hair = Erode(hair, kHairDepth * fs) & (distance > kFull * reach);
  const Mask near_clothing = hair & (distance <= reach);
  if (cv::countNonZero(sure_clothing) < kLeastPixels ||
      cv::countNonZero(sure_hair) < kLeastPixels || cv::countNonZero(near_clothing) == 0) {
    return;
  }
  const ColorImage color = view.color(box);
  const ColorImage of_hair = ColorsAround(color, sure_hair, kColorBlur * fs);
  const ColorImage of_clothing = ColorsAround(color, sure_clothing, kColorBlur * fs);
  cv::Mat1f along(box.size(), 0.F);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      if (hair(y, x) == 0) continue;
      along(y, x) = ShareOf(color(y, x), of_hair(y, x), of_clothing(y, x)).along;
    }
  }
  const float shades = std::max(QuantileOf(along, sure_hair, kOwnShades), 0.F);
  if (shades > kMostShade) return;
  ColorImage clean = color.clone();
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      if (near_clothing(y, x) == 0 || along(y, x) <= shades) continue;
      const cv::Vec3f way = of_clothing(y, x) - of_hair(y, x);
      const auto contrast = static_cast<float>(cv::norm(way));
      const Share share = ShareOf(color(y, x), of_hair(y, x), of_clothing(y, x));
      const auto misfit = static_cast<float>(cv::norm(share.off));
      if (contrast < kLeastContrast || misfit > kMostMisfit * share.along * contrast) continue;
      const float beyond = std::min((share.along - shades) / (1 - shades), 1.F);
      const float fade = std::min((1 - distance(y, x) / reach) / (1 - kFull), 1.F);
      // The less of the hair there is, the less of what else differs is the hair's.
      const cv::Vec3f own = of_hair(y, x) + (way * shades + share.off) * (1 - beyond);
      clean(y, x) += (own - color(y, x)) * fade;
    }
  }
  view.color = view.color.clone();  // The photo itself stays.
  clean.copyTo(view.color(box));
}

}  // namespace heser
