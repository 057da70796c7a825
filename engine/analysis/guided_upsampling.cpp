#include "engine/analysis/guided_upsampling.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

cv::Mat WindowMean(const cv::Mat& image, int radius) {
  cv::Mat mean;
  cv::blur(image, mean, {2 * radius + 1, 2 * radius + 1}, {-1, -1}, cv::BORDER_REFLECT);
  return mean;
}

/// Means of the guide and inverses of its covariance (upper triangle: rr, rg, rb, gg, gb, bb).
struct GuideStatistics {
  cv::Mat3f mean;
  std::array<cv::Mat1f, 6> inverse;
};

GuideStatistics Measure(const ColorImage& guide, int radius, double epsilon) {
  GuideStatistics statistics;
  statistics.mean = WindowMean(guide, radius);
  cv::Mat3f squares(guide.size());
  cv::Mat3f mixed(guide.size());
  for (int y = 0; y < guide.rows; ++y) {
    for (int x = 0; x < guide.cols; ++x) {
      const cv::Vec3f& c = guide(y, x);
      squares(y, x) = c.mul(c);
      mixed(y, x) = {c[0] * c[1], c[0] * c[2], c[1] * c[2]};
    }
  }
  squares = WindowMean(squares, radius);
  mixed = WindowMean(mixed, radius);
  for (cv::Mat1f& entry : statistics.inverse) entry.create(guide.size());
  const float e = static_cast<float>(epsilon);
  for (int y = 0; y < guide.rows; ++y) {
    for (int x = 0; x < guide.cols; ++x) {
      const cv::Vec3f& m = statistics.mean(y, x);
      const float rr = squares(y, x)[0] - m[0] * m[0] + e;
      const float gg = squares(y, x)[1] - m[1] * m[1] + e;
      const float bb = squares(y, x)[2] - m[2] * m[2] + e;
      const float rg = mixed(y, x)[0] - m[0] * m[1];
      const float rb = mixed(y, x)[1] - m[0] * m[2];
      const float gb = mixed(y, x)[2] - m[1] * m[2];
      const float c_rr = gg * bb - gb * gb;
      const float c_rg = gb * rb - rg * bb;
      const float c_rb = rg * gb - gg * rb;
      const float scale = 1 / std::max(rr * c_rr + rg * c_rg + rb * c_rb, 1e-12f);
      statistics.inverse[0](y, x) = c_rr * scale;
      statistics.inverse[1](y, x) = c_rg * scale;
      statistics.inverse[2](y, x) = c_rb * scale;
      statistics.inverse[3](y, x) = (rr * bb - rb * rb) * scale;
      statistics.inverse[4](y, x) = (rb * rg - rr * gb) * scale;
      statistics.inverse[5](y, x) = (rr * gg - rg * rg) * scale;
    }
  }
  return statistics;
}

cv::Mat4f Coefficients(const ColorImage& guide, const GuideStatistics& statistics,
                       const cv::Mat1f& map, int radius) {
  cv::Mat4f products(map.size());
  for (int y = 0; y < map.rows; ++y) {
    for (int x = 0; x < map.cols; ++x) {
      const cv::Vec3f& c = guide(y, x);
      const float p = map(y, x);
      products(y, x) = {c[0] * p, c[1] * p, c[2] * p, p};
    }
  }
  products = WindowMean(products, radius);
  const auto& inverse = statistics.inverse;
  cv::Mat4f coefficients(map.size());
  for (int y = 0; y < map.rows; ++y) {
    for (int x = 0; x < map.cols; ++x) {
      const cv::Vec4f& mean = products(y, x);
      const cv::Vec3f& m = statistics.mean(y, x);
      const cv::Vec3f v(mean[0] - m[0] * mean[3], mean[1] - m[1] * mean[3],
                        mean[2] - m[2] * mean[3]);
      const float rg = inverse[1](y, x);
      const float rb = inverse[2](y, x);
      const float gb = inverse[4](y, x);
      const cv::Vec3f a(inverse[0](y, x) * v[0] + rg * v[1] + rb * v[2],
                        rg * v[0] + inverse[3](y, x) * v[1] + gb * v[2],
                        rb * v[0] + gb * v[1] + inverse[5](y, x) * v[2]);
      coefficients(y, x) = {a[0], a[1], a[2], mean[3] - a.dot(m)};
    }
  }
  return WindowMean(coefficients, radius);
}

/// The four grid pixels around a place and their shares.
struct Neighbours {
  int x0, x1, y0, y1;
  float w00, w01, w10, w11;

  Neighbours(cv::Point2f place, cv::Size grid) {
    const float x = std::clamp(place.x, 0.0f, static_cast<float>(grid.width - 1));
    const float y = std::clamp(place.y, 0.0f, static_cast<float>(grid.height - 1));
    x0 = static_cast<int>(x);
    y0 = static_cast<int>(y);
    x1 = std::min(x0 + 1, grid.width - 1);
    y1 = std::min(y0 + 1, grid.height - 1);
    const float fx = x - static_cast<float>(x0);
    const float fy = y - static_cast<float>(y0);
    w00 = (1 - fx) * (1 - fy);
    w01 = fx * (1 - fy);
    w10 = (1 - fx) * fy;
    w11 = fx * fy;
  }

  cv::Vec4f Sample(const cv::Mat4f& map) const {
    const cv::Vec4f* upper = map[y0];
    const cv::Vec4f* lower = map[y1];
    return upper[x0] * w00 + upper[x1] * w01 + lower[x0] * w10 + lower[x1] * w11;
  }
};

float Apply(const cv::Vec4f& coefficients, const cv::Vec3f& color) {
  return coefficients[0] * color[0] + coefficients[1] * color[1] + coefficients[2] * color[2] +
         coefficients[3];
}

}  // namespace

GuidedUpsampling::GuidedUpsampling(const ColorImage& guide, std::span<const cv::Mat1f> maps,
                                   int radius, double epsilon)
    : coefficients_(maps.size()) {
  const GuideStatistics statistics = Measure(guide, radius, epsilon);
  cv::parallel_for_({0, static_cast<int>(maps.size())}, [&](const cv::Range& range) {
    for (int i = range.start; i < range.end; ++i) {
      coefficients_[i] = Coefficients(guide, statistics, maps[i], radius);
    }
  });
}

void GuidedUpsampling::Evaluate(cv::Point2f place, const cv::Vec3f& color, float* values) const {
  const Neighbours neighbours(place, coefficients_.front().size());
  for (std::size_t i = 0; i < coefficients_.size(); ++i) {
    values[i] = Apply(neighbours.Sample(coefficients_[i]), color);
  }
}

cv::Mat1f GuidedUpsampling::Upsample(int index, const ColorImage& fine,
                                     const cv::Matx23d& grid_from_fine) const {
  const cv::Mat4f& coefficients = coefficients_[index];
  cv::Mat1f map(fine.size());
  cv::parallel_for_({0, fine.rows}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      const float grid_y = static_cast<float>(grid_from_fine(1, 1) * y + grid_from_fine(1, 2));
      for (int x = 0; x < fine.cols; ++x) {
        const float grid_x = static_cast<float>(grid_from_fine(0, 0) * x + grid_from_fine(0, 2));
        const Neighbours neighbours({grid_x, grid_y}, coefficients.size());
        map(y, x) = Apply(neighbours.Sample(coefficients), fine(y, x));
      }
    }
  });
  return map;
}

}  // namespace heser
