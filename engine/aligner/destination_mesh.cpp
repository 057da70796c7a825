#include "engine/aligner/destination_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <Eigen/Geometry>

#include "engine/aligner/expression.h"
#include "engine/core/error.h"

namespace heser {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;
// Weight of a source's shape by its angle to the target; the floor keeps a single far source.
constexpr double kShapeAngle = 30;
constexpr double kLeastShapeWeight = 0.02;

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

}  // namespace

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
