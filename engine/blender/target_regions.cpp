#include "engine/blender/target_regions.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/bare_skin.h"
#include "engine/blender/label_growth.h"
#include "engine/blender/stray_hair.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The matte's rim around the head is no clothing, however sure the matte is.
constexpr double kMatteRim = 0.08;
// Of what the matte takes for person beside the head, above the chin, pieces up to this size
// (square face sizes) are hair or jewellery that no label names; what is larger may be a hand.
constexpr double kLargestTrinket = 0.1;
// A label's error within the head, square face sizes.
constexpr double kLargestSpeck = 0.02;
constexpr double kSurrounded = 0.6;  // Share of its rim.
constexpr double kTrinketReach = 0.2;
// Bare skin is looked for at this face size, and not this near to the head (face sizes).
constexpr double kSkinFaceSize = 150;
constexpr double kSkinRim = 0.02;
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

// Small pieces that hang together with no clothing and no neck are none.
void DropLoosePieces(const Mask& body, double size, Mask& unnamed) {
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centers;
  const int count =
      cv::connectedComponentsWithStats(unnamed | body, pieces, statistics, centers, 8);
  std::vector<bool> keeps(static_cast<std::size_t>(count), false);
  const double largest = kLargestTrinket * size * size;
  for (int i = 1; i < count; ++i) {
    keeps[static_cast<std::size_t>(i)] = statistics(i, cv::CC_STAT_AREA) > largest;
  }
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      if (body(y, x) != 0) keeps[static_cast<std::size_t>(pieces(y, x))] = true;
    }
  }
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      if (!keeps[static_cast<std::size_t>(pieces(y, x))]) unnamed(y, x) = 0;
    }
  }
}

// Small pieces of clothing that the head surrounds above the chin are hair: behind ears labels err.
void DropSpecks(const FaceMesh& mesh, LabelMap& labels) {
  const double size = FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  const Mask beside_head = Dilate(MaskOf(labels, kHeadLabels), 1);
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centers;
  const int count = cv::connectedComponentsWithStats(MaskOf(labels, {Label::kClothing}), pieces,
                                                     statistics, centers, 4);
  const double largest = kLargestSpeck * size * size;
  for (int i = 1; i < count; ++i) {
    if (statistics(i, cv::CC_STAT_AREA) > largest) continue;
    const cv::Rect box(statistics(i, cv::CC_STAT_LEFT) - 1, statistics(i, cv::CC_STAT_TOP) - 1,
                       statistics(i, cv::CC_STAT_WIDTH) + 2, statistics(i, cv::CC_STAT_HEIGHT) + 2);
    const cv::Rect around = box & cv::Rect({}, labels.size());
    if (around != box || box.br().y > chin) continue;
    const Mask piece = pieces(around) == i;
    const Mask rim = Dilate(piece, 1) & ~piece;
    const int head = cv::countNonZero(rim & beside_head(around));
    if (head > kSurrounded * cv::countNonZero(rim)) {
      labels(around).setTo(static_cast<int>(Label::kHair), piece);
    }
  }
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

cv::Mat Reduced(const cv::Mat& picture, double scale, int interpolation) {
  cv::Mat reduced;
  cv::resize(picture, reduced, {}, scale, scale, interpolation);
  return reduced;
}

Mask BareSkin(const ColorImage& color, const TargetRegions& regions, double size) {
  const double scale = std::min(1.0, kSkinFaceSize / size);
  const Mask uncovered =
      ~Dilate(Reduced(regions.head, scale, cv::INTER_NEAREST), kSkinRim * size * scale);
  const auto seen = [&](const Mask& mask) {
    return Mask(Mask(Reduced(mask, scale, cv::INTER_NEAREST)) & uncovered);
  };
  const Mask found = FindBareSkin(
      Reduced(color, scale, cv::INTER_AREA), seen(regions.neck), seen(regions.clothing),
      Reduced(MaskOf(regions.labels, {Label::kHair}), scale, cv::INTER_NEAREST), size * scale);
  cv::Mat full;
  cv::resize(AlphaOf(found), full, color.size(), 0, 0, cv::INTER_LINEAR);
  return MaskAbove(full, 0.5) & regions.clothing;
}

}  // namespace

TargetRegions FindTargetRegions(const ColorImage& color, const LabelMap& labels,
                                const AlphaMap& matte, const FaceMesh& mesh,
                                const RemovalOptions& options) {
  const double size = FaceSize(mesh);
  TargetRegions regions;
  regions.labels = GrowLabels(color, labels, matte, size);
  DropSpecks(mesh, regions.labels);
  regions.head = MaskOf(regions.labels, kHeadLabels);
  const ScalarImage to_head = DistanceTo(regions.head);
  regions.neck = MaskOf(regions.labels, {Label::kNeck});
  const Mask named = MaskOf(regions.labels, {Label::kClothing});
  Mask unnamed = UnnamedClothing(regions.labels, matte, to_head, mesh);
  DropLoosePieces(named | regions.neck, size, unnamed);
  regions.clothing = named | unnamed;
  const ScalarImage to_body = DistanceTo(regions.neck | regions.clothing);
  const Mask trinkets = Trinkets(regions, matte, size);
  regions.bare_skin = BareSkin(color, regions, size);
  const Mask skin = regions.neck | regions.bare_skin;
  const StrayHair stray = FindStrayHair(color, regions, mesh);

  regions.removed = stray.hair | stray.strands;
  regions.strands = stray.strands & ~stray.hair;
  const auto background_margin = static_cast<float>(options.background_margin * size);
  const auto body_margin = static_cast<float>(options.body_margin * size);
  const auto neck_margin = static_cast<float>(options.neck_margin * size);
  const auto wisp_reach = static_cast<float>(options.wisp_reach * size);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      const float distance = to_head(y, x);
      bool removed = false;
      if (skin(y, x) != 0) {
        removed = distance <= neck_margin;
      } else if (regions.clothing(y, x) != 0) {
        removed = distance <= body_margin;
      } else {
        const bool wisp =
            matte(y, x) > kFaintPerson && distance <= wisp_reach && to_body(y, x) > distance;
        removed = distance <= background_margin || wisp || trinkets(y, x) != 0;
      }
      if (!removed) continue;
      regions.removed(y, x) = 255;
      regions.strands(y, x) = 0;
    }
  }
  return regions;
}

}  // namespace heser
