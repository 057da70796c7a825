#pragma once

#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/blender/neck_sides.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// From this share of a full turn on, a turned neck's contours hold against what else says how
/// necks stand.
inline constexpr double kTrimmedTurn = 0.5;
/// A neck ends this far below the chin at most; label noise lies further down. Face sizes.
inline constexpr double kLongestNeck = 0.35;

/// Moves both sides of a neck (columns by rows) towards the contours that it has under a turned
/// head, and selects in `outside` what of the seen neck stands beside them, above where they are
/// seen: it belonged to the old head's jaw and nape. Meshes and ends as in FindNeckShape.
void TurnSides(const TargetRegions& regions, const FaceMesh& mesh, const FaceMesh& new_mesh,
               const NeckEnds& ends, std::vector<double>& left, std::vector<double>& right,
               Mask& outside);

/// Before the throat a turned neck goes on to the collar (in `area`) where the whole jaw up to the
/// chin nearly touches that; else the collar ends a little above what is seen of it (`bare`: no
/// clothing). From column `begin` forwards; `turn` as in NeckEnds, `mesh` the new head's.
void CloseCollar(const TargetRegions& regions, const Mask& new_head, const FaceMesh& mesh,
                 double face_size, double turn, int begin, Mask& area, Mask& bare);

}  // namespace heser
