#include "engine/core/image_ops.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Above this sigma the blur is taken on a reduced picture: the cost stays the same and the error is
// far below what a blur this wide can show.
constexpr double kFullSizeSigma = 6;
constexpr double kReducedSigma = 3;

cv::Mat Repeat(const AlphaMap& weight, int channels) {
  if (channels == 1) return weight;
  cv::Mat repeated;
  cv::merge(std::vector<cv::Mat>(channels, weight), repeated);
  return repeated;
}

cv::Mat Disc(double radius) {
  const int r = static_cast<int>(std::floor(radius));
  cv::Mat1b disc(2 * r + 1, 2 * r + 1, std::uint8_t{0});
  for (int y = -r; y <= r; ++y) {
    for (int x = -r; x <= r; ++x) disc(y + r, x + r) = x * x + y * y <= radius * radius ? 1 : 0;
  }
  return disc;
}

cv::Mat Divide(const cv::Mat& image, const AlphaMap& weight) {
  cv::Mat quotient(image.size(), image.type());
  const int channels = image.channels();
  for (int y = 0; y < image.rows; ++y) {
    const float* from = image.ptr<float>(y);
    const float* by = weight[y];
    float* to = quotient.ptr<float>(y);
    for (int x = 0; x < image.cols; ++x) {
      const float factor = by[x] > 1e-6f ? 1 / by[x] : 0;
      for (int c = 0; c < channels; ++c) to[x * channels + c] = from[x * channels + c] * factor;
    }
  }
  return quotient;
}

}  // namespace

cv::Mat Blur(const cv::Mat& image, double sigma) {
  if (sigma < 0.2) return image.clone();
  cv::Mat blurred;
  const double factor = kReducedSigma / sigma;
  if (sigma <= kFullSizeSigma || std::min(image.rows, image.cols) * factor < 4) {
    cv::GaussianBlur(image, blurred, {}, sigma, sigma, cv::BORDER_REPLICATE);
    return blurred;
  }
  const cv::Size small(std::max(1, cvRound(image.cols * factor)),
                       std::max(1, cvRound(image.rows * factor)));
  cv::Mat reduced;
  cv::resize(image, reduced, small, 0, 0, cv::INTER_AREA);
  cv::GaussianBlur(reduced, reduced, {}, kReducedSigma, kReducedSigma, cv::BORDER_REPLICATE);
  cv::resize(reduced, blurred, image.size(), 0, 0, cv::INTER_LINEAR);
  return blurred;
}

cv::Mat BlurWeighted(const cv::Mat& image, const AlphaMap& weight, double sigma) {
  return Divide(Blur(Multiply(image, weight), sigma), Blur(weight, sigma));
}

cv::Rect BoxAround(const Mask& mask, double margin) {
  const cv::Rect box = cv::boundingRect(mask);
  if (box.empty()) return {};
  const int reach = cvCeil(margin);
  return cv::Rect(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach) &
         cv::Rect({}, mask.size());
}

Mask Dilate(const Mask& mask, double radius) {
  if (radius < 0.5) return mask.clone();
  if (radius > 4) {
    // What lies further off than that is not asked how far.
    const cv::Rect near = BoxAround(mask, radius);
    Mask grown(mask.size(), std::uint8_t{0});
    if (!near.empty()) grown(near).setTo(255, DistanceTo(mask(near)) <= radius);
    return grown;
  }
  Mask grown;
  cv::dilate(mask, grown, Disc(radius));
  return grown;
}

Mask Erode(const Mask& mask, double radius) {
  Mask outside;
  cv::bitwise_not(mask, outside);
  Mask shrunk;
  cv::bitwise_not(Dilate(outside, radius), shrunk);
  return shrunk;
}

