#pragma once

#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// Long hair and bare necks reach further than any crop that labels are made for. Where the matte
/// says person and the labels say background, pixels become hair or neck if they look like the hair
/// or neck that is labelled (one Gaussian in Lab a class; nearer than the other classes;
/// Mahalanobis distance below 3) and hang together with it. All pictures have the same size;
/// `face_size` in their pixels. Thread-safe.
LabelMap GrowLabels(const ColorImage& color, const LabelMap& labels, const AlphaMap& matte,
                    double face_size);

}  // namespace heser
