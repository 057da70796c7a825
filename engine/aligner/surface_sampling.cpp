#include "engine/aligner/surface_sampling.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "engine/aligner/renderer.h"

namespace heser {
namespace {

using Triangles = std::vector<std::array<int, 3>>;

SurfaceSamples Sample(const HeadSurface& surface, const PosedMesh& posed,
                      const Triangles& triangles, const std::vector<float>& confidence,
                      std::size_t first_back, const cv::Rect& window, const Progress& progress) {
  const Raster raster = Rasterize(posed.vertices, triangles, window, Culling::kBackFaces, progress);
  const int columns = surface.front.cols;
  const int nodes = surface.front.rows * columns;
  const auto node_place = [&](int vertex) {
    const int node = vertex % nodes;
    const int row = node / columns;
    const int column = node % columns;
    return cv::Vec2f(static_cast<float>(surface.step * column),
                     static_cast<float>(surface.step * row));
  };
  SurfaceSamples samples;
  samples.place = cv::Mat2f(window.size(), cv::Vec2f(-1e4f, -1e4f));
  samples.confidence = AlphaMap::zeros(window.size());
  samples.hit = Mask::zeros(window.size());
  samples.back = Mask::zeros(window.size());
  samples.depth = raster.depth;
  cv::parallel_for_(cv::Range(0, window.height), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < window.width; ++x) {
        const int triangle = raster.triangle(y, x);
        if (triangle < 0) continue;
        const auto& corners = triangles[triangle];
        const cv::Vec2f& w = raster.weights(y, x);
        samples.place(y, x) = node_place(corners[0]) * w[0] + node_place(corners[1]) * w[1] +
                              node_place(corners[2]) * (1 - w[0] - w[1]);
        samples.confidence(y, x) = confidence[triangle];
        samples.hit(y, x) = 255;
        if (static_cast<std::size_t>(triangle) >= first_back) samples.back(y, x) = 255;
      }
    }
  });
  return samples;
}

cv::Rect BoxOf(const PosedMesh& posed, std::initializer_list<const Triangles*> parts,
               const cv::Size& size, int margin) {
  cv::Point2f least(1e9f, 1e9f);
  cv::Point2f most(-1e9f, -1e9f);
  for (const Triangles* triangles : parts) {
    for (const auto& corners : *triangles) {
      for (const int i : corners) {
        const cv::Vec3f& v = posed.vertices[i];
        least = {std::min(least.x, v[0]), std::min(least.y, v[1])};
        most = {std::max(most.x, v[0]), std::max(most.y, v[1])};
      }
    }
  }
  if (least.x > most.x) return {};
  // Far outside, integers overflow: limit first.
  const auto limit = [](float value, int end) {
    return std::clamp(value, -1.0f, static_cast<float>(end));
  };
  const cv::Rect tight(cv::Point(cvFloor(limit(least.x, size.width)) - margin,
                                 cvFloor(limit(least.y, size.height)) - margin),
                       cv::Point(cvCeil(limit(most.x, size.width)) + margin + 1,
                                 cvCeil(limit(most.y, size.height)) + margin + 1));
  return tight & cv::Rect(cv::Point(), size);
}

}  // namespace

cv::Rect WindowOf(const PosedMesh& posed, const cv::Size& size, int margin) {
  return BoxOf(posed, {&posed.triangles, &posed.ear_triangles}, size, margin);
}

cv::Rect EarWindowOf(const PosedMesh& posed, const cv::Size& size, int margin) {
  return BoxOf(posed, {&posed.ear_triangles}, size, margin);
}

SurfaceSamples SampleHead(const HeadSurface& surface, const PosedMesh& posed,
                          const cv::Rect& window, const Progress& progress) {
  return Sample(surface, posed, posed.triangles, posed.confidence, posed.first_back, window,
                progress);
}

SurfaceSamples SampleEarSheet(const HeadSurface& surface, const PosedMesh& posed,
                              const cv::Rect& window, const Progress& progress) {
  return Sample(surface, posed, posed.ear_triangles, posed.ear_confidence,
                posed.ear_triangles.size(), window, progress);
}

}  // namespace heser
