#pragma once

#include "engine/core/image.h"

namespace heser {

/// Small pieces of what is seen of a body in the midst of what is filled in with something else: a
/// collar between two locks where skin is filled in, jewellery below them. They would lie there as
/// specks. `seen` selects one material (skin or clothing), `filled` what is filled with the other.
/// Pieces at the border go on beyond it; where there are no larger ones the last say how the
/// material looks, and stay. Masks of one size; `face_size` in their pixels. Thread-safe.
Mask FindSeenIslands(const Mask& seen, const Mask& filled, double face_size);

}  // namespace heser
