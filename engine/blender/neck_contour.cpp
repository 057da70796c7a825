#include "engine/blender/neck_contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The front of a turned neck leaves the jaw this far before or behind its usual place, of the
// distance of the jaw's corners.
constexpr double kThroatBefore = 0.1;
constexpr double kThroatBehind = 0.2;
constexpr int kThroatSteps = 20;
// Where nobody sees it, it stands this far further back that far below. Face sizes.
constexpr double kLeaning = 0.05;
constexpr double kThroatBelow = 0.25;
// Contours of turned necks are hollow: at their upper end they run inwards by this much more,
// columns a row, than straight to where they are seen. No contour is flatter than the steepest.
constexpr double kHollowFront = 0.8;
constexpr double kHollowNape = 0.4;
constexpr double kFlattest = 1.5;
// They join what is seen of the side no further aside than this, columns a row.
constexpr double kJoinFront = 1.2;
constexpr double kJoinNape = 0.8;
constexpr double kJoinCollar = 1.2;
// Rows that say which way a side that is seen runs. Face sizes.
constexpr double kSlopeRows = 0.12;
constexpr double kSmoothRows = 0.02;
// A jaw this far above a collar nearly touches it; collars stand up this far above what is seen of
// them. Face sizes.
constexpr double kCollarGap = 0.34;
constexpr double kAboveCollar = 0.05;

// A place of a side.
struct Top {
  int row;
  double x;
};

// A side of a turned neck as far as it is seen, without gaps: where it runs at a row and which way.
class SeenSide {
 public:
  SeenSide(const NeckSide& side, double size) : rows_(std::max(2, cvRound(kSlopeRows * size))) {
    const int reach = std::max(1, cvRound(kSmoothRows * size));
    for (int y = 0; y < static_cast<int>(side.size()); ++y) {
      if (!side[static_cast<std::size_t>(y)]) continue;
      std::vector<double> near;
      for (int i = y - reach; i <= y + reach; ++i) {
        if (i >= 0 && i < static_cast<int>(side.size()) && side[static_cast<std::size_t>(i)]) {
          near.push_back(*side[static_cast<std::size_t>(i)]);
        }
      }
      const auto middle = near.begin() + static_cast<std::ptrdiff_t>(near.size() / 2);
      std::nth_element(near.begin(), middle, near.end());
      points_.push_back({y, *middle});
    }
  }
  bool empty() const { return points_.empty(); }
  Top Highest() const { return points_.front(); }
  // The first point below `end` that lies no further aside of it than that.
  std::optional<Top> ReachedFrom(const cv::Point2d& end, double aside) const {
    const auto first = std::find_if(points_.begin(), points_.end(), [&](const Top& point) {
      return std::abs(point.x - end.x) <= aside * (point.row - end.y);
    });
    return first == points_.end() ? std::nullopt : std::optional<Top>(*first);
  }
  Top Lowest() const { return points_.back(); }
  // Columns a row, from this row down.
  double SlopeFrom(int row) const {
    double n = 0, sx = 0, sy = 0, sxy = 0, syy = 0;
    for (const Top& point : points_) {
      if (point.row < row || point.row > row + rows_) continue;
      n += 1;
      sx += point.x;
      sy += point.row;
      sxy += point.x * point.row;
      syy += double(point.row) * point.row;
    }
    const double spread = n * syy - sy * sy;
    if (n < 3 || spread <= 0) return 0;
    return std::clamp((n * sxy - sx * sy) / spread, -kFlattest, kFlattest);
  }
  // Between points linear, level beyond.
  double At(int row) const {
    const auto next = std::find_if(points_.begin(), points_.end(),
                                   [&](const Top& point) { return point.row >= row; });
    if (next == points_.end()) return points_.back().x;
    if (next == points_.begin() || next->row == row) return next->x;
    const Top& a = *std::prev(next);
    return a.x + (next->x - a.x) * (row - a.row) / (next->row - a.row);
  }

 private:
  int rows_;
  std::vector<Top> points_;
};

// Column of the cubic at this row that leaves `from` and reaches `to` with these slopes.
double HermiteAt(const cv::Point2d& from, double slope_from, const cv::Point2d& to, double slope_to,
                 double row) {
  const double height = to.y - from.y;
  const double t = std::clamp((row - from.y) / height, 0.0, 1.0);
  const double u = 1 - t;
  return from.x * u * u * (1 + 2 * t) + to.x * t * t * (1 + 2 * u) +
         height * t * u * (slope_from * u - slope_to * t);
}

// Where a side of a turned neck runs: from `end` at the head in a hollow curve to `to`, and from
// there on along what is seen of the side, if anything is.
struct Contour {
  cv::Point2d end;
  cv::Point2d to;
  const SeenSide* along = nullptr;

