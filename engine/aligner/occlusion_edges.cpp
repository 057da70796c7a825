#include "engine/aligner/occlusion_edges.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// A step in depth from a pixel to the next that no surface in sight makes. Face sizes, and pixels
// where heads are small.
constexpr double kStep = 0.03;
constexpr double kLeastStep = 4;
// From end to end the edge drawn anew is this soft, as a sharp lens draws it: face sizes, and
// pixels at least and at most. It does not bend within this share of that (sigma).
constexpr double kSoftness = 0.008;
constexpr double kLeastSoftness = 1;
constexpr double kMostSoftness = 2;
constexpr double kBend = 0.7;
// Pixels of an edge's surroundings that are looked at, and those that are drawn anew.
constexpr int kMargin = 8;
constexpr float kBand = 3;
// Edges are few: only tiles that hold some are worked on.
constexpr int kTile = 64;

/// The pixels on either side of the edges.
struct EdgeSides {
  Mask front;
  Mask behind;
};

EdgeSides FindEdges(const ScalarImage& depth, const Mask& hit, float step) {
  EdgeSides sides{Mask::zeros(depth.size()), Mask::zeros(depth.size())};
  const auto compare = [&](int y, int x, int ny, int nx) {
    if (hit(ny, nx) == 0 || std::abs(depth(y, x) - depth(ny, nx)) < step) return;
    const bool is_front = depth(y, x) < depth(ny, nx);
    (is_front ? sides.front : sides.behind)(y, x) = 255;
    (is_front ? sides.behind : sides.front)(ny, nx) = 255;
  };
  for (int y = 0; y < depth.rows; ++y) {
    for (int x = 0; x < depth.cols; ++x) {
      if (hit(y, x) == 0) continue;
      if (x + 1 < depth.cols) compare(y, x, y, x + 1);
      if (y + 1 < depth.rows) compare(y, x, y + 1, x);
    }
  }
  // What lies between two steps is a surface seen from its edge, stretched from one to the other:
  // the edge is drawn in its middle.
  const Mask between = sides.front & sides.behind;
  sides.front.setTo(0, between);
  sides.behind.setTo(0, between);
  return sides;
}

ScalarImage DistanceTo(const Mask& pixels) {
  cv::Mat distance;
  cv::distanceTransform(~pixels, distance, cv::DIST_L2, cv::DIST_MASK_5);
  return distance;
}

/// One side's colours, going on a little beyond it; the picture's own where that side is too far.
ColorImage ColorsOf(const ColorImage& colors, const Mask& side) {
  const AlphaMap weight = AlphaOf(side);
  ColorImage result = BlurWeighted(colors, weight, 1);
  colors.copyTo(result, Mask(Blur(weight, 1) < 0.01));
  return result;
}

/// The tile's colours with its edges drawn anew.
void DrawEdges(const ColorImage& color, const Mask& hit, const EdgeSides& sides,
               const cv::Rect& tile, double softness, ColorImage& drawn) {
  const cv::Rect inside(cv::Point(), color.size());
  const cv::Rect around =
      (tile + cv::Size(2 * kMargin, 2 * kMargin) - cv::Point(kMargin, kMargin)) & inside;
  const Mask front = sides.front(around);
  const Mask behind = sides.behind(around);
  if (cv::countNonZero(front) == 0 || cv::countNonZero(sides.front(tile) | sides.behind(tile)) == 0)
    return;
  const ScalarImage to_front = DistanceTo(front);
  const ScalarImage to_behind = DistanceTo(behind);
  const Mask is_front = cv::Mat(to_front <= to_behind);
  // Signed distance to the edge, positive in front.
  ScalarImage distance = 0.5 - to_front;
  cv::Mat(to_behind - 0.5).copyTo(distance, is_front);
  distance = cv::max(cv::min(cv::Mat(distance), kBand), -kBand);
  const ScalarImage smooth = Blur(distance, kBend * softness);
  const ColorImage colors = color(around);
  const Mask own = hit(around);
  const ColorImage front_colors = ColorsOf(colors, is_front & own);
  const ColorImage behind_colors = ColorsOf(colors, ~is_front & own);

  for (int y = tile.y; y < tile.br().y; ++y) {
    for (int x = tile.x; x < tile.br().x; ++x) {
      const cv::Point at(x - around.x, y - around.y);
      if (own(at) == 0 || std::min(to_front(at), to_behind(at)) > kBand) continue;
      const float cover = std::clamp(0.5F + smooth(at) / static_cast<float>(softness), 0.0F, 1.0F);
      const cv::Vec3f& in_front = is_front(at) != 0 ? colors(at) : front_colors(at);
      const cv::Vec3f& behind_it = is_front(at) != 0 ? behind_colors(at) : colors(at);
      drawn(y, x) = in_front * cover + behind_it * (1 - cover);
    }
  }
}

}  // namespace

ColorImage SoftenOcclusions(const ColorImage& color, const ScalarImage& depth, const Mask& hit,
                            double face_size) {
  const EdgeSides sides =
      FindEdges(depth, hit, static_cast<float>(std::max(kLeastStep, kStep * face_size)));
  const double softness = std::clamp(kSoftness * face_size, kLeastSoftness, kMostSoftness);
  ColorImage drawn = color.clone();
  std::vector<cv::Rect> tiles;
  for (int y = 0; y < color.rows; y += kTile) {
    for (int x = 0; x < color.cols; x += kTile) {
      tiles.push_back(cv::Rect(x, y, kTile, kTile) & cv::Rect(cv::Point(), color.size()));
    }
  }
  cv::parallel_for_(cv::Range(0, static_cast<int>(tiles.size())), [&](const cv::Range& range) {
    for (int i = range.start; i < range.end; ++i)
      DrawEdges(color, hit, sides, tiles[i], softness, drawn);
  });
  return drawn;
}

}  // namespace heser
