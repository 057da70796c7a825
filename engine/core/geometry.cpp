#include "engine/core/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <Eigen/Geometry>
#include <Eigen/SVD>
#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

}  // namespace

Points3 Similarity3::Apply(const Points3& points) const {
  return (scale * points * rotation.transpose()).rowwise() + translation.transpose();
}

Similarity3 Similarity3::Inverse() const {
  Similarity3 inverse;
  inverse.scale = 1 / scale;
  inverse.rotation = rotation.transpose();
  inverse.translation = -inverse.scale * (inverse.rotation * translation);
  return inverse;
}

Similarity3 Similarity3::operator*(const Similarity3& other) const {
  Similarity3 product;
  product.scale = scale * other.scale;
  product.rotation = rotation * other.rotation;
  product.translation = *this * other.translation;
  return product;
}

Similarity3 FitSimilarity(const Points3& from, const Points3& to) {
  const Eigen::Matrix4d fit = Eigen::umeyama(from.transpose(), to.transpose(), true);
  Similarity3 similarity;
  similarity.scale = fit.block<3, 1>(0, 0).norm();
  similarity.rotation = fit.block<3, 3>(0, 0) / similarity.scale;
  similarity.translation = fit.block<3, 1>(0, 3);
  return similarity;
}

Points3 SelectRows(const Points3& points, std::span<const int> indices) {
  Points3 selected(static_cast<Eigen::Index>(indices.size()), 3);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    selected.row(static_cast<Eigen::Index>(i)) = points.row(indices[i]);
  }
  return selected;
}

double RotationAngleDegrees(const Eigen::Matrix3d& rotation) {
  return std::acos(std::clamp((rotation.trace() - 1) / 2, -1.0, 1.0)) * kDegrees;
}

// The face looks along -z. Yaw turns it about the vertical axis so that -z moves towards +x; pitch
// then moves it towards -y (up); roll turns the picture plane clockwise (x towards +y).
HeadAngles AnglesFromRotation(const Eigen::Matrix3d& rotation) {
  const Eigen::Matrix3d& r = rotation;
  HeadAngles angles;
  // r = Rz(roll) Rx(-pitch) Ry(-yaw): its last row is (cos p sin y, -sin p, cos p cos y), its
  // middle column (-sin r cos p, cos r cos p, -sin p).
  angles.pitch = std::asin(std::clamp(-r(2, 1), -1.0, 1.0)) * kDegrees;
  angles.yaw = std::atan2(r(2, 0), r(2, 2)) * kDegrees;
  angles.roll = std::atan2(-r(0, 1), r(1, 1)) * kDegrees;
  return angles;
}

Eigen::Matrix3d RotationFromAngles(const HeadAngles& angles) {
  const Eigen::AngleAxisd yaw(-angles.yaw / kDegrees, Eigen::Vector3d::UnitY());
  const Eigen::AngleAxisd pitch(-angles.pitch / kDegrees, Eigen::Vector3d::UnitX());
  const Eigen::AngleAxisd roll(angles.roll / kDegrees, Eigen::Vector3d::UnitZ());
  return (roll * pitch * yaw).toRotationMatrix();
}

cv::Matx23d CropFromPhoto(cv::Point2d center, double half, double roll_degrees, int size) {
  const double scale = size / (2 * half);
  const double cosine = std::cos(roll_degrees / kDegrees) * scale;
  const double sine = std::sin(roll_degrees / kDegrees) * scale;
  // Pixel centres lie on integers: the crop's middle is (size - 1) / 2.
  const double middle = (size - 1) / 2.0;
  return {cosine, sine,   middle - cosine * center.x - sine * center.y,  //
          -sine,  cosine, middle + sine * center.x - cosine * center.y};
}

cv::Matx23d InvertAffine(const cv::Matx23d& transform) {
  cv::Mat inverse;
  cv::invertAffineTransform(cv::Mat(transform), inverse);
  return cv::Matx23d(inverse.ptr<double>());
}

cv::Matx23d ComposeAffine(const cv::Matx23d& a_from_b, const cv::Matx23d& b_from_c) {
  const cv::Matx33d inner(b_from_c(0, 0), b_from_c(0, 1), b_from_c(0, 2),  //
                          b_from_c(1, 0), b_from_c(1, 1), b_from_c(1, 2),  //
                          0, 0, 1);
  return a_from_b * inner;
}

}  // namespace heser
