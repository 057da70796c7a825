#pragma once

#include <optional>

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/core/image.h"

namespace heser {

/// How the head's skin has to change in log light to look as the target's skin does at the places
/// that are most like it (HeSer, section 3.3): region by region (skin, nose, ears; what the target
/// lacks falls back to its skin) cosine similarity, softmax, weighted sum of the target's pixels;
/// the difference to the head's own low frequencies, spread smoothly. In place of the paper's
/// learnt features stand what a shared pose makes known: place on the head, normal, tone. The
/// target's face shows through where light and features cannot be told apart. `box` is the part of
/// the picture that is wanted. Nothing where either shows too little skin. Thread-safe.
std::optional<cv::Mat3f> CorrelatedChange(const AlignedHead& head, const HeadView& target,
                                          cv::Rect box);

}  // namespace heser
