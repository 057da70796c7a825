#include "engine/pipeline/pose_feedback.h"

#include <future>
#include <memory>

#include "engine/aligner/reduced_view.h"
#include "engine/blender/background_fill.h"
#include "engine/color_reference/color_reference.h"
#include "engine/core/geometry.h"
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

// Face size at which the head is rendered to be measured, pixels: MeshNet's crop shows faces at 85.
constexpr double kProbeFaceSize = 140;

// Behind more of the head nothing is seen.
constexpr double kHiddenAlpha = 0.98;

PoseCorrectionLimits LimitsFor(const AlignerInput& input, double angle_degrees, double amount) {
  const bool gentle = input.sources.size() == 1 && angle_degrees > kGentleFromDegrees;
  PoseCorrectionLimits limits = gentle ? kGentleCorrection : kStrongCorrection;
  limits.gain *= amount;
  return limits;
}

/// The target at the size at which heads are measured. All meshes that go in and come out are in
/// the view's own pixels.
class Probe {
 public:
  Probe(const AlignerInput& input, const HeadView& target, const BodyCompleter* completer)
      : view_(ReduceView(target, kProbeFaceSize)),
        scale_(static_cast<double>(view_.color.cols) / target.color.cols),
        input_(input),
        completer_(completer) {
    input_.target = Reduced(input.target);
    input_.size = view_.color.size();
    // Needs nothing of the head: made beside its first rendering.
    regions_ = std::async(std::launch::async, [this] {
      return FindTargetRegions(view_.color, view_.labels, view_.matte, view_.mesh, {});
    });
  }

  AlignedHead Render(const FaceMesh& destination, const Progress& progress) const {
    return DraftHeadAt(input_, Reduced(destination), progress);
  }

  /// In the scene's colours and before the body that the picture will show: the network reads
  /// another pose from another light, and from another neck beside the chin. Both as they come by
  /// default: the pose should not follow every change of a colour.
  DetectedFace Measure(const AlignedHead& head, const Analyzer& analyzer,
                       const Progress& progress) {
    std::future<ColorImage> plate;
    if (plate_.empty()) {
      plate = std::async(std::launch::async, [&] { return PlateBehind(head, progress); });
    }
    if (!recipe_) recipe_ = MakeColorRecipe(head, view_, {});
    const ColorReference colors = ApplyColorRecipe(*recipe_, head, view_, {}, progress);
    if (plate.valid()) plate_ = plate.get();
    const ColorImage composed = Mix(plate_, colors.color, head.alpha);
    DetectedFace face = analyzer.MeasureFace(composed, head.mesh);
    face.mesh = TransformMesh(InvertAffine(by()), face.mesh);
    return face;
  }

 private:
  ColorImage PlateBehind(const AlignedHead& head, const Progress& progress) {
    const TargetRegions regions = regions_.get();
    Mask visible;
    cv::bitwise_not(MaskAbove(head.alpha, kHiddenAlpha), visible);
    FillOptions options;
    options.patches = false;  // They take longer than all else, and lie beside the face.
    return FillBehindHead(
               {view_.color, view_.matte, regions, view_.mesh, head.mesh, visible, completer_},
               options, progress.Unreported())
        .plate;
  }

  // Pixel centres lie at integers: the picture's corner is at -1/2.
  cv::Matx23d by() const {
    const double shift = (scale_ - 1) / 2;
    return {scale_, 0, shift, 0, scale_, shift};
  }
  FaceMesh Reduced(const FaceMesh& mesh) const { return TransformMesh(by(), mesh); }

  HeadView view_;
  double scale_;
  AlignerInput input_;
  const BodyCompleter* completer_;
  std::future<TargetRegions> regions_;
  ColorImage plate_;
  std::shared_ptr<const ColorRecipe> recipe_;
};

}  // namespace

FaceMesh CorrectPose(const FaceMesh& destination, const AlignerInput& input, const HeadView& target,
                     const ProbeNetworks& networks, const FeedbackOptions& options,
                     const Progress& progress) {
  FaceMesh best = destination;
  if (options.rounds == 0 || options.amount == 0) return best;
  // The target's mesh, moved to where the head is meant to be, which is elsewhere if the pose is
  // followed only in part.
  const FaceMesh wanted = FitRigidly(input.target, destination);
  Probe probe(input, target, networks.completer);
  FaceMesh current = destination;
  PoseCorrectionLimits limits;
  double least_error = 0;
  for (int round = 0; round <= options.rounds; ++round) {
    const double done = static_cast<double>(round) / (options.rounds + 1);
    const AlignedHead head = probe.Render(current, progress.Part(done, done));
    const DetectedFace measured = probe.Measure(head, networks.analyzer, progress.Part(done, done));
    if (measured.presence < kLeastPresence) break;
    const double error = PoseError(measured.mesh, wanted);
    if (round == 0) {
      limits = LimitsFor(input, head.angle_degrees, options.amount);
    } else if (error >= least_error) {
      break;
    }
    least_error = error;
    best = current;
    if (round == options.rounds || error < kCloseEnough) break;
    current = CorrectDestination(destination, current, measured.mesh, wanted, limits);
  }
  return best;
}

FaceMesh CorrectAlike(const FaceMesh& destination, const FaceMesh& before, const FaceMesh& after) {
  const auto middle = [](const FaceMesh& mesh) -> Eigen::RowVector3d {
    return mesh.colwise().mean();
  };
  const Similarity3 correction = FitSimilarity(before, after);
  const Eigen::RowVector3d shift = (middle(after) - middle(before)) / FaceSize(before);
  const Eigen::RowVector3d from = middle(destination);
  const Eigen::RowVector3d to = from + shift * FaceSize(destination);
  FaceMesh corrected = destination;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const Eigen::Vector3d arm = (destination.row(i) - from).transpose();
    corrected.row(i) = (correction.scale * (correction.rotation * arm)).transpose() + to;
  }
  return corrected;
}

}  // namespace heser