ScalarImage DistanceTo(const Mask& mask) {
  if (cv::countNonZero(mask) == 0) return {mask.size(), 1e9f};
  Mask outside;
  cv::bitwise_not(mask, outside);
  ScalarImage distance;
  cv::distanceTransform(outside, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
  return distance;
}

ScalarImage SignedDistance(const Mask& mask) {
  Mask outside;
  cv::bitwise_not(mask, outside);
  const ScalarImage to_outside = DistanceTo(outside);
  const ScalarImage to_inside = DistanceTo(mask);
  ScalarImage distance(mask.size());
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      distance(y, x) = mask(y, x) != 0 ? to_outside(y, x) - 0.5f : 0.5f - to_inside(y, x);
    }
  }
  return distance;
}

cv::Mat2i NearestSelected(const Mask& mask) {
  Mask outside;
  cv::bitwise_not(mask, outside);
  cv::Mat1f distance;
  cv::Mat1i site;
  cv::distanceTransform(outside, distance, site, cv::DIST_L2, cv::DIST_MASK_5,
                        cv::DIST_LABEL_PIXEL);
  std::vector<cv::Vec2i> place_of_site(1);
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) == 0) continue;
      const auto index = static_cast<std::size_t>(site(y, x));
      if (index >= place_of_site.size()) place_of_site.resize(index + 1);
      place_of_site[index] = {x, y};
    }
  }
  cv::Mat2i places(mask.size());
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      places(y, x) = place_of_site[static_cast<std::size_t>(site(y, x))];
    }
  }
  return places;
}

Mask LargestPiece(const Mask& mask) {
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centroids;
  const int count = cv::connectedComponentsWithStats(mask, pieces, statistics, centroids, 8);
  if (count <= 2) return mask.clone();
  int largest = 1;
  for (int i = 2; i < count; ++i) {
    if (statistics(i, cv::CC_STAT_AREA) > statistics(largest, cv::CC_STAT_AREA)) largest = i;
  }
  return cv::Mat(pieces == largest);
}

Mask FillHoles(const Mask& mask, double largest_hole) {
  Mask outside;
  cv::bitwise_not(mask, outside);
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centroids;
  const int count = cv::connectedComponentsWithStats(outside, pieces, statistics, centroids, 4);
  std::vector<std::uint8_t> fill(static_cast<std::size_t>(count), 0);
  for (int i = 1; i < count; ++i) {
    const bool at_border =
        statistics(i, cv::CC_STAT_LEFT) == 0 || statistics(i, cv::CC_STAT_TOP) == 0 ||
        statistics(i, cv::CC_STAT_LEFT) + statistics(i, cv::CC_STAT_WIDTH) == mask.cols ||
        statistics(i, cv::CC_STAT_TOP) + statistics(i, cv::CC_STAT_HEIGHT) == mask.rows;
    if (!at_border && statistics(i, cv::CC_STAT_AREA) <= largest_hole) fill[i] = 255;
  }
  Mask filled = mask.clone();
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) filled(y, x) |= fill[pieces(y, x)];
  }
  return filled;
}

AlphaMap AlphaOf(const Mask& mask) {
  AlphaMap alpha;
  mask.convertTo(alpha, CV_32F, 1 / 255.0);
  return alpha;
}

Mask MaskAbove(const cv::Mat1f& values, double threshold) { return cv::Mat(values > threshold); }

cv::Mat PushPull(const cv::Mat& image, const AlphaMap& weight) {
  constexpr int kSmallest = 2;
  if (std::min(image.rows, image.cols) <= kSmallest) {
    const double total = cv::sum(weight)[0];
    cv::Scalar mean = cv::sum(Multiply(image, weight)) / std::max(total, 1e-6);
    return Mix(cv::Mat(image.size(), image.type(), mean), image, weight);
  }
  const cv::Size half((image.cols + 1) / 2, (image.rows + 1) / 2);
  cv::Mat coarse;
  AlphaMap coarse_weight;
  cv::resize(Multiply(image, weight), coarse, half, 0, 0, cv::INTER_AREA);
  cv::resize(weight, coarse_weight, half, 0, 0, cv::INTER_AREA);
  coarse = Divide(coarse, coarse_weight);
  // A coarse pixel that saw a quarter of known fine ones counts as known: else the fill would mix
  // in values from far away beside the very border of the hole.
  coarse_weight = cv::min(AlphaMap(coarse_weight * 4), 1.0);
  cv::Mat smooth;
  cv::resize(PushPull(coarse, coarse_weight), smooth, image.size(), 0, 0, cv::INTER_LINEAR);
  return Mix(smooth, image, weight);
}

