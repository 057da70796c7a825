#pragma once

#include <opencv2/core.hpp>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// Side of HeadNet's and MeshNet's input pictures, pixels.
inline constexpr int kHeadCropSize = 256;
inline constexpr int kMeshCropSize = 128;

/// HeadNet's view of a head: an upright square, 2.3 face heights wide (face height: distance of the
/// mesh points 10 and 152 in space, so that pitch does not shrink it), centred .12 face heights
/// above the middle of these two.
cv::Matx23d HeadCropFromPhoto(const FaceMesh& mesh, int size = kHeadCropSize);

/// MeshNet's view of a face: an upright square, 1.5 face sizes wide, centred on the box of the
/// upright mesh.
cv::Matx23d MeshCropFromPhoto(const FaceMesh& mesh, int size = kMeshCropSize);

/// Tilt of the head in the picture, degrees, clockwise positive: from all stable points, so that it
/// holds in profile too, where the line through the eyes does not.
double HeadRollDegrees(const FaceMesh& mesh);

/// A crop is sampled from pixels this much finer than its own at least, so that it loses nothing.
inline constexpr double kSamplingReserve = 1.5;

/// A size x size crop of a photo. Reduced without aliasing; beyond the photo's border the nearest
/// pixel repeats. Thread-safe.
ColorImage SampleCrop(const ColorImage& photo, const cv::Matx23d& crop_from_photo, int size);
/// The same of a map that is 0 beyond its border.
AlphaMap SampleCrop(const AlphaMap& alpha, const cv::Matx23d& crop_from_photo, int size);

}  // namespace heser
