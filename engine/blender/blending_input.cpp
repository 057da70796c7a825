#include "engine/blender/blending_input.h"

#include <opencv2/imgproc.hpp>

namespace heser {

cv::Mat PackBlendingInput(const BlendingPicture& picture) {
  const cv::Size size = picture.color.size();
  cv::Mat packed(size, CV_32FC(kBlendingChannels));
  for (int y = 0; y < size.height; ++y) {
    float* out = packed.ptr<float>(y);
    for (int x = 0; x < size.width; ++x, out += kBlendingChannels) {
      const float alpha = picture.alpha(y, x);
      const float made_up = picture.made_up(y, x);
      const cv::Vec3f plate = 2 * picture.plate(y, x) - cv::Vec3f::all(1);
      const cv::Vec3f color = 2 * picture.color(y, x) - cv::Vec3f::all(1);
      for (int c = 0; c < 3; ++c) {
        out[c] = color[c] - (1 - alpha) * plate[c];
        out[3 + c] = made_up * plate[c];
        out[7 + c] = (1 - made_up) * plate[c];
      }
      out[6] = alpha;
      out[10] = made_up * (1 - alpha);
      out[11] = alpha * (2 * picture.head_luma(y, x) - 1);
    }
  }
  return packed;
}

ScalarImage HeadLuma(const ColorImage& color) {
  ScalarImage luma;
  cv::cvtColor(color, luma, cv::COLOR_RGB2GRAY);
  return luma;
}

}  // namespace heser
