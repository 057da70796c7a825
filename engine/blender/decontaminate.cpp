#include "engine/blender/decontaminate.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr float kSolid = 0.98f;
constexpr float kTiny = 1e-4f;
// The wide pass needs no more detail than this radius in pixels.
constexpr double kReducedRadius = 6;

struct Layers {
  cv::Mat foreground;
  cv::Mat background;
};

cv::Mat BoxMean(const cv::Mat& image, double radius) {
  const int side = 2 * std::max(1, cvRound(radius)) + 1;
  cv::Mat mean;
  cv::blur(image, mean, {side, side}, {-1, -1}, cv::BORDER_REPLICATE);
  return mean;
}

// One pass: means of foreground and background by their own weights, then the foreground corrected
// by what the composite of both leaves over.
Layers FusionPass(const cv::Mat3f& color, const Layers& guess, const AlphaMap& alpha,
                  double radius) {
  const AlphaMap rest = 1 - alpha;
  const cv::Mat3f foreground_sum = BoxMean(Multiply(guess.foreground, alpha), radius);
  const cv::Mat3f background_sum = BoxMean(Multiply(guess.background, rest), radius);
  const AlphaMap alpha_mean = BoxMean(alpha, radius);
  Layers result{cv::Mat3f(color.size()), cv::Mat3f(color.size())};
  cv::parallel_for_(cv::Range(0, color.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      auto* foreground = result.foreground.ptr<cv::Vec3f>(y);
      auto* background = result.background.ptr<cv::Vec3f>(y);
      for (int x = 0; x < color.cols; ++x) {
        const float a = alpha(y, x);
        const cv::Vec3f f = foreground_sum(y, x) / (alpha_mean(y, x) + kTiny);
        const cv::Vec3f b = background_sum(y, x) / (1 - alpha_mean(y, x) + kTiny);
        background[x] = b;
        for (int c = 0; c < 3; ++c) {
          const float left_over = color(y, x)[c] - a * f[c] - (1 - a) * b[c];
          foreground[x][c] = std::clamp(f[c] + a * left_over, 0.f, 1.f);
        }
      }
    }
  });
  return result;
}

struct Reduced {
  cv::Mat3f color;
  AlphaMap alpha;
};

// Reduced, with colours continued to where the head says none: there they count as background, and
// that must not be black.
Reduced Reduce(const ColorImage& color, const AlphaMap& alpha, cv::Size size) {
  const AlphaMap valid = AlphaOf(MaskAbove(alpha, 0));
  cv::Mat3f sum;
  AlphaMap share;
  Reduced reduced;
  cv::resize(Multiply(color, valid), sum, size, 0, 0, cv::INTER_AREA);
  cv::resize(valid, share, size, 0, 0, cv::INTER_AREA);
  cv::resize(alpha, reduced.alpha, size, 0, 0, cv::INTER_AREA);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) sum(y, x) /= std::max(share(y, x), kTiny);
  }
  reduced.color = PushPull(sum, cv::Mat(cv::min(share * 4, 1.0)));
  return reduced;
}

}  // namespace

ColorImage Decontaminate(const ColorImage& color, const AlphaMap& alpha, double wide_radius,
                         double narrow_radius) {
  const double scale = std::min(1.0, kReducedRadius / std::max(1.0, wide_radius));
  const cv::Size reduced(std::max(1, cvRound(color.cols * scale)),
                         std::max(1, cvRound(color.rows * scale)));
  const Reduced small = Reduce(color, alpha, reduced);
  const Layers wide =
      FusionPass(small.color, {small.color, small.color}, small.alpha, wide_radius * scale);
  Layers guess;
  cv::resize(wide.foreground, guess.foreground, color.size(), 0, 0, cv::INTER_LINEAR);
  cv::resize(wide.background, guess.background, color.size(), 0, 0, cv::INTER_LINEAR);
  // The reduced pass is smooth: where the head is solid its own colours count.
  guess.foreground = Mix(guess.foreground, color, AlphaMap(alpha.mul(alpha)));
  const Layers narrow = FusionPass(color, guess, alpha, narrow_radius);
  ColorImage result(color.size());
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      result(y, x) = alpha(y, x) > kSolid ? color(y, x) : narrow.foreground.at<cv::Vec3f>(y, x);
    }
  }
  return result;
}

}  // namespace heser
