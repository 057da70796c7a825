#pragma once

#include "engine/core/image.h"

namespace heser {

/// Strands beside hair that are too faint or too bright for its colour to tell: thin lines that
/// stand out from a calm ground, as far as it has none of them by itself. Pictures of one size;
/// `clear` selects the ground that is looked at, without the soft outline of anything else,
/// `to_hair` is the distance to hair, pixels, `strand` the colour of the hair at every place,
/// `reach` how far strands go, and `size` the face size, pixels, some 150 of which suffice. Nothing
/// where too little ground shows how calm it is. Thread-safe.
Mask FindFaintStrands(const cv::Mat3f& color, const Mask& clear, const ScalarImage& to_hair,
                      const cv::Mat3f& strand, double reach, double size);

}  // namespace heser
