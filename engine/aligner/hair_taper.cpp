#include "engine/aligner/hair_taper.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Face sizes: how far above the cut the shortest tips end, how softly a hair ends, and how wide
// locks, strands and single hairs are.
constexpr double kReach = 0.2;
constexpr double kSoftness = 0.06;
constexpr double kLock = 0.12;
constexpr double kStrand = 0.02;
constexpr double kHair = 0.003;
// Their shares of the tips' lengths.
constexpr float kOfLocks = 0.5F;
constexpr float kOfStrands = 0.12F;
constexpr float kOfHairs = 0.38F;
// The outer hair ends higher: at a lock's sides the end is round by this radius, face sizes.
constexpr double kRound = 0.14;
// How far locks lean aside over the reach, in parts of it.
constexpr double kLean = 0.25;
// Pixels this near to the cut are its edge, picture pixels.
constexpr double kAtCut = 1.5;
constexpr int kSeed = 7;

/// For each source column, smooth over `width` columns: 0 to 1.
cv::Mat1f Waves(cv::RNG& random, int columns, double width) {
  cv::Mat1f noise(1, columns);
  random.fill(noise, cv::RNG::UNIFORM, 0, 1);
  cv::Mat1f smooth = Blur(noise, std::max(0.5, width));
  cv::normalize(smooth, smooth, 0, 1, cv::NORM_MINMAX);
  return smooth;
}

/// The ends of hair by source columns.
struct Tips {
  cv::Mat1f end;   ///< How far above the cut, 0 to 1.
  cv::Mat1f lean;  ///< How far they stand aside there, -1 to 1.
};

Tips MakeTips(int columns, double source_face) {
  cv::RNG random(kSeed);
  const cv::Mat1f locks = Waves(random, columns, kLock * source_face);
  const cv::Mat1f strands = Waves(random, columns, kStrand * source_face);
  const cv::Mat1f hairs = Waves(random, columns, kHair * source_face);
  const cv::Mat1f lean = Waves(random, columns, 2 * kLock * source_face);
  return {cv::Mat1f(locks * kOfLocks + strands * kOfStrands + hairs * kOfHairs),
          cv::Mat1f(lean * 2 - 1)};
}

/// The way down of the source's columns in the picture, per picture pixel; straight down where too
/// little is known.
cv::Vec2d WayDown(const cv::Mat2f& place, const Mask& near_cut) {
  cv::Matx22d sum = cv::Matx22d::zeros();
  int count = 0;
  for (int y = 0; y + 1 < place.rows; ++y) {
    for (int x = 0; x + 1 < place.cols; ++x) {
      if (near_cut(y, x) == 0 || near_cut(y, x + 1) == 0 || near_cut(y + 1, x) == 0) continue;
      const cv::Vec2f aside = place(y, x + 1) - place(y, x);
      const cv::Vec2f down = place(y + 1, x) - place(y, x);
      sum += cv::Matx22d(aside[0], down[0], aside[1], down[1]);
      ++count;
    }
  }
  if (count == 0 || std::abs(cv::determinant(sum)) < 1e-6 * count * count) return {0, 1};
  const cv::Vec2d way = sum.inv() * cv::Vec2d(0, 1);
  return way / cv::norm(way);
}

/// Distance of hair to where it ends aside, picture pixels. What lies below the cut, as far as
/// `reach`, ends nothing.
ScalarImage DistanceAside(const cv::Mat2f& place, const Mask& shown, const Mask& near_cut,
                          const Mask& at_cut, double reach) {
  const cv::Vec2d way = WayDown(place, near_cut);
  Mask goes_on = shown.clone();
  for (int y = 0; y < shown.rows; ++y) {
    for (int x = 0; x < shown.cols; ++x) {
      if (at_cut(y, x) == 0) continue;
      for (int step = 1; step <= cvCeil(reach); ++step) {
        const cv::Point below(cvRound(x + step * way[0]), cvRound(y + step * way[1]));
        if (cv::Rect({}, shown.size()).contains(below)) goes_on(below) = 255;
      }
    }
  }
  // The picture's border ends nothing either.
  return DistanceTo(~FillHoles(goes_on, 1e9));
}

}  // namespace

void TaperCutHair(const cv::Mat2f& place, const Mask& hair, const CutBelow& cut, AlphaMap& alpha) {
  const double reach = kReach * cut.face_size;
  float last_column = 0;
  for (const cv::Vec2f& at : place) last_column = std::max(last_column, at[0]);
  const double source_face = cut.face_size / cut.scale;
  const int columns = static_cast<int>(last_column) + 2;
  const Tips tips = MakeTips(columns, source_face);
  // Where the cut lies on the whole within the picture, a corner of it that lies beyond would be
  // left over as a rag.
  int within = 0;
  int beyond = 0;
  const auto to_cut_of = [&](int y, int x) -> std::optional<double> {
    if (hair(y, x) == 0 || alpha(y, x) <= 0 || place(y, x)[0] < 0) return std::nullopt;
    const double to_cut = std::max(0.0, (cut.source_bottom - place(y, x)[1]) * cut.scale);
    if (to_cut > reach) return std::nullopt;
    return to_cut;
  };
  const auto is_within = [&](int y, double to_cut) { return y + to_cut < cut.picture_bottom - 1; };
  Mask near_cut = Mask::zeros(alpha.size());
  Mask at_cut = Mask::zeros(alpha.size());
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const auto to_cut = to_cut_of(y, x);
      if (!to_cut) continue;
      ++(is_within(y, *to_cut) ? within : beyond);
      near_cut(y, x) = 255;
      if (*to_cut < kAtCut) at_cut(y, x) = 255;
    }
  }
  if (within + beyond == 0) return;
  const double round = kRound * cut.face_size;
  const ScalarImage aside_of =
      DistanceAside(place, MaskAbove(alpha, 0.5) & hair, near_cut, at_cut, round);
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const auto to_cut = to_cut_of(y, x);
      if (!to_cut || (beyond >= within && !is_within(y, *to_cut))) continue;
      // Strands leave the columns the more the nearer their ends are.
      const double down = 1 - *to_cut / reach;
      const auto column = static_cast<int>(place(y, x)[0]);
      const double aside = kLean * kReach * source_face * tips.lean(0, column) * down * down;
      const int from = std::clamp(cvRound(column + aside), 0, columns - 1);
      const double missing = std::max(0.0, round - aside_of(y, x));
      const double corner = round - std::sqrt(round * round - missing * missing);
      const double end = reach * tips.end(0, from) * 0.8 + corner;
      const double shown = (*to_cut - end) / (kSoftness * cut.face_size) + 0.5;
      alpha(y, x) *= static_cast<float>(std::clamp(shown, 0.0, 1.0));
    }
  }
}

}  // namespace heser
