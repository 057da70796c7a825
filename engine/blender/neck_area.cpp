#include "engine/blender/neck_area.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kFewestKnown = 30;
// Corners of the jaw below the ears, by the picture's sides for a face that looks at the viewer.
constexpr int kJawCornerLeft = 58;
constexpr int kJawCornerRight = 288;
// The neck ends this far below the chin at most; label noise lies further down. Face sizes.
constexpr double kLongestNeck = 0.35;
// A side of the neck is hidden where removed pixels begin this near to it. Face sizes.
constexpr double kHiddenSide = 0.02;
// Rows that say how wide the neck is at its top. Face sizes.
constexpr double kTopRows = 0.06;
// The neck stands this far within the jaw's outline: it is seen below the jaw, not beside it.
constexpr double kInset = 0.04;
// Above the jaw's corners the neck goes on behind the head for this far: behind a turned jaw it is
// seen up to the nape. Face sizes.
constexpr double kAboveJaw = 0.14;
// The neck reaches the nape in full where the ears lie this far (of the distance between nose and
// ears, in the picture) behind the nose, not at all from the first on: 17 and 33 degrees.
constexpr double kFirstTurn = 0.3;
constexpr double kFullTurn = 0.55;
// The nape is where the head reaches furthest backwards and down, with this weight of down: behind
// ears heads end steeply.
constexpr double kDownAtNape = 0.7;
// Neck that is seen behind the nape belongs to it across gaps of this width. Face sizes.
constexpr double kNapeGap = 0.2;
// The neck's axis lies this far behind the middle of the jaw's corners, of their distance.
constexpr double kBehindJaw = 0.3;
// What lies further from the axis than this share of half the distance of the jaw's corners is no
// neck but shoulder.
constexpr double kWidestOfJaw = 1.15;
// Half a neck over half the distance of the jaw's corners, seen from the front.
constexpr double kNeckOfJaw = 0.82;
// No side of a neck is narrower than this share of a usual one.
constexpr double kNarrowest = 0.8;

// One side of the neck by rows; nothing where it is hidden.
using Side = std::vector<std::optional<double>>;

struct JawCorners {
  double left;
  double right;
  double y;  // The higher one's: the neck ends there.
};

Eigen::RowVector3d Backwards(const FaceMesh& mesh) {
  const Eigen::RowVector3d ears =
      (mesh.row(mesh_point::kCheekLeft) + mesh.row(mesh_point::kCheekRight)) / 2;
  return (ears - mesh.row(mesh_point::kNoseTip)).normalized();
}

// The jaw's width is measured in space and laid around the neck's axis, so that it holds for turned
// heads: there the neck is seen behind the jaw.
JawCorners CornersOf(const FaceMesh& mesh) {
  const Eigen::RowVector3d a = mesh.row(kJawCornerLeft);
  const Eigen::RowVector3d b = mesh.row(kJawCornerRight);
  const double width = (a - b).norm();
  const double axis = (a(0) + b(0)) / 2 + kBehindJaw * width * Backwards(mesh)(0);
  return {axis - width / 2, axis + width / 2, std::min(a(1), b(1))};
}

// Where the neck meets the new head, on either side: the column that it narrows to, going up, and
// the row of that.
struct NeckEnd {
  double x;
  double y;
  bool at_nape = false;
};
struct NeckEnds {
  NeckEnd left;
  NeckEnd right;
};

