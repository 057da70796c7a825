#include "engine/aligner/outline_sampling.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Coverage that changes by more than this within a pixel shows stairs.
constexpr float kHard = 0.5F;
// Samples along either axis of what a pixel is averaged over.
constexpr int kSamples = 6;

float Bilinear(const AlphaMap& map, cv::Vec2f place) {
  const float x = std::clamp(place[0], 0.0F, static_cast<float>(map.cols - 1));
  const float y = std::clamp(place[1], 0.0F, static_cast<float>(map.rows - 1));
  const int x0 = static_cast<int>(x);
  const int y0 = static_cast<int>(y);
  const int x1 = std::min(x0 + 1, map.cols - 1);
  const int y1 = std::min(y0 + 1, map.rows - 1);
  const float fx = x - static_cast<float>(x0);
  const float fy = y - static_cast<float>(y0);
  const float upper = map(y0, x0) * (1 - fx) + map(y0, x1) * fx;
  const float lower = map(y1, x0) * (1 - fx) + map(y1, x1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/// How far coverage changes from a pixel to its neighbours.
bool IsHard(const AlphaMap& coverage, const Mask& own, int y, int x) {
  const float here = coverage(y, x);
  for (const auto& [dy, dx] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
    const int ny = std::clamp(y + dy, 0, coverage.rows - 1);
    const int nx = std::clamp(x + dx, 0, coverage.cols - 1);
    if (own(ny, nx) != 0 && std::abs(coverage(ny, nx) - here) > kHard) return true;
  }
  return false;
}

/// The place of a point beside a pixel, from the pixel on that side where it is the outline's own,
/// else going on as from the other side.
class LocalPlaces {
 public:
  LocalPlaces(const cv::Mat2f& place, const Mask& own, int y, int x) : middle_(place(y, x)) {
    const auto side = [&](int dy, int dx, cv::Vec2f& step) {
      const int ny = y + dy;
      const int nx = x + dx;
      if (ny < 0 || nx < 0 || ny >= place.rows || nx >= place.cols || own(ny, nx) == 0)
        return false;
      step = place(ny, nx) - middle_;
      return true;
    };
    const bool has_right = side(0, 1, right_);
    const bool has_left = side(0, -1, left_);
    const bool has_down = side(1, 0, down_);
    const bool has_up = side(-1, 0, up_);
    if (!has_right) right_ = -left_;
    if (!has_left) left_ = -right_;
    if (!has_down) down_ = -up_;
    if (!has_up) up_ = -down_;
  }
  cv::Vec2f At(float dx, float dy) const {
    return middle_ + (dx > 0 ? right_ * dx : left_ * -dx) + (dy > 0 ? down_ * dy : up_ * -dy);
  }

 private:
  cv::Vec2f middle_;
  cv::Vec2f right_;
  cv::Vec2f left_;
  cv::Vec2f down_;
  cv::Vec2f up_;
};

// Face sizes, and pixels where heads are small.
constexpr double kOutlineSoftness = 0.009;
constexpr double kLeastSoftness = 2.4;

}  // namespace

double OutlineSoftness(double face_size) {
  return std::max(kLeastSoftness, kOutlineSoftness * face_size);
}

AlphaMap SampleCoverage(const AlphaMap& alpha, const cv::Mat2f& place, const Mask& own,
                        double softness) {
  cv::Mat sampled;
  cv::remap(alpha, sampled, place, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  const AlphaMap coverage = sampled;
  Mask hard = Mask::zeros(coverage.size());
  for (int y = 0; y < hard.rows; ++y) {
    for (int x = 0; x < hard.cols; ++x) {
      if (own(y, x) != 0 && IsHard(coverage, own, y, x)) hard(y, x) = 255;
    }
  }
  const int reach = std::max(1, cvCeil(softness / 2));
  cv::dilate(hard, hard, cv::Mat1b::ones(2 * reach + 1, 2 * reach + 1));
  hard &= own;
  AlphaMap result = coverage.clone();
  cv::parallel_for_({0, hard.rows}, [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < hard.cols; ++x) {
        if (hard(y, x) == 0) continue;
        const LocalPlaces places(place, own, y, x);
        float sum = 0;
        for (int j = 0; j < kSamples; ++j) {
          const auto dy = static_cast<float>(softness * ((j + 0.5) / kSamples - 0.5));
          for (int i = 0; i < kSamples; ++i) {
            const auto dx = static_cast<float>(softness * ((i + 0.5) / kSamples - 0.5));
            sum += Bilinear(alpha, places.At(dx, dy));
          }
        }
        result(y, x) = sum / (kSamples * kSamples);
      }
    }
  });
  return result;
}

}  // namespace heser
