#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/photo/photo.h"

namespace heser {

/// What a face looks like, small: enough to tell a copy of a photo from another photo, and people
/// apart who are photographed from about the same side. Empty lists: nothing is known.
struct FaceLook {
  /// The upright face in grey, 48 x 56 pixels at a face size of 48, less their mean, of length 1.
  std::vector<float> pixels;
  /// Histograms of edge directions (9 of 20 degrees each) in cells of 8 x 8 of these pixels, each
  /// of length 1 (Dalal and Triggs, CVPR 2005); less those of the mean face, of length 1.
  std::vector<float> edges;
  /// Of cheeks and forehead: natural logarithms of red / green, green / blue and of the luminance,
  /// linear light. Nothing where the picture has no colours.
  std::optional<cv::Vec3d> skin;
};

/// `mesh` in pixels of `picture`, which holds the face. Thread-safe, pure.
FaceLook LookOf(const ColorImage& picture, const FaceMesh& mesh);
/// The same of a face in a photo; reads its surroundings alone. Thread-safe.
FaceLook LookOf(const Photo& photo, const FaceMesh& mesh);

/// Histograms of a 48 x 56 picture before the mean face is taken off: what that is made of.
std::vector<float> EdgeHistograms(const cv::Mat1f& face);

/// How far the colours of two skins are apart, 0 for what the same light makes of one skin to 1 for
/// what no skin has in the same light; other light goes as far. 0 where one is not known.
double SkinDifference(const FaceLook& a, const FaceLook& b);

/// Cosine of two lists of length 1, -1 to 1; 1 where one is empty.
double Likeness(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace heser
