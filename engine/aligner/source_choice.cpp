#include "engine/aligner/source_choice.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/error.h"

namespace heser {
namespace {

// W. Between photos of one person the mesh network's shapes differed by .02 at most (28 poses and
// expressions of 12 people); faces of another make by .03.
constexpr double kSameShape = 0.022;
constexpr double kOtherShape = 0.032;
// Views further apart than this differ by so much more a degree because they are: the largest
// differences of 5 people to their frontal view were .022 at 30 degrees, .032 at 45, .039 at 60.
constexpr double kSureDegrees = 30;
constexpr double kShapePerDegree = 0.0006;
// Sigma in pixels at face size 256: softness that shows beside a sharp source, and how much softer.
constexpr double kBlurred = 2.5;
constexpr double kSofter = 1.6;
// What is left of the weight of a source that does not belong.
constexpr double kLeastTrust = 0.1;

constexpr double kViewDegrees = 25;
constexpr std::size_t kMostViews = 3;
// Below this share of the first view's weight nothing of a view is seen in the result.
constexpr double kLeastWeight = 0.02;
// A view this far from those chosen before shows as much as it ever will.
constexpr double kOtherSideDegrees = 20;
// Up to this angle nothing of a source is stretched to speak of.
constexpr double kStretchedDegrees = 6;
// A mirrored photo helps where its line of sight is this much nearer, or where the nearest source
// is turned this much further away than the destination and hides a cheek, an ear and hair that the
// mirrored one shows, itself not much further away.
constexpr double kMirrorNearerDegrees = 3;
constexpr double kCheekDegrees = 4;
constexpr double kMirrorFurtherDegrees = 40;
// A source turned further away than the target hides a cheek that the target shows: worth this
// share of the excess more than the angle itself.
constexpr double kHiddenCheek = 0.3;
// A source that is not trusted at all is as good as one this much further away.
constexpr double kDistrustDegrees = 30;
// By so much must another be nearer to take the lead from a settled one: more than an offset made
// by hand to straighten a head, less than what lies between photos taken from two sides.
constexpr double kLeadHoldDegrees = 8;

/// The source that is most like all others; the first of equals.
std::size_t MostUsual(std::span<const FaceMesh> sources) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    double sum = 0;
    for (const FaceMesh& other : sources) sum += ShapeDifference(other, sources[i]);
    // Two differ alike from each other, up to rounding: the first counts.
    if (sum < least * (1 - 1e-3)) {
      least = sum;
      best = i;
    }
  }
  return sources.size() == 2 ? 0 : best;
}

/// 1 up to `from`, kLeastTrust from `to` on.
double Falling(double value, double from, double to) {
  const double t = std::clamp((value - from) / (to - from), 0.0, 1.0);
  return 1 - t * (1 - kLeastTrust);
}

double TurnedAway(const FaceMesh& mesh, const FaceMeshModel& model) {
  return std::abs(AnglesFromRotation(PhotoFromHead(mesh, model).rotation).yaw);
}

double ViewWeight(double angle) {
  const double relative = angle / kViewDegrees;
  return std::exp(-relative * relative);
}

}  // namespace

double ShapeDifference(const FaceMesh& a, const FaceMesh& b) {
  const Similarity3 b_from_a =
      FitSimilarity(SelectRows(a, StableMeshPoints()), SelectRows(b, StableMeshPoints()));
  const double width = (b.row(mesh_point::kCheekRight) - b.row(mesh_point::kCheekLeft)).norm();
  std::vector<bool> counts(kMeshPointCount, true);
  for (const int i : LipMeshPoints()) counts[i] = false;
  double sum = 0;
  int count = 0;
  for (int i = 0; i < kMeshPointCount; ++i) {
    if (!counts[i]) continue;
    sum += (b_from_a * a.row(i).transpose() - b.row(i).transpose()).squaredNorm();
    ++count;
  }
  return std::sqrt(sum / count) / width;
}

