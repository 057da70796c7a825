#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <vector>

#include "engine/edits/tile_map.h"

namespace heser {

/// A round brush.
struct Brush {
  double radius = 20;   ///< Photo pixels, above 0.
  double hardness = 1;  ///< Share of the radius that covers wholly, 0 to 1; then it fades out.
  double opacity = 1;   ///< Of the whole stroke, however often it crosses itself.
  bool pressure_sizes = false;  ///< A pen's pressure (0 to 1) is the share of the radius.
  bool pressure_fades = false;  ///< The same of the coverage.
};

/// One stroke while it is being drawn: which pixels it covers how much. Points are photo pixels,
/// centres on integers. Only pixels within `bounds` are covered.
class BrushStroke {
 public:
  /// `pressure` of a pen, 0 to 1; a mouse has 1.
  BrushStroke(const Brush& brush, const cv::Rect& bounds, cv::Point2d start, double pressure = 1);

  /// Draws on to here in a straight line, along which the pressure changes evenly.
  void LineTo(cv::Point2d point, double pressure = 1);

  const Brush& brush() const { return brush_; }
  const std::vector<cv::Point2d>& points() const { return points_; }

  /// 0 to 255, before opacity.
  const TileMap& coverage() const { return coverage_; }

 private:
  /// The brush as it is pressed on one place.
  struct Touch {
    cv::Point2d point;
    double radius = 1;
    double strength = 1;
  };
  Touch TouchAt(cv::Point2d point, double pressure) const;
  void CoverSegment(const Touch& from, const Touch& to);

  Brush brush_;
  cv::Rect bounds_;
  std::vector<cv::Point2d> points_;
  Touch last_;
  TileMap coverage_;
  std::set<TileMap::Place> whole_;  ///< Tiles that are covered wholly: nothing is left to do there.
};

/// Everything inside a closed outline (photo pixels; the last point joins the first), by the
/// even-odd rule: what a lasso selects. 255 inside.
TileMap CoverageOfPolygon(const std::vector<cv::Point2d>& outline, const cv::Rect& bounds);

/// Where `coverage` is above 0, the byte that change(old byte, coverage of 1 to 255) gives; every
/// other byte, and every tile that has none, stays shared with `map`.
TileMap Painted(const TileMap& map, const TileMap& coverage,
                const std::function<std::uint8_t(std::uint8_t, std::uint8_t)>& change);

}  // namespace heser
