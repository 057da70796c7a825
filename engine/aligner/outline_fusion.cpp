#include "engine/aligner/outline_fusion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/smoothstep.h"

namespace heser {
namespace {

// Lengths in face sizes.
// What the head looks like this near to its outline says how well the outline was seen.
constexpr double kRim = 0.03;
// This near to the end of its photo a head's outline is bent towards it.
constexpr double kBentAtEnd = 0.05;
// Distances beyond this say nothing of the outline.
constexpr float kFar = 0.15f;
// Directions from the middle of the head, 5 degrees each; what they hold is smoothed by this many.
constexpr int kDirections = 72;
constexpr double kSmoothDirections = 2;
constexpr int kPower = 6;
// Hair hangs from here on, wholly from there on: along the face from the chin, face sizes.
constexpr double kHangsFrom = -0.3;
constexpr double kHangsWholly = 0.05;
// The outline is the jaw's this near to the face, and hair's beyond the second.
constexpr float kJawEnds = 0.04F;
constexpr float kBesideJaw = 0.1F;
// What hangs is held between here and there.
constexpr double kHangsBy = -0.6;
// The sides of hanging hair change over within this of the face's middle, face sizes.
constexpr float kBetweenSides = 0.1F;
// Softness of an outline drawn anew, pixels from 0 to 1.
constexpr float kSoftness = 2.4f;
// From this share on one source speaks alone; below the lower one distances are mixed.
constexpr float kAlone = 0.95f;
constexpr float kMixed = 0.75f;
// Its alpha counts where its outline lies this near to the mixed one, pixels; from the upper one on
// it would be a ghost beside it.
constexpr float kAgrees = 1;
constexpr float kDisagrees = 3;

/// A value for every direction.
using Compass = std::vector<float>;

/// Direction of every pixel from `middle`, 0 to kDirections.
ScalarImage Directions(const cv::Size& size, const cv::Point2d& middle) {
  ScalarImage directions(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const float degrees =
          cv::fastAtan2(static_cast<float>(y - middle.y), static_cast<float>(x - middle.x));
      directions(y, x) = std::fmod(degrees / 360 * kDirections, static_cast<float>(kDirections));
    }
  }
  return directions;
}

Compass Smooth(const Compass& values) {
  constexpr int kReach = 6;
  Compass smooth(kDirections);
  for (int i = 0; i < kDirections; ++i) {
    float sum = 0;
    float total = 0;
    for (int k = -kReach; k <= kReach; ++k) {
      const double relative = k / kSmoothDirections;
      const auto weight = static_cast<float>(std::exp(-0.5 * relative * relative));
      sum += weight * values[(i + k + kDirections) % kDirections];
      total += weight;
    }
    smooth[i] = sum / total;
  }
  return smooth;
}

float StepBetween(float from, float to, float value) {
  return Smoothstep((value - from) / (to - from));
}

/// What of a head lies along its outline.
Mask RimOf(const AlphaMap& alpha, double face_size) {
  const Mask head = MaskAbove(alpha, 0.5);
  return head & ~cv::Mat(Erode(head, std::max(1.0, kRim * face_size)));
}

/// Where a view's photo ends, and where its outline is bent towards that.
Mask CutOf(const OutlineView& view, double face_size) {
  if (view.unseen.empty()) return Mask::zeros(view.alpha.size());
  return Dilate(view.unseen, kBentAtEnd * face_size);
}

/// How well the outline was seen in each direction; 0 where its photo cuts it off.
Compass Reliability(const OutlineView& view, const ScalarImage& directions, double face_size) {
  const Mask rim = RimOf(view.alpha, face_size);
  const Mask cut = CutOf(view, face_size);
  Compass sums(kDirections, 0);
  Compass counts(kDirections, 0);
  std::vector<bool> ends(kDirections, false);
  for (int y = 0; y < rim.rows; ++y) {
    for (int x = 0; x < rim.cols; ++x) {
      if (rim(y, x) == 0) continue;
      const int direction = std::min(static_cast<int>(directions(y, x)), kDirections - 1);
      sums[direction] += view.confidence(y, x);
      counts[direction] += 1;
      if (cut(y, x) != 0) ends[direction] = true;
    }
  }
  sums = Smooth(sums);
  counts = Smooth(counts);
  Compass reliability(kDirections);
  for (int i = 0; i < kDirections; ++i) {
    const float mean = counts[i] > 0 ? sums[i] / counts[i] : 0;
    reliability[i] = ends[i] ? 0 : mean * static_cast<float>(view.weight);
  }
  return reliability;
}

/// Shares of the views in each direction, of all together 1. A source's outline is taken along
/// whole rays: were it decided from pixel to pixel, one could show again outside of another.
std::vector<Compass> Shares(std::span<const OutlineView> views, const ScalarImage& directions,
                            double face_size) {
  std::vector<Compass> shares;
  for (const OutlineView& view : views) shares.push_back(Reliability(view, directions, face_size));
  for (int i = 0; i < kDirections; ++i) {
    float most = 0;
    for (const Compass& share : shares) most = std::max(most, share[i]);
    for (std::size_t k = 0; k < shares.size(); ++k) {
      // Where nobody speaks the first counts.
      shares[k][i] = most > 0 ? std::pow(shares[k][i] / most, static_cast<float>(kPower))
                              : static_cast<float>(k == 0);
    }
  }
  for (Compass& share : shares) share = Smooth(share);
  for (int i = 0; i < kDirections; ++i) {
    float sum = 0;
    for (const Compass& share : shares) sum += share[i];
    for (Compass& share : shares) share[i] /= sum;
  }
  return shares;
}

AlphaMap ShareMap(const Compass& share, const ScalarImage& directions) {
  AlphaMap map(directions.size());
  for (int y = 0; y < map.rows; ++y) {
    for (int x = 0; x < map.cols; ++x) {
      // Values belong to the middles of their directions.
      const float at = directions(y, x) - 0.5f + kDirections;
      const int before = static_cast<int>(at);
      const float t = at - static_cast<float>(before);
      map(y, x) = share[before % kDirections] * (1 - t) + share[(before + 1) % kDirections] * t;
    }
  }
  return map;
}

/// Middle of all heads.
cv::Point2d Middle(std::span<const OutlineView> views) {
  Mask all = MaskAbove(views[0].alpha, 0.5);
  for (const OutlineView& view : views) all |= MaskAbove(view.alpha, 0.5);
  const cv::Moments moments = cv::moments(all, true);
  if (moments.m00 <= 0) return {all.cols / 2.0, all.rows / 2.0};
  return {moments.m10 / moments.m00, moments.m01 / moments.m00};
}

/// Where hair hangs and on which side, both from 0 to 1.
struct Hanging {
  AlphaMap amount;
  AlphaMap right;
  Mask above;  ///< Beside the face, where what hangs comes from.
};

Hanging FindHanging(const OutlinedFace& face, double face_size) {
  const cv::Size size = face.hull.size();
  Hanging found{AlphaMap(size), AlphaMap(size), Mask::zeros(size)};
  const ScalarImage distance = DistanceTo(face.hull);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const cv::Point2d from = (cv::Point2d(x, y) - face.chin) / face_size;
      const double below = from.dot(face.down);
      const auto beside = static_cast<float>(distance(y, x) / face_size);
      found.amount(y, x) = StepBetween(kHangsFrom, kHangsWholly, static_cast<float>(below)) *
                           StepBetween(kJawEnds, kBesideJaw, beside);
      if (below > kHangsBy && below < kHangsWholly) found.above(y, x) = 255;
      const auto aside = static_cast<float>(from.cross(face.down));
      found.right(y, x) = StepBetween(-kBetweenSides, kBetweenSides, aside);
    }
  }
  return found;
}

