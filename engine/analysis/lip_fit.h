#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// The mesh with its lips where the picture shows them. MeshNet leans to the mean mouth: it draws
/// closed lips a little apart, smiles too thick and the line between the lips beside itself; labels
/// follow the picture. In each column of lip points the rims of the mouth's opening move along the
/// lips onto the borders upper lip | inner mouth | lower lip; onto the darkest line between them
/// where neither teeth nor a dark gap is seen. The outer rims move with the mouth as a whole, those
/// between in shares. Where most columns do not show both lips (beards, hands, far turned heads, a
/// mouth under 16 pixels) only the gap of lips that the mesh draws closed goes. `mesh` in pixels of
/// `picture` and `labels`, which have one size. Thread-safe.
FaceMesh FitLips(const FaceMesh& mesh, const ColorImage& picture, const LabelMap& labels);

}  // namespace heser
