#include "engine/aligner/expression.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <Eigen/Cholesky>

#include "engine/analysis/lip_rims.h"

namespace heser {
namespace {

constexpr std::array kLeftBrow{70, 63, 105, 66, 107, 46, 53, 52, 65, 55};
constexpr std::array kRightBrow{300, 293, 334, 296, 336, 276, 283, 282, 295, 285};
// The chin and the jaw beside it, the less the nearer to the ear.
constexpr std::array kChin{152, 148, 377, 176, 400, 149, 378, 150, 379, 136, 365};
constexpr std::array kChinShare{1.0, 1.0, 1.0, .95, .95, .85, .85, .7, .7, .5, .5};

// Shares that follow, at amount 1. Variance of a measure within 81 people, neutral and smiling,
// over that of the difference of two people's: width .9, curve .9, gap .9, place .7 (y) and .9 (z),
// lids .3, brows .1. Where the person keeps more of width, place and lids, faces stay more like
// themselves (portraits: .009 of identity in the mean) and the mouth's form follows as well.
constexpr double kWidthShare = 0.7;
constexpr double kCurveShare = 0.9;
constexpr double kPlaceShareY = 0.3;
constexpr double kPlaceShareZ = 0.5;
constexpr double kEyeShare = 0.25;
constexpr double kBrowShare = 0.3;
// A gap up to this, mouth widths, is a smile: the chin does not move. What is above, the jaw opens.
constexpr double kSmileGap = 0.22;
constexpr double kJawShare = 0.9;
// Closed lips have nearly no gap (FitLips); from the second width on, mouth widths, they are open.
constexpr double kClosedGap = 0.02;
constexpr double kOpenGap = 0.05;
// Lips get thinner when they are drawn wide.
constexpr double kThinning = 0.5;

// Head units (W).
constexpr double kSpreadSigma = 0.12;
constexpr double kRidge = 0.05;
// No point moves further than an open mouth's lower lip does.
constexpr double kLargestMove = 0.3;
constexpr int kUntangleRounds = 40;

using Vector = Eigen::RowVector3d;

double SignedArea(const FaceMesh& mesh, const std::array<int, 3>& corner) {
  const Vector ab = mesh.row(corner[1]) - mesh.row(corner[0]);
  const Vector ac = mesh.row(corner[2]) - mesh.row(corner[0]);
  return ab.x() * ac.y() - ac.x() * ab.y();
}

/// Takes moves back where they turn over a triangle, and halves them for good if some stay.
FaceMesh WithoutFlips(const FaceMesh& shape, FaceMesh move, const FaceMeshModel& model) {
  const auto flipped = [&](const FaceMesh& moved) {
    std::vector<int> points;
    for (const auto& corner : model.triangles) {
      if (SpansTheMouth(corner)) continue;
      if (SignedArea(shape, corner) > 0 && SignedArea(moved, corner) <= 0) {
        points.insert(points.end(), corner.begin(), corner.end());
      }
    }
    std::ranges::sort(points);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
  };
  for (int round = 0; round < kUntangleRounds; ++round) {
    const std::vector<int> points = flipped(shape + move);
    if (points.empty()) return shape + move;
    for (const int i : points) move.row(i) *= 0.8;
  }
  while (!flipped(shape + move).empty()) {
    move *= 0.5;
    if (move.cwiseAbs().maxCoeff() < 1e-3) return shape;
  }
  return shape + move;
}

/// A mouth by its measures. Lengths in head units.
struct Mouth {
  double width = 0;
  Vector middle;                          ///< Of the corners.
  std::array<Vector, kRimPoints> center;  ///< Between the lips, from `middle`, mouth widths.
  std::array<Vector, kRimPoints> gap;     ///< From upper to lower lip, mouth widths.
};

Mouth MeasureMouth(const FaceMesh& mesh) {
  Mouth mouth;
  const Vector left = mesh.row(kUpperLipRims.front().front());
  const Vector right = mesh.row(kUpperLipRims.front().back());
  mouth.width = std::max(1e-6, (right - left).norm());
  mouth.middle = (left + right) / 2;
  for (int i = 0; i < kRimPoints; ++i) {
    const Vector upper = mesh.row(kUpperLipRims.front()[i]);
    const Vector lower = mesh.row(kLowerLipRims.front()[i]);
    mouth.center[i] = ((upper + lower) / 2 - mouth.middle) / mouth.width;
    mouth.gap[i] = (lower - upper) / mouth.width;
  }
  return mouth;
}

/// 0: the lips are closed; 1: open.
double Openness(const Mouth& mouth) {
  double widest = 0;
  for (const Vector& gap : mouth.gap) widest = std::max(widest, gap.norm());
  return std::clamp((widest - kClosedGap) / (kOpenGap - kClosedGap), 0.0, 1.0);
}

/// The own mouth with the target's expression; `amount` scales all shares.
Mouth FollowMouth(const Mouth& own, const Mouth& target, double amount) {
  Mouth mouth;
  mouth.width = own.width * std::pow(target.width / own.width, kWidthShare * amount);
  const Vector away = target.middle - own.middle;
  mouth.middle = own.middle + amount * Vector(0, kPlaceShareY * away.y(), kPlaceShareZ * away.z());
  const double own_open = Openness(own);
  const double open = Openness(target);
  for (int i = 0; i < kRimPoints; ++i) {
    mouth.center[i] = own.center[i] + kCurveShare * amount * (target.center[i] - own.center[i]);
    // Lips that were closed close as they did; the rims of open ones meet.
    const Vector closed = (1 - own_open) * own.gap[i];
    const Vector goal = open * target.gap[i] + (1 - open) * closed;
    mouth.gap[i] = own.gap[i] + amount * (goal - own.gap[i]);
  }
  return mouth;
}

/// Moves of single points, head units.
struct PointMoves {
  std::vector<int> points;
  std::vector<Vector> moves;

