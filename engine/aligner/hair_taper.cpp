#include "engine/aligner/hair_taper.h"

#include <algorithm>
#include <optional>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Face sizes: how far above the cut the shortest tips end, how soft a tip is, and how wide locks
// and strands are.
constexpr double kReach = 0.3;
constexpr double kSoftness = 0.08;
constexpr double kLock = 0.05;
constexpr double kStrand = 0.008;
constexpr int kSeed = 7;

/// How far above the cut the hair of each source column ends, 0 to 1: locks, and strands in them.
cv::Mat1f TipsOf(int columns, double pixels_of_lock, double pixels_of_strand) {
  cv::RNG random(kSeed);
  const auto waves = [&](double width) {
    cv::Mat1f noise(1, columns);
    random.fill(noise, cv::RNG::UNIFORM, 0, 1);
    cv::Mat1f smooth = Blur(noise, std::max(0.5, width));
    cv::normalize(smooth, smooth, 0, 1, cv::NORM_MINMAX);
    return smooth;
  };
  const cv::Mat1f locks = waves(pixels_of_lock);
  const cv::Mat1f strands = waves(pixels_of_strand);
  return cv::Mat1f(locks * 0.7 + strands * 0.3);
}

}  // namespace

void TaperCutHair(const cv::Mat2f& place, const Mask& hair, const CutBelow& cut, AlphaMap& alpha) {
  const double reach = kReach * cut.face_size;
  float last_column = 0;
  for (const cv::Vec2f& at : place) last_column = std::max(last_column, at[0]);
  const double source_face = cut.face_size / cut.scale;
  const cv::Mat1f tips =
      TipsOf(static_cast<int>(last_column) + 2, kLock * source_face, kStrand * source_face);
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
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      if (const auto to_cut = to_cut_of(y, x)) ++(is_within(y, *to_cut) ? within : beyond);
    }
  }
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const auto to_cut = to_cut_of(y, x);
      if (!to_cut || (beyond >= within && !is_within(y, *to_cut))) continue;
      const double end = reach * tips(0, static_cast<int>(place(y, x)[0])) * 0.8;
      const double shown = (*to_cut - end) / (kSoftness * cut.face_size) + 0.5;
      alpha(y, x) *= static_cast<float>(std::clamp(shown, 0.0, 1.0));
    }
  }
}

}  // namespace heser
