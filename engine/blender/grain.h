#pragma once

#include "engine/core/image.h"

namespace heser {

/// Standard deviation of the photo's grain in the selected pixels (luma of the sRGB encoding, above
/// a Gaussian of 2 px), by the median so that edges do not count, at most 4 / 255. 0 where too few
/// pixels are selected.
double MeasureGrain(const ColorImage& color, const Mask& mask);

/// Adds grain of this deviation to all three channels alike, weighted. The same picture gets the
/// same grain each time.
void AddGrain(ColorImage& color, const AlphaMap& weight, double deviation);

}  // namespace heser
