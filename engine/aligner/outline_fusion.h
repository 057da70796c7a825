#pragma once

#include <span>

#include "engine/core/image.h"

namespace heser {

/// What one source says of a head's outline. Pictures of one size.
struct OutlineView {
  AlphaMap alpha;
  AlphaMap confidence;  ///< Of AlignedHead.
  Mask unseen;          ///< Where the source's photo shows nothing, being at its end.
  double weight = 1;    ///< Of the confidence.
};

/// One alpha from several: in each direction from the middle of the head the outline is that of the
/// source that saw it best, and no source speaks of what its photo cuts off. Between directions
/// signed distances change over: averaged alpha would show both outlines as ghosts. Where one
/// source alone speaks its alpha is kept as it is, strands and all. Where none does, the first
/// counts. `views` holds one at least; `face_size` in pixels. Thread-safe.
AlphaMap FuseOutlines(std::span<const OutlineView> views, double face_size);

}  // namespace heser
