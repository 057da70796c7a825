#pragma once

#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Bare arms and shoulders that the labels take for clothing: what of `clothing` has the colour of
/// `neck` rather than that of the rest of the clothing or of `hair`. Nothing where either is hardly
/// seen, or where clothing is hardly told from skin. Masks and picture of one size, the masks
/// without what hair covers; `face_size` in their pixels. Thread-safe.
Mask FindBareSkin(const ColorImage& color, const Mask& neck, const Mask& clothing, const Mask& hair,
                  double face_size);

/// Whether a pixel of the body has the colour of the neck rather than that of the named clothing:
/// for pixels at the rim of what is seen, which FindBareSkin leaves open. Keeps references to
/// `color`. Thread-safe.
class NearerToSkin {
 public:
  NearerToSkin(const ColorImage& color, const TargetRegions& regions);
  bool At(int y, int x) const;

 private:
  const ColorImage& color_;
  bool known_;
  cv::Scalar neck_;
  cv::Scalar clothing_;
};

}  // namespace heser
