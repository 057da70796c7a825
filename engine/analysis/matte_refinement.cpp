#include "engine/analysis/matte_refinement.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Windows, in grid pixels: from the middle of the coarse edge they reach sure pixels on both sides.
constexpr int kRadius = 6;
// Variance of colour (0 to 1) that counts as noise.
constexpr float kEpsilon = 2e-4f;
// Coverage this near 0 or 1 is sure.
constexpr float kSureDistance = 0.1f;
// From this share of coverage explained by colour on it is believed, and from the second on fully.
constexpr float kLeastExplained = 0.5f;
constexpr float kWellExplained = 0.85f;
// The ends of the colour line are noisy: this much at either end is cut off. The coarse matte
// instead is blurred, and steepened more.
constexpr float kColorEnd = 0.1f;
constexpr float kCoarseEnd = 0.25f;

// What a window says: coverage = red, green, blue times the first three, plus the fourth; the fifth
// is the share of coverage that colour explains.
using Line = cv::Vec<float, 5>;
using LineMap = cv::Mat_<Line>;

cv::Mat WindowMean(const cv::Mat& image) {
  cv::Mat mean;
  cv::blur(image, mean, {2 * kRadius + 1, 2 * kRadius + 1}, {-1, -1}, cv::BORDER_REFLECT);
  return mean;
}

/// The lowest and the highest value within a square around every pixel.
std::pair<cv::Mat1f, cv::Mat1f> Extremes(const cv::Mat1f& map, int radius) {
  const cv::Mat window = cv::Mat::ones(2 * radius + 1, 2 * radius + 1, CV_8U);
  cv::Mat1f lowest;
  cv::Mat1f highest;
  cv::erode(map, lowest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  cv::dilate(map, highest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  return {lowest, highest};
}

float CutEnds(float value, float end) {
  return std::clamp((value - end) / (1 - 2 * end), 0.0f, 1.0f);
}

/// Sums over the sure pixels of each window, as means: weight, weighted colour, its products, and
/// those with the truth.
struct WindowSums {
  cv::Mat1f weight;
  cv::Mat3f color;
  cv::Mat3f squares;  // rr, gg, bb
  cv::Mat3f mixed;    // rg, rb, gb
  cv::Mat4f truth;    // r t, g t, b t, t
};

WindowSums SumSurePixels(const ColorImage& guide, const cv::Mat1f& coarse) {
  WindowSums sums;
  const cv::Size size = guide.size();
  sums.weight.create(size);
  sums.color.create(size);
  sums.squares.create(size);
  sums.mixed.create(size);
  sums.truth.create(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const float p = coarse(y, x);
      const float truth = p > 0.5f ? 1.0f : 0.0f;
      const float w = std::abs(p - truth) < kSureDistance ? 1.0f : 1e-3f;
      const cv::Vec3f c = guide(y, x);
      sums.weight(y, x) = w;
      sums.color(y, x) = c * w;
      sums.squares(y, x) = c.mul(c) * w;
      sums.mixed(y, x) = cv::Vec3f(c[0] * c[1], c[0] * c[2], c[1] * c[2]) * w;
      const float wt = w * truth;
      sums.truth(y, x) = {c[0] * wt, c[1] * wt, c[2] * wt, wt};
    }
  }
  sums.weight = WindowMean(sums.weight);
  sums.color = WindowMean(sums.color);
  sums.squares = WindowMean(sums.squares);
  sums.mixed = WindowMean(sums.mixed);
  sums.truth = WindowMean(sums.truth);
  return sums;
}

Line FitLine(const WindowSums& sums, int y, int x) {
  const float scale = 1 / sums.weight(y, x);
  const cv::Vec3f mean = sums.color(y, x) * scale;
  const cv::Vec3f squares = sums.squares(y, x) * scale - mean.mul(mean);
  const cv::Vec3f mixed =
      sums.mixed(y, x) * scale - cv::Vec3f(mean[0] * mean[1], mean[0] * mean[2], mean[1] * mean[2]);
  const cv::Vec4f truth = sums.truth(y, x) * scale;
  const float t = truth[3];
  const cv::Vec3f with_truth(truth[0] - mean[0] * t, truth[1] - mean[1] * t,
                             truth[2] - mean[2] * t);
  const cv::Matx33f covariance(squares[0] + kEpsilon, mixed[0], mixed[1],  //
                               mixed[0], squares[1] + kEpsilon, mixed[2],  //
                               mixed[1], mixed[2], squares[2] + kEpsilon);
  const cv::Vec3f a = covariance.inv(cv::DECOMP_CHOLESKY) * with_truth;
  const float spread = t * (1 - t);
  // A window of one kind knows its answer.
  const float explained = spread < 1e-3f ? 1.0f : a.dot(with_truth) / spread;
  return {a[0], a[1], a[2], t - a.dot(mean), explained};
}

/// Every pixel's line: the mean of those of the windows that hold it, by their sure pixels.
LineMap FitLines(const ColorImage& guide, const cv::Mat1f& coarse) {
  const WindowSums sums = SumSurePixels(guide, coarse);
  LineMap lines(guide.size());
  cv::parallel_for_({0, guide.rows}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < guide.cols; ++x) lines(y, x) = FitLine(sums, y, x) * sums.weight(y, x);
    }
  });
  LineMap mean = WindowMean(lines);
  const cv::Mat1f weight = WindowMean(sums.weight);
  for (int y = 0; y < guide.rows; ++y) {
    for (int x = 0; x < guide.cols; ++x) mean(y, x) /= weight(y, x);
  }
  return mean;
}

