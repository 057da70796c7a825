#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// Side of the head crop that the blending network sees, pixels.
inline constexpr int kBlendingCropSize = 512;

/// Photo to crop: an upright square 2.6 face heights wide (mesh point 10 to 152), centred .2 face
/// heights below the middle of the face, so that hair, neck and collar are in it.
cv::Matx23d BlendingCropFromPhoto(const FaceMesh& mesh);

/// Luma (Rec. 601) of an sRGB-encoded picture.
ScalarImage HeadLuma(const ColorImage& color);

}  // namespace heser
