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

/// The colour's settings name it once more for the skin: "picked_red", but "hair_red".
std::string ChannelPrefix(PickedRegion region) {
  const std::string prefix = KeysOf(region).picked;
  return region == PickedRegion::kSkin ? prefix + "picked_" : prefix;
}

}  // namespace

std::vector<SwapDocument::SettingValueOf> PickedColorSettings(const Photo& photo, QPointF place,
                                                              PickedRegion region,
                                                              const SwapSettings& settings) {
  const RegionKeys keys = KeysOf(region);
  const std::string prefix = keys.picked;
  const cv::Vec3d color = MeanColor(photo, place);
  const std::string channel_prefix = ChannelPrefix(region);
  std::vector<SwapDocument::SettingValueOf> values = {{prefix + "picked", 1},
                                                      {channel_prefix + "red", color[0]},
                                                      {channel_prefix + "green", color[1]},
                                                      {channel_prefix + "blue", color[2]}};
  if (SettingValue(settings, keys.amount) == 0) {
    values.push_back({keys.amount, 1});
  }
  return values;
}

SwapSettings WithoutPickedColors(const SwapSettings& settings) {
  SwapSettings without = settings;
  for (const PickedRegion region : kEveryPickedRegion) {
    const RegionKeys keys = KeysOf(region);
    const std::string picked = std::string(keys.picked) + "picked";
    if (SettingValue(settings, picked) == 0) continue;
    std::vector<std::string> reset = {picked};
    for (const char* channel : {"red", "green", "blue"}) {
      reset.push_back(ChannelPrefix(region) + channel);
    }
    if (region != PickedRegion::kSkin) reset.emplace_back(keys.amount);
    for (const std::string& key : reset) {
      SetSettingValue(without, key, SettingByKey(key).default_value);
    }
  }
  return without;
}

}  // namespace heser
