#pragma once

#include <algorithm>

#include "engine/core/image.h"
#include "engine/edits/hand_edits.h"

/// What painted bytes do to the masks, pixel by pixel.
namespace heser {

/// How much is added or taken away, see RegionAmount.
inline cv::Mat1f AmountsOf(const cv::Mat1b& edits) {
  cv::Mat1f amounts(edits.size());
  for (int y = 0; y < edits.rows; ++y) {
    for (int x = 0; x < edits.cols; ++x) amounts(y, x) = RegionAmount(edits(y, x));
  }
  return amounts;
}

/// Paints classes; all three share their size, and the last two are written to.
void PaintLabels(const cv::Mat1b& painted, LabelMap labels, AlphaMap matte);

/// The same with amounts of the matte.
void PaintMatte(const cv::Mat1f& amounts, LabelMap labels, AlphaMap matte);

/// The blend region where the background behind the head (coverage `head`) was painted.
inline float RegionWithClone(float region, float head, float coverage) {
  return std::max(region, head + coverage * (1 - head));
}

/// Changes region and coverage of the new head, which reaches as far as `aligned` says.
inline void PaintRegion(float amount, float aligned, float& region, float& head) {
  if (amount < 0) {
    region *= 1 + amount;
    head *= 1 + amount;
  } else {
    region = std::max(region, amount);
    head = std::max(head, aligned * amount);
  }
}

}  // namespace heser
