#pragma once

#include <opencv2/core.hpp>

#include "engine/core/image.h"

namespace heser {

/// The part `inner` of a picture of `box`, which was reduced, enlarged to its pixels. Both boxes in
/// the same pixels; any picture that OpenCV can warp. Thread-safe.
cv::Mat EnlargedPart(const cv::Mat& reduced, const cv::Rect& box, const cv::Rect& inner);

/// Smooth colours for a whole picture: the mean of the selected pixels nearby (Gaussian, `sigma` in
/// pixels), further off what is nearest. `selected` must select something. Thread-safe.
ColorImage ColorsAround(const ColorImage& color, const Mask& selected, double sigma);

}  // namespace heser
