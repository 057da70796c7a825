#pragma once

#include <span>

#include <Eigen/Core>
#include <opencv2/core.hpp>

namespace heser {

/// Points in rows; x right, y down, z away from the viewer.
using Points3 = Eigen::Matrix<double, Eigen::Dynamic, 3, Eigen::RowMajor>;

/// x -> scale * rotation * x + translation. Named a_from_b: takes b's coordinates to a's.
struct Similarity3 {
  double scale = 1;
  Eigen::Matrix3d rotation = Eigen::Matrix3d::Identity();
  Eigen::Vector3d translation = Eigen::Vector3d::Zero();

  Eigen::Vector3d operator*(const Eigen::Vector3d& point) const {
    return scale * (rotation * point) + translation;
  }
  /// Every row of `points` transformed.
  Points3 Apply(const Points3& points) const;
  Similarity3 Inverse() const;
  /// (a_from_b * b_from_c) is a_from_c.
  Similarity3 operator*(const Similarity3& other) const;
};

/// The least-squares similarity that takes `from` to `to` (Umeyama, PAMI 1991): b_from_a for
/// from = a's points and to = b's. At least three rows, not all on one line. Thread-safe.
Similarity3 FitSimilarity(const Points3& from, const Points3& to);

/// The rows of `points` that `indices` names.
Points3 SelectRows(const Points3& points, std::span<const int> indices);

/// Angle of a rotation, degrees, 0 to 180.
double RotationAngleDegrees(const Eigen::Matrix3d& rotation);

/// Head angles, degrees. All zero: the head looks into the camera, upright.
struct HeadAngles {
  double yaw = 0;    ///< Positive: the face turns to the viewer's right.
  double pitch = 0;  ///< Positive: the face looks up.
  double roll = 0;   ///< Positive: the head tilts clockwise as the viewer sees it.
};

/// Angles of a rotation head -> picture, as roll * pitch * yaw (yaw is applied first), and the
/// rotation of such angles.
HeadAngles AnglesFromRotation(const Eigen::Matrix3d& rotation);
Eigen::Matrix3d RotationFromAngles(const HeadAngles& angles);

/// A 2 x 3 similarity of the picture plane that takes a square of half-side `half` (pixels),
/// centred on `center` and turned clockwise by `roll_degrees`, to an upright size x size crop.
cv::Matx23d CropFromPhoto(cv::Point2d center, double half, double roll_degrees, int size);

/// The inverse of a 2 x 3 affine transform, and one applied to a point.
cv::Matx23d InvertAffine(const cv::Matx23d& transform);
inline cv::Point2d ApplyAffine(const cv::Matx23d& m, cv::Point2d p) {
  return {m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2), m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2)};
}
/// (a_from_b composed with b_from_c) is a_from_c.
cv::Matx23d ComposeAffine(const cv::Matx23d& a_from_b, const cv::Matx23d& b_from_c);

}  // namespace heser
