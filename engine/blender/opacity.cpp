#include "engine/blender/opacity.h"

#include "engine/core/image_ops.h"

namespace heser {

AlphaMap OpacityBehindHead(const AlphaMap& opacity, const Mask& removed, const cv::Mat1b& layer) {
  Mask kept;
  cv::bitwise_not(removed, kept);
  AlphaMap result = opacity.clone();
  const Mask background = layer == static_cast<int>(kBackgroundLayer);
  Mask body;
  cv::bitwise_not(background, body);
  for (const Mask& part : {background, body}) {
    const Mask known = part & kept;
    if (cv::countNonZero(known) == 0) continue;
    PushPull(opacity, AlphaOf(known)).copyTo(result, part & removed);
  }
  return result;
}

TranslucentPicture CompositeTranslucent(const TranslucentPicture& target, const ColorImage& plate,
                                        const AlphaMap& plate_opacity, const ColorImage& foreground,
                                        const AlphaMap& alpha, const AlphaMap& region) {
  constexpr float kNothing = 1e-4f;
  TranslucentPicture picture{target.color.clone(), target.opacity.clone()};
  for (int y = 0; y < region.rows; ++y) {
    for (int x = 0; x < region.cols; ++x) {
      if (region(y, x) <= 0) continue;
      const float behind = plate_opacity(y, x) * (1 - alpha(y, x));
      const float opacity = alpha(y, x) + behind;
      picture.opacity(y, x) = opacity;
      if (opacity < kNothing) {
        picture.color(y, x) = plate(y, x);
      } else {
        picture.color(y, x) = (foreground(y, x) * alpha(y, x) + plate(y, x) * behind) / opacity;
      }
    }
  }
  return picture;
}

}  // namespace heser
