#include "engine/pipeline/swap_warnings.h"

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Beyond this angle the hidden side is made up rather than seen.
constexpr double kLargeAngleDegrees = 40;
// Below this ratio of resolutions softness shows beside the target's own detail.
constexpr double kSmallSource = 0.6;
constexpr double kCutShare = 0.03;
constexpr double kBlurredSigma = 2.5;
constexpr double kClippedShare = 0.1;

int CountNonZero(const Mask& mask, const cv::Rect& part) { return cv::countNonZero(mask(part)); }

/// Sources that count little in the result, and why.
void WarnOfUnused(const SwapResult& result, std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  for (std::size_t i = 0; i < result.source_views.size(); ++i) {
    const int source = static_cast<int>(i);
    const SourceJudgement& judgement = result.source_judgements[i];
    const HeadView& view = *result.source_views[i];
    if (judgement.other_shape) {
      warnings.push_back({Kind::kSourceUnlike, source, judgement.shape_difference});
    }
    if (source == result.aligned_head->source) continue;
    if (judgement.blurred) {
      warnings.push_back({Kind::kSourceSofter, source, result.source_qualities[i].sharpness});
    }
    const double angle = PoseDifferenceDegrees(view.mesh, result.aligned_head->mesh);
    if (angle > kUselessDegrees) warnings.push_back({Kind::kSourceNoUse, source, angle});
  }
}

}  // namespace

double CutShare(const HeadView& view) {
  const Mask head = MaskOf(view.labels, kHeadLabels);
  const int width = head.cols;
  const int height = head.rows;
  int at_border = 0;
  if (view.cut_left) at_border += CountNonZero(head, {0, 0, 1, height});
  if (view.cut_right) at_border += CountNonZero(head, {width - 1, 0, 1, height});
  if (view.cut_top) at_border += CountNonZero(head, {0, 0, width, 1});
  if (view.cut_bottom) at_border += CountNonZero(head, {0, height - 1, width, 1});
  const int outline = cv::countNonZero(head & ~Erode(head, 1)) + at_border;
  return outline == 0 ? 0 : static_cast<double>(at_border) / outline;
}

std::vector<SwapWarning> FindWarnings(const SwapResult& result) {
  using Kind = SwapWarning::Kind;
  std::vector<SwapWarning> warnings;
  const AlignedHead& head = *result.aligned_head;
  const int used = head.source;
  const HeadView& source = *result.source_views[static_cast<std::size_t>(used)];
  const HeadView& target = *result.target_view;
  if (head.angle_degrees > kLargeAngleDegrees) {
    warnings.push_back({Kind::kLargeAngle, used, head.angle_degrees});
  }
  const double ratio = (source.face_size() / source.scale) / (target.face_size() / target.scale);
  if (ratio < kSmallSource) warnings.push_back({Kind::kSourceSmall, used, ratio});
  if (const double cut = CutShare(source); cut > kCutShare) {
    warnings.push_back({Kind::kSourceCut, used, cut});
  }
  const FaceQuality& quality = result.source_qualities[static_cast<std::size_t>(used)];
  if (quality.sharpness > kBlurredSigma) {
    warnings.push_back({Kind::kSourceBlurred, used, quality.sharpness});
  }
  if (quality.clipped_share > kClippedShare) {
    warnings.push_back({Kind::kClippedLight, used, quality.clipped_share});
  }
  WarnOfUnused(result, warnings);
  return warnings;
}

}  // namespace heser
