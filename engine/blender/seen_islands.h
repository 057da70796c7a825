#pragma once

#include "engine/blender/body_layers.h"
#include "engine/core/image.h"

namespace heser {

/// Small pieces of what is seen of a body in the midst of what is filled in with something else: a
/// collar between two locks where skin is filled in, jewellery below them. They would lie there as
/// specks. `seen` selects one material (skin or clothing), `filled` what is filled with the other.
/// Pieces at the border go on beyond it; where there are no larger ones the last say how the
/// material looks, and stay. Masks of one size; `face_size` in their pixels. Thread-safe.
Mask FindSeenIslands(const Mask& seen, const Mask& filled, double face_size);

/// Gives such pieces to what is filled around them: specks of clothing in filled skin to skin,
/// specks of skin in filled clothing to clothing. Ends of a shoulder that fill of the background
/// cut off go with it: they have nothing but background around them. Sets BodyLayers::islands and
/// what it changes in the rest. `face_size` in pixels. Thread-safe.
void FillSeenIslands(const TargetRegions& regions, double face_size, BodyLayers& layers);

}  // namespace heser
