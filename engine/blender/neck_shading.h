#pragma once

#include "engine/core/image.h"

namespace heser {

/// How much darker a neck that is filled in gets towards its sides, as a factor of its sRGB values
/// (1: as it is; only `filled` pixels differ from 1, and a few around the neck, which have what
/// their nearest of it has): a neck is round, and a smooth fill is flat. Row by row the neck
/// reaches over `filled` and `seen` pixels that hang together; what is next to seen skin keeps its
/// tone, and rows as wide as shoulders keep it, too. Masks of one size; `face_size` in their
/// pixels. Thread-safe.
AlphaMap NeckShading(const Mask& filled, const Mask& seen, double face_size);

}  // namespace heser
