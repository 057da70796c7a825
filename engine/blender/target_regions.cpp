#include "engine/blender/target_regions.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/backdrop.h"
#include "engine/blender/bare_skin.h"
#include "engine/blender/label_growth.h"
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
// Strands on clothing are looked for at this face size, this far from hair; hair shows its own
// colour this far inside. Face sizes.
constexpr double kStrandFaceSize = 150;
constexpr double kStrandReach = 0.1;
constexpr double kStrandRim = 0.02;
// Nearer below the chin than this the neck is dark of shade, not of hair. Face sizes.
constexpr double kStrandsBelowChin = 0.1;
// Flyaway hair is looked for this far from hair, on a backdrop that is plain within that distance.
constexpr double kFlyawayReach = 0.5;
constexpr double kBackdropReach = 1;
// There strands go as far as so little of them shows, and their blur reaches this far beyond (face
// sizes). What is faint all along stays: nobody sees it.
constexpr float kFlyawayShare = 0.1F;
constexpr double kFlyawayBlur = 0.008;
// A share of hair that is seen, where hair and clothing differ by at least this (sRGB, 1 is white).
constexpr float kTaintedShare = 0.2F;
// Skin is also darkened by shade.
constexpr float kShadedShare = 0.4F;
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

// Hair and what it lies on, at the size at which strands are looked for.
struct StrandScene {
  double scale;
  cv::Mat3f color;
  ScalarImage to_hair;  // Pixels of the small picture.
  cv::Mat3f strand;     // Colour of the hair, continued everywhere.
};

cv::Mat Reduced(const cv::Mat& picture, double scale, int interpolation) {
  cv::Mat reduced;
  cv::resize(picture, reduced, {}, scale, scale, interpolation);
  return reduced;
}

// Nothing where there is hardly any hair.
std::optional<StrandScene> ReduceForStrands(const ColorImage& color, const LabelMap& labels,
                                            double size) {
  StrandScene scene;
  scene.scale = std::min(1.0, kStrandFaceSize / size);
  const Mask hair = Reduced(MaskOf(labels, {Label::kHair}), scene.scale, cv::INTER_NEAREST);
  const Mask pure = Erode(hair, kStrandRim * size * scene.scale);
  if (cv::countNonZero(pure) < kFewestPixels) return std::nullopt;
  scene.to_hair = DistanceTo(hair);
  scene.color = Reduced(color, scene.scale, cv::INTER_AREA);
  scene.strand = PushPull(scene.color, AlphaOf(pure));
  return scene;
}

// Candidates that show some of the hair: fine strands, and its soft edge. A pixel's share of hair
// is how far its colour lies between `ground`, what it would be without, and that of the hair.
Mask ShowingHair(const StrandScene& scene, const Mask& candidates, const cv::Mat3f& ground,
                 float least_share, cv::Size full_size) {
  AlphaMap tainted(scene.color.size(), 0.F);
  for (int y = 0; y < tainted.rows; ++y) {
    for (int x = 0; x < tainted.cols; ++x) {
      if (candidates(y, x) == 0) continue;
      const cv::Vec3f apart = scene.strand(y, x) - ground(y, x);
      const float contrast = apart.dot(apart);
      if (contrast < kLeastContrast * kLeastContrast) continue;
      const float share = (scene.color(y, x) - ground(y, x)).dot(apart) / contrast;
      if (share > least_share) tainted(y, x) = 1;
    }
  }
  cv::Mat full;
  cv::resize(tainted, full, full_size, 0, 0, cv::INTER_LINEAR);
  return MaskAbove(full, 0.4);
}

// Clothing or skin that shows hair, against clothing or skin further away.
Mask StrandsOn(const StrandScene& scene, const Mask& ground, float least_share, double size) {
  const Mask small = Reduced(ground, scene.scale, cv::INTER_NEAREST);
  const Mask beside = scene.to_hair <= kStrandReach * size * scene.scale;
  const Mask candidates = small & beside;
  const Mask clean = small & ~beside;
  if (cv::countNonZero(candidates) == 0 || cv::countNonZero(clean) < kFewestPixels) {
    return Mask(ground.size(), std::uint8_t{0});
  }
  const cv::Mat3f without = PushPull(scene.color, AlphaOf(clean));
  return ShowingHair(scene, candidates, without, least_share, ground.size()) & ground;
}

// Flyaway hair that neither labels nor matte see: on a plain backdrop its colour tells.
Mask StrandsOnBackdrop(const StrandScene& scene, const Mask& background, double size) {
  const Mask small = Reduced(background, scene.scale, cv::INTER_NEAREST);
  const double unit = size * scene.scale;
  const Mask candidates = small & Mask(scene.to_hair <= kFlyawayReach * unit);
  const Mask clean = small & Mask(scene.to_hair > kStrandReach * unit) &
                     Mask(scene.to_hair <= kBackdropReach * unit);
  const auto backdrop = FitBackdrop(scene.color, clean);
  if (!backdrop) return Mask(background.size(), std::uint8_t{0});
  const Mask faint = ShowingHair(scene, candidates, *backdrop, kFlyawayShare, background.size());
  const Mask plain = ShowingHair(scene, candidates, *backdrop, kTaintedShare, background.size());
  return Dilate(ConnectedTo(faint, plain), kFlyawayBlur * size) & background;
}

Mask BareSkin(const ColorImage& color, const TargetRegions& regions, double size) {
  const double scale = std::min(1.0, kStrandFaceSize / size);
  const Mask uncovered =
      ~Dilate(Reduced(regions.head, scale, cv::INTER_NEAREST), kStrandRim * size * scale);
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
  Mask strands(labels.size(), std::uint8_t{0});
  if (const auto scene = ReduceForStrands(color, regions.labels, size)) {
    const Mask background = MaskOf(regions.labels, {Label::kBackground}) & ~regions.clothing;
    Mask low_skin = regions.bare_skin.clone();
    const double first = mesh(mesh_point::kChin, 1) + kStrandsBelowChin * size;
    low_skin.rowRange(0, std::clamp(cvRound(first), 0, low_skin.rows)) = 0;
    strands = StrandsOn(*scene, regions.clothing & ~skin, kTaintedShare, size) |
              StrandsOn(*scene, low_skin, kShadedShare, size) |
              StrandsOnBackdrop(*scene, background, size);
  }

  regions.removed = Mask(labels.size(), std::uint8_t{0});
  const auto background_margin = static_cast<float>(options.background_margin * size);
  const auto body_margin = static_cast<float>(options.body_margin * size);
  const auto neck_margin = static_cast<float>(options.neck_margin * size);
  const auto wisp_reach = static_cast<float>(options.wisp_reach * size);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      const float distance = to_head(y, x);
      bool removed;
      if (skin(y, x) != 0) {
        removed = distance <= neck_margin || strands(y, x) != 0;
      } else if (regions.clothing(y, x) != 0) {
        removed = distance <= body_margin || strands(y, x) != 0;
      } else {
        const bool wisp =
            matte(y, x) > kFaintPerson && distance <= wisp_reach && to_body(y, x) > distance;
        removed =
            distance <= background_margin || wisp || trinkets(y, x) != 0 || strands(y, x) != 0;
      }
      regions.removed(y, x) = removed ? 255 : 0;
    }
  }
  return regions;
}

}  // namespace heser
