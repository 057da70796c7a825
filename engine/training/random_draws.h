#pragma once

#include <random>

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

}  // namespace heser
