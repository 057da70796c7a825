#include "engine/blender/color_class.h"

#include <cmath>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Keeps a class of one colour from refusing everything else.
constexpr double kLeastVariance = 9;
constexpr double kKept = 0.95;

}  // namespace

double ColorClass::Mahalanobis(const cv::Vec3d& lab) const {
  const cv::Vec3d d = lab - mean;
  return d.dot(inverse * d);
}

std::optional<ColorClass> LearnClass(const cv::Mat3f& lab, const Mask& mask, int fewest) {
  if (cv::countNonZero(mask) < fewest) return std::nullopt;
  const ColorStatistics statistics = RobustStatistics(lab, mask, kKept);
  const cv::Matx33d covariance = statistics.covariance + cv::Matx33d::eye() * kLeastVariance;
  return ColorClass{statistics.mean, covariance.inv(), std::log(cv::determinant(covariance))};
}

}  // namespace heser
