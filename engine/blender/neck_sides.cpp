#include "engine/blender/neck_sides.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// A side of the neck is hidden where removed pixels begin this near to it. Face sizes.
constexpr double kHiddenSide = 0.02;
// Rows that say how wide the neck is at its top. Face sizes.
constexpr double kTopRows = 0.06;
// The neck stands this far within the jaw's outline: it is seen below the jaw, not beside it.
constexpr double kInset = 0.04;
// The neck reaches the nape in full where the ears lie this far (of the distance between nose and
// ears, in the picture) behind the nose, not at all from the first on: 17 and 33 degrees.
constexpr double kFirstTurn = 0.3;
constexpr double kFullTurn = 0.55;
// The nape is where the head reaches furthest backwards and down, with this weight of down: behind
// ears heads end steeply.
constexpr double kDownAtNape = 0.7;
// The neck's axis lies this far behind the middle of the jaw's corners, of their distance.
constexpr double kBehindJaw = 0.3;
// What lies further from the axis than this share of half the distance of the jaw's corners is no
// neck but shoulder.
constexpr double kWidestOfJaw = 1.15;

Eigen::RowVector3d Backwards(const FaceMesh& mesh) {
  const Eigen::RowVector3d ears =
      (mesh.row(mesh_point::kCheekLeft) + mesh.row(mesh_point::kCheekRight)) / 2;
  return (ears - mesh.row(mesh_point::kNoseTip)).normalized();
}

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

}  // namespace

JawCorners CornersOf(const FaceMesh& mesh) {
  const Eigen::RowVector3d a = mesh.row(kJawCornerLeft);
  const Eigen::RowVector3d b = mesh.row(kJawCornerRight);
  const double width = (a - b).norm();
  const double axis = (a(0) + b(0)) / 2 + kBehindJaw * width * Backwards(mesh)(0);
  return {axis - width / 2, axis + width / 2, std::min(a(1), b(1))};
}

NeckEnds EndsOf(const FaceMesh& mesh, const Mask& head) {
  const JawCorners jaw = CornersOf(mesh);
  const double inset = kInset * FaceSize(mesh);
  NeckEnds ends{{jaw.left + inset, jaw.y}, {jaw.right - inset, jaw.y}};
  const double turn = Backwards(mesh)(0);
  const double share =
      std::clamp((std::abs(turn) - kFirstTurn) / (kFullTurn - kFirstTurn), 0.0, 1.0);
  if (share == 0 || head.empty()) return ends;
  ends.turn = std::copysign(share, turn);
  auto nape = NapeOf(head, mesh(turn > 0 ? kJawCornerRight : kJawCornerLeft, 1), turn);
  if (!nape) return ends;
  // Long hair hangs further back than any neck.
  const double half = kNeckOfJaw * (jaw.right - jaw.left) / 2;
  const double axis = (jaw.left + jaw.right) / 2;
  nape->x = turn > 0 ? std::min(nape->x, axis + half) : std::max(nape->x, axis - half);
  NeckEnd& behind = turn > 0 ? ends.right : ends.left;
  behind.x += share * (nape->x - behind.x);
  behind.y += share * (std::min(nape->y, behind.y) - behind.y);
  behind.at_nape = true;
  return ends;
}

SeenNeck FindSides(const Mask& neck, const Mask& hiding, const FaceMesh& mesh, int bottom) {
  const double size = FaceSize(mesh);
  const JawCorners jaw = CornersOf(mesh);
  const double middle = (jaw.left + jaw.right) / 2;
  const double farthest = kWidestOfJaw * (jaw.right - jaw.left) / 2;
  const int hidden = std::max(1, cvRound(kHiddenSide * size));
  const int first = std::max(0, cvRound(jaw.y));
  double axis = MeanColumn(neck, first, bottom);
  if (std::abs(axis - middle) > farthest) axis = middle;
  SeenNeck seen{NeckSide(static_cast<std::size_t>(bottom)),
                NeckSide(static_cast<std::size_t>(bottom)), middle};
  double sum = 0;
  int count = 0;
  for (int y = first; y < bottom; ++y) {
    const auto run = RunAt(neck, y, axis);
    if (!run) continue;
    const auto row = static_cast<std::size_t>(y);
    // What lies further out is a shoulder.
    if (axis - run->start < farthest && !AnySelected(hiding, y, run->start - hidden, run->start)) {
      seen.left[row] = run->start;
    }
    if (run->end - 1 - axis < farthest && !AnySelected(hiding, y, run->end, run->end + hidden)) {
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

}  // namespace heser
