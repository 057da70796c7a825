#pragma once

#include <array>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/aligner/head_surface.h"

namespace heser {

/// Confidence of what the photo hid and the surface makes up.
inline constexpr float kBackConfidence = 0.02f;

/// The surface's sheets as one triangle mesh in the target's pixels. Vertex v is node v modulo the
/// number of nodes.
struct PosedMesh {
  std::vector<cv::Vec3f> vertices;
  std::vector<std::array<int, 3>> triangles;
  std::vector<float> confidence;         ///< One a triangle.
  std::size_t first_back = 0;            ///< Triangles from here on are of the back sheet.
  std::vector<std::array<int, 3>> away;  ///< Those that face away, turned round.
  /// The ears' own; of what faces away nothing.
  std::vector<std::array<int, 3>> ear_triangles;
  std::vector<float> ear_confidence;  ///< One an ear's triangle.
};

/// The surface placed so that its face mesh becomes `destination`: the face follows it exactly, the
/// rest of the head its rigid part `target_from_view` and, near the face, its deformation.
/// Thread-safe.
PosedMesh PoseSurface(const HeadSurface& surface, const FaceMesh& destination,
                      const Similarity3& target_from_view);

}  // namespace heser
