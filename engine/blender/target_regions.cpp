#include "engine/blender/target_regions.h"

#include <algorithm>

#include "engine/blender/hair_growth.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The matte's rim around the head is no clothing, however sure the matte is.
constexpr double kMatteRim = 0.08;
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

}  // namespace

TargetRegions FindTargetRegions(const ColorImage& color, const LabelMap& labels,
                                const AlphaMap& matte, const FaceMesh& mesh,
                                const RemovalOptions& options) {
  const double size = FaceSize(mesh);
  TargetRegions regions;
  regions.labels = GrowHair(color, labels, matte, size);
  regions.head = MaskOf(regions.labels, kHeadLabels);
  const ScalarImage to_head = DistanceTo(regions.head);
  regions.neck = MaskOf(regions.labels, {Label::kNeck});
  regions.clothing = MaskOf(regions.labels, {Label::kClothing}) |
                     UnnamedClothing(regions.labels, matte, to_head, mesh);
  const ScalarImage to_body = DistanceTo(regions.neck | regions.clothing);

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
        removed = distance <= body_margin;
      } else {
        const bool wisp =
            matte(y, x) > kFaintPerson && distance <= wisp_reach && to_body(y, x) > distance;
        removed = distance <= background_margin || wisp;
      }
      regions.removed(y, x) = removed ? 255 : 0;
    }
  }
  return regions;
}

}  // namespace heser
