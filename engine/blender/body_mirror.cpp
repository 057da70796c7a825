#include "engine/blender/body_mirror.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The axis lies this near to the chin, and is sought in these steps. Face sizes.
constexpr double kFarthest = 0.3;
constexpr double kStep = 0.02;
// Fewer pairs of pixels than this (square face sizes) prove nothing.
constexpr double kFewestPairs = 0.15;
// Share of pairs that are both body or both background, and of pairs of body alike in colour.
constexpr double kOutlineAgreement = 0.9;
constexpr double kColorAgreement = 0.55;
// Colours are compared without folds and weave; light falls from one side. Shares of white.
constexpr double kCompareSigma = 0.03;
constexpr float kAlike = 0.14f;
// Light on skin changes over this; nearer than the second to what is removed strands lie on it, and
// it counts least. Face sizes.
constexpr double kLightSigma = 0.03;
constexpr double kStrandReach = 0.06;
constexpr float kLeastWeight = 0.01f;
// Mirrored light passes into what is made up over this. Face sizes.
constexpr double kSkinFade = 0.15;
// Around what is mirrored, both sides seen: how they differ in colour, without folds. Face sizes.
constexpr double kMirrorRim = 0.2;
constexpr double kFoldSigma = 0.03;
// Larger differences (1 is white) are patterns' and folds', not those of the light.
constexpr double kLargestSideMiss = 0.25;
// Things are compared without weave (face sizes), are unlike by more than this (mean of the
// channels, 1 is white), and are cut off where they lie along the border for this far (face sizes).
constexpr double kThingSigma = 0.012;
constexpr float kUnlike = 0.12f;
constexpr double kCutLength = 0.04;
// And this share of their outline: straps that end on the shoulder have less.
constexpr double kCutShare = 0.15;
// Breaks in what the mirror shows up to twice this are none. Face sizes.
constexpr double kMirrorGap = 0.02;
// Their soft edge, face sizes.
constexpr double kThingEdge = 0.02;

struct Agreement {
  int pairs = 0;
  int outline = 0;
  int bodies = 0;
  int alike = 0;

  double Outline() const { return pairs > 0 ? double(outline) / pairs : 0; }
  double Colors() const { return bodies > 0 ? double(alike) / bodies : 0; }
  double Score() const { return Outline() * Colors(); }
};

Agreement Compare(const ColorImage& smooth, const Mask& body, const Mask& background,
                  const BodyMirror& mirror, int top) {
  Agreement result;
  for (int y = top; y < body.rows; ++y) {
    for (int x = 0; x < cvFloor(mirror.axis); ++x) {
      const int other = cvRound(mirror.Column(x));
      if (other >= body.cols) continue;
      const bool here_body = body(y, x) != 0;
      const bool other_body = body(y, other) != 0;
      if ((!here_body && background(y, x) == 0) || (!other_body && background(y, other) == 0)) {
        continue;
      }
      ++result.pairs;
      if (here_body == other_body) ++result.outline;
      if (!here_body || !other_body) continue;
      ++result.bodies;
      const cv::Vec3f away = smooth(y, x) - smooth(y, other);
      if ((std::abs(away[0]) + std::abs(away[1]) + std::abs(away[2])) / 3 < kAlike) ++result.alike;
    }
  }
  return result;
}

}  // namespace

std::optional<BodyMirror> FindBodyMirror(const ColorImage& color, const TargetRegions& regions,
                                         const Mask& known_background, const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  const int top = std::clamp(cvRound(mesh(mesh_point::kChin, 1)), 0, color.rows);
  Mask body = regions.clothing | regions.neck;
  body.setTo(0, regions.removed);
  const ColorImage smooth = Blur(color, kCompareSigma * size);
  const double chin = mesh(mesh_point::kChin, 0);
  const double step = std::max(1.0, kStep * size);
  std::optional<BodyMirror> best;
  Agreement agreement;
  const int steps = cvFloor(kFarthest * size / step);
  for (int i = -steps; i <= steps; ++i) {
    const BodyMirror mirror{chin + i * step};
    const Agreement here = Compare(smooth, body, known_background, mirror, top);
    if (here.pairs < kFewestPairs * size * size || here.Score() <= agreement.Score()) continue;
    agreement = here;
    best = mirror;
  }
  if (!best || agreement.Outline() < kOutlineAgreement || agreement.Colors() < kColorAgreement) {
    return std::nullopt;
  }
  return best;
}

cv::Mat Mirrored(const cv::Mat& picture, const BodyMirror& mirror, int interpolation) {
  const cv::Matx23d picture_from_mirrored(-1, 0, 2 * mirror.axis, 0, 1, 0);
  cv::Mat result;
  cv::warpAffine(picture, result, picture_from_mirrored, picture.size(),
                 interpolation | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT);
  return result;
}