std::vector<SourceJudgement> JudgeSources(std::span<const FaceMesh> sources,
                                          std::span<const double> blur,
                                          std::optional<std::size_t> pinned) {
  std::vector<SourceJudgement> judgements(sources.size());
  if (sources.size() < 2) return judgements;
  const std::size_t usual = pinned ? *pinned : MostUsual(sources);
  const double sharpest = *std::ranges::min_element(blur);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    SourceJudgement& judgement = judgements[i];
    if (i != usual) judgement.shape_difference = ShapeDifference(sources[i], sources[usual]);
    const double apart = PoseDifferenceDegrees(sources[i], sources[usual]);
    const double by_view = kShapePerDegree * std::max(0.0, apart - kSureDegrees);
    const double unexplained = judgement.shape_difference - by_view;
    judgement.other_shape = unexplained > kOtherShape;
    judgement.blurred = blur[i] > kBlurred && blur[i] > kSofter * sharpest;
    judgement.trust = Falling(unexplained, kSameShape, kOtherShape);
    if (judgement.blurred) judgement.trust = std::min(judgement.trust, kLeastTrust);
  }
  if (pinned) judgements[*pinned].trust = 1;
  return judgements;
}

std::size_t ChooseLead(std::span<const FaceMesh> sources, std::span<const double> trust,
                       const FaceMesh& destination, const FaceMeshModel& model,
                       std::optional<std::size_t> settled) {
  if (sources.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  const double turned = TurnedAway(destination, model);
  std::vector<double> costs;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    costs.push_back(PoseDifferenceDegrees(sources[i], destination) +
                    kHiddenCheek * std::max(0.0, TurnedAway(sources[i], model) - turned) +
                    kDistrustDegrees * (1 - trust[i]));
  }
  const auto nearest = static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin());
  return settled && costs[*settled] - costs[nearest] < kLeadHoldDegrees ? *settled : nearest;
}

std::vector<SourceView> ChooseViews(std::span<const FaceMesh> sources,
                                    std::span<const double> trust, std::size_t lead,
                                    double mirrored_trust, const FaceMesh& destination,
                                    double width, const FaceMeshModel& model) {
  if (lead >= sources.size()) throw Error(ErrorKind::kWrongUse, "lead", "names no source");
  const double turned = TurnedAway(destination, model);
  std::vector<SourceView> left;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const double angle = PoseDifferenceDegrees(sources[i], destination);
    left.push_back({i, false, angle, ViewWeight(angle) * trust[i]});
  }
  const auto first = static_cast<std::ptrdiff_t>(lead);
  std::vector<SourceView> views = {left[lead]};
  left.erase(left.begin() + first);
  for (SourceView& view : left) {
    // The first view can be further away than another: that one counts no more for it.
    view.weight = std::min(1.0, view.weight / std::max(1e-12, views[0].weight));
  }
  views[0].weight = 1;

  const auto gain = [&](const SourceView& view) {
    double apart = kOtherSideDegrees;
    for (const SourceView& chosen : views) {
      apart = std::min(apart, PoseDifferenceDegrees(sources[view.source], sources[chosen.source]));
    }
    return view.weight * apart / kOtherSideDegrees;
  };
  while (views.size() < kMostViews && !left.empty()) {
    const auto best = std::ranges::max_element(left, {}, gain);
    if (gain(*best) < kLeastWeight) break;
    views.push_back(*best);
    left.erase(best);
  }

  if (mirrored_trust == 0) return views;
  const FaceMesh reflected = MirrorMesh(destination, width, model);
  SourceView mirrored;
  mirrored.mirrored = true;
  mirrored.weight = mirrored_trust;
  mirrored.angle = std::numeric_limits<double>::infinity();
  double nearest = mirrored.angle;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    nearest = std::min(nearest, SightDifferenceDegrees(sources[i], destination));
    const double angle = SightDifferenceDegrees(sources[i], reflected);
    if (trust[i] < 1 || angle >= mirrored.angle) continue;
    mirrored.source = i;
    mirrored.angle = angle;
  }
  const bool nearer = mirrored.angle <= nearest - kMirrorNearerDegrees;
  const bool shows_cheek = TurnedAway(sources[views[0].source], model) - turned > kCheekDegrees &&
                           mirrored.angle <= nearest + kMirrorFurtherDegrees;
  if (nearest > kStretchedDegrees && (nearer || shows_cheek)) {
    if (views.size() == kMostViews) views.pop_back();
    views.push_back(mirrored);
  }
  return views;
}

}  // namespace heser
