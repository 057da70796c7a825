#pragma once

#include "engine/core/image.h"

namespace heser {

/// Foreground colours under a soft alpha: what the head's own colour is where hair mixes with the
/// background it was photographed against. Blur-fusion in two passes (Forte and Pitie, "Fast
/// multi-level foreground estimation", 2021) with these radii in pixels, the first on a reduced
/// picture. Where alpha is nearly 1 colours stay as they are. Thread-safe.
ColorImage Decontaminate(const ColorImage& color, const AlphaMap& alpha, double wide_radius,
                         double narrow_radius);

}  // namespace heser
