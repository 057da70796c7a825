#pragma once

#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// The new head alone, as it stands in a finished result: a photo of the target's size, profile,
/// depth and metadata with an alpha channel that is the head's coverage, 0 elsewhere; half-covered
/// hair has the hair's own colour, without what shines through it. Laid over the target at the same
/// place it gives the result but for what the head's removal filled anew. `result` must be a final
/// one for `target`. Throws Error{kWrongUse} for a result without head. Thread-safe.
Photo CutOutHead(const SwapResult& result, const Photo& target);

}  // namespace heser
