#pragma once

#include "engine/aligner/head_surface.h"

namespace heser {

/// A source head in the target's frame. Pictures have the size of the target view.
struct AlignedHead {
  ColorImage color;  ///< The source's own colours; defined a little beyond alpha, else 0.
  AlphaMap alpha;
  LabelMap labels;      ///< Head classes where alpha > 0; background elsewhere.
  AlphaMap confidence;  ///< 1: as sharp as the source; below 0.5 stretched; 0.02 made up.
  FaceMesh mesh;        ///< Where the face's points are now.
  cv::Rect box;         ///< Smallest box of alpha > 0; empty if the head is out of the picture.
  int source = 0;       ///< Index of the source that it was made from.
  double angle_degrees = 0;  ///< Between that source's pose and the pose here.
};

/// Renders the head so that its face mesh becomes `destination` (pixels of a picture of `size`):
/// engine.md, "Head surface and pose", steps 6 and 7. The face follows the destination exactly; the
/// rest of the head follows its rigid part and, near the face, its deformation. `mesh` of the
/// result is `destination`, `source` 0. Also turns heads for training: let `destination` be
/// the surface's own mesh, rotated. Thread-safe. Throws Cancelled, Error{kWrongUse} for an empty
/// size.
AlignedHead RenderHead(const HeadSurface& surface, const FaceMesh& destination,
                       const cv::Size& size, const Progress& progress);

/// The mesh turned about the skull's centre and then, if wanted, moved and scaled: a destination
/// for RenderHead. `rotation` is in picture axes (x right, y down, z away).
FaceMesh TurnMesh(const HeadSurface& surface, const Eigen::Matrix3d& rotation);

}  // namespace heser
