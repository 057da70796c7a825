#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/face_mesh.h"

/// Which of several photos of a person a head is made from, and how much each is believed.
namespace heser {

/// How much a source belongs to the others.
struct SourceJudgement {
  /// Factor of its weight, 0 to 1. 1: nothing speaks against it.
  double trust = 1;
  /// Shape of its face against that of the source most like all others, or the pinned one: root
  /// mean square distance of the points (lips left out) after Procrustes on the stable ones, W. 0
  /// for that source itself and for a single one.
  double shape_difference = 0;
  bool other_shape = false;  ///< That difference is more than expression and pose make.
  bool blurred = false;      ///< Clearly softer than the sharpest source.
};

/// The same difference of any two faces, W of `b`. Thread-safe, pure.
double ShapeDifference(const FaceMesh& a, const FaceMesh& b);

/// Judges sources by their meshes and their blur (FaceQuality::sharpness). `blur` has one value a
/// source. Of two sources that differ, the first is believed; a `pinned` one always is, and says
/// whose head it is. Thread-safe, pure.
std::vector<SourceJudgement> JudgeSources(std::span<const FaceMesh> sources,
                                          std::span<const double> blur,
                                          std::optional<std::size_t> pinned = {});

/// The source that leads: nearest in angle to where the head goes. One that is turned further away
/// hides a cheek and is a little worse, and so is one that is not trusted. `trust` has one value a
/// source. With `settled`, that source leads on until another is clearly nearer, so that a pose
/// moved a little by hand does not exchange mouth and glasses. Throws Error{kWrongUse} for no
/// source. Thread-safe, pure.
std::size_t ChooseLead(std::span<const FaceMesh> sources, std::span<const double> trust,
                       const FaceMesh& destination, const FaceMeshModel& model,
                       std::optional<std::size_t> settled = {});

/// One picture of the head at its destination.
struct SourceView {
  std::size_t source = 0;
  bool mirrored = false;  ///< The photo is mirrored: it lends what no source shows.
  double angle = 0;       ///< Degrees between its pose and the destination's.
  /// Of its confidence against that of the first view, which has 1.
  double weight = 1;
};

/// Beyond this angle a source shows nothing that the destination shows.
inline constexpr double kUselessDegrees = 70;

/// How much a mirrored photo is believed. A face is not symmetric: it steps in where the others are
/// this much stretched.
inline constexpr double kMirroredTrust = 0.6;

/// The views that a head is fused from, three at most: first that of the leading source, `lead`
/// (which gives alpha), then others of a meaningful weight, exp(-(angle / 25 degrees)^2) times
/// trust, that look from another side than those before; last a mirrored one, where all sources are
/// more than 6 degrees away and its line of sight is at least 3 degrees nearer, or the first view
/// is turned at least 4 degrees further away than the destination and hides one side. Engine.md,
/// "Head surface and pose", step 8. `trust` has one value a source; at a `mirrored_trust` of 0 no
/// mirrored one joins. `width` is that of the picture of `destination`. Throws Error{kWrongUse} for
/// a leading source that is not there. Thread-safe, pure.
std::vector<SourceView> ChooseViews(std::span<const FaceMesh> sources,
                                    std::span<const double> trust, std::size_t lead,
                                    double mirrored_trust, const FaceMesh& destination,
                                    double width, const FaceMeshModel& model);

}  // namespace heser
