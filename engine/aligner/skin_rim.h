#pragma once

#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// Skin at a head's outline is mixed with what stands behind, lit from there, and a smear where a
/// turned head stretches it. `color` with the skin within .035 face sizes of the outline of `solid`
/// as the skin further inside goes on, light, shade and pores. `known`: where colours are believed.
/// `face_size` in pixels. Unchanged where no skin lies further inside. Thread-safe.
ColorImage WithoutSkinRim(const ColorImage& color, const LabelMap& labels, const Mask& known,
                          const Mask& solid, double face_size);

}  // namespace heser
