#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// The neck's border holds colours of its surroundings, face sizes.
inline constexpr double kNeckRim = 0.012;

/// The pixels that say how the target's neck looks: `known_neck` and what of the neck is removed
/// for its place only; of a little neck what has the chroma of the face's skin, since slivers
/// between jaw and collar are as much of the collar; without any the skin above the chin. Empty
/// where too little of that is seen, too. `color`, masks and `regions` are of one size, `mesh` is
/// the target's. Thread-safe.
Mask NeckColors(const ColorImage& color, const TargetRegions& regions, const Mask& known_neck,
                const FaceMesh& mesh);

}  // namespace heser
