#include "app/document/color_patch.h"

#include <algorithm>
#include <string>

#include <opencv2/core.hpp>

#include "app/document/setting_access.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

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

constexpr LabelSet kBareSkin = kFaceSkinLabels | LabelSet{Label::kEar, Label::kNeck};
/// Skin is told from other things by its hue: light and shade of one person differ by more.
constexpr double kLightnessWeight = 0.5;
constexpr double kFarFromSkin = 20;
/// Fewer pixels of skin say nothing of its colour.
constexpr int kLeastSkin = 50;

/// What the view takes the place for; background outside.
Label LabelAt(const HeadView& view, QPointF place) {
  const cv::Point at(cvFloor((place.x() - view.window.x) * view.scale),
                     cvFloor((place.y() - view.window.y) * view.scale));
  const bool is_inside = cv::Rect({}, view.labels.size()).contains(at);
  return is_inside ? static_cast<Label>(view.labels(at)) : Label::kBackground;
}

/// CIE Lab of an sRGB-encoded colour.
cv::Vec3f LabOf(const cv::Vec3d& color) {
  return LabFromSrgb(ColorImage(1, 1, cv::Vec3f(color)))(0, 0);
}

}  // namespace

bool LooksLikeSkin(const Photo& photo, QPointF place, const HeadView* view) {
  const cv::Vec3d color = MeanColor(photo, place);
  if (view != nullptr) {
    if (kBareSkin.Contains(static_cast<std::uint8_t>(LabelAt(*view, place)))) return true;
    const Mask skin = MaskOf(view->labels, kBareSkin);
    if (cv::countNonZero(skin) >= kLeastSkin) {
      const cv::Scalar mean = cv::mean(view->color, skin);
      cv::Vec3f by = LabOf(color) - LabOf({mean[0], mean[1], mean[2]});
      by[0] *= kLightnessWeight;
      return cv::norm(by) < kFarFromSkin;
    }
  }
  constexpr double kTolerance = 0.02;  // Of channels: grey photos have grey skin.
  return color[0] >= color[1] - kTolerance && color[0] >= color[2] - kTolerance;
}

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
