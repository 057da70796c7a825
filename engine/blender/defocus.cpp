#include "engine/blender/defocus.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

constexpr int kFewestPixels = 400;
// The ends of the greys, without outliers, and the steepness that edges reach, without specks'.
constexpr double kEnds = 0.05;
constexpr double kSteepShare = 0.995;
// Less between the ends (1 is white) is no step.
constexpr float kLeastRise = 0.08F;
// Grain is no edge. Pixels.
constexpr double kGrainSigma = 0.7;
// A step of height 1 that is blurred by sigma rises by 1 / (sigma sqrt(2 pi)) a pixel at most.
const double kSteepest = std::sqrt(2 * CV_PI);

}  // namespace

Defocus MeasureDefocus(const ColorImage& color, const Mask& selected) {
  // What is beside them must not show its edge.
  const Mask inner = Erode(selected, 2);
  if (cv::countNonZero(inner) < kFewestPixels) return {};
  cv::Mat1f grey;
  cv::cvtColor(Blur(color, kGrainSigma), grey, cv::COLOR_RGB2GRAY);
  cv::Mat1f dx;
  cv::Mat1f dy;
  cv::Sobel(grey, dx, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(grey, dy, CV_32F, 0, 1, 3, 1.0 / 8);
  cv::Mat1f steepness;
  cv::magnitude(dx, dy, steepness);
  const float rise = QuantileOf(grey, inner, 1 - kEnds) - QuantileOf(grey, inner, kEnds);
  const float steepest = QuantileOf(steepness, inner, kSteepShare);
  if (rise < kLeastRise || steepest <= 0) return {};
  const double sigma = rise / (steepest * kSteepest);
  const double squared = sigma * sigma - kGrainSigma * kGrainSigma;
  return {squared > 0 ? std::sqrt(squared) : 0, rise};
}

}  // namespace heser
