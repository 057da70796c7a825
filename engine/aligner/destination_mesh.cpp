#include "engine/aligner/destination_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <Eigen/Cholesky>
#include <Eigen/Geometry>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;
// Weight of a source's shape by its angle to the target; the floor keeps a single far source.
constexpr double kShapeAngle = 30;
constexpr double kLeastShapeWeight = 0.02;
// Lids follow less than lips: their shape is identity more than expression.
constexpr double kEyeShare = 0.7;
// Head units (W).
constexpr double kSpreadSigma = 0.09;
constexpr double kRidge = 0.15;
// No point moves further than an open mouth's lower lip does.
constexpr double kLargestMove = 0.25;
constexpr int kUntangleRounds = 12;

Points3 Stable(const FaceMesh& mesh) { return SelectRows(mesh, StableMeshPoints()); }

Similarity3 FitMesh(const FaceMesh& from, const FaceMesh& to) {
  return FitSimilarity(Stable(from), Stable(to));
}

FaceMesh Moved(const Similarity3& by, const FaceMesh& mesh) { return by.Apply(mesh); }

Eigen::Vector3d Middle(const FaceMesh& mesh) { return Stable(mesh).colwise().mean().transpose(); }

/// Similarity that turns and scales about `center`, then shifts.
Similarity3 TurnAbout(const Eigen::Vector3d& center, const Eigen::Matrix3d& rotation, double scale,
                      const Eigen::Vector3d& shift) {
  Similarity3 turn;
  turn.rotation = rotation;
  turn.scale = scale;
  turn.translation = center + shift - scale * (rotation * center);
  return turn;
}

Eigen::Matrix3d ShareOf(const Eigen::Matrix3d& rotation, double share) {
  const Eigen::AngleAxisd turn(rotation);
  return Eigen::AngleAxisd(turn.angle() * share, turn.axis()).toRotationMatrix();
}

Eigen::Matrix3d Limited(const Eigen::Matrix3d& rotation, double largest_degrees) {
  const Eigen::AngleAxisd turn(rotation);
  const double angle = std::min(turn.angle(), largest_degrees / kDegrees);
  return Eigen::AngleAxisd(angle, turn.axis()).toRotationMatrix();
}

FaceMesh AverageShape(std::span<const FaceMesh> sources, std::span<const double> trust,
                      const FaceMesh& target) {
  FaceMesh sum = FaceMesh::Zero();
  double total = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Similarity3 target_from_source = FitMesh(sources[i], target);
    const double angle = RotationAngleDegrees(target_from_source.rotation) / kShapeAngle;
    const double weight = (std::exp(-angle * angle) + kLeastShapeWeight) * trust[i];
    sum += weight * Moved(target_from_source, sources[i]);
    total += weight;
  }
  const FaceMesh average = sum / total;
  // An average of turned shapes is a little smaller than each.
  return Moved(FitMesh(average, target), average);
}

double SignedArea(const FaceMesh& mesh, const std::array<int, 3>& corner) {
  const Eigen::RowVector3d ab = mesh.row(corner[1]) - mesh.row(corner[0]);
  const Eigen::RowVector3d ac = mesh.row(corner[2]) - mesh.row(corner[0]);
  return ab.x() * ac.y() - ac.x() * ab.y();
}

