#pragma once

#include <opencv2/core.hpp>

#include "engine/core/image.h"

namespace heser {

/// Softness of outlines that the photo does not tell, from 0 to 1: that of hair in a well-focused
/// photo. Pixels, for a face of this many.
double OutlineSoftness(double face_size);

/// The coverage of a source (`alpha`, 0 to 1) as a picture shows it whose pixels lie at `place` in
/// the source. Where an outline is squeezed together so that it falls from one pixel to the next it
/// is averaged over `softness` pixels, instead of ending in stairs. Places are believed where `own`
/// selects; elsewhere the result is the bilinear sample. Thread-safe.
AlphaMap SampleCoverage(const AlphaMap& alpha, const cv::Mat2f& place, const Mask& own,
                        double softness);

}  // namespace heser
