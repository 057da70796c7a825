#include "engine/edits/brush.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/core/smoothstep.h"
#include "engine/edits/tile_walk.h"

namespace heser {
namespace {

// Even a hard brush has an edge of a pixel, else it shows steps.
constexpr double kSharpestEdge = 1;

// A pen that hardly touches still leaves a trace.
constexpr double kSmallestRadius = 0.5;

/// Coverage at a distance from the middle of the line, 0 to 1.
double CoverageAt(double distance, double radius, double hardness) {
  const double fade = std::max(kSharpestEdge, radius * (1 - hardness));
  return Smoothstep((radius + kSharpestEdge / 2 - distance) / fade);
}

/// How far along the segment the nearest place to `point` is, 0 to 1.
double ShareAlong(cv::Point2d point, cv::Point2d from, cv::Point2d to) {
  const cv::Point2d along = to - from;
  const double length = along.dot(along);
  return length > 0 ? std::clamp((point - from).dot(along) / length, 0.0, 1.0) : 0.0;
}

void FillTile(TileMap::Tile& tile, TileMap::Place place, const cv::Rect& box) {
  for (int y = box.y; y < box.br().y; ++y) {
    const auto first = tile.begin() + static_cast<std::ptrdiff_t>(IndexInTile(place, box.x, y));
    std::fill_n(first, box.width, std::uint8_t{255});
  }
}

}  // namespace

BrushStroke::BrushStroke(const Brush& brush, const cv::Rect& bounds, cv::Point2d start,
                         double pressure)
    : brush_(brush), bounds_(bounds), points_{start}, last_(TouchAt(start, pressure)) {
  CoverSegment(last_, last_);
}

void BrushStroke::LineTo(cv::Point2d point, double pressure) {
  const Touch touch = TouchAt(point, pressure);
  CoverSegment(last_, touch);
  points_.push_back(point);
  last_ = touch;
}

BrushStroke::Touch BrushStroke::TouchAt(cv::Point2d point, double pressure) const {
  const double pressed = std::clamp(pressure, 0.0, 1.0);
  return {
      point,
      brush_.pressure_sizes ? std::max(kSmallestRadius, brush_.radius * pressed) : brush_.radius,
      brush_.pressure_fades ? pressed : 1};
}

void BrushStroke::CoverSegment(const Touch& from, const Touch& to) {
  const double reach = std::max(from.radius, to.radius) + kSharpestEdge;
  const cv::Point corner(cvFloor(std::min(from.point.x, to.point.x) - reach),
                         cvFloor(std::min(from.point.y, to.point.y) - reach));
  const cv::Point other(cvCeil(std::max(from.point.x, to.point.x) + reach),
                        cvCeil(std::max(from.point.y, to.point.y) + reach));
  const auto distance_to = [&](cv::Point2d point, double share) {
    return cv::norm(point - (from.point + (to.point - from.point) * share));
  };
  // Closer than this to the line every pixel is covered wholly.
  const bool has_core = from.strength == 1 && to.strength == 1;
  const double core =
      has_core ? std::min(from.radius, to.radius) * std::min(brush_.hardness, 1.0) - kSharpestEdge
               : -1;
  ForEachTile(cv::Rect(corner, other + cv::Point(1, 1)) & bounds_, [&](TileMap::Place place,
                                                                       const cv::Rect& box) {
    if (whole_.contains(place)) return;
    const cv::Point2d middle(box.x + box.width / 2.0, box.y + box.height / 2.0);
    const double to_middle = distance_to(middle, ShareAlong(middle, from.point, to.point));
    // The tile's middle is at most this far away from its pixels.
    const double half_diagonal = std::hypot(box.width, box.height) / 2;
    if (to_middle > reach + half_diagonal) return;
    TileMap::Tile& tile = coverage_.Writable(place);
    if (to_middle + half_diagonal <= core) {
      FillTile(tile, place, box);
      whole_.insert(place);
      return;
    }
    for (int y = box.y; y < box.br().y; ++y) {
      for (int x = box.x; x < box.br().x; ++x) {
        std::uint8_t& byte = tile[IndexInTile(place, x, y)];
        if (byte == 255) continue;
        const cv::Point2d pixel(x, y);
        const double share = ShareAlong(pixel, from.point, to.point);
        const double distance = distance_to(pixel, share);
        if (distance >= reach) continue;
        if (distance <= core) {
          byte = 255;
          continue;
        }
        const double radius = from.radius + (to.radius - from.radius) * share;
        const double strength = from.strength + (to.strength - from.strength) * share;
        const auto covered = static_cast<std::uint8_t>(
            std::lround(CoverageAt(distance, radius, brush_.hardness) * strength * 255));
        byte = std::max(byte, covered);
      }
    }
  });
}

TileMap CoverageOfPolygon(const std::vector<cv::Point2d>& outline, const cv::Rect& bounds) {
  std::vector<cv::Point> corners;
  corners.reserve(outline.size());
  for (const cv::Point2d& point : outline) corners.emplace_back(cvRound(point.x), cvRound(point.y));
  TileMap coverage;
  if (corners.size() < 3) return coverage;
  const cv::Rect box = cv::boundingRect(corners) & bounds;
  if (box.empty()) return coverage;
  cv::Mat1b inside(box.size(), std::uint8_t{0});
  cv::fillPoly(inside, std::vector<std::vector<cv::Point>>{corners}, 255, cv::LINE_8, 0, -box.tl());
  ForEachTile(box, [&](TileMap::Place place, const cv::Rect& part) {
    if (cv::countNonZero(inside(part - box.tl())) == 0) return;
    TileMap::Tile& tile = coverage.Writable(place);
    for (int y = part.y; y < part.br().y; ++y) {
      for (int x = part.x; x < part.br().x; ++x) {
        tile[IndexInTile(place, x, y)] = inside(y - box.y, x - box.x);
      }
    }
  });
  return coverage;
}

TileMap Painted(const TileMap& map, const TileMap& coverage,
                const std::function<std::uint8_t(std::uint8_t, std::uint8_t)>& change) {
  TileMap painted = map;
  for (const auto& [place, covered] : coverage.tiles()) {
    const TileMap::Tile* before = map.Find(place);
    TileMap::Tile after = before != nullptr ? *before : TileMap::Tile{};
    for (std::size_t i = 0; i < after.size(); ++i) {
      if ((*covered)[i] != 0) after[i] = change(after[i], (*covered)[i]);
    }
    const bool changes = before != nullptr ? after != *before : after != TileMap::Tile{};
    if (changes) painted.Writable(place) = after;
  }
  painted.DropEmptyTiles();
  return painted;
}

}  // namespace heser
