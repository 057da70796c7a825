#pragma once

#include <array>

#include "engine/analysis/face_mesh.h"

namespace heser {

/// Whether a triangle of the face mesh spans the mouth's opening: it has points of both lips,
/// beside the corners.
bool SpansTheMouth(const std::array<int, 3>& triangle);

/// `shape` with the expression of `target`; both in pixels, posed alike (fitted to one another at
/// the stable points). `amount` 0 returns `shape`; at 1 each measure of the face moves towards the
/// target's by the share of such differences between two photos that is expression and not person:
/// curve of the mouth and gap between the lips nearly whole, width and place of the mouth in part,
/// lids and brows a little; lips keep their thickness. Closed lips close wholly. A wide open mouth
/// takes the chin along. The rest of the face follows smoothly, and no triangle that faces the
/// viewer is turned over but those that span the mouth. Pure.
FaceMesh FollowExpression(const FaceMesh& shape, const FaceMesh& target, const FaceMeshModel& model,
                          double amount);

}  // namespace heser
