#include "app/document/color_patch.h"

#include <algorithm>
#include <string>

#include <opencv2/core.hpp>

#include "app/document/setting_access.h"
#include "engine/core/image.h"

namespace heser {
namespace {

/// The setting that says how far the region takes any colour, and what those of its picked colour
/// begin with.
struct RegionKeys {
  const char* amount;
  const char* picked;
};

RegionKeys KeysOf(PickedRegion region) {
  switch (region) {
    case PickedRegion::kHair:
      return {"color_reference.hair", "color_reference.hair_"};
    case PickedRegion::kLips:
      return {"color_reference.lips", "color_reference.lips_"};
    case PickedRegion::kSkin:
      break;
  }
  return {"color_reference.amount", "color_reference."};
}

/// sRGB-encoded mean of the light around the place.
cv::Vec3d MeanColor(const Photo& photo, QPointF place) {
  const cv::Point middle(std::clamp(cvRound(place.x()), 0, photo.size().width - 1),
                         std::clamp(cvRound(place.y()), 0, photo.size().height - 1));
  constexpr int kSide = 2 * kColorPatchReach + 1;
  const cv::Rect box =
      cv::Rect(middle.x - kColorPatchReach, middle.y - kColorPatchReach, kSide, kSide) &
      photo.bounds();
  const cv::Scalar light = cv::mean(LinearFromSrgb(photo.WorkingPixels(box)));
  cv::Vec3d color;
  for (int channel = 0; channel < 3; ++channel) {
    color[channel] = std::clamp(
        static_cast<double>(SrgbFromLinear(static_cast<float>(light[channel]))), 0.0, 1.0);
  }
  return color;
}

}  // namespace

std::vector<SwapDocument::SettingValueOf> PickedColorSettings(const Photo& photo, QPointF place,
                                                              PickedRegion region,
                                                              const SwapSettings& settings) {
  const RegionKeys keys = KeysOf(region);
  const std::string prefix = keys.picked;
  const cv::Vec3d color = MeanColor(photo, place);
  // The skin's own settings name the colour once more: "picked_red", "hair_red".
  const std::string channel_prefix = region == PickedRegion::kSkin ? prefix + "picked_" : prefix;
  std::vector<SwapDocument::SettingValueOf> values = {{prefix + "picked", 1},
                                                      {channel_prefix + "red", color[0]},
                                                      {channel_prefix + "green", color[1]},
                                                      {channel_prefix + "blue", color[2]}};
  if (SettingValue(settings, keys.amount) == 0) {
    values.push_back({keys.amount, 1});
  }
  return values;
}

}  // namespace heser
