#include "engine/edits/brush.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Even a hard brush has an edge of a pixel, else it shows steps.
constexpr double kSharpestEdge = 1;

/// Coverage at a distance from the middle of the line, 0 to 1.
double CoverageAt(double distance, const Brush& brush) {
  const double fade = std::max(kSharpestEdge, brush.radius * (1 - brush.hardness));
  const double t = std::clamp((brush.radius + kSharpestEdge / 2 - distance) / fade, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

double DistanceToSegment(cv::Point2d point, cv::Point2d from, cv::Point2d to) {
  const cv::Point2d along = to - from;
  const double length = along.dot(along);
  const double t = length > 0 ? std::clamp((point - from).dot(along) / length, 0.0, 1.0) : 0.0;
  return cv::norm(point - (from + along * t));
}

/// Calls visit(tile place, box of its pixels within `box`) for every tile that `box` touches.
template <typename Visitor>
void ForEachTile(const cv::Rect& box, Visitor&& visit) {
  if (box.empty()) return;
  constexpr int side = TileMap::kTileSide;
  const TileMap::Place first = TileMap::PlaceOf(box.x, box.y);
  const TileMap::Place last = TileMap::PlaceOf(box.br().x - 1, box.br().y - 1);
  for (int row = first.second; row <= last.second; ++row) {
    for (int column = first.first; column <= last.first; ++column) {
      visit(TileMap::Place{column, row}, cv::Rect(column * side, row * side, side, side) & box);
    }
  }
}

std::size_t IndexIn(TileMap::Place place, int x, int y) {
  constexpr int side = TileMap::kTileSide;
  return static_cast<std::size_t>((y - place.second * side) * side + x - place.first * side);
}

}  // namespace

BrushStroke::BrushStroke(const Brush& brush, const cv::Rect& bounds, cv::Point2d start)
    : brush_(brush), bounds_(bounds), points_{start} {
  CoverSegment(start, start);
}

void BrushStroke::LineTo(cv::Point2d point) {
  CoverSegment(points_.back(), point);
  points_.push_back(point);
}

void BrushStroke::CoverSegment(cv::Point2d from, cv::Point2d to) {
  const double reach = brush_.radius + kSharpestEdge;
  const cv::Point corner(cvFloor(std::min(from.x, to.x) - reach),
                         cvFloor(std::min(from.y, to.y) - reach));
  const cv::Point other(cvCeil(std::max(from.x, to.x) + reach),
                        cvCeil(std::max(from.y, to.y) + reach));
  ForEachTile(cv::Rect(corner, other + cv::Point(1, 1)) & bounds_,
              [&](TileMap::Place place, const cv::Rect& box) {
                const cv::Point2d middle(box.x + box.width / 2.0, box.y + box.height / 2.0);
                // The tile's middle is at most half a diagonal away from its corners.
                if (DistanceToSegment(middle, from, to) > reach + TileMap::kTileSide) return;
                TileMap::Tile& tile = coverage_.Writable(place);
                for (int y = box.y; y < box.br().y; ++y) {
                  for (int x = box.x; x < box.br().x; ++x) {
                    const double distance = DistanceToSegment({double(x), double(y)}, from, to);
                    if (distance >= reach) continue;
                    const auto covered =
                        static_cast<std::uint8_t>(std::lround(CoverageAt(distance, brush_) * 255));
                    std::uint8_t& pixel = tile[IndexIn(place, x, y)];
                    pixel = std::max(pixel, covered);
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
        tile[IndexIn(place, x, y)] = inside(y - box.y, x - box.x);
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