cv::Mat Mix(const cv::Mat& a, const cv::Mat& b, const AlphaMap& weight) {
  cv::Mat mixed(a.size(), a.type());
  const int channels = a.channels();
  cv::parallel_for_(cv::Range(0, a.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      const float* pa = a.ptr<float>(y);
      const float* pb = b.ptr<float>(y);
      float* to = mixed.ptr<float>(y);
      for (int x = 0; x < a.cols; ++x) {
        const float w = weight(y, x);
        for (int c = 0; c < channels; ++c) {
          const int i = x * channels + c;
          to[i] = pa[i] + (pb[i] - pa[i]) * w;
        }
      }
    }
  });
  return mixed;
}

cv::Mat Multiply(const cv::Mat& image, const AlphaMap& weight) {
  return image.mul(Repeat(weight, image.channels()));
}

ColorStatistics RobustStatistics(const cv::Mat3f& image, const Mask& mask, double keep) {
  constexpr std::size_t kSamples = 20000;
  std::vector<cv::Vec3f> samples;
  samples.reserve(static_cast<std::size_t>(cv::countNonZero(mask)));
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) != 0) samples.push_back(image(y, x));
    }
  }
  ColorStatistics result;
  result.count = static_cast<int>(samples.size());
  if (samples.empty()) return result;
  if (samples.size() > kSamples) {
    const double step = static_cast<double>(samples.size()) / kSamples;
    for (std::size_t i = 0; i < kSamples; ++i) {
      samples[i] = samples[static_cast<std::size_t>(static_cast<double>(i) * step)];
    }
    samples.resize(kSamples);
  }
  const auto middle = static_cast<std::ptrdiff_t>(samples.size() / 2);
  std::vector<float> channel(samples.size());
  cv::Vec3d center;
  cv::Vec3d deviation;
  for (int c = 0; c < 3; ++c) {
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      channel[i] = samples[i][c];
      sum += channel[i];
      squares += channel[i] * channel[i];
    }
    const double mean = sum / static_cast<double>(samples.size());
    deviation[c] =
        std::sqrt(std::max(0.0, squares / static_cast<double>(samples.size()) - mean * mean)) +
        1e-6;
    std::nth_element(channel.begin(), channel.begin() + middle, channel.end());
    center[c] = channel[static_cast<std::size_t>(middle)];
  }
  const auto kept = std::max<std::size_t>(
      1,
      static_cast<std::size_t>(std::clamp(keep, 0.0, 1.0) * static_cast<double>(samples.size())));
  const auto distance = [&](const cv::Vec3f& v) {
    double sum = 0;
    for (int c = 0; c < 3; ++c) sum += std::pow((v[c] - center[c]) / deviation[c], 2);
    return sum;
  };
  // A second round around the mean of the first: the median of each channel alone is not a colour
  // that occurs.
  for (int round = 0; round < 2; ++round) {
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(kept) - 1,
                     samples.end(),
                     [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    cv::Vec3d mean;
    for (std::size_t i = 0; i < kept; ++i) mean += cv::Vec3d(samples[i]);
    center = mean / static_cast<double>(kept);
  }
  result.mean = center;
  for (std::size_t i = 0; i < kept; ++i) {
    const cv::Vec3d difference = cv::Vec3d(samples[i]) - center;
    result.covariance += difference * difference.t();
  }
  result.covariance *= 1.0 / static_cast<double>(kept);
  return result;
}

}  // namespace heser
