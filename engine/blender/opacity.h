#pragma once

#include "engine/blender/body_layers.h"
#include "engine/core/image.h"

namespace heser {

/// How opaque a translucent target is without its head: `opacity` (0 to 1, the target's alpha)
/// where nothing was removed; elsewhere continued smoothly, behind the background layer from the
/// kept background, behind neck and clothing from the kept body. So a head cut out of its
/// surroundings leaves nothing behind. All maps have one size;
/// `face_size` in their pixels. Thread-safe.
AlphaMap OpacityBehindHead(const AlphaMap& opacity, const Mask& removed, const cv::Mat1b& layer,
                           double face_size);

/// A colour before another as files store it: not multiplied by the opacity.
struct TranslucentPicture {
  ColorImage color;
  AlphaMap opacity;
};

/// `foreground` of coverage `alpha` over `plate` of `plate_opacity` (Porter and Duff, SIGGRAPH
/// 1984), written where `region` is above 0; `color` and `opacity` elsewhere. Thread-safe.
TranslucentPicture CompositeTranslucent(const TranslucentPicture& target, const ColorImage& plate,
                                        const AlphaMap& plate_opacity, const ColorImage& foreground,
                                        const AlphaMap& alpha, const AlphaMap& region);

}  // namespace heser
