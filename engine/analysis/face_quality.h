#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/photo/photo.h"

namespace heser {

/// FaceQuality::sharpness of a face whose head was not read yet; `mesh` in pixels of the photo.
/// Reads the face alone. Thread-safe.
double MeasureBlur(const Photo& photo, const FaceMesh& mesh);

}  // namespace heser
