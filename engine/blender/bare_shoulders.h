#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Where shoulders are bare (TargetRegions::bare_skin), hair on them hides skin as well as
/// clothing, and neither the completer nor the neck's shape know which: changes `layers` so that
/// the nearest goes on, skin rather than clothing. What lies in `neck`, the neck's shape, stays as
/// it is, and so does everything where hardly any bare skin is seen. `mesh` is the target's; all of
/// one size. Thread-safe.
void LayBareShoulders(const TargetRegions& regions, const Mask& neck, const FaceMesh& mesh,
                      BodyLayers& layers);

/// No neckline of a shoulder that is clothed at its end reaches that end: where clothing and hardly
/// any skin is seen of the body on one side, further out than necklines do, what hair hides of skin
/// there becomes clothing, in `layers`; so it does where only the other side says so. Not where the
/// face is turned, nor where no clothing says how it looks. What has the skin's colour counts as
/// skin. `color`, `regions` and `mesh` are the target's. Thread-safe.
void ClotheShoulders(const ColorImage& color, const TargetRegions& regions, const FaceMesh& mesh,
                     BodyLayers& layers);

}  // namespace heser
