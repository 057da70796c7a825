#include "engine/blender/photo_finish.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/grain.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Bands of detail, pixels: what a blurred photo has lost, and what it has kept.
constexpr double kFine = 0.7;
constexpr double kMiddle = 1.6;
constexpr double kCoarse = 4;
// Edges are the strongest of all details; most of a face has none.
constexpr double kEdgeShare = 0.95;
constexpr std::size_t kFewestPixels = 200;
// Equally sharp faces differ in fineness by factors up to this: smiles, stubble and brows.
constexpr double kClearlyFiner = 1.5;
// What is softened stays finer than the goal by this factor: half of that difference.
constexpr double kStaysFiner = 1.2;
constexpr double kLargestSoftening = 2.5;
constexpr double kSofteningStep = 0.25;

cv::Mat1f Luma(const ColorImage& color) {
  cv::Mat1f luma;
  cv::cvtColor(color, luma, cv::COLOR_RGB2GRAY);
  return luma;
}

double StrongDetail(const cv::Mat1f& fine, const cv::Mat1f& coarse, const Mask& edges) {
  std::vector<float> detail;
  for (int y = 0; y < edges.rows; ++y) {
    for (int x = 0; x < edges.cols; ++x) {
      if (edges(y, x) != 0) detail.push_back(std::abs(fine(y, x) - coarse(y, x)));
    }
  }
  if (detail.size() < kFewestPixels) return 0;
  const auto at =
      detail.begin() + static_cast<std::ptrdiff_t>(kEdgeShare * double(detail.size() - 1));
  std::nth_element(detail.begin(), at, detail.end());
  return *at;
}

double Fineness(const cv::Mat1f& luma, const Mask& edges) {
  const cv::Mat1f fine = Blur(luma, kFine);
  const cv::Mat1f middle = Blur(luma, kMiddle);
  const double kept = StrongDetail(middle, Blur(luma, kCoarse), edges);
  return kept > 0 ? StrongDetail(fine, middle, edges) / kept : 0;
}

}  // namespace

PhotoFinish MeasureFinish(const ColorImage& color, const Mask& edges, const Mask& plain) {
  const cv::Rect box = cv::boundingRect(edges | plain);
  if (box.empty()) return {};
  return {Fineness(Luma(color(box)), edges(box)), MeasureGrain(color(box), plain(box))};
}

double SofteningFor(const ColorImage& color, const Mask& edges, double fineness) {
  const cv::Rect box = cv::boundingRect(edges);
  if (box.empty() || fineness <= 0) return 0;
  const cv::Mat1f luma = Luma(color(box));
  const Mask within = edges(box);
  double before = Fineness(luma, within);
  if (before < kClearlyFiner * fineness) return 0;
  const double goal = kStaysFiner * fineness;
  for (int i = 1; i * kSofteningStep < kLargestSoftening; ++i) {
    const double sigma = i * kSofteningStep;
    const double after = Fineness(Blur(luma, sigma), within);
    if (after <= goal) {
      const double past = (before - goal) / std::max(1e-6, before - after);
      return sigma - kSofteningStep * (1 - std::clamp(past, 0.0, 1.0));
    }
    before = after;
  }
  return kLargestSoftening;
}

void ApplyFinish(ColorImage& color, const AlphaMap& alpha, const Mask& edges, const Mask& plain,
                 const PhotoFinish& finish, double amount) {
  const double sigma = amount * SofteningFor(color, edges, finish.fineness);
  if (sigma > 0) color = Blur(color, sigma);
  const double own = MeasureGrain(color, plain);
  const double lacking = std::sqrt(std::max(0.0, finish.grain * finish.grain - own * own));
  AddGrain(color, alpha, amount * lacking);
}

}  // namespace heser