  // `inward` is 1 for the left side, -1 for the right.
  std::vector<double> Line(double inward, double hollow, int rows) const {
    std::vector<double> line(static_cast<std::size_t>(rows), end.x);
    const bool below = to.y > end.y + 1;
    const double chord = below ? (to.x - end.x) / (to.y - end.y) : 0;
    const double leaving = std::clamp(chord + inward * hollow, -kFlattest, kFlattest);
    const double reaching =
        along != nullptr ? along->SlopeFrom(cvRound(to.y)) : chord - inward * hollow / 2;
    for (int y = 0; y < rows; ++y) {
      double& x = line[static_cast<std::size_t>(y)];
      if (y >= to.y) {
        x = along != nullptr ? along->At(y) : to.x;
      } else if (y > end.y && below) {
        x = HermiteAt(end, leaving, to, reaching, y);
      }
    }
    return line;
  }
};

// The lower edge of a jaw, from corner to corner by way of the chin, at this column.
double JawRow(const FaceMesh& mesh, double x) {
  constexpr std::array<int, 15> kJaw{58,  172, 136, 150, 149, 176, 148, 152,
                                     377, 400, 378, 379, 365, 397, 288};
  double lowest = mesh(mesh_point::kChin, 1);
  bool found = false;
  for (std::size_t i = 0; i + 1 < kJaw.size(); ++i) {
    const double x0 = mesh(kJaw[i], 0);
    const double x1 = mesh(kJaw[i + 1], 0);
    if ((x - x0) * (x - x1) > 0 || x0 == x1) continue;
    const double y0 = mesh(kJaw[i], 1);
    const double y = y0 + (mesh(kJaw[i + 1], 1) - y0) * (x - x0) / (x1 - x0);
    lowest = found ? std::max(lowest, y) : y;
    found = true;
  }
  return lowest;
}

// Where the front of a turned neck leaves the new jaw: half a neck before its axis, or near there
// where the side that is seen meets the jaw, going up.
cv::Point2d ThroatOf(const FaceMesh& mesh, const SeenSide& side, double turn) {
  const JawCorners jaw = CornersOf(mesh);
  const double backwards = turn > 0 ? 1 : -1;
  const double width = jaw.right - jaw.left;
  const double usual = (jaw.left + jaw.right) / 2 - backwards * kNeckOfJaw * width / 2;
  if (side.empty()) return {usual, JawRow(mesh, usual)};
  const Top top = side.Highest();
  const double slope = side.SlopeFrom(top.row);
  cv::Point2d best;
  double least = 0;
  for (int i = 0; i <= kThroatSteps; ++i) {
    const double away = -kThroatBefore + (kThroatBefore + kThroatBehind) * i / kThroatSteps;
    const double x = usual + backwards * away * width;
    const cv::Point2d place(x, JawRow(mesh, x));
    const double miss = std::abs(top.x + slope * (place.y - top.row) - place.x);
    if (i > 0 && miss >= least) continue;
    least = miss;
    best = place;
  }
  return best;
}

// The lowest place of what stands above clothing between these columns: there the collar lies
// around the throat.
std::optional<cv::Point2d> ThroatOfCollar(const TargetRegions& regions, double from, double to) {
  const Mask above = regions.head | regions.neck;
  std::optional<cv::Point2d> lowest;
  for (int x = std::max(0, cvFloor(std::min(from, to)));
       x < std::min(above.cols, cvCeil(std::max(from, to))); ++x) {
    int y = above.rows - 1;
    while (y >= 0 && above(y, x) == 0) --y;
    if (y < 0 || y + 1 >= above.rows || (lowest && y <= lowest->y)) continue;
    if (regions.clothing(y + 1, x) != 0) lowest = cv::Point2d(x, y);
  }
  return lowest;
}

// One column of what lies between a turned head and a collar that is seen there.
struct AboveCollar {
  int head = -1;        // Lowest row of the new head, none: -1.
  int collar;           // First row of clothing.
  bool hidden = false;  // Hair or the picture's border hide it.
};
AboveCollar FindAboveCollar(const TargetRegions& regions, const Mask& new_head, int x, int first) {
  AboveCollar column{-1, first};
  for (int& y = column.collar; y < new_head.rows; ++y) {
    if (regions.clothing(y, x) != 0 && regions.removed(y, x) == 0) return column;
    if (new_head(y, x) != 0) column.head = y;
    column.hidden = column.hidden || regions.labels(y, x) == static_cast<int>(Label::kHair);
  }
  column.hidden = true;
  return column;
}

}  // namespace

