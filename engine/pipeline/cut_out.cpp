#include "engine/pipeline/cut_out.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"

namespace heser {
namespace {

// Less coverage than 8-bit alpha can say is none.
constexpr float kLeastCoverage = 0.5f / 255;

// The head's own colour: where it is half covered, the composite less the plate behind it.
// Elsewhere, and before a translucent target, that of the color reference.
ColorImage Foreground(const BlendResult& blend, const ColorImage& reference) {
  ColorImage head = reference.clone();
  if (!blend.opacity.empty()) return head;
  for (int y = 0; y < head.rows; ++y) {
    for (int x = 0; x < head.cols; ++x) {
      const float alpha = blend.head_alpha(y, x);
      if (alpha < kLeastCoverage) continue;
      const cv::Vec3f& plate = blend.background_fill(y, x);
      const cv::Vec3f unmixed = plate + (blend.color(y, x) - plate) * (1 / alpha);
      for (int c = 0; c < 3; ++c) head(y, x)[c] = std::clamp(unmixed[c], 0.f, 1.f);
    }
  }
  return head;
}

}  // namespace

Photo CutOutHead(const SwapResult& result, const Photo& target) {
  if (!result.blend || !result.color_reference || !result.target_view) {
    throw Error(ErrorKind::kWrongUse, "cut-out", "a result with a head");
  }
  const cv::Rect window = result.target_view->window;
  ColorImage color = Foreground(*result.blend, result.color_reference->color);
  AlphaMap alpha = result.blend->head_alpha;
  if (color.size() != window.size()) {
    cv::resize(color, color, window.size(), 0, 0, cv::INTER_CUBIC);
    cv::resize(alpha, alpha, window.size(), 0, 0, cv::INTER_LINEAR);
  }
  const int channels = target.IsGrey() ? 2 : 4;
  const cv::Mat nothing =
      cv::Mat::zeros(target.size(), CV_MAKETYPE(target.samples().depth(), channels));
  return Photo(nothing, target.metadata(), target.origin()).WithPixels(window, color, alpha, alpha);
}

}  // namespace heser
