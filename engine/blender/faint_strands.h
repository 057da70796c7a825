#pragma once

#include "engine/core/image.h"

namespace heser {

/// Strands beside hair that are too faint or too bright for its colour to tell: thin lines that
/// stand out from a calm background, as far as it has none of them by itself. Pictures of one size;
/// `clear` selects the background that is looked at, without the soft outline of a body, `to_hair`
/// is the distance to hair, pixels, `strand` the colour of the hair at every place, and `size` the
/// face size in pixels, some 150 of which suffice. Nothing where too little background shows how
/// calm it is. Thread-safe.
Mask FindFaintStrands(const cv::Mat3f& color, const Mask& clear, const ScalarImage& to_hair,
                      const cv::Mat3f& strand, double size);

}  // namespace heser
