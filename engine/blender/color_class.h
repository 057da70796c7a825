#pragma once

#include <optional>

#include "engine/core/image.h"

namespace heser {

/// What the pixels of one material look like: a Gaussian of their CIE Lab colours.
struct ColorClass {
  cv::Vec3d mean;
  cv::Matx33d inverse;    ///< Of the covariance.
  double log_volume = 0;  ///< Logarithm of the covariance's determinant.

  /// Squared distance in standard deviations.
  double Mahalanobis(const cv::Vec3d& lab) const;
  /// The smaller, the likelier: comparable between classes.
  double Score(const cv::Vec3d& lab) const { return Mahalanobis(lab) + log_volume; }
};

/// Learnt robustly from the selected pixels of a Lab picture; nothing from fewer than `fewest`.
/// Thread-safe.
std::optional<ColorClass> LearnClass(const cv::Mat3f& lab, const Mask& mask, int fewest);

}  // namespace heser
