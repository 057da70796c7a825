#include "engine/aligner/skin_rim.h"

#include "engine/aligner/head_texture.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr double kSkinRim = 0.035;  // Face sizes.

}  // namespace

ColorImage WithoutSkinRim(const ColorImage& color, const LabelMap& labels, const Mask& known,
                          const Mask& solid, double face_size) {
  const Mask skin = MaskOf(labels, {Label::kSkin});
  const double width = kSkinRim * face_size;
  const Mask deep = skin & known & Erode(solid, width);
  const Mask rim = skin & ~cv::Mat(deep);
  if (cv::countNonZero(deep) == 0 || cv::countNonZero(rim) == 0) return color;
  const ColorImage low = BlurWeighted(color, AlphaOf(deep), width);
  ColorImage detail;
  cv::subtract(color, low, detail, deep);
  const ColorImage ahead = SmoothFill(low, deep) + ReflectDetail(detail, deep, rim);
  return Mix(color, ahead, Blur(AlphaOf(rim), 1));
}

}  // namespace heser
