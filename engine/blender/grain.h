#pragma once

#include "engine/core/image.h"

namespace heser {

/// Standard deviation of the photo's grain in the selected pixels (luma of the sRGB encoding, above
/// a Gaussian of 2 px), at most 4 / 255: that of the calmest fifth of its 8 x 8 blocks, so that
/// edges and texture do not count. 0 where too few blocks are selected.
double MeasureGrain(const ColorImage& color, const Mask& mask);

/// Adds grain of this deviation to all three channels alike, weighted. The same picture gets the
/// same grain each time.
void AddGrain(ColorImage& color, const AlphaMap& weight, double deviation);

}  // namespace heser
