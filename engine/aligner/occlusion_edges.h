#pragma once

#include "engine/core/image.h"

namespace heser {

/// Softens the edges at which one part of a rendered head hides another, a jaw the hair behind it:
/// sampled at pixel centres they end in stairs. `depth` is z in pixels, smaller in front (see
/// Raster), `hit` selects the pixels that show the head, `face_size` is in pixels. Pixels further
/// than some three from such an edge keep their colour. Parallel by tiles, thread-safe, pure.
ColorImage SoftenOcclusions(const ColorImage& color, const ScalarImage& depth, const Mask& hit,
                            double face_size);

}  // namespace heser
