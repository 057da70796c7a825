#include "engine/pipeline/pose_feedback.h"

#include <utility>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// One source this far from the target's angle shows too little of the wanted side: pushed strongly
// it over-rotates and costs identity.
constexpr double kGentleFromDegrees = 20;

// Errors below this (PoseError) are the measurement's own noise: correcting them moves a head that
// stands right.
constexpr double kCloseEnough = 0.75;

// Below this score the mesh measured on the composed head says nothing.
constexpr double kLeastPresence = 0.5;

PoseCorrectionLimits LimitsFor(const AlignedHead& head, const AlignerInput& input, double amount) {
  const bool gentle = input.sources.size() == 1 && head.angle_degrees > kGentleFromDegrees;
  PoseCorrectionLimits limits = gentle ? kGentleCorrection : kStrongCorrection;
  limits.gain *= amount;
  return limits;
}

/// What should be measured on the composed head: the target as it is measured, moved to where the
/// aligned head is meant to be, which is elsewhere if the pose is followed only in part.
FaceMesh WantedMesh(const AlignedHead& head, const FaceMesh& target,
                    const FaceMesh& measured_target) {
  return FitSimilarity(target, FitRigidly(target, head.mesh)).Apply(measured_target);
}

}  // namespace

FaceMesh MeasureTarget(const HeadView& target, const Analyzer& analyzer) {
  const DetectedFace measured = analyzer.MeasureFace(target.color, target.mesh);
  return measured.presence < kLeastPresence ? target.mesh : measured.mesh;
}

AlignedHead CorrectPose(const AlignedHead& aligned, const AlignerInput& input,
                        const HeadView& target, const FaceMesh& measured_target,
                        const Analyzer& analyzer, const FeedbackOptions& options,
                        const Progress& progress) {
  AlignedHead best = aligned;
  if (options.rounds == 0 || options.amount == 0) return best;
  const FaceMesh wanted = WantedMesh(aligned, input.target, measured_target);
  const PoseCorrectionLimits limits = LimitsFor(aligned, input, options.amount);
  AlignedHead current = aligned;
  double least_error = 0;
  for (int round = 0; round <= options.rounds; ++round) {
    progress.Report(static_cast<double>(round) / (options.rounds + 1));
    const ColorImage composed = Mix(target.color, current.color, current.alpha);
    const DetectedFace measured = analyzer.MeasureFace(composed, current.mesh);
    if (measured.presence < kLeastPresence) break;
    const double error = PoseError(measured.mesh, wanted);
    if (round > 0 && error >= least_error) break;
    least_error = error;
    best = current;
    if (round == options.rounds || error < kCloseEnough) break;
    const FaceMesh next =
        CorrectDestination(aligned.mesh, current.mesh, measured.mesh, wanted, limits);
    current = AlignHeadAt(input, next, progress);
    current.angle_degrees = aligned.angle_degrees;
  }
  return best;
}

}  // namespace heser
