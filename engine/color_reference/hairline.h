#pragma once

#include "engine/core/image.h"

namespace heser {

/// Lets the share of skin follow the picture where hair borders on it: labels draw a line, but hair
/// ends in strands, stubble and shaved sides. There the share is a linear function nearby (guided
/// filter, He, Sun and Tang, PAMI 2013) of what tells this head's skin from its hair (Fisher's
/// linear discriminant of their colours): sharp where hair stands out from skin, gradual where
/// nothing in the picture says where the one ends.
///
/// `color` is sRGB 0 to 1, `skin_share` 1 where the skin's change applies, both of the size of
/// `labels`; lengths by `face_size`, pixels. Thread-safe.
void FollowHairline(const ColorImage& color, const LabelMap& labels, double face_size,
                    AlphaMap& skin_share);

}  // namespace heser
