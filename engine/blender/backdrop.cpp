#include "engine/blender/backdrop.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <Eigen/Cholesky>
#include <Eigen/Core>

namespace heser {
namespace {

constexpr int kTerms = 6;
constexpr int kFewestPixels = 400;
constexpr int kMostSamples = 4000;
constexpr int kReweightings = 5;
constexpr double kLargestResidual = 3.0 / 255;
constexpr double kRobustScale = 2.5 / 255;
// The ends of the selection's values, without its outliers.
constexpr double kLowShare = 0.02;

using Row = Eigen::Matrix<double, 1, kTerms>;

Row TermsAt(double x, double y, cv::Size size) {
  const double unit = std::max(size.width, size.height) / 2.0;
  const double u = (x - size.width / 2.0) / unit;
  const double v = (y - size.height / 2.0) / unit;
  return (Row() << 1, u, v, u * u, u * v, v * v).finished();
}

double MedianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct Range {
  double lowest;
  double highest;
  double Nearest(double value) const { return std::clamp(value, lowest, highest); }
};

Range RangeOf(const Eigen::VectorXd& channel) {
  std::vector<double> sorted(channel.begin(), channel.end());
  std::sort(sorted.begin(), sorted.end());
  const auto edge = static_cast<std::size_t>(kLowShare * double(sorted.size()));
  return {sorted[edge], sorted[sorted.size() - 1 - edge]};
}

}  // namespace

std::optional<ColorImage> FitBackdrop(const ColorImage& color, const Mask& selected) {
  std::vector<cv::Point> places;
  cv::findNonZero(selected, places);
  if (places.size() < kFewestPixels) return std::nullopt;
  const auto step = std::max<std::size_t>(1, places.size() / kMostSamples);
  std::vector<cv::Point> samples;
  for (std::size_t i = 0; i < places.size(); i += step) samples.push_back(places[i]);

  const auto count = static_cast<Eigen::Index>(samples.size());
  Eigen::Matrix<double, Eigen::Dynamic, kTerms> terms(count, kTerms);
  Eigen::Matrix<double, Eigen::Dynamic, 3> values(count, 3);
  for (Eigen::Index i = 0; i < count; ++i) {
    const cv::Point& at = samples[static_cast<std::size_t>(i)];
    terms.row(i) = TermsAt(at.x, at.y, color.size());
    for (int c = 0; c < 3; ++c) values(i, c) = color(at)[c];
  }
  Eigen::VectorXd weights = Eigen::VectorXd::Ones(count);
  Eigen::Matrix<double, kTerms, 3> surface;
  std::vector<double> residuals(samples.size());
  for (int round = 0; round < kReweightings; ++round) {
    const Eigen::Matrix<double, Eigen::Dynamic, kTerms> weighted = weights.asDiagonal() * terms;
    Eigen::Matrix<double, kTerms, kTerms> normal = weighted.transpose() * terms;
    normal.diagonal().array() += 1e-6 * double(count);
    surface = normal.ldlt().solve(weighted.transpose() * values);
    const Eigen::VectorXd errors = (values - terms * surface).cwiseAbs().rowwise().maxCoeff();
    for (Eigen::Index i = 0; i < count; ++i) {
      residuals[static_cast<std::size_t>(i)] = errors(i);
      weights(i) = 1 / (1 + std::pow(errors(i) / kRobustScale, 2));
    }
  }
  if (MedianOf(residuals) > kLargestResidual) return std::nullopt;

  // Green stays within its own values, red and blue within their distances from it: else channels
  // that bend apart beyond what is seen would tint a grey wall.
  const Range green = RangeOf(values.col(1));
  const Range red = RangeOf(values.col(0) - values.col(1));
  const Range blue = RangeOf(values.col(2) - values.col(1));
  ColorImage backdrop(color.size());
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      const Eigen::Matrix<double, 1, 3> v = TermsAt(x, y, color.size()) * surface;
      const double g = green.Nearest(v(1));
      backdrop(y, x) = cv::Vec3d(g + red.Nearest(v(0) - v(1)), g, g + blue.Nearest(v(2) - v(1)));
    }
  }
  return backdrop;
}

}  // namespace heser
