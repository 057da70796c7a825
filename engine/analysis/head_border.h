#pragma once

#include <array>

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Shares of a head's outline that the photo's left, right, upper and lower border cut, 0 to 1
/// each; 0 at borders of the view that are not the photo's (HeadView::cut_left and so on). `head`
/// selects the head's pixels in the view. Thread-safe.
std::array<double, 4> BorderShares(const HeadView& view, const Mask& head);

}  // namespace heser
