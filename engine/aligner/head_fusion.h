#pragma once

#include <span>

#include "engine/aligner/aligned_head.h"
#include "engine/core/progress.h"

namespace heser {

/// One source's head at the destination that all share.
struct HeadRendering {
  AlignedHead head;  ///< Without its ears.
  EarLayer ears;
  Mask unseen;            ///< Where its photo has ended (BeyondView); empty: nowhere.
  Mask missing;           ///< See HeadSurface; empty: nowhere. What others show there counts alone.
  double weight = 1;      ///< Of its confidence, against that of the first, which has 1.
  bool mirrored = false;  ///< Of a mirrored photo.
};

/// One head from several renderings of it (same destination, same picture size), the exposure of
/// all matched to the first's: engine.md, "Head surface and pose", step 8.
///
/// The outline is that of the rendering that saw it best, stretch by stretch (FuseOutlines).
/// Colours come from where each is most confident, details from nearly one rendering a pixel, low
/// frequencies from a wide mixture, so that no seam shows. What must fit together comes from one
/// rendering: both eyes (they look one way), the mouth, glasses, an ear. Hats, glasses and hair of
/// another colour than the first's do not join. Labels and confidence go with the details.
/// `face_size` in pixels. Throws Error{kWrongUse} for no rendering, Cancelled. Thread-safe.
AlignedHead FuseHeads(std::span<const HeadRendering> renderings, double face_size,
                      const Progress& progress);

}  // namespace heser
