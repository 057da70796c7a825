#include "engine/aligner/head_exposure.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Exposure is measured where alpha and confidence are above these; the middle share counts.
constexpr double kSolid = 0.95;
constexpr double kClear = 0.3;
constexpr double kUsualShare = 0.8;
constexpr int kFewestPixels = 100;
constexpr double kLargestGain = 1.2;
// Keeps noise in black out of the logarithm.
constexpr float kDarkest = 0.005f;

cv::Mat3f LogOf(const ColorImage& srgb) {
  cv::Mat log;
  cv::log(cv::max(cv::Mat(LinearFromSrgb(srgb)), cv::Scalar::all(kDarkest)), log);
  return log;
}

Mask Clear(const AlignedHead& head, LabelSet labels) {
  return MaskOf(head.labels, labels) & MaskAbove(head.alpha, kSolid) &
         MaskAbove(head.confidence, kClear);
}

}  // namespace

std::optional<cv::Vec3d> LogDifference(const AlignedHead& from, const AlignedHead& to,
                                       LabelSet labels) {
  const Mask of_from = Clear(from, labels);
  const Mask of_to = Clear(to, labels);
  const Mask both = of_from & of_to;
  if (cv::countNonZero(both) >= kFewestPixels) {
    const cv::Rect box = cv::boundingRect(both);
    const cv::Mat3f difference = LogOf(to.color(box)) - LogOf(from.color(box));
    return RobustStatistics(difference, both(box), kUsualShare).mean;
  }
  if (std::min(cv::countNonZero(of_from), cv::countNonZero(of_to)) < kFewestPixels) return {};
  const auto mean = [](const AlignedHead& head, const Mask& mask) {
    const cv::Rect box = cv::boundingRect(mask);
    return RobustStatistics(LogOf(head.color(box)), mask(box), kUsualShare).mean;
  };
  return mean(to, of_to) - mean(from, of_from);
}

cv::Vec3d ExposureGain(const AlignedHead& head, const AlignedHead& reference) {
  cv::Vec3d gain = LogDifference(head, reference, kFaceSkinLabels).value_or(cv::Vec3d());
  for (int i = 0; i < 3; ++i) gain[i] = std::clamp(gain[i], -kLargestGain, kLargestGain);
  return gain;
}

ColorImage Expose(const ColorImage& color, const cv::Vec3d& log_gain) {
  ColorImage linear = LinearFromSrgb(color);
  cv::multiply(linear,
               cv::Scalar(std::exp(log_gain[0]), std::exp(log_gain[1]), std::exp(log_gain[2])),
               linear);
  return SrgbFromLinear(linear);
}

}  // namespace heser
