#pragma once

#include <opencv2/core.hpp>

#include "engine/analysis/face_analysis.h"

namespace heser {

/// A view whose head is whole.
struct CompletedView {
  HeadView view;
  cv::Point origin;  ///< Where the given view's first pixel lies in it.
};

/// Heads that the photo's upper, left or right border cuts off end in a straight edge, which shows
/// as soon as they stand in another picture. Here they end round: over the cut stands a circle's
/// segment (the shape of a skull and of most hair in outline) that goes on from the slopes of the
/// head's outline on both sides, of the hair, headwear or skin that was cut, whose picture is
/// mirrored at the border. The view grows by what is added. Without such a cut it is `view` itself.
/// Hair that is cut below: see TaperCutHair. Thread-safe.
CompletedView CompleteCutHead(const HeadView& view);

}  // namespace heser