/// Takes moves back where they turn over a triangle, and halves them for good if some stay.
FaceMesh WithoutFlips(const FaceMesh& shape, FaceMesh move, const FaceMeshModel& model) {
  const auto flipped = [&](const FaceMesh& moved) {
    std::vector<int> points;
    for (const auto& corner : model.triangles) {
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

}  // namespace

FaceMesh FollowExpression(const FaceMesh& shape, const FaceMesh& target, const FaceMeshModel& model,
                          double amount) {
  if (amount <= 0) return shape;
  std::vector<int> points;
  std::vector<Eigen::RowVector3d> moves;
  const auto follow = [&](std::span<const int> part, double share) {
    const Points3 own = SelectRows(shape, part);
    const Points3 wanted = SelectRows(target, part);
    const Eigen::RowVector3d own_middle = own.colwise().mean();
    const Eigen::RowVector3d wanted_middle = wanted.colwise().mean();
    // The part keeps its size and place: only its form is expression.
    const double size = (own.rowwise() - own_middle).norm() /
                        std::max(1e-9, (wanted.rowwise() - wanted_middle).norm());
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      const Eigen::RowVector3d goal = (wanted.row(row) - wanted_middle) * size + own_middle;
      points.push_back(part[i]);
      moves.emplace_back((goal - own.row(row)) * share);
    }
  };
  follow(LipMeshPoints(), amount);
  follow(LeftEyeMeshPoints(), amount * kEyeShare);
  follow(RightEyeMeshPoints(), amount * kEyeShare);

  const double width =
      (shape.row(mesh_point::kCheekRight) - shape.row(mesh_point::kCheekLeft)).norm();
  const auto kernel = [&](int a, int b) {
    const double distance = (shape.row(a) - shape.row(b)).norm() / (kSpreadSigma * width);
    return std::exp(-distance * distance);
  };
  const auto count = static_cast<Eigen::Index>(points.size());
  Eigen::MatrixXd system(count, count);
  Points3 right(count, 3);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (Eigen::Index j = 0; j < count; ++j) system(i, j) = kernel(points[i], points[j]);
    system(i, i) += kRidge;
    right.row(i) = moves[i];
  }
  const Points3 weights = system.ldlt().solve(right);
  FaceMesh move = FaceMesh::Zero();
  for (int i = 0; i < kMeshPointCount; ++i) {
    for (Eigen::Index j = 0; j < count; ++j) {
      move.row(i) += kernel(i, points[j]) * weights.row(j);
    }
    const double length = move.row(i).norm();
    if (length > kLargestMove * width) move.row(i) *= kLargestMove * width / length;
  }
  return WithoutFlips(shape, move, model);
}

FaceMesh MakeDestinationMesh(std::span<const FaceMesh> sources, std::span<const double> trust,
                             std::size_t nearest, const FaceMesh& target,
                             const FaceMeshModel& model, const DestinationOptions& options) {
  options.Check();
  if (nearest >= sources.size()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  const FaceMesh shape = AverageShape(sources, trust, target);
  FaceMesh destination = FollowExpression(shape, target, model, options.expression);

  // The target's pose is reached; what is not to be followed is turned back.
  const Eigen::Matrix3d target_from_source = FitMesh(sources[nearest], target).rotation;
  const Eigen::Matrix3d back = ShareOf(target_from_source.transpose(), 1 - options.pose);
  const Eigen::Matrix3d offset = RotationFromAngles({options.yaw, options.pitch, options.roll});
  const double fs = FaceSize(target);
  const Eigen::Vector3d shift(options.shift_x * fs, options.shift_y * fs, 0);
  return Moved(TurnAbout(Middle(destination), offset * back, options.size, shift), destination);
}

FaceMesh CorrectDestination(const FaceMesh& first, const FaceMesh& current,
                            const FaceMesh& measured, const FaceMesh& target,
                            const PoseCorrectionLimits& limits) {
  const Similarity3 error = FitMesh(measured, target);
  const Similarity3 so_far = FitMesh(first, current);
  const Eigen::Matrix3d rotation =
      Limited(ShareOf(error.rotation, limits.gain) * so_far.rotation, limits.largest_degrees);
  const double scale = std::clamp(so_far.scale * std::pow(error.scale, limits.gain),
                                  1 - limits.largest_scale, 1 + limits.largest_scale);
  Eigen::Vector3d shift = limits.gain * (Middle(target) - Middle(measured));
  const double largest = limits.largest_shift * FaceSize(target);
  shift.z() = 0;
  shift = shift.cwiseMax(-largest).cwiseMin(largest);
  const Similarity3 step = TurnAbout(Middle(current), rotation * so_far.rotation.transpose(),
                                     scale / so_far.scale, shift);
  return Moved(step, current);
}

double PoseError(const FaceMesh& measured, const FaceMesh& target) {
  const Similarity3 error = FitMesh(measured, target);
  const double place = (Middle(target) - Middle(measured)).head<2>().norm() / FaceSize(target);
  return RotationAngleDegrees(error.rotation) + 100 * place + 30 * std::abs(std::log(error.scale));
}

FaceMesh FitRigidly(const FaceMesh& mesh, const FaceMesh& destination) {
  return Moved(FitMesh(mesh, destination), mesh);
}

}  // namespace heser
