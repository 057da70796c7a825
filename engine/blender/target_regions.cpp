#include "engine/blender/target_regions.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/label_growth.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The matte's rim around the head is no clothing, however sure the matte is.
constexpr double kMatteRim = 0.08;
// Of what the matte takes for person beside the head, above the chin, pieces up to this size
// (square face sizes) are hair or jewellery that no label names; what is larger may be a hand.
constexpr double kLargestTrinket = 0.1;
constexpr double kTrinketReach = 0.04;
// Strands on clothing are looked for at this face size, this far from hair; hair shows its own
// colour this far inside. Face sizes.
constexpr double kStrandFaceSize = 150;
constexpr double kStrandReach = 0.1;
constexpr double kStrandRim = 0.02;
// A share of hair that is seen, where hair and clothing differ by at least this (sRGB, 1 is white).
constexpr float kTaintedShare = 0.2F;
constexpr float kLeastContrast = 0.15F;
constexpr int kFewestPixels = 50;
constexpr float kPerson = 0.5f;
constexpr float kFaintPerson = 0.03f;

// Person by the matte, background by the labels: clothing beyond the labelled crop, unless it is
// the rim of the head or lies above the chin, where no clothing is.
Mask UnnamedClothing(const LabelMap& labels, const AlphaMap& matte, const ScalarImage& to_head,
                     const FaceMesh& mesh) {
  const double rim = kMatteRim * FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  Mask clothing(labels.size(), std::uint8_t{0});
  for (int y = std::max(0, static_cast<int>(chin)); y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (labels(y, x) == static_cast<int>(Label::kBackground) && matte(y, x) > kPerson &&
          to_head(y, x) > rim) {
        clothing(y, x) = 255;
      }
    }
  }
  return clothing;
}

// Hair and jewellery beside the head that no label names.
Mask Trinkets(const TargetRegions& regions, const AlphaMap& matte, double size) {
  const Mask unnamed =
      MaskOf(regions.labels, {Label::kBackground}) & MaskAbove(matte, kPerson) & ~regions.clothing;
  const Mask beside = Dilate(regions.head, kTrinketReach * size);
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centers;
  const int count = cv::connectedComponentsWithStats(unnamed, pieces, statistics, centers, 4);
  std::vector<bool> touches(static_cast<std::size_t>(count), false);
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      if (beside(y, x) != 0) touches[static_cast<std::size_t>(pieces(y, x))] = true;
    }
  }
  const double largest = kLargestTrinket * size * size;
  Mask trinkets(pieces.size(), std::uint8_t{0});
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      const int piece = pieces(y, x);
      if (piece > 0 && touches[static_cast<std::size_t>(piece)] &&
          statistics(piece, cv::CC_STAT_AREA) <= largest) {
        trinkets(y, x) = 255;
      }
    }
  }
  return trinkets;
}

// Clothing beside hair that shows some of it: fine strands over it, and its soft edge. A pixel's
// share of hair is how far its colour lies between that of clothing further away and that of the
// hair.
Mask StrandsOnClothing(const ColorImage& color, const TargetRegions& regions, double size) {
  const double scale = std::min(1.0, kStrandFaceSize / size);
  const auto small = [&](const cv::Mat& picture, int interpolation) {
    cv::Mat reduced;
    cv::resize(picture, reduced, {}, scale, scale, interpolation);
    return reduced;
  };
  const double reach = kStrandReach * size * scale;
  const Mask clothing = small(regions.clothing, cv::INTER_NEAREST);
  const Mask hair = small(MaskOf(regions.labels, {Label::kHair}), cv::INTER_NEAREST);
  const Mask beside = Dilate(hair, reach);
  const Mask candidates = clothing & beside;
  const Mask clean = clothing & ~beside;
  const Mask pure = Erode(hair, kStrandRim * size * scale);
  if (cv::countNonZero(candidates) == 0 || cv::countNonZero(clean) < kFewestPixels ||
      cv::countNonZero(pure) < kFewestPixels) {
    return Mask(regions.labels.size(), std::uint8_t{0});
  }
  const cv::Mat3f seen = small(color, cv::INTER_AREA);
  const cv::Mat3f cloth = PushPull(seen, AlphaOf(clean));
  const cv::Mat3f strand = PushPull(seen, AlphaOf(pure));
  AlphaMap tainted(seen.size(), 0.F);
  for (int y = 0; y < seen.rows; ++y) {
    for (int x = 0; x < seen.cols; ++x) {
      if (candidates(y, x) == 0) continue;
      const cv::Vec3f apart = strand(y, x) - cloth(y, x);
      const float contrast = apart.dot(apart);
      if (contrast < kLeastContrast * kLeastContrast) continue;
      const float share = (seen(y, x) - cloth(y, x)).dot(apart) / contrast;
      if (share > kTaintedShare) tainted(y, x) = 1;
    }
  }
  cv::Mat full;
  cv::resize(tainted, full, regions.labels.size(), 0, 0, cv::INTER_LINEAR);
  return MaskAbove(full, 0.4) & regions.clothing;
}

}  // namespace

TargetRegions FindTargetRegions(const ColorImage& color, const LabelMap& labels,
                                const AlphaMap& matte, const FaceMesh& mesh,
                                const RemovalOptions& options) {
  const double size = FaceSize(mesh);
  TargetRegions regions;
  regions.labels = GrowLabels(color, labels, matte, size);
  regions.head = MaskOf(regions.labels, kHeadLabels);
  const ScalarImage to_head = DistanceTo(regions.head);
  regions.neck = MaskOf(regions.labels, {Label::kNeck});
  regions.clothing = MaskOf(regions.labels, {Label::kClothing}) |
                     UnnamedClothing(regions.labels, matte, to_head, mesh);
  const ScalarImage to_body = DistanceTo(regions.neck | regions.clothing);
  const Mask trinkets = Trinkets(regions, matte, size);
  const Mask strands = StrandsOnClothing(color, regions, size);

  regions.removed = Mask(labels.size(), std::uint8_t{0});
  const auto background_margin = static_cast<float>(options.background_margin * size);
  const auto body_margin = static_cast<float>(options.body_margin * size);
  const auto neck_margin = static_cast<float>(options.neck_margin * size);
  const auto wisp_reach = static_cast<float>(options.wisp_reach * size);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      const float distance = to_head(y, x);
      bool removed;
      if (regions.neck(y, x) != 0) {
        removed = distance <= neck_margin;
      } else if (regions.clothing(y, x) != 0) {
        removed = distance <= body_margin || strands(y, x) != 0;
      } else {
        const bool wisp =
            matte(y, x) > kFaintPerson && distance <= wisp_reach && to_body(y, x) > distance;
        removed = distance <= background_margin || wisp || trinkets(y, x) != 0;
      }
      regions.removed(y, x) = removed ? 255 : 0;
    }
  }
  return regions;
}

}  // namespace heser
