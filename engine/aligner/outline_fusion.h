#pragma once

#include <span>

#include <opencv2/core.hpp>

#include "engine/core/image.h"

namespace heser {

/// What one source says of a head's outline. Pictures of one size.
struct OutlineView {
  AlphaMap alpha;
  AlphaMap confidence;  ///< Of AlignedHead.
  Mask unseen;          ///< Where the source's photo shows nothing, being at its end.
  double weight = 1;    ///< Of the confidence.
};

/// The face that the outlines lie around, in pixels of the views' pictures.
struct OutlinedFace {
  cv::Point2d chin;
  cv::Point2d down;  ///< Unit vector from the forehead to the chin.
  Mask hull;         ///< Of the face's mesh.
};

/// One alpha from several: in each direction from the middle of the head the outline is that of the
/// source that saw it best, and no source speaks of what its photo cuts off. Between directions
/// signed distances change over: averaged alpha would show both outlines as ghosts. Where one
/// source alone speaks its alpha is kept as it is, strands and all. Where none does, the first
/// counts. Beside and below the jaw hair hangs as it likes in each photo, and a ray crosses several
/// locks: each side is that of the source that has most of the outline above it. `views` holds one
/// at least; `face_size` in pixels. Thread-safe.
AlphaMap FuseOutlines(std::span<const OutlineView> views, const OutlinedFace& face,
                      double face_size);

}  // namespace heser
