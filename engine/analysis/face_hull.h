#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// Convex hull of a mesh in a picture of this size. Thread-safe.
Mask FaceHull(const FaceMesh& mesh, cv::Size size);

}  // namespace heser
