#include "engine/blender/layer_weights.h"

#include <algorithm>

#include "engine/blender/resized.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Borders are drawn through the steps of the layers' pixels, which this blur spans (face sizes, but
// no fewer pixels than the second): necklines and shoulders that run nearly along a row or a column
// had stairs.
constexpr double kBorderSigma = 0.02;
constexpr double kLeastSigma = 1.5;
// How much steeper than after that blur they are: their width is about half of its sigma.
constexpr double kBorderSteepness = 5;
static_assert(kFillLayerCount == 3);

}  // namespace

std::array<AlphaMap, kFillLayerCount> LayerWeights(const cv::Mat1b& layer, const Mask& removed,
                                                   double face_size, cv::Size full) {
  std::array<AlphaMap, kFillLayerCount> shares;
  for (int i = 0; i < kFillLayerCount; ++i) {
    const Mask place = layer == i;
    if (cv::countNonZero(place & removed) == 0) {
      shares[i] = AlphaMap(full, 0.f);
      continue;
    }
    const double sigma = std::max(kLeastSigma, kBorderSigma * face_size);
    shares[i] = Resized(Blur(AlphaOf(place), sigma), full, cv::INTER_LINEAR);
  }
  std::array<AlphaMap, kFillLayerCount> weights;
  for (int i = 0; i < kFillLayerCount; ++i) {
    // Against the strongest of the others: against one half nothing would be left where all meet.
    const cv::Mat& next = shares[(i + 1) % kFillLayerCount];
    const cv::Mat& last = shares[(i + 2) % kFillLayerCount];
    const cv::Mat others = cv::max(next, last);
    const cv::Mat steep = (shares[i] - others) * (kBorderSteepness / 2) + 0.5;
    weights[i] = cv::Mat(cv::min(cv::max(steep, 0), 1));
    weights[i].setTo(0, shares[i] <= 0);
  }
  return weights;
}

ColorImage CombineLayers(const std::array<ColorImage, kFillLayerCount>& fills,
                         const std::array<AlphaMap, kFillLayerCount>& weights) {
  const cv::Size full = weights.front().size();
  cv::Mat sum = cv::Mat3f(full, cv::Vec3f::all(0));
  AlphaMap total(full, 1e-6f);
  for (int i = 0; i < kFillLayerCount; ++i) {
    if (fills[i].empty()) continue;
    sum += Multiply(Resized(fills[i], full, cv::INTER_LINEAR), weights[i]);
    total += weights[i];
  }
  const AlphaMap share = 1 / total;
  return Multiply(sum, share);
}

}  // namespace heser
