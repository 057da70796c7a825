#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Takes the clothing's colour out of hair that hangs over it, as far as a pixel lies between the
/// colours of both (spill suppression): on another body, other clothing stands behind. Only near
/// the clothing, and only what is beyond the hair's own shades there; `color` becomes a copy where
/// anything changes. Thread-safe for different views.
void SuppressClothingSpill(HeadView& view);

}  // namespace heser
