#include "engine/blender/trinkets.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/blender/color_class.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Less clothing than this (square face sizes) does not say which colours it has.
constexpr double kFewestClothing = 0.1;
// Squared distance in standard deviations from which on a colour is not the clothing's.
constexpr double kOther = 12;
// Larger pieces than this (square face sizes) are clothing of another colour, and small ones that
// make up this share of the clothing are its pattern.
constexpr double kLargestTrinket = 0.03;
constexpr double kPattern = 0.04;
// Their rim is mixed with what they lie on. Face sizes.
constexpr double kRim = 0.015;
// Colours are compared without weave. Face sizes.
constexpr double kCompareSigma = 0.008;
// Clothing has its own colour this far from what is removed (face sizes); nearer it counts less,
// but where there is no other that counts.
constexpr double kTaintReach = 0.1;
constexpr float kLeastTrust = 1e-4f;

}  // namespace

Mask FindTrinkets(const ColorImage& color, const Mask& clothing, double face_size) {
  Mask nothing(clothing.size(), std::uint8_t{0});
  const double unit = face_size * face_size;
  const int count = cv::countNonZero(clothing);
  if (count < kFewestClothing * unit) return nothing;
  const cv::Mat3f lab = Blur(LabFromSrgb(color), kCompareSigma * face_size);
  const auto cloth = LearnClass(lab, clothing, 1);
  Mask trinkets = nothing.clone();
  Mask other(clothing.size(), std::uint8_t{0});
  for (int y = 0; y < clothing.rows; ++y) {
    for (int x = 0; x < clothing.cols; ++x) {
      if (clothing(y, x) == 0) continue;
      const cv::Vec3d here(lab(y, x));
      if (cloth->Mahalanobis(here) > kOther) other(y, x) = 255;
    }
  }
  cv::Mat1i pieces;
  cv::Mat1i facts;
  cv::Mat centers;
  cv::connectedComponentsWithStats(other, pieces, facts, centers, 8, CV_32S);
  for (int y = 0; y < clothing.rows; ++y) {
    for (int x = 0; x < clothing.cols; ++x) {
      const int piece = pieces(y, x);
      if (piece > 0 && facts(piece, cv::CC_STAT_AREA) <= kLargestTrinket * unit)
        trinkets(y, x) = 255;
    }
  }
  if (cv::countNonZero(trinkets) > kPattern * count) return nothing;
  return Dilate(trinkets, kRim * face_size) & clothing;
}

AlphaMap ClothingTrust(const Mask& known, const Mask& removed, double face_size) {
  const ScalarImage to_removed = DistanceTo(removed);
  const auto reach = static_cast<float>(kTaintReach * face_size);
  AlphaMap trust(known.size(), 0.f);
  for (int y = 0; y < trust.rows; ++y) {
    for (int x = 0; x < trust.cols; ++x) {
      if (known(y, x) == 0) continue;
      const float away = std::min(1.f, to_removed(y, x) / reach);
      trust(y, x) = std::max(kLeastTrust, away * away * away * away);
    }
  }
  return trust;
}

}  // namespace heser
