#pragma once

#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// How the neck under a turned head looks where nobody sees it. A seen strip of it, under the jaw,
/// is its darkest part, and continued alone it makes a flat dark slab. `seen`, how `known` (seen
/// neck) goes on by itself, passes into the old face's own light, which falls on the neck below
/// from the same side, in the neck's brightness. `share` of it, 0 to 1 (0: `seen`). Pictures of one
/// size; `face_size` in their pixels. Thread-safe.
ColorImage NeckTone(const ColorImage& color, const ColorImage& seen, const Mask& known,
                    const TargetRegions& regions, double face_size, double share);

/// Fine detail of skin, as a factor of its colour, for pixels of `wanted`: the old face's own where
/// that was skin, mirrored out of it beside. `weight` is where there is any.
struct SkinDetail {
  ColorImage factor;
  AlphaMap weight;
};
SkinDetail FindSkinDetail(const ColorImage& color, const TargetRegions& regions, const Mask& wanted,
                          double face_size);
/// The same of pores of the neck that is seen below, in the same column: mirrored upwards, to and
/// fro. For necks seen from the front, of which more is seen than of turned ones.
SkinDetail FindNeckDetail(const ColorImage& color, const TargetRegions& regions, const Mask& wanted,
                          double face_size);

}  // namespace heser
