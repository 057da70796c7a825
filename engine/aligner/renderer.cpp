#include "engine/aligner/renderer.h"

#include <algorithm>
#include <cmath>

namespace heser {
namespace {

// Pixel centres this far outside a triangle (in its barycentric weights) still belong to it.
constexpr float kEdgeTolerance = 1e-4f;
constexpr float kLeastArea = 1e-9f;
constexpr int kBandRows = 96;

void DrawTriangle(const cv::Vec3f& a, const cv::Vec3f& b, const cv::Vec3f& c, int index,
                  const cv::Rect& band, const cv::Point& origin, Culling culling, Raster& raster) {
  const float area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  if (culling == Culling::kBackFaces && area <= 0) return;
  if (std::abs(area) < kLeastArea) return;
  const auto [least_y, most_y] = std::minmax({a[1], b[1], c[1]});
  const int top = std::max(band.y, static_cast<int>(std::ceil(least_y - kEdgeTolerance)));
  const int bottom =
      std::min(band.y + band.height - 1, static_cast<int>(std::floor(most_y + kEdgeTolerance)));
  if (top > bottom) return;
  const auto [least_x, most_x] = std::minmax({a[0], b[0], c[0]});
  const int left = std::max(band.x, static_cast<int>(std::ceil(least_x - kEdgeTolerance)));
  const int right =
      std::min(band.x + band.width - 1, static_cast<int>(std::floor(most_x + kEdgeTolerance)));
  if (left > right) return;

  const float inverse = 1 / area;
  const float step_a = (b[1] - c[1]) * inverse;
  const float step_b = (c[1] - a[1]) * inverse;
  for (int y = top; y <= bottom; ++y) {
    const float fy = static_cast<float>(y);
    const float fx = static_cast<float>(left);
    const float start_a = ((b[0] - fx) * (c[1] - fy) - (c[0] - fx) * (b[1] - fy)) * inverse;
    const float start_b = ((c[0] - fx) * (a[1] - fy) - (a[0] - fx) * (c[1] - fy)) * inverse;
    float* depth = raster.depth[y - origin.y];
    for (int x = left; x <= right; ++x) {
      const float step = static_cast<float>(x - left);
      const float weight_a = start_a + step * step_a;
      const float weight_b = start_b + step * step_b;
      const float weight_c = 1 - weight_a - weight_b;
      if (std::min({weight_a, weight_b, weight_c}) < -kEdgeTolerance) continue;
      const float z = weight_a * a[2] + weight_b * b[2] + weight_c * c[2];
      if (z >= depth[x - origin.x]) continue;
      depth[x - origin.x] = z;
      raster.triangle(y - origin.y, x - origin.x) = index;
      raster.weights(y - origin.y, x - origin.x) = {weight_a, weight_b};
    }
  }
}

}  // namespace

Raster Rasterize(std::span<const cv::Vec3f> vertices, std::span<const std::array<int, 3>> triangles,
                 const cv::Rect& window, Culling culling, const Progress& progress) {
  progress.Checkpoint();
  Raster raster;
  raster.depth = ScalarImage(window.size(), Raster::kNoDepth);
  raster.triangle = cv::Mat1i(window.size(), -1);
  raster.weights = cv::Mat2f(window.size(), cv::Vec2f(0, 0));
  const int bands = (window.height + kBandRows - 1) / kBandRows;
  cv::parallel_for_(
      cv::Range(0, bands),
      [&](const cv::Range& range) {
        const int top = window.y + range.start * kBandRows;
        const int bottom = std::min(window.y + range.end * kBandRows, window.y + window.height);
        const cv::Rect band(window.x, top, window.width, bottom - top);
        for (std::size_t i = 0; i < triangles.size(); ++i) {
          const auto& [a, b, c] = triangles[i];
          DrawTriangle(vertices[a], vertices[b], vertices[c], static_cast<int>(i), band,
                       window.tl(), culling, raster);
        }
      },
      std::max(1, cv::getNumThreads()));
  return raster;
}

}  // namespace heser
