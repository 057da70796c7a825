#pragma once

#include <span>

#include "engine/analysis/face_mesh.h"
#include "engine/core/options.h"

namespace heser {

/// Where the source's face goes: pose, place and expression.
struct DestinationOptions {
  double pose = 1;
  double expression = 0.5;
  double yaw = 0;
  double pitch = 0;
  double roll = 0;
  double size = 1;
  double shift_x = 0;
  double shift_y = 0;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.pose,
          OptionInfo{"pose", "amount", 0, 1, "How far the head's angle follows the target's."});
    visit(self.expression,
          OptionInfo{"expression", "amount", 0, 1,
                     "How far mouth, eyes and brows follow the target's expression."});
    visit(self.yaw, OptionInfo{"yaw", "degrees", -60, 60,
                               "Turns the head further, positive to the viewer's right."});
    visit(self.pitch, OptionInfo{"pitch", "degrees", -45, 45, "Lifts the head further."});
    visit(self.roll, OptionInfo{"roll", "degrees", -90, 90, "Tilts the head further, clockwise."});
    visit(self.size, OptionInfo{"size", "factor", 0.5, 2, "Size of the head against its fit."});
    visit(self.shift_x, OptionInfo{"shift_x", "face sizes", -1, 1, "Moves the head to the right."});
    visit(self.shift_y, OptionInfo{"shift_y", "face sizes", -1, 1, "Moves the head down."});
  }
  void Check() const { CheckOptions(*this, "aligner"); }
};

/// The sources' face in the target's place: their shapes (aligned by Procrustes on the stable
/// points and averaged, the nearer in angle the more) in the target's pose with its
/// expression (FollowExpression); then the person's own offsets. Engine.md, "Head surface and
/// pose", step 5. No triangle that faces the viewer is turned over by the expression. All meshes in
/// pixels; the result in the target's. `sources` must hold one at least, `trust` one factor a
/// source for its weight in the average; `nearest` says whose pose counts when the pose is not
/// followed.
FaceMesh MakeDestinationMesh(std::span<const FaceMesh> sources, std::span<const double> trust,
                             std::size_t nearest, const FaceMesh& target,
                             const FaceMeshModel& model, const DestinationOptions& options);

/// How strongly a measured error of pose is corrected, and how much in all.
struct PoseCorrectionLimits {
  double gain = 0.6;
  double largest_degrees = 6;    ///< Of all corrections together.
  double largest_scale = 0.085;  ///< Their scale lies in 1 -+ this.
  double largest_shift = 0.1;    ///< Of one correction, face sizes of the target.
};

/// For one source far from the target's angle: place, and a little of the size. What is measured of
/// such a head's rotation lies more in what its photo does not show than in the rotation: corrected
/// by 6 degrees at most it cost .08 of identity and won nothing.
inline constexpr PoseCorrectionLimits kGentleCorrection{0.6, 0, 0.02, 0.1};
/// For several sources, or one near to the target's angle.
inline constexpr PoseCorrectionLimits kStrongCorrection{0.9, 12, 0.085, 0.1};

/// The next destination after the head rendered at `current` was composed and the mesh network
/// measured `measured` on it, where `target` was wanted: the rigid part of the error is taken back
/// by `limits.gain`. `first` is the destination before any correction: all corrections
/// together stay within the limits around it. Feedback loop of engine.md, step 9. Pure.
FaceMesh CorrectDestination(const FaceMesh& first, const FaceMesh& current,
                            const FaceMesh& measured, const FaceMesh& target,
                            const PoseCorrectionLimits& limits);

/// How far a measured face is from where it should be: degrees of rotation, plus place and scale in
/// comparable units (100 a face size, 30 a factor e). The feedback loop keeps the least.
double PoseError(const FaceMesh& measured, const FaceMesh& target);

/// Wanted mesh for the feedback loop when the pose is not to be the target's: `target` moved
/// rigidly to where `destination` is.
FaceMesh FitRigidly(const FaceMesh& mesh, const FaceMesh& destination);

}  // namespace heser
