#include "engine/analysis/local_colors.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Means are taken in a picture so small that this is their sigma.
constexpr double kWorkingSigma = 2.4;
// With a smaller share of the pixels around selected their mean is not trusted, if any is larger.
constexpr double kLeastWeight = 0.05;

}  // namespace

cv::Mat EnlargedPart(const cv::Mat& reduced, const cv::Rect& box, const cv::Rect& inner) {
  // Pixel centres lie on integers.
  const double x = double(reduced.cols) / box.width;
  const double y = double(reduced.rows) / box.height;
  const cv::Matx23d reduced_from_inner(x, 0, (inner.x - box.x + 0.5) * x - 0.5, 0, y,
                                       (inner.y - box.y + 0.5) * y - 0.5);
  cv::Mat enlarged;
  cv::warpAffine(reduced, enlarged, reduced_from_inner, inner.size(),
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return enlarged;
}

ColorImage ColorsAround(const ColorImage& color, const Mask& selected, double sigma) {
  const double scale = std::min(1.0, kWorkingSigma / std::max(sigma, 1e-3));
  const cv::Size size(std::max(1, cvRound(color.cols * scale)),
                      std::max(1, cvRound(color.rows * scale)));
  ColorImage own = color.clone();
  own.setTo(cv::Scalar(), ~selected);
  AlphaMap weight = AlphaOf(selected);
  cv::resize(own, own, size, 0, 0, cv::INTER_AREA);
  cv::resize(weight, weight, size, 0, 0, cv::INTER_AREA);
  // Both are sums over the selected pixels alone.
  ColorImage mean = Blur(own, sigma * scale);
  const AlphaMap weights = Blur(weight, sigma * scale);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      if (weights(y, x) > 0) mean(y, x) /= weights(y, x);
    }
  }
  double most = 0;
  cv::minMaxLoc(weights, nullptr, &most);
  const Mask trusted = MaskAbove(weights, std::min(kLeastWeight, most / 2));
  const cv::Rect all({}, color.size());
  return EnlargedPart(PushPull(mean, AlphaOf(trusted)), all, all);
}

}  // namespace heser
