#include "engine/blender/neck_limit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "engine/blender/neck_contour.h"
#include "engine/blender/neck_sides.h"

namespace heser {
namespace {

// Of 347 frontal portraits with short hair, necks are .88 of the jaw's corners' half distance wide
// at the chin, three of four less than this.
constexpr double kWidestOfJaw = 0.95;
// Below the chin 19 of 20 widen by no more than this, on either side, times the squared distance
// from the chin. Face sizes.
constexpr double kFlare = 3.4;
// A completer may know this much better than the neck's shape. Face sizes; the latter where the
// head is turned and the jaw says little.
constexpr double kBeside = 0.03;
constexpr double kBesideTurned = 0.12;

// Of the neck's shape in this row.
std::optional<cv::Range> RunOf(const Mask& area, int y) {
  const std::uint8_t* row = area[y];
  int begin = 0;
  while (begin < area.cols && row[begin] == 0) ++begin;
  if (begin == area.cols) return std::nullopt;
  int end = area.cols;
  while (row[end - 1] == 0) --end;
  return cv::Range(begin, end);
}

}  // namespace

NeckLimit::NeckLimit(const NeckShape& neck, const FaceMesh& mesh, const FaceMesh& new_mesh)
    : rows_(static_cast<std::size_t>(neck.area.rows), {1, 0}) {
  const double size = FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  const JawCorners jaw = CornersOf(mesh);
  const JawCorners new_jaw = CornersOf(new_mesh);
  const double half = (jaw.right - jaw.left) / 2;
  const cv::Rect box = cv::boundingRect(neck.area);
  const bool seen = !box.empty();
  const double axis = seen ? (neck.left + neck.right) / 2 : (jaw.left + jaw.right) / 2;
  const double turned = std::min(1.0, neck.turn / kTrimmedTurn);
  const double beside = (kBeside + (kBesideTurned - kBeside) * turned) * size;
  // Half the neck at the chin, to the left and right of its axis.
  std::array<double, 2> at_chin{kNeckOfJaw * half, kNeckOfJaw * half};
  if (seen) {
    at_chin = {axis - neck.left, neck.right - axis};
    if (neck.turn == 0) {
      for (double& side : at_chin) side = std::clamp(side, kNeckOfJaw * half, kWidestOfJaw * half);
    }
  }
  const double least = kNeckOfJaw * (new_jaw.right - new_jaw.left) / 2;
  const int top = seen ? box.y : std::max(0, cvRound(new_jaw.y));
  for (int y = top; y < neck.area.rows; ++y) {
    const auto run = RunOf(neck.area, y);
    std::array<double, 2> width = at_chin;
    if (y < chin) {
      if (run) {
        width = {std::min(width[0], std::max(least, axis - run->start)),
                 std::min(width[1], std::max(least, run->end - 1 - axis))};
      }
    } else {
      const double below = (y - chin) / size;
      for (double& side : width) side += kFlare * below * below * size;
      if (run) {
        width = {std::max(width[0], axis - run->start), std::max(width[1], run->end - 1 - axis)};
      }
    }
    rows_[static_cast<std::size_t>(y)] = {axis - width[0] - beside, axis + width[1] + beside};
  }
}

bool NeckLimit::Allows(int y, int x) const {
  const Sides& sides = rows_[static_cast<std::size_t>(y)];
  return x > sides.left && x < sides.right;
}

}  // namespace heser
