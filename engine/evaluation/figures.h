#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace heser {

/// What is measured of a result. The order is that of every table.
enum class Figure {
  kPsnr,
  kSsim,
  kPerceptual,
  kIdentitySource,
  kIdentityTarget,
  kIdentityTruth,
  kPose,
  kPlace,
  kSize,
  kExpression,
  kSkinTarget,
  kSkinNeck,
  kBackground,
  kSeconds,
  kMemory,
};

inline constexpr std::size_t kFigureCount = 15;

/// Which values are the better ones.
enum class Better { kHigher, kLower };

/// How a figure is named, printed and read.
struct FigureInfo {
  Figure figure;
  const char* name;   ///< In files: snake_case.
  const char* title;  ///< In tables.
  const char* unit;   ///< "" for a figure without one.
  int decimals;
  Better better;
  const char* help;  ///< How it is measured; a sentence.
};

/// All figures in the order of the enumeration.
std::span<const FigureInfo, kFigureCount> AllFigures();

const FigureInfo& InfoOf(Figure figure);

/// The figures of one result; what was not measured is empty.
class Figures {
 public:
  std::optional<double>& operator[](Figure figure) {
    return values_[static_cast<std::size_t>(figure)];
  }
  const std::optional<double>& operator[](Figure figure) const {
    return values_[static_cast<std::size_t>(figure)];
  }

 private:
  std::array<std::optional<double>, kFigureCount> values_;
};

}  // namespace heser
