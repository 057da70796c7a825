#include "engine/blender/hair_growth.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Colours are compared at this face size: strands blur into the colour of hair.
constexpr double kGrowthFaceSize = 100;
constexpr int kFewestUnknown = 30;
constexpr int kFewestHair = 30;
constexpr int kFewestOther = 40;
// The hair beside the unknown pixels is their best example: roots and tips differ.
constexpr double kNeighbourhood = 0.35;
constexpr double kFarthest = 1.0;
constexpr double kLargestDistance = 9;  // Squared.
// Strands that were taken for clothing: nearer to the hair, in place and in colour.
constexpr double kStrandReach = 0.25;
constexpr double kStrandDistance = 5;  // Squared.
// Keeps a class of one colour from refusing everything else.
constexpr double kLeastVariance = 9;

struct ColorClass {
  cv::Vec3d mean;
  cv::Matx33d inverse;
  double log_volume = 0;

  double Mahalanobis(const cv::Vec3d& lab) const {
    const cv::Vec3d d = lab - mean;
    return d.dot(inverse * d);
  }
};

std::optional<ColorClass> LearnClass(const cv::Mat3f& lab, const Mask& mask, int fewest) {
  if (cv::countNonZero(mask) < fewest) return std::nullopt;
  const ColorStatistics statistics = RobustStatistics(lab, mask, 0.95);
  const cv::Matx33d covariance = statistics.covariance + cv::Matx33d::eye() * kLeastVariance;
  return ColorClass{statistics.mean, covariance.inv(), std::log(cv::determinant(covariance))};
}

// Keeps the pieces of `candidates` that touch `seed`.
Mask ConnectedTo(const Mask& candidates, const Mask& seed) {
  cv::Mat1i pieces;
  const int count = cv::connectedComponents(candidates | seed, pieces, 8);
  std::vector<std::uint8_t> touches(static_cast<std::size_t>(count), 0);
  for (int y = 0; y < seed.rows; ++y) {
    for (int x = 0; x < seed.cols; ++x) {
      if (seed(y, x) != 0) touches[pieces(y, x)] = 255;
    }
  }
  Mask kept = candidates.clone();
  for (int y = 0; y < seed.rows; ++y) {
    for (int x = 0; x < seed.cols; ++x) kept(y, x) &= touches[pieces(y, x)];
  }
  return kept;
}

}  // namespace

LabelMap GrowHair(const ColorImage& color, const LabelMap& labels, const AlphaMap& matte,
                  double face_size) {
  const Mask unknown_full = MaskOf(labels, {Label::kBackground}) & MaskAbove(matte, 0.5);
  const double scale = std::min(1.0, kGrowthFaceSize / face_size);
  const cv::Size size(std::max(1, cvRound(labels.cols * scale)),
                      std::max(1, cvRound(labels.rows * scale)));
  cv::Mat unknown_small;
  cv::resize(unknown_full, unknown_small, size, 0, 0, cv::INTER_NEAREST);
  const Mask unknown = unknown_small;

  cv::Mat small_color;
  cv::resize(color, small_color, size, 0, 0, cv::INTER_AREA);
  cv::Mat small_labels;
  cv::resize(labels, small_labels, size, 0, 0, cv::INTER_NEAREST);
  const double small_face = face_size * scale;
  const cv::Mat3f lab = Blur(LabFromSrgb(small_color), 0.8);
  const Mask hair = MaskOf(small_labels, {Label::kHair});
  const Mask clothing = MaskOf(small_labels, {Label::kClothing});
  const Mask strands = clothing & Dilate(hair, kStrandReach * small_face);
  if (cv::countNonZero(unknown | strands) < kFewestUnknown) return labels;
  const Mask edge = hair & Dilate(unknown | clothing, 2);
  if (cv::countNonZero(edge) < 3) return labels;
  Mask near = hair & Dilate(edge, kNeighbourhood * small_face);
  if (cv::countNonZero(near) < kFewestHair) near = hair;
  const auto hair_class = LearnClass(lab, near, kFewestHair);
  if (!hair_class) return labels;
  std::vector<ColorClass> others;
  for (const LabelSet set : {LabelSet{Label::kClothing}, LabelSet{Label::kNeck}, kFaceSkinLabels}) {
    if (const auto other = LearnClass(lab, MaskOf(small_labels, set), kFewestOther)) {
      others.push_back(*other);
    }
  }

  Mask grown(size, std::uint8_t{0});
  const Mask reachable = (unknown & Dilate(hair, kFarthest * small_face)) | strands;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      if (reachable(y, x) == 0) continue;
      const cv::Vec3d v(lab(y, x));
      const double distance = hair_class->Mahalanobis(v);
      const double score = distance + hair_class->log_volume;
      const bool beaten = std::any_of(others.begin(), others.end(), [&](const ColorClass& other) {
        return other.Mahalanobis(v) + other.log_volume < score;
      });
      const double largest = strands(y, x) != 0 ? kStrandDistance : kLargestDistance;
      if (distance < largest && !beaten) grown(y, x) = 255;
    }
  }
  grown = ConnectedTo(Erode(Dilate(grown, 1), 1) & reachable, edge);

  cv::Mat grown_full;
  cv::resize(grown, grown_full, labels.size(), 0, 0, cv::INTER_LINEAR);
  LabelMap result = labels.clone();
  result.setTo(static_cast<int>(Label::kHair),
               (grown_full > 127) & (unknown_full | MaskOf(labels, {Label::kClothing})));
  return result;
}

}  // namespace heser
