#pragma once

#include "engine/core/image.h"
#include "engine/core/progress.h"

namespace heser {

/// What a grid cell is to the inflation.
enum class InflationCell : std::uint8_t {
  kZero,   ///< Height 0: outside of the shape. Beyond the grid's border too.
  kFree,   ///< To be solved for.
  kFixed,  ///< Height is given.
  kOpen,   ///< The shape goes on here, nobody knows how: no flux across.
};

/// A shape blown up from its outline: the squared height q obeys lap(q) = -rate inside. An
/// ellipsoid has a constant rate, so it comes back exactly from its outline, and other outlines
/// (hair) get a round back as an ellipsoid of the same curvature would have.
struct InflationProblem {
  cv::Mat1b cells;    ///< InflationCell, one a grid cell.
  cv::Mat1f squared;  ///< Squared heights where kFixed; not read elsewhere.
  double rate = 0;    ///< -lap(q), in squared heights a squared cell.
};

/// Squared heights of all cells (0 where kZero and kOpen). Conjugate gradients from a coarse to the
/// fine grid; relative residual 1e-4. Thread-safe. Throws Cancelled.
cv::Mat1f SolveInflation(const InflationProblem& problem, const Progress& progress);

}  // namespace heser