/// Bilinear sampling of a grid.
struct GridPlace {
  int x0, x1, y0, y1;
  float fx, fy;

  GridPlace(double x, double y, cv::Size grid) {
    const double cx = std::clamp(x, 0.0, grid.width - 1.0);
    const double cy = std::clamp(y, 0.0, grid.height - 1.0);
    x0 = static_cast<int>(cx);
    y0 = static_cast<int>(cy);
    x1 = std::min(x0 + 1, grid.width - 1);
    y1 = std::min(y0 + 1, grid.height - 1);
    fx = static_cast<float>(cx - x0);
    fy = static_cast<float>(cy - y0);
  }

  template <typename Value>
  Value Sample(const cv::Mat_<Value>& map) const {
    const Value upper = map(y0, x0) * (1 - fx) + map(y0, x1) * fx;
    const Value lower = map(y1, x0) * (1 - fx) + map(y1, x1) * fx;
    return upper * (1 - fy) + lower * fy;
  }
};

float Coverage(const Line& line, const cv::Vec3f& color, float coarse) {
  const float by_color =
      CutEnds(line[0] * color[0] + line[1] * color[1] + line[2] * color[2] + line[3], kColorEnd);
  const float belief =
      std::clamp((line[4] - kLeastExplained) / (kWellExplained - kLeastExplained), 0.0f, 1.0f);
  const float by_place = CutEnds(coarse, kCoarseEnd);
  return by_place + (by_color - by_place) * belief;
}

}  // namespace

AlphaMap RefineMatte(const ColorImage& picture, const cv::Mat1f& coarse) {
  ColorImage guide;
  cv::resize(picture, guide, coarse.size(), 0, 0, cv::INTER_AREA);
  const LineMap lines = FitLines(guide, coarse);
  const auto settled = Extremes(coarse, kRadius);
  const cv::Mat1f& lowest = settled.first;
  const cv::Mat1f& highest = settled.second;
  const double scale_x = static_cast<double>(coarse.cols) / picture.cols;
  const double scale_y = static_cast<double>(coarse.rows) / picture.rows;
  AlphaMap alpha(picture.size());
  cv::parallel_for_({0, picture.rows}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      const double grid_y = (y + 0.5) * scale_y - 0.5;
      for (int x = 0; x < picture.cols; ++x) {
        const GridPlace place((x + 0.5) * scale_x - 0.5, grid_y, coarse.size());
        const float here = place.Sample(coarse);
        // Only the coarse edge's surroundings hold anything to find.
        const bool is_settled = lowest(place.y0, place.x0) > 1 - kSureDistance ||
                                highest(place.y0, place.x0) < kSureDistance;
        alpha(y, x) = is_settled ? CutEnds(here, kSureDistance)
                                 : Coverage(place.Sample(lines), picture(y, x), here);
      }
    }
  });
  return alpha;
}

}  // namespace heser
