#pragma once

#include <vector>

#include "engine/core/image.h"

namespace heser {

/// Contact shadow of a chin on its neck, as the target itself shows it: how much darker the neck is
/// at each distance from the old head's edge than further down (log luminance, never above 0).
struct ChinShadow {
  float step = 1;                ///< Pixels between two entries.
  std::vector<float> darkening;  ///< By distance; 0 beyond its end.

  float At(float distance) const;
};

/// Learns the shadow from the target's neck; at least, and where too little neck is seen, the faint
/// shadow of things that nearly touch. Masks and picture have one size. Thread-safe.
ChinShadow MeasureChinShadow(const ColorImage& color, const Mask& neck, const Mask& head,
                             double face_size);

/// Darkens `plate` below the new head as the old head darkened its neck: only neck, never lighter,
/// and only by what the old shadow does not darken already. Returns how far each pixel was changed
/// (0 to 1, exactly 0 where it was not). `neck` selects neck in the plate; `unshaded` says how far
/// it has lost the old shadow already (SkinField::unshaded; empty: nowhere). Thread-safe.
AlphaMap ApplyChinShadow(ColorImage& plate, const Mask& neck, const Mask& old_head,
                         const Mask& new_head, const ChinShadow& shadow, double amount,
                         double face_size, const AlphaMap& unshaded = {});

}  // namespace heser
