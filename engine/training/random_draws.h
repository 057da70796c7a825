#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <vector>

namespace heser {

/// Uniform between two values; the same on every platform for the same generator state.
inline double Uniform(std::mt19937& random, double low, double high) {
  return low + (high - low) * (static_cast<double>(random()) / 4294967296.0);
}

/// True with this probability.
inline bool Chance(std::mt19937& random, double share) { return Uniform(random, 0, 1) < share; }

/// A whole number from 0 to count - 1.
inline std::size_t Index(std::mt19937& random, std::size_t count) {
  return static_cast<std::size_t>(random()) % count;
}

/// An index, drawn by weights that are summed up: sums[i] is that of the first i + 1.
inline std::size_t DrawWeighted(std::mt19937& random, const std::vector<double>& sums) {
  const double place = Uniform(random, 0, sums.back());
  const auto found = std::upper_bound(sums.begin(), sums.end(), place);
  return std::min(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
}

}  // namespace heser
