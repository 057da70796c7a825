#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Where hair hides a whole shoulder of a body that faces the camera, no outline of it is seen and
/// completers tend to say background: what lies within the usual shoulders, and arms that hang from
/// them to where the body is seen further out, and has no background below it becomes body, in
/// `layers`: clothing, or around bare skin the nearer of both. Not on a side where background is
/// seen within them. `background_below` selects pixels below which background is seen first. `mesh`
/// is the target's; all of one size. Thread-safe.
void KeepShoulders(const TargetRegions& regions, const Mask& background_below, const FaceMesh& mesh,
                   BodyLayers& layers);

/// Between two parts of a body that only hair parts stands none of the background that `layer` has
/// there, a little below the chin: each part goes on to the middle, by its colour skin or clothing.
/// Pictures of one size. Thread-safe.
void JoinSides(const ColorImage& color, const TargetRegions& regions, const FaceMesh& mesh,
               cv::Mat1b& layer);

/// Borders of the layers under hair, below the chin: that of clothing with skin runs straight from
/// where it is seen on one side to where it is on the other, as hems and straps do, instead of
/// along the hair's outline, and the body's outline bends as softly as shoulders do. Changes only
/// pixels that hair hid. Thread-safe.
void SmoothHiddenBorders(const TargetRegions& regions, const FaceMesh& mesh, BodyLayers& layers);

}  // namespace heser
