#pragma once

#include <optional>

#include <Eigen/Core>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// How the light on one face differs from that on another, at each point of the mesh: added to log
/// light it re-lights the first face as the second.
struct LightDifference {
  Eigen::Matrix<double, kMeshPointCount, 3, Eigen::RowMajor> at_point;

  /// Luminance and what differs from it by channel, each times its factor.
  void Scale(double luminance, double chroma);
};

/// A face as the light is measured from it: log light of a picture, where in it is bare skin, and
/// the mesh in its pixels.
struct LitFace {
  cv::Mat3f log_light;
  Mask skin;
  FaceMesh mesh;
};

/// Light as spherical harmonics of order 2 over the mesh's normals (Ramamoorthi and Hanrahan,
/// SIGGRAPH 2001, there of irradiance; here of its logarithm, so that the skin's own colour is only
/// the constant term, which is left out), fitted with ridge .3 and four robust reweightings where
/// both faces show skin. Luminance within +-.7, chroma within +-.2. Nothing where too few points
/// of the mesh lie on skin in both. Thread-safe.
std::optional<LightDifference> MeasureLight(const LitFace& source, const LitFace& target);

/// The values at the mesh points spread smoothly over `box` (pixels of the mesh's picture):
/// Gaussian of `sigma` pixels, the nearest points' value far from the face. n x 3 float, size of
/// the box.
cv::Mat3f SpreadOverPicture(const LightDifference& light, const FaceMesh& mesh, cv::Rect box,
                            double sigma);

/// Mean linear colour of the eyes' whites: the 70 to 92 % quantile of luminance within the lids.
/// Nothing where the eyes are shut, hidden or too small. `srgb` is the mesh's picture.
std::optional<cv::Vec3d> EyeWhites(const ColorImage& srgb, const LabelMap& labels,
                                   const FaceMesh& mesh);

}  // namespace heser
