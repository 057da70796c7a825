#pragma once

#include "engine/core/image.h"

namespace heser {

/// Jewellery and the like that labels take for clothing: small pieces of `clothing` in colours that
/// it has nowhere else. Nothing where little clothing is selected, and where small pieces are its
/// pattern. Picture and mask of one size; `face_size` in their pixels. Thread-safe.
Mask FindTrinkets(const ColorImage& color, const Mask& clothing, double face_size);

}  // namespace heser
