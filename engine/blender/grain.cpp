#include "engine/blender/grain.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr double kDetailSigma = 2;
constexpr int kFewestPixels = 100;
constexpr double kLargest = 4.0 / 255;
// Cameras and JPEG leave no single-pixel noise.
constexpr double kGrainSigma = 0.7;
constexpr int kTileSize = 256;
constexpr double kDeviationOfMedian = 1.4826;

cv::Mat1f MakeGrainTile() {
  cv::Mat1f tile(kTileSize, kTileSize);
  cv::RNG random(20240);
  random.fill(tile, cv::RNG::NORMAL, 0, 1);
  cv::GaussianBlur(tile, tile, {}, kGrainSigma, kGrainSigma, cv::BORDER_REFLECT);
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(tile, mean, deviation);
  tile = (tile - mean[0]) / deviation[0];
  return tile;
}

}  // namespace

double MeasureGrain(const ColorImage& color, const Mask& mask) {
  cv::Mat1f luma;
  cv::cvtColor(color, luma, cv::COLOR_RGB2GRAY);
  cv::Mat1f smooth;
  cv::GaussianBlur(luma, smooth, {}, kDetailSigma, kDetailSigma, cv::BORDER_REFLECT);
  std::vector<float> detail;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) != 0) detail.push_back(std::abs(luma(y, x) - smooth(y, x)));
    }
  }
  if (detail.size() < kFewestPixels) return 0;
  const auto middle = detail.begin() + static_cast<std::ptrdiff_t>(detail.size() / 2);
  std::nth_element(detail.begin(), middle, detail.end());
  return std::min(kLargest, kDeviationOfMedian * *middle);
}

void AddGrain(ColorImage& color, const AlphaMap& weight, double deviation) {
  if (deviation <= 0) return;
  static const cv::Mat1f tile = MakeGrainTile();
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      if (weight(y, x) <= 0) continue;
      const float grain =
          static_cast<float>(deviation) * weight(y, x) * tile(y % kTileSize, x % kTileSize);
      color(y, x) += cv::Vec3f::all(grain);
    }
  }
}

}  // namespace heser
