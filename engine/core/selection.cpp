#include "engine/core/selection.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {

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

float QuantileOf(const cv::Mat1f& values, const Mask& selected, double share) {
  std::vector<float> sorted;
  for (int y = 0; y < values.rows; ++y) {
    for (int x = 0; x < values.cols; ++x) {
      if (selected(y, x) != 0) sorted.push_back(values(y, x));
    }
  }
  if (sorted.empty()) return 0;
  const auto at =
      sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
  std::nth_element(sorted.begin(), at, sorted.end());
  return *at;
}

}  // namespace heser