  void Add(int point, const Vector& move) {
    if (std::ranges::find(points, point) != points.end()) return;
    points.push_back(point);
    moves.push_back(move);
  }
};

/// The lips keep their thickness, less what being drawn wide takes.
void MoveLips(const FaceMesh& shape, const Mouth& own, const Mouth& goal, PointMoves& moves) {
  const double thickness = std::pow(own.width / goal.width, kThinning);
  const auto lip = [&](const std::array<Rim, 4>& rings, double side) {
    for (int i = 0; i < kRimPoints; ++i) {
      const Vector own_inner = shape.row(rings.front()[i]);
      const Vector inner = goal.middle + goal.width * (goal.center[i] + side * goal.gap[i] / 2);
      for (const Rim& ring : rings) {
        const int point = ring[i];
        const Vector lip_at = (Vector(shape.row(point)) - own_inner) * thickness;
        moves.Add(point, inner + lip_at - Vector(shape.row(point)));
      }
    }
  };
  lip(kUpperLipRims, -1);
  lip(kLowerLipRims, 1);
}

void MoveChin(const Mouth& own, const Mouth& goal, PointMoves& moves) {
  const auto drop = [](const Mouth& mouth) -> Vector {
    const Vector& gap = mouth.gap[kRimPoints / 2];
    return std::max(0.0, gap.norm() - kSmileGap) * mouth.width * gap.normalized();
  };
  const Vector move = kJawShare * (drop(goal) - drop(own));
  for (std::size_t i = 0; i < kChin.size(); ++i) moves.Add(kChin[i], kChinShare[i] * move);
}

/// Between lower lip and chin the skin is carried by both, the nearer the more: spread from the lip
/// alone, it would fold.
void MoveSkinBelowLip(const FaceMesh& shape, PointMoves& moves) {
  const auto move_of = [&](int point) {
    const auto found = std::ranges::find(moves.points, point) - moves.points.begin();
    return moves.moves[static_cast<std::size_t>(found)];
  };
  const int chin = mesh_point::kChin;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const auto right = std::ranges::find_if(
        kLowerLipRims.back(), [&](int point) { return shape(point, 0) > shape(i, 0); });
    if (right == kLowerLipRims.back().begin() || right == kLowerLipRims.back().end()) continue;
    const int a = *(right - 1);
    const int b = *right;
    const double place = (shape(i, 0) - shape(a, 0)) / (shape(b, 0) - shape(a, 0));
    const double lip = shape(a, 1) + place * (shape(b, 1) - shape(a, 1));
    if (shape(i, 1) <= lip || shape(i, 1) >= shape(chin, 1)) continue;
    const double depth = (shape(i, 1) - lip) / (shape(chin, 1) - lip);
    const Vector lip_move = (1 - place) * move_of(a) + place * move_of(b);
    moves.Add(i, (1 - depth) * lip_move + depth * move_of(chin));
  }
}

/// The lids take on the target's form at their own size and place.
void MoveEye(const FaceMesh& shape, const FaceMesh& target, std::span<const int> points,
             double amount, PointMoves& moves) {
  const Points3 own = SelectRows(shape, points);
  const Points3 wanted = SelectRows(target, points);
  const Vector own_middle = own.colwise().mean();
  const Vector wanted_middle = wanted.colwise().mean();
  const double size = (own.rowwise() - own_middle).norm() /
                      std::max(1e-9, (wanted.rowwise() - wanted_middle).norm());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    const Vector goal = (wanted.row(row) - wanted_middle) * size + own_middle;
    moves.Add(points[i], kEyeShare * amount * (goal - own.row(row)));
  }
}

