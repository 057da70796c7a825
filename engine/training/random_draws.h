#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace heser {

/// What a sample of a step is drawn with: the same wherever and beside whichever others it is made.
/// `sample` is its number in the step, below kMostSamples.
inline constexpr std::uint32_t kMostSamples = 4096;
inline std::mt19937 RandomOfSample(std::uint32_t seed, int step, int sample) {
  std::seed_seq seeds{
      seed, static_cast<std::uint32_t>(step) * kMostSamples + static_cast<std::uint32_t>(sample)};
  return std::mt19937(seeds);
}

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
