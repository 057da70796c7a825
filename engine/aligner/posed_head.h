#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/aligner/head_surface.h"

namespace heser {

/// Renders the head so that its face mesh becomes `destination` (pixels of a picture of `size`):
/// engine.md, "Head surface and pose", steps 6 and 7. The face follows the destination exactly; the
/// rest of the head follows its rigid part and, near the face, its deformation. `mesh` of the
/// result is `destination`, `source` 0. Also turns heads for training: let `destination` be
/// the surface's own mesh, rotated. Thread-safe. Throws Cancelled, Error{kWrongUse} for an empty
/// size.
AlignedHead RenderHead(const HeadSurface& surface, const FaceMesh& destination,
                       const cv::Size& size, const Progress& progress);

/// The same with its ears still apart from it.
struct PosedHead {
  AlignedHead head;
  EarLayer ears;
  Mask missing;  ///< See HeadSurface; of the head's size, empty where nothing is.
};
PosedHead RenderParts(const HeadSurface& surface, const FaceMesh& destination, const cv::Size& size,
                      const Progress& progress);

/// What each pixel of a picture of `size` shows of the surface once its face mesh is `destination`.
struct SurfacePlaces {
  cv::Mat2f place;      ///< Pixel of the surface's view; not to be read where nothing is.
  AlphaMap confidence;  ///< As in AlignedHead; 0 where nothing is.
};
/// The dense field that RenderHead samples by, without its pictures. Thread-safe. Throws Cancelled,
/// Error{kWrongUse} for an empty size.
SurfacePlaces FindPlaces(const HeadSurface& surface, const FaceMesh& destination,
                         const cv::Size& size, const Progress& progress);

/// Where the source's view ends before a picture of `size` does, for an outline in the plane of the
/// surface's equator: there the head may go on, nobody saw it.
Mask BeyondView(const HeadSurface& surface, const FaceMesh& destination, const cv::Size& size);

/// The mesh turned about the skull's centre and then, if wanted, moved and scaled: a destination
/// for RenderHead. `rotation` is in picture axes (x right, y down, z away).
FaceMesh TurnMesh(const HeadSurface& surface, const Eigen::Matrix3d& rotation);

}  // namespace heser