void TurnSides(const TargetRegions& regions, const FaceMesh& mesh, const FaceMesh& new_mesh,
               const NeckEnds& ends, std::vector<double>& left, std::vector<double>& right,
               Mask& outside) {
  const double size = FaceSize(mesh);
  const double backwards = ends.turn > 0 ? 1 : -1;
  const int rows = static_cast<int>(left.size());
  std::vector<double>& front = ends.turn > 0 ? left : right;
  std::vector<double>& back = ends.turn > 0 ? right : left;
  const auto side_of = [&](const SeenNeck& seen, bool at_front) {
    return SeenSide(at_front == (ends.turn > 0) ? seen.left : seen.right, size);
  };
  // Background beside a head is removed, too, but does not hide how the neck runs there.
  const SeenNeck seen = FindSides(regions.neck, regions.head, mesh, rows);
  const SeenNeck open = FindSides(regions.neck, regions.head | regions.clothing, mesh, rows);

  const SeenSide open_front = side_of(open, true);
  Contour new_front{ThroatOf(new_mesh, open_front, ends.turn)};
  const auto place = [](const Top& top) { return cv::Point2d(top.x, top.row); };
  if (!open_front.empty()) {
    new_front.to =
        place(open_front.ReachedFrom(new_front.end, kJoinFront).value_or(open_front.Lowest()));
    new_front.along = &open_front;
  } else {
    const double corner = new_mesh(ends.turn > 0 ? kJawCornerRight : kJawCornerLeft, 0);
    const auto collar = ThroatOfCollar(regions, new_mesh(mesh_point::kChin, 0), corner);
    new_front.to = collar.value_or(new_front.end +
                                   cv::Point2d(backwards * kLeaning * size, kThroatBelow * size));
  }

  const NeckEnd& nape = ends.turn > 0 ? ends.right : ends.left;
  const SeenSide open_back = side_of(open, false);
  const SeenSide seen_back = side_of(seen, false);
  Contour new_back{{nape.x, nape.y}, {nape.x, nape.y + kLongestNeck * size}};
  const auto at_back = open_back.ReachedFrom(new_back.end, kJoinNape);
  const auto at_collar = seen_back.ReachedFrom(new_back.end, kJoinCollar);
  const bool collared =
      !at_back && at_collar && (open_back.empty() || at_collar->row > open_back.Lowest().row);
  if (collared) {
    new_back.to = place(*at_collar);
  } else if (!open_back.empty()) {
    new_back.to = place(at_back.value_or(open_back.Lowest()));
    new_back.along = &open_back;
  }

  const std::vector<double> front_line = new_front.Line(backwards, kHollowFront, rows);
  const std::vector<double> back_line = new_back.Line(-backwards, kHollowNape, rows);
  const double share = std::min(1.0, std::abs(ends.turn) / kTrimmedTurn);
  for (std::size_t y = 0; y < left.size(); ++y) {
    front[y] += share * (front_line[y] - front[y]);
    back[y] += share * (back_line[y] - back[y]);
  }
  if (share < 1) return;
  for (int y = 0; y < rows; ++y) {
    const auto i = static_cast<std::size_t>(y);
    for (int x = 0; x < regions.neck.cols; ++x) {
      if (regions.neck(y, x) == 0) continue;
      const bool before = y < new_front.to.y && (x - front[i]) * backwards < 0;
      const bool behind = y < new_back.to.y && (x - back[i]) * backwards > 0;
      if (before || behind) outside(y, x) = 255;
    }
  }
}

void CloseCollar(const TargetRegions& regions, const Mask& new_head, const FaceMesh& mesh,
                 double face_size, double turn, int begin, Mask& area, Mask& bare) {
  const int gap = cvRound(kCollarGap * face_size);
  const int above = cvRound(kAboveCollar * face_size);
  const int forwards = turn > 0 ? -1 : 1;
  const int chin = cvRound(mesh(mesh_point::kChin, 0));
  const int first = std::max(0, cvRound(mesh(mesh_point::kChin, 1) - gap));
  bool closes = true;
  for (const bool closing : {false, true}) {
    for (int x = begin; x >= 0 && x < new_head.cols; x += forwards) {
      const AboveCollar column = FindAboveCollar(regions, new_head, x, first);
      const bool jaw = column.head >= 0 && (chin - x) * forwards > 0;
      const int top = std::max(first, column.head);
      if (!closing) {
        const bool neck = top + 1 < new_head.rows && area(top + 1, x) != 0;
        if (jaw && !neck) closes = closes && !column.hidden && column.collar - column.head <= gap;
        continue;
      }
      if (column.hidden) continue;
      for (int y = 0; y < column.collar; ++y) {
        if (closes && jaw && y >= top) area(y, x) = 255;
        if (y < column.collar - above) bare(y, x) = 255;
      }
    }
  }
}

}  // namespace heser
