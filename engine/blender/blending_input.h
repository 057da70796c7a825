#pragma once

#include "engine/core/image.h"

namespace heser {

/// Channels of the blending network's input (HeSer, section 3.4).
inline constexpr int kBlendingChannels = 12;

/// A composite as geometry and statistics give it, and what it is made of. Pictures of one size.
struct BlendingPicture {
  ColorImage color;       ///< The composite: head over plate by alpha.
  ColorImage plate;       ///< The target without its head.
  AlphaMap alpha;         ///< Coverage of the new head.
  AlphaMap made_up;       ///< Share of the plate's pixel that is not the target's own.
  ScalarImage head_luma;  ///< Of the aligned head before it was recoloured, sRGB-encoded, 0 to 1.
};

/// H x W x 12, colours in [-1, 1] times their coverage: head color reference 3, fill reference 3,
/// head alpha 1, target with its head removed 3, gap (made up and not covered by the head) 1, grey
/// aligned head 1. The composite can be computed from these again (see BlendingUnet). Thread-safe.
cv::Mat PackBlendingInput(const BlendingPicture& picture);

/// Luma (Rec. 601) of an sRGB-encoded picture.
ScalarImage HeadLuma(const ColorImage& color);

}  // namespace heser