// Where a head ends above the nape, no lower than the jaw's corner at `lowest`, on the side (above
// 0: right) to which its back is turned.
std::optional<NeckEnd> NapeOf(const Mask& head, double lowest, double side) {
  std::optional<NeckEnd> nape;
  double furthest = 0;
  for (int y = 0; y < std::min(head.rows, cvFloor(lowest)); ++y) {
    int x = side > 0 ? head.cols - 1 : 0;
    while (x >= 0 && x < head.cols && head(y, x) == 0) x -= side > 0 ? 1 : -1;
    if (x < 0 || x >= head.cols) continue;
    const double reach = side * x + kDownAtNape * y;
    if (nape && reach <= furthest) continue;
    furthest = reach;
    nape = NeckEnd{double(x), double(y)};
  }
  return nape;
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

NeckEnds EndsOf(const FaceMesh& mesh, const Mask& head) {
  const JawCorners jaw = CornersOf(mesh);
  const double inset = kInset * FaceSize(mesh);
  NeckEnds ends{{jaw.left + inset, jaw.y}, {jaw.right - inset, jaw.y}};
  const double turn = Backwards(mesh)(0);
  const double share =
      std::clamp((std::abs(turn) - kFirstTurn) / (kFullTurn - kFirstTurn), 0.0, 1.0);
  if (share == 0 || head.empty()) return ends;
  const auto nape = NapeOf(head, mesh(turn > 0 ? kJawCornerRight : kJawCornerLeft, 1), turn);
  if (!nape) return ends;
  NeckEnd& behind = turn > 0 ? ends.right : ends.left;
  behind.x += share * (nape->x - behind.x);
  behind.y += share * (std::min(nape->y, behind.y) - behind.y);
  behind.at_nape = true;
  return ends;
}

// The run of neck pixels in this row that holds or is nearest to the axis.
std::optional<cv::Range> RunAt(const Mask& neck, int y, double axis) {
  std::optional<cv::Range> best;
  double nearest = 0;
  for (int x = 0; x < neck.cols; ++x) {
    if (neck(y, x) == 0) continue;
    const int begin = x;
    while (x < neck.cols && neck(y, x) != 0) ++x;
    const double away = std::max({begin - axis, axis - (x - 1), 0.0});
    if (!best || away < nearest) {
      best = cv::Range(begin, x);
      nearest = away;
    }
  }
  return best;
}

bool AnySelected(const Mask& mask, int y, int begin, int end) {
  for (int x = std::max(0, begin); x < std::min(mask.cols, end); ++x) {
    if (mask(y, x) != 0) return true;
  }
  return false;
}

// Where a side begins, going down, and its place there.
struct Top {
  int row;
  double x;
};

// Median of the highest rows that are known.
std::optional<Top> TopOf(const Side& side, int rows) {
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

double MeanColumn(const Mask& neck, int begin, int end) {
  double sum = 0;
  double count = 0;
  for (int y = std::max(0, begin); y < std::min(neck.rows, end); ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      if (neck(y, x) == 0) continue;
      sum += x;
      ++count;
    }
  }
  return count > 0 ? sum / count : -1;
}

// Both sides as the target shows them.
struct SeenNeck {
  Side left;
  Side right;
  double axis;
};

SeenNeck FindSides(const Mask& neck, const Mask& removed, const FaceMesh& mesh, int bottom) {
  const double size = FaceSize(mesh);
  const JawCorners jaw = CornersOf(mesh);
  const double middle = (jaw.left + jaw.right) / 2;
  const double farthest = kWidestOfJaw * (jaw.right - jaw.left) / 2;
  const int hidden = std::max(1, cvRound(kHiddenSide * size));
  const int first = std::max(0, cvRound(jaw.y));
  double axis = MeanColumn(neck, first, bottom);
  if (std::abs(axis - middle) > farthest) axis = middle;
  SeenNeck seen{Side(static_cast<std::size_t>(bottom)), Side(static_cast<std::size_t>(bottom)),
                middle};
  double sum = 0;
  int count = 0;
  for (int y = first; y < bottom; ++y) {
    const auto run = RunAt(neck, y, axis);
    if (!run) continue;
    const auto row = static_cast<std::size_t>(y);
    // What lies further out is a shoulder.
    if (axis - run->start < farthest && !AnySelected(removed, y, run->start - hidden, run->start)) {
      seen.left[row] = run->start;
    }
    if (run->end - 1 - axis < farthest && !AnySelected(removed, y, run->end, run->end + hidden)) {
      seen.right[row] = run->end - 1;
    }
    if (!seen.left[row] || !seen.right[row]) continue;
    sum += (*seen.left[row] + *seen.right[row]) / 2;
    ++count;
  }
  // Without both sides the neck is taken to stand under the jaw.
  if (count >= std::max(2, cvRound(kTopRows * size))) seen.axis = sum / count;
  return seen;
}

// A side for every row from `begin` to its end. `inward` is 1 for the left side, -1 for the right;
// above its top the side goes inwards, at most at 45 degrees, until it reaches `within`.
std::vector<double> SideLine(const Side& side, const Top& top, double within, int begin,
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

NeckShape FindNeckShape(const Mask& neck, const Mask& removed, const FaceMesh& mesh,
                        const FaceMesh& new_mesh, const Mask& new_head) {
  const JawCorners jaw = CornersOf(new_mesh);
  NeckShape shape{Mask(neck.size(), std::uint8_t{0})};
  shape.new_left = jaw.left;
  shape.new_right = jaw.right;
  if (cv::countNonZero(neck) < kFewestKnown) return shape;
  const double size = FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  const int bottom = std::clamp(cvRound(chin + kLongestNeck * size), 0, neck.rows);
  const int rows = std::max(2, cvRound(kTopRows * size));
  SeenNeck seen = FindSides(neck, removed, mesh, bottom);
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
  shape.shows_nape = ends.left.at_nape || ends.right.at_nape;
  const int reach = cvRound(kNapeGap * size);
  const auto row = [](double y) { return std::max(0, cvRound(y)); };
  const int top = row(std::min({jaw.y - kAboveJaw * size, ends.left.y, ends.right.y}));
  const auto left_line = SideLine(seen.left, *left, ends.left.x, row(ends.left.y), 1);
  const auto right_line = SideLine(seen.right, *right, ends.right.x, row(ends.right.y), -1);
  for (int y = top; y < bottom; ++y) {
    int from = std::max(0, cvCeil(left_line[static_cast<std::size_t>(y)]));
    int to = std::min(neck.cols - 1, cvFloor(right_line[static_cast<std::size_t>(y)]));
    if (ends.left.at_nape) from = ReachNeck(neck, y, from, -reach);
    if (ends.right.at_nape) to = ReachNeck(neck, y, to, reach);
    for (int x = from; x <= to; ++x) shape.area(y, x) = 255;
  }
  return shape;
}

}  // namespace heser
