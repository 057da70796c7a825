#include "engine/blender/faint_strands.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Nearer to hair everything is removed anyway, and strands begin there. Face sizes.
constexpr double kRoot = 0.04;
// What goes on to so many times the reach of strands is none.
constexpr double kTooFar = 1.2;
// What lines the ground has by itself is seen from this share of the reach on, as far as the
// second, as a mean over the last (face sizes).
constexpr double kCalibration = 0.6;
constexpr double kCalibrationEnd = 1.2;
constexpr double kUsualSigma = 0.15;
constexpr int kFewestPixels = 50;
// A strand's width and that of what it is compared with, and how far a line goes to either side of
// a pixel. Pixels.
constexpr double kStrandSigma = 0.7;
constexpr double kBesideSigma = 2.5;
constexpr int kLineReach = 5;
constexpr int kDirections = 12;
// Strands stand out by so many times what is usual, and by so much (1 is white); somewhere by the
// more. Where lines as strong as the last are usual, strands are not told from them.
constexpr float kShown = 2.2F;
constexpr float kSure = 3.5F;
constexpr float kLeastShown = 0.8F / 255;
constexpr float kLeastSure = 1.6F / 255;
constexpr float kBusy = 1.5F / 255;
// Differences of colour below this say no direction from background to hair.
constexpr float kLeastContrast = 0.15F;
// Strands go on across breaks of this; gaps between them as wide are filled, too. Face sizes.
constexpr double kBreak = 0.03;
constexpr double kGap = 0.02;

// Away from its surroundings, along the way from their colour to that of hair.
cv::Mat1f Detail(const cv::Mat3f& color, const cv::Mat3f& strand) {
  const cv::Mat3f smooth = Blur(color, kBesideSigma);
  const cv::Mat3f narrow = Blur(color, kStrandSigma);
  cv::Mat1f detail(color.size());
  for (int y = 0; y < detail.rows; ++y) {
    for (int x = 0; x < detail.cols; ++x) {
      const cv::Vec3f apart = strand(y, x) - smooth(y, x);
      const auto contrast = static_cast<float>(cv::norm(apart));
      const cv::Vec3f away = narrow(y, x) - smooth(y, x);
      detail(y, x) = contrast < kLeastContrast ? (away[0] + away[1] + away[2]) / 3
                                               : away.dot(apart) / contrast;
    }
  }
  return detail;
}

// How much every pixel lies on a line, dark or bright, of any direction.
cv::Mat1f LinesOf(const cv::Mat1f& detail) {
  cv::Mat1f padded;
  cv::copyMakeBorder(detail, padded, kLineReach, kLineReach, kLineReach, kLineReach,
                     cv::BORDER_REPLICATE);
  cv::Mat1f strongest(detail.size(), 0.F);
  cv::Mat1f sum;
  for (int direction = 0; direction < kDirections; ++direction) {
    const double angle = CV_PI * direction / kDirections;
    sum = cv::Mat1f::zeros(detail.size());
    for (int step = -kLineReach; step <= kLineReach; ++step) {
      const cv::Point at(kLineReach + cvRound(step * std::cos(angle)),
                         kLineReach + cvRound(step * std::sin(angle)));
      sum += padded(cv::Rect(at, detail.size()));
    }
    strongest = cv::max(strongest, cv::abs(sum));
  }
  return strongest / (2 * kLineReach + 1);
}

// Pieces of `mask` without those that `barred` touches.
Mask WithoutTouching(const Mask& mask, const Mask& barred) {
  return Mask(mask & ~ConnectedTo(mask, mask & barred));
}

}  // namespace

Mask FindFaintStrands(const cv::Mat3f& color, const Mask& clear, const ScalarImage& to_hair,
                      const cv::Mat3f& strand, double reach, double size) {
  const Mask looked = clear & Mask(to_hair > kRoot * size);
  const Mask far =
      looked & Mask(to_hair > kCalibration * reach) & Mask(to_hair <= kCalibrationEnd * size);
  const Mask near = looked & Mask(to_hair <= kTooFar * reach);
  if (cv::countNonZero(near) == 0 || cv::countNonZero(far) < kFewestPixels) {
    return Mask(clear.size(), std::uint8_t{0});
  }
  // What is no background must not show its edge.
  cv::Mat3f even = PushPull(color, AlphaOf(looked));
  color.copyTo(even, looked);
  const cv::Mat1f lines = LinesOf(Detail(even, strand));
  const cv::Mat1f usual = PushPull(BlurWeighted(lines, AlphaOf(far), kUsualSigma * size),
                                   AlphaOf(Dilate(far, kUsualSigma * size)));
  Mask shown(clear.size(), std::uint8_t{0});
  Mask sure(clear.size(), std::uint8_t{0});
  for (int y = 0; y < shown.rows; ++y) {
    for (int x = 0; x < shown.cols; ++x) {
      if (near(y, x) == 0 || usual(y, x) > kBusy) continue;
      if (lines(y, x) > std::max(kLeastShown, kShown * usual(y, x))) shown(y, x) = 255;
      if (lines(y, x) > std::max(kLeastSure, kSure * usual(y, x))) sure(y, x) = 255;
    }
  }
  const Mask strands = WithoutTouching(ConnectedTo(shown, sure), Mask(to_hair > reach));
  const Mask root = to_hair <= kRoot * size;
  const Mask rooted = ConnectedTo(Dilate(strands, kBreak * size / 2), root) & strands;
  const double gap = std::max(1.0, kGap * size);
  return Mask(Erode(Dilate(rooted | root, gap), gap) & Dilate(rooted, gap) & looked);
}

}  // namespace heser
