#include "engine/blender/composite.h"

#include <algorithm>

namespace heser {

CompositePicture Composite(const ColorImage& target, const ColorImage& plate,
                           const AlphaMap& plate_change, const ColorImage& foreground,
                           const AlphaMap& alpha) {
  constexpr float kLeast = 1.f / 255;
  CompositePicture picture{target.clone(), AlphaMap(target.size(), 0.f)};
  cv::parallel_for_(cv::Range(0, target.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < target.cols; ++x) {
        const float a = alpha(y, x);
        const float region = std::max(a, plate_change(y, x));
        if (region < kLeast) continue;
        picture.blend_region(y, x) = region;
        const cv::Vec3f& behind = plate(y, x);
        picture.color(y, x) = behind + (foreground(y, x) - behind) * a;
      }
    }
  });
  return picture;
}

}  // namespace heser
