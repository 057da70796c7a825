#pragma once

#include <array>

#include "engine/blender/body_completion.h"
#include "engine/core/image.h"

namespace heser {

/// How much of each layer's fill shows at every pixel of a picture of size `full`, 0 to 1. `layer`
/// holds a FillLayer for every pixel, at the same or a smaller size, in which `face_size` counts.
/// Layers of which nothing is `removed` (of its size) have no fill and weigh nothing. Borders run
/// smoothly through the steps of the pixels and are as sharp as those in photos; where three layers
/// meet some of one always shows. Thread-safe.
std::array<AlphaMap, kFillLayerCount> LayerWeights(const cv::Mat1b& layer, const Mask& removed,
                                                   double face_size, cv::Size full);

/// The fills mixed by these weights, at their size. Empty fills are left out; others may be
/// smaller. Thread-safe.
ColorImage CombineLayers(const std::array<ColorImage, kFillLayerCount>& fills,
                         const std::array<AlphaMap, kFillLayerCount>& weights);

}  // namespace heser
