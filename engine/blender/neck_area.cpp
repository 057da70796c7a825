#include "engine/blender/neck_area.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/blender/neck_contour.h"
#include "engine/blender/neck_sides.h"

namespace heser {
namespace {

constexpr int kFewestKnown = 30;
// Rows that say how wide the neck is at its top. Face sizes.
constexpr double kTopRows = 0.06;
// Above the jaw's corners the neck goes on behind the head for this far: behind a turned jaw it is
// seen up to the nape. Face sizes.
constexpr double kAboveJaw = 0.14;
// Neck that is seen behind the nape belongs to it across gaps of this width. Face sizes.
constexpr double kNapeGap = 0.2;
// No side of a neck is narrower than this share of a usual one.
constexpr double kNarrowest = 0.8;

// Where a side begins, going down, and its place there.
struct Top {
  int row;
  double x;
};

// Median of the highest rows that are known.
std::optional<Top> TopOf(const NeckSide& side, int rows) {
  const auto first =
      std::find_if(side.begin(), side.end(), [](const auto& x) { return x.has_value(); });
  if (first == side.end()) return std::nullopt;
  std::vector<double> values;
  for (auto row = first; row != side.end() && row - first < rows; ++row) {
    if (*row) values.push_back(**row);
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return Top{static_cast<int>(first - side.begin()), *middle};
}

// The column of the first pixel of neck from `begin` on, at most `reach` columns away; `begin`
// where there is none.
int ReachNeck(const Mask& neck, int y, int begin, int reach) {
  const int step = reach > 0 ? 1 : -1;
  for (int x = begin; std::abs(x - begin) <= std::abs(reach); x += step) {
    if (x >= 0 && x < neck.cols && neck(y, x) != 0) return x;
  }
  return begin;
}

// A side for every row from `begin` to its end. `inward` is 1 for the left side, -1 for the right;
// above its top the side goes inwards, at most at 45 degrees, until it reaches `within`.
std::vector<double> SideLine(const NeckSide& side, const Top& top, double within, int begin,
                             double inward) {
  std::vector<double> line(side.size(), top.x);
  const double excess = std::max(0.0, (within - top.x) * inward);
  const double slope = top.row > begin ? std::min(1.0, excess / (top.row - begin)) : 1.0;
  for (int y = 0; y < static_cast<int>(line.size()); ++y) {
    const auto row = static_cast<std::size_t>(y);
    if (y < top.row) {
      line[row] = top.x + inward * std::min(excess, slope * (top.row - y));
    } else if (side[row]) {
      line[row] = *side[row];
    }
  }
  return line;
}

}  // namespace

NeckShape FindNeckShape(const TargetRegions& regions, const FaceMesh& mesh,
                        const FaceMesh& new_mesh, const Mask& new_head) {
  const Mask& neck = regions.neck;
  const JawCorners jaw = CornersOf(new_mesh);
  NeckShape shape{Mask(neck.size(), std::uint8_t{0}), Mask(neck.size(), std::uint8_t{0}),
                  Mask(neck.size(), std::uint8_t{0})};
  if (cv::countNonZero(neck) < kFewestKnown) return shape;
  const double size = FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  const int bottom = std::clamp(cvRound(chin + kLongestNeck * size), 0, neck.rows);
  const int rows = std::max(2, cvRound(kTopRows * size));
  const SeenNeck seen = FindSides(neck, regions.removed, mesh, bottom);
  auto left = TopOf(seen.left, rows);
  auto right = TopOf(seen.right, rows);
  const double usual = kNeckOfJaw * (CornersOf(mesh).right - CornersOf(mesh).left) / 2;
  const int chin_row = std::clamp(cvRound(chin), 0, std::max(0, bottom - 1));
  if (!left && !right) {
    left = Top{chin_row, seen.axis - usual};
    right = Top{chin_row, seen.axis + usual};
  } else if (!left) {
    left = Top{right->row, 2 * seen.axis - right->x};
  } else if (!right) {
    right = Top{left->row, 2 * seen.axis - left->x};
  }
  // Strips of neck between collar and hair are no neck's width.
  left->x = std::min(left->x, seen.axis - kNarrowest * usual);
  right->x = std::max(right->x, seen.axis + kNarrowest * usual);
  shape.left = left->x;
  shape.right = right->x;

  const NeckEnds ends = EndsOf(new_mesh, new_head);
  shape.turn = std::abs(ends.turn);
  const int reach = cvRound(kNapeGap * size);
  const auto row = [](double y) { return std::max(0, cvRound(y)); };
  const int top = row(std::min({jaw.y - kAboveJaw * size, ends.left.y, ends.right.y}));
  auto left_line = SideLine(seen.left, *left, ends.left.x, row(ends.left.y), 1);
  auto right_line = SideLine(seen.right, *right, ends.right.x, row(ends.right.y), -1);
  if (shape.turn > 0) {
    TurnSides(regions, mesh, new_mesh, ends, left_line, right_line, shape.outside);
  }
  for (int y = top; y < bottom; ++y) {
    int from = std::max(0, cvCeil(left_line[static_cast<std::size_t>(y)]));
    int to = std::min(neck.cols - 1, cvFloor(right_line[static_cast<std::size_t>(y)]));
    if (shape.turn < kTrimmedTurn) {
      if (ends.left.at_nape) from = ReachNeck(neck, y, from, -reach);
      if (ends.right.at_nape) to = ReachNeck(neck, y, to, reach);
    }
    for (int x = from; x <= to; ++x) shape.area(y, x) = 255;
  }
  if (shape.turn >= kTrimmedTurn && !new_head.empty())
    CloseCollar(regions, new_head, new_mesh, size, ends.turn, cvRound((jaw.left + jaw.right) / 2),
                shape.area, shape.bare);
  shape.bare |= shape.outside;
  return shape;
}

}  // namespace heser
