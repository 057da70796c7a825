#include "engine/blender/grain.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr double kDetailSigma = 2;
constexpr int kBlock = 8;
constexpr std::size_t kFewestBlocks = 10;
constexpr double kCalmShare = 0.2;
constexpr double kLargest = 4.0 / 255;
// Cameras and JPEG leave no single-pixel noise.
constexpr double kGrainSigma = 0.7;
constexpr int kTileSize = 256;

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
  const cv::Mat1f detail = luma - smooth;
  std::vector<float> variances;
  for (int y = 0; y + kBlock <= mask.rows; y += kBlock) {
    for (int x = 0; x + kBlock <= mask.cols; x += kBlock) {
      const cv::Rect block(x, y, kBlock, kBlock);
      if (cv::countNonZero(mask(block)) < kBlock * kBlock) continue;
      const double squares = cv::norm(detail(block), cv::NORM_L2SQR);
      variances.push_back(static_cast<float>(squares / (kBlock * kBlock)));
    }
  }
  if (variances.size() < kFewestBlocks) return 0;
  const auto at =
      variances.begin() + static_cast<std::ptrdiff_t>(kCalmShare * double(variances.size()));
  std::nth_element(variances.begin(), at, variances.end());
  return std::min(kLargest, std::sqrt(double(*at)));
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