ColorImage MirroredSkin(const ColorImage& color, const Mask& skin, const Mask& removed,
                        const BodyMirror& mirror, double face_size) {
  const ScalarImage away = DistanceTo(removed);
  const auto reach = static_cast<float>(kStrandReach * face_size);
  AlphaMap weight(color.size(), 0.f);
  for (int y = 0; y < weight.rows; ++y) {
    for (int x = 0; x < weight.cols; ++x) {
      if (skin(y, x) == 0) continue;
      const float share = std::min(1.f, away(y, x) / reach);
      weight(y, x) = std::max(kLeastWeight, share * share);
    }
  }
  return Mirrored(BlurWeighted(color, weight, kLightSigma * face_size), mirror, cv::INTER_LINEAR);
}

Mask FindCutThings(const ColorImage& moved, const ColorImage& shown, const Mask& mirrored,
                   const Mask& clothing, const Mask& removed, double face_size) {
  const double sigma = kThingSigma * face_size;
  const ColorImage thing = Blur(moved, sigma);
  const ColorImage ground = Blur(shown, sigma);
  // What is seen beside the fill, without it.
  const ColorImage seen = BlurWeighted(shown, AlphaOf(~removed), sigma);
  // Labels' rims are mirrored nowhere.
  const double gap = kMirrorGap * face_size;
  const Mask reached = Erode(Dilate(mirrored, gap), gap) | mirrored;
  const Mask beside = clothing & ~reached;
  Mask unlike(mirrored.size(), std::uint8_t{0});
  for (int y = 0; y < unlike.rows; ++y) {
    for (int x = 0; x < unlike.cols; ++x) {
      if (clothing(y, x) == 0) continue;
      const bool filled = reached(y, x) != 0 || removed(y, x) != 0;
      const cv::Vec3f away = thing(y, x) - (filled ? ground(y, x) : seen(y, x));
      const float mean = (std::abs(away[0]) + std::abs(away[1]) + std::abs(away[2])) / 3;
      if (mean > kUnlike) unlike(y, x) = 255;
    }
  }
  // Where clothing goes on that is filled without the mirror, or seen to be otherwise.
  const Mask without = beside & (removed | unlike);
  const Mask border = reached & Dilate(without, 1);
  cv::Mat1i pieces;
  const int count = cv::connectedComponents(unlike & reached, pieces, 8);
  const Mask inner = Erode(unlike & reached, 1);
  std::vector<int> along(static_cast<std::size_t>(count), 0);
  std::vector<int> around(static_cast<std::size_t>(count), 0);
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      const auto piece = static_cast<std::size_t>(pieces(y, x));
      if (piece == 0) continue;
      if (border(y, x) != 0) ++along[piece];
      if (inner(y, x) == 0) ++around[piece];
    }
  }
  const auto is_cut = [&](std::size_t piece) {
    return along[piece] > kCutLength * face_size && along[piece] > kCutShare * around[piece];
  };
  Mask cut(mirrored.size(), std::uint8_t{0});
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      if (is_cut(static_cast<std::size_t>(pieces(y, x)))) cut(y, x) = 255;
    }
  }
  return Dilate(cut, kThingEdge * face_size) & mirrored;
}

AlphaMap SkinShare(const Mask& mirrored, const Mask& skin, double face_size) {
  Mask beyond;
  cv::bitwise_not(mirrored | skin, beyond);
  return cv::Mat(cv::min(DistanceTo(beyond) / (kSkinFade * face_size), 1));
}

ColorImage SideCorrection(const ColorImage& color, const Mask& clothing, const Mask& skin,
                          const Mask& mirrored, const BodyMirror& mirror, double face_size) {
  // Between cloth and skin lies more than light.
  const Mask alike = (clothing & Mirrored(clothing, mirror, cv::INTER_NEAREST)) |
                     (skin & Mirrored(skin, mirror, cv::INTER_NEAREST));
  const ColorImage miss = color - ColorImage(Mirrored(color, mirror, cv::INTER_LINEAR));
  Mask both = alike & Dilate(mirrored, kMirrorRim * face_size);
  for (int y = 0; y < both.rows; ++y) {
    for (int x = 0; x < both.cols; ++x) {
      if (cv::norm(miss(y, x)) > kLargestSideMiss) both(y, x) = 0;
    }
  }
  if (cv::countNonZero(both) == 0) return ColorImage(color.size(), cv::Vec3f::all(0));
  const AlphaMap weight = AlphaOf(both);
  return PushPull(BlurWeighted(miss, weight, kFoldSigma * face_size), weight);
}

}  // namespace heser
