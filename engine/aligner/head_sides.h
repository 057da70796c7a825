#pragma once

#include <vector>

#include "engine/aligner/ear_flaps.h"
#include "engine/aligner/head_surface.h"
#include "engine/analysis/face_analysis.h"

namespace heser {

/// Leads a head's side, between its face mesh and an ear that is seen, and all that lies beyond, as
/// far back as that ear says. A single photo of a turned head cannot tell a wide head from a deep
/// one; but faces are hardly wider at their ears than at the mesh's sides, so that an ear far from
/// the mesh lies far back. Without it such heads, turned into the camera, become too wide and their
/// ears stand off. Moves nodes of `surface` along the line of sight and back only; the face stays.
/// `surface` has its mesh, box, step and sheets, no ears yet; in the coordinates of `view`.
/// Thread-safe for different surfaces.
void BendSides(const HeadView& view, const std::vector<EarFlap>& ears, HeadSurface& surface);

}  // namespace heser
