#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// A mesh moved, turned and scaled in the picture plane so that its eyes and its mouth lie where a
/// map of label probabilities sees them (HeadPrediction; `mesh` in pixels of the crop). Labels come
/// from convolutions and turn and grow with the picture; a mesh comes from a regression that leans
/// to the upright mean. Only labels near the mesh's own eyes and mouth count. The mesh stays as it
/// is where they lie within `tolerance` (face sizes) of their labels, where the face is turned too
/// far away or eyes or mouth are hidden, and where the labels ask for more than half as large or as
/// small again.
FaceMesh AlignedToLabels(const FaceMesh& mesh, const cv::Mat& probabilities, double tolerance);

/// The share of mesh points that the map takes for a part of a face, 0 to 1.
double FaceShare(const FaceMesh& mesh, const cv::Mat& probabilities);

}  // namespace heser
