#pragma once

#include "engine/core/image.h"

namespace heser {

/// How far out of focus pixels are.
struct Defocus {
  /// Sigma of the Gaussian, pixels, that a step from the darker of them to the lighter would need
  /// to be no steeper than the steepest of them are. 0 where too few are selected, or all alike.
  double sigma = 0;
  double contrast = 0;  ///< That step's height, 1 is white.
};

/// Of the selected pixels. Thread-safe.
Defocus MeasureDefocus(const ColorImage& color, const Mask& selected);

}  // namespace heser