/// Brows rise and fall as a whole and tilt towards the nose.
void MoveBrow(const FaceMesh& shape, const FaceMesh& target, std::span<const int> points,
              double amount, PointMoves& moves) {
  for (const int point : points) {
    const double away = target(point, 1) - shape(point, 1);
    moves.Add(point, Vector(0, kBrowShare * amount * away, 0));
  }
}

/// The moves of all points: those given, and smoothly what lies between (Gaussian radial basis
/// functions).
FaceMesh Spread(const FaceMesh& shape, const PointMoves& given) {
  const auto kernel = [&](int a, int b) {
    const double distance = (shape.row(a) - shape.row(b)).norm() / kSpreadSigma;
    return std::exp(-distance * distance);
  };
  const auto count = static_cast<Eigen::Index>(given.points.size());
  Eigen::MatrixXd system(count, count);
  Points3 right(count, 3);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (Eigen::Index j = 0; j < count; ++j) {
      system(i, j) = kernel(given.points[i], given.points[j]);
    }
    system(i, i) += kRidge;
    right.row(i) = given.moves[i];
  }
  const Points3 weights = system.ldlt().solve(right);
  FaceMesh move = FaceMesh::Zero();
  for (int i = 0; i < kMeshPointCount; ++i) {
    for (Eigen::Index j = 0; j < count; ++j) {
      move.row(i) += kernel(i, given.points[j]) * weights.row(j);
    }
  }
  for (Eigen::Index i = 0; i < count; ++i) move.row(given.points[i]) = given.moves[i];
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double length = move.row(i).norm();
    if (length > kLargestMove) move.row(i) *= kLargestMove / length;
  }
  return move;
}

}  // namespace

bool SpansTheMouth(const std::array<int, 3>& triangle) {
  const auto touches = [&](const std::array<Rim, 4>& lip) {
    return std::ranges::any_of(triangle, [&](int point) {
      return std::ranges::any_of(lip, [&](const Rim& ring) {
        return std::find(ring.begin() + 1, ring.end() - 1, point) != ring.end() - 1;
      });
    });
  };
  return touches(kUpperLipRims) && touches(kLowerLipRims);
}

FaceMesh FollowExpression(const FaceMesh& shape, const FaceMesh& target, const FaceMeshModel& model,
                          double amount) {
  if (amount <= 0) return shape;
  const Similarity3 photo_from_head = PhotoFromHead(shape, model);
  const Similarity3 head_from_photo = photo_from_head.Inverse();
  FaceMesh own;
  own = head_from_photo.Apply(shape);
  FaceMesh wanted;
  wanted = head_from_photo.Apply(target);

  PointMoves moves;
  const Mouth own_mouth = MeasureMouth(own);
  const Mouth mouth = FollowMouth(own_mouth, MeasureMouth(wanted), amount);
  MoveLips(own, own_mouth, mouth, moves);
  MoveChin(own_mouth, mouth, moves);
  MoveSkinBelowLip(own, moves);
  MoveEye(own, wanted, LeftEyeMeshPoints(), amount, moves);
  MoveEye(own, wanted, RightEyeMeshPoints(), amount, moves);
  MoveBrow(own, wanted, kLeftBrow, amount, moves);
  MoveBrow(own, wanted, kRightBrow, amount, moves);

  FaceMesh move;
  move = Spread(own, moves) * (photo_from_head.scale * photo_from_head.rotation).transpose();
  return WithoutFlips(shape, move, model);
}

}  // namespace heser
