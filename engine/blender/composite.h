#pragma once

#include "engine/core/image.h"

namespace heser {

/// A composite and where it differs from the target.
struct CompositePicture {
  ColorImage color;
  /// Exactly 0 where the pixel is the target's own, bit for bit; else the larger of head coverage
  /// and fill coverage.
  AlphaMap blend_region;
};

/// foreground over plate by alpha, written only where `alpha` or `plate_change` (how far the plate
/// differs from the target) reach a 255th; every other pixel stays the target's. Thread-safe.
CompositePicture Composite(const ColorImage& target, const ColorImage& plate,
                           const AlphaMap& plate_change, const ColorImage& foreground,
                           const AlphaMap& alpha);

}  // namespace heser
