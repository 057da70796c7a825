#include "app/document/skin_patch.h"

#include <algorithm>

#include <opencv2/core.hpp>

#include "engine/core/image.h"

namespace heser {

std::vector<SwapDocument::SettingValueOf> PickedSkinSettings(const Photo& photo, QPointF place) {
  const cv::Point middle(std::clamp(cvRound(place.x()), 0, photo.size().width - 1),
                         std::clamp(cvRound(place.y()), 0, photo.size().height - 1));
  constexpr int kSide = 2 * kSkinPatchReach + 1;
  const cv::Rect box =
      cv::Rect(middle.x - kSkinPatchReach, middle.y - kSkinPatchReach, kSide, kSide) &
      photo.bounds();
  const cv::Scalar light = cv::mean(LinearFromSrgb(photo.WorkingPixels(box)));
  const auto encoded = [&](int channel) {
    return std::clamp(static_cast<double>(SrgbFromLinear(static_cast<float>(light[channel]))), 0.0,
                      1.0);
  };
  return {{"color_reference.picked", 1},
          {"color_reference.picked_red", encoded(0)},
          {"color_reference.picked_green", encoded(1)},
          {"color_reference.picked_blue", encoded(2)}};
}

}  // namespace heser
