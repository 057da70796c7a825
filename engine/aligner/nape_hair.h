#pragma once

#include "engine/aligner/head_surface.h"
#include "engine/aligner/surface_sampling.h"
#include "engine/core/geometry.h"

namespace heser {

/// Takes away the alpha of short hair at the nape that the head's own neck hides once the head is
/// turned back: the surface has no neck, and below the ears nothing else stands before it. A pixel
/// counts as seen while its direction from the skull's axis is within a right angle of the
/// viewer's. Hair that hangs lower than a nape does is left alone. `samples` and `alpha` are of one
/// size; `target_from_head` as in PhotoFromHead. Thread-safe for different pictures.
void HideNapeHair(const HeadSurface& surface, const Similarity3& target_from_head,
                  const SurfaceSamples& samples, AlphaMap& alpha);

}  // namespace heser
