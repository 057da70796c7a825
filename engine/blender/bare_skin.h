#pragma once

#include "engine/core/image.h"

namespace heser {

/// Bare arms and shoulders that the labels take for clothing: what of `clothing` has the colour of
/// `neck` rather than that of the rest of the clothing or of `hair`. Nothing where either is hardly
/// seen, or where clothing is hardly told from skin. Masks and picture of one size, the masks
/// without what hair covers; `face_size` in their pixels. Thread-safe.
Mask FindBareSkin(const ColorImage& color, const Mask& neck, const Mask& clothing, const Mask& hair,
                  double face_size);

}  // namespace heser
