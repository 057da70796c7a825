#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// A rough depth of a portrait, good enough to show the network turned heads: the face mesh where
/// there is one, an ellipsoid's front for the rest of the head, and a share of the head's turn that
/// fades out over background and clothing, so that the picture bends like a rubber sheet and stays
/// whole. Immutable once made.
struct HeadDepth {
  int step = 1;           ///< Picture pixels from vertex to vertex.
  cv::Point2f origin;     ///< Picture place of vertex (0, 0); the grid reaches past the border.
  cv::Mat1f z;            ///< Depth in picture pixels, away from the viewer.
  cv::Mat1f share;        ///< 0 to 1: how much of a turn a vertex takes part in.
  Eigen::Vector3d pivot;  ///< Picture point that a turn leaves in place.
};

HeadDepth MakeHeadDepth(const LabelMap& labels, const FaceMesh& mesh);

/// The mesh turned by these angles (roll is ignored) about the pivot.
FaceMesh TurnMesh(const FaceMesh& mesh, const HeadDepth& depth, const HeadAngles& turn);

/// For every pixel of a size x size crop of the turned picture, the place in the unturned one that
/// is seen there (nearest surface); far outside where nothing is.
cv::Mat2f TurnedPlaces(const HeadDepth& depth, const HeadAngles& turn,
                       const cv::Matx23d& crop_from_photo, int size);

}  // namespace heser
