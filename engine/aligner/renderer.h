#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/core/image.h"
#include "engine/core/progress.h"

namespace heser {

/// What a pixel of a rendered triangle mesh shows. All pictures have the window's size.
struct Raster {
  ScalarImage depth;   ///< z of the nearest surface; kNoDepth where there is none.
  cv::Mat1i triangle;  ///< Its triangle, -1 where there is none.
  cv::Mat2f weights;   ///< Weights of the triangle's first and second corner there.
  static constexpr float kNoDepth = 1e9f;
};

enum class Culling {
  kNone,
  kBackFaces,  ///< Leaves out triangles without a positive cross product (x right, y down).
};

/// Renders a mesh by a z-buffer: orthographic, sampled at pixel centres (integers), the smallest z
/// wins. Vertices in pixels of the picture that `window` is cut from; z away from the viewer.
/// Pixels on a shared edge belong to either triangle, so that no slit opens between neighbours.
/// Parallel by bands of rows; the same result for any number of threads. Thread-safe. Throws
/// Cancelled.
Raster Rasterize(std::span<const cv::Vec3f> vertices, std::span<const std::array<int, 3>> triangles,
                 const cv::Rect& window, Culling culling, const Progress& progress);

/// Value at a pixel of something known at the vertices: interpolated with the raster's weights.
template <typename Value>
Value Interpolate(const std::array<int, 3>& corner, const cv::Vec2f& weights,
                  std::span<const Value> values) {
  return values[corner[0]] * weights[0] + values[corner[1]] * weights[1] +
         values[corner[2]] * (1 - weights[0] - weights[1]);
}

}  // namespace heser
