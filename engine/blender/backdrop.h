#pragma once

#include <optional>

#include "engine/core/image.h"

namespace heser {

/// A plain backdrop as a second-order polynomial of the place, a channel each, fitted robustly to
/// the selected pixels (sRGB-encoded values). Nothing where the selection is too small or no such
/// surface comes near it: the median residual must be below 3 / 255. Continued into a hole it keeps
/// gradients that a smooth fill would flatten, and it takes no dark rim from the hair beside it.
/// Values stay within those of the selection. Thread-safe.
std::optional<ColorImage> FitBackdrop(const ColorImage& color, const Mask& selected);

}  // namespace heser
