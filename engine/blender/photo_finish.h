#pragma once

#include "engine/core/image.h"

namespace heser {

/// How a photo draws its details: what a retoucher looks at to tell two cameras apart.
struct PhotoFinish {
  double fineness = 0;  ///< Detail of about a pixel over detail of about three, at sharp edges, 0
                        ///< to 1; 0: nothing measured.
  double grain = 0;     ///< MeasureGrain, shares of white.
};

/// Measures `edges` (where both photos show the same kind of edges: eyes, brows, mouth) and `plain`
/// (skin, for the grain). Thread-safe.
PhotoFinish MeasureFinish(const ColorImage& color, const Mask& edges, const Mask& plain);

/// Gaussian, pixels, that takes `color` from its own fineness at `edges` to a lower one, at most
/// 2.5; 0 where it is not clearly finer. Nothing is ever sharpened: that raises noise. Thread-safe.
double SofteningFor(const ColorImage& color, const Mask& edges, double fineness);

/// Gives `color` the finish of another photo: softened by SofteningFor, then as much grain as is
/// lacking, both times `amount` (0 to 1) and within `alpha`. Thread-safe.
void ApplyFinish(ColorImage& color, const AlphaMap& alpha, const Mask& edges, const Mask& plain,
                 const PhotoFinish& finish, double amount);

}  // namespace heser
