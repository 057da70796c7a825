#include "engine/blender/opacity.h"

#include "engine/core/image_ops.h"

namespace heser {

namespace {

// Between background and body alpha is neither's own. Face sizes.
constexpr double kRim = 0.04;
// Softness of the border between both where it is made up, face sizes.
constexpr double kBorderSigma = 0.008;

// Continued from `part`, away from its rim if it is wide enough for that.
AlphaMap Continued(const AlphaMap& opacity, const Mask& part, const Mask& kept, double rim) {
  Mask known = Erode(part, rim) & kept;
  if (cv::countNonZero(known) == 0) known = part & kept;
  if (cv::countNonZero(known) == 0) return opacity;
  return PushPull(opacity, AlphaOf(known));
}

}  // namespace

AlphaMap OpacityBehindHead(const AlphaMap& opacity, const Mask& removed, const cv::Mat1b& layer,
                           double face_size) {
  Mask kept;
  cv::bitwise_not(removed, kept);
  const Mask background = layer == static_cast<int>(kBackgroundLayer);
  Mask body;
  cv::bitwise_not(background, body);
  const double rim = kRim * face_size;
  const AlphaMap filled =
      Mix(Continued(opacity, background, kept, rim), Continued(opacity, body, kept, rim),
          AlphaMap(Blur(AlphaOf(body), kBorderSigma * face_size)));
  AlphaMap result = opacity.clone();
  filled.copyTo(result, removed);
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
