#pragma once

#include "engine/core/image.h"

/// What is selected in pictures of one size. All are thread-safe and leave their input alone.
namespace heser {

/// The 8-connected pieces of `candidates` that touch `seed` or overlap it.
Mask ConnectedTo(const Mask& candidates, const Mask& seed);

/// The value that this share (0 to 1) of the selected ones does not exceed; 0 where nothing is
/// selected.
float QuantileOf(const cv::Mat1f& values, const Mask& selected, double share);

}  // namespace heser