/// For both sides of hanging hair, left first: the view that has most of the outline above it, from
/// the brows to the chin.
std::array<std::size_t, 2> ViewsOfHanging(std::span<const OutlineView> views,
                                          std::span<const AlphaMap> shares, const Hanging& hanging,
                                          double face_size) {
  std::array<std::size_t, 2> best{0, 0};
  std::array<double, 2> most{0, 0};
  Mask rims = Mask::zeros(hanging.right.size());
  for (const OutlineView& view : views) rims |= RimOf(view.alpha, face_size);
  for (std::size_t i = 0; i < views.size(); ++i) {
    for (const int side : {0, 1}) {
      const Mask of_side = side == 0 ? Mask(hanging.right < 0.5f) : Mask(hanging.right >= 0.5f);
      const double share = cv::mean(shares[i], rims & hanging.above & of_side)[0];
      if (share <= most[side]) continue;
      most[side] = share;
      best[side] = i;
    }
  }
  return best;
}

}  // namespace

AlphaMap FuseOutlines(std::span<const OutlineView> views, const OutlinedFace& face,
                      double face_size) {
  const ScalarImage directions = Directions(views[0].alpha.size(), Middle(views));
  const std::vector<Compass> compasses = Shares(views, directions, face_size);
  const Hanging hanging = FindHanging(face, face_size);
  std::vector<AlphaMap> shares;
  shares.reserve(compasses.size());
  for (const Compass& compass : compasses) shares.push_back(ShareMap(compass, directions));
  const std::array<std::size_t, 2> best = ViewsOfHanging(views, shares, hanging, face_size);
  AlphaMap amount = hanging.amount.clone();
  for (const int side : {0, 1}) {
    const AlphaMap cut =
        Blur(AlphaOf(CutOf(views[best[side]], face_size)), std::max(1.0, kBentAtEnd * face_size));
    const AlphaMap of_side = side == 0 ? AlphaMap(1 - hanging.right) : hanging.right;
    amount = amount.mul(1 - cut.mul(of_side));
  }
  for (std::size_t i = 0; i < views.size(); ++i) {
    AlphaMap of_hanging = AlphaMap::zeros(hanging.right.size());
    if (best[0] == i) of_hanging += 1 - hanging.right;
    if (best[1] == i) of_hanging += hanging.right;
    shares[i] = Mix(shares[i], of_hanging, amount);
  }
  const auto far = static_cast<float>(kFar * face_size);
  AlphaMap strongest = shares[0].clone();
  AlphaMap own = views[0].alpha.clone();
  ScalarImage distance = ScalarImage::zeros(own.size());
  ScalarImage own_distance = ScalarImage::zeros(own.size());
  for (std::size_t i = 0; i < views.size(); ++i) {
    const AlphaMap& share = shares[i];
    const cv::Mat limited =
        cv::max(cv::min(SignedDistance(MaskAbove(views[i].alpha, 0.5)), far), -far);
    distance += limited.mul(share);
    const Mask wins = i == 0 ? Mask(share >= strongest) : Mask(share > strongest);
    views[i].alpha.copyTo(own, wins);
    limited.copyTo(own_distance, wins);
    strongest = cv::max(strongest, share);
  }
  AlphaMap fused(own.size());
  for (int y = 0; y < fused.rows; ++y) {
    for (int x = 0; x < fused.cols; ++x) {
      const float drawn = std::clamp(distance(y, x) / kSoftness + 0.5f, 0.0f, 1.0f);
      const float apart = std::abs(own_distance(y, x) - distance(y, x));
      const float alone = StepBetween(kMixed, kAlone, strongest(y, x)) *
                          (1 - StepBetween(kAgrees, kDisagrees, apart));
      fused(y, x) = drawn + (own(y, x) - drawn) * alone;
    }
  }
  return fused;
}

}  // namespace heser
