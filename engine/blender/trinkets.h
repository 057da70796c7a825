#pragma once

#include "engine/core/image.h"

namespace heser {

/// Jewellery and the like that labels take for clothing: small pieces of `clothing` in colours that
/// it has nowhere else. Nothing where little clothing is selected, and where small pieces are its
/// pattern. Picture and mask of one size; `face_size` in their pixels. Thread-safe.
Mask FindTrinkets(const ColorImage& color, const Mask& clothing, double face_size);

/// How much each pixel of `known` clothing says of its colour, 0 to 1: beside what is `removed`
/// hair shades and tints it, and so does what hung below hair, jewellery and skin. 0 elsewhere.
/// Masks of one size; `face_size` in their pixels. Thread-safe.
AlphaMap ClothingTrust(const Mask& known, const Mask& removed, double face_size);

}  // namespace heser
