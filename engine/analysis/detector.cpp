#include "engine/analysis/detector.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/geometry.h"

namespace heser {
namespace {

cv::Rect2d BoxOf(const FaceProposal& proposal) {
  const double half = proposal.size / 2;
  return {proposal.center.x - half, proposal.center.y - half, proposal.size, proposal.size};
}

}  // namespace

std::vector<FaceProposal> TransformProposals(const cv::Matx23d& to_from,
                                             const std::vector<FaceProposal>& proposals) {
  const double scale = std::hypot(to_from(0, 0), to_from(1, 0));
  const double turn = std::atan2(to_from(1, 0), to_from(0, 0)) * 180 / std::numbers::pi;
  std::vector<FaceProposal> moved = proposals;
  for (FaceProposal& proposal : moved) {
    proposal.center = ApplyAffine(to_from, proposal.center);
    proposal.size *= scale;
    proposal.roll = std::remainder(proposal.roll + turn, 360.0);
  }
  return moved;
}

std::vector<FaceProposal> WithoutOverlaps(std::vector<FaceProposal> proposals) {
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  std::vector<FaceProposal> kept;
  for (const FaceProposal& proposal : proposals) {
    const cv::Rect2d box = BoxOf(proposal);
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const FaceProposal& other) {
      const cv::Rect2d better = BoxOf(other);
      return (box & better).area() > 0.5 * std::min(box.area(), better.area());
    });
    if (!overlaps) kept.push_back(proposal);
  }
  return kept;
}

}  // namespace heser
