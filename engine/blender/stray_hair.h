#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

struct StrayHair {
  Mask hair;     ///< Locks, their soft edges and flyaway hair.
  Mask strands;  ///< Thin lines, through which their ground is seen.
};

/// Fine hair of the old head that neither its labels nor the matte see, by its colour: strands and
/// their soft edge on clothing and bare shoulders beside the hair, and flyaway hair before a
/// background. Looks at labels, clothing, neck and bare skin of `regions`; `mesh` is the target's;
/// all of one size. Nothing where there is hardly any hair. Thread-safe.
StrayHair FindStrayHair(const ColorImage& color, const TargetRegions& regions,
                        const FaceMesh& mesh);

}  // namespace heser
