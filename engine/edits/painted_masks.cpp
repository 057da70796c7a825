#include "engine/edits/painted_masks.h"

#include <algorithm>

#include "engine/edits/clone_edits.h"
#include "engine/edits/edit_rules.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

// As far as the soft edge of painted classes reaches, view pixels.
constexpr int kEdgeReach = 4;

bool HoldsAny(const auto* edits) { return edits != nullptr && !edits->empty(); }

}  // namespace

PaintedMasks MasksIn(const HeadView& view, const TileMap* labels, const TileMap* matte,
                     const cv::Rect& box) {
  const cv::Rect around = cv::Rect(box.x - kEdgeReach, box.y - kEdgeReach,
                                   box.width + 2 * kEdgeReach, box.height + 2 * kEdgeReach) &
                          cv::Rect({}, view.labels.size());
  const PaintedMasks painted{view.labels(around).clone(), view.matte(around).clone()};
  if (HoldsAny(labels)) {
    PaintLabels(EditsIn(view, *labels, around), painted.labels, painted.matte);
  }
  if (HoldsAny(matte)) {
    PaintMatte(AmountsOf(EditsIn(view, *matte, around)), painted.labels, painted.matte);
  }
  const cv::Rect inner = box - around.tl();
  return {painted.labels(inner), painted.matte(inner)};
}

PaintedRegion RegionIn(const HeadView& target, const AlignedHead& head,
                       const BlendResult& automatic, const ColorTileMap* fill,
                       const TileMap* region, const cv::Rect& box) {
  PaintedRegion painted{automatic.blend_region(box).clone(), automatic.head_alpha(box).clone()};
  const ViewPlaces places(target);
  const cv::Mat1f amounts =
      HoldsAny(region) ? AmountsOf(EditsIn(target, *region, box)) : cv::Mat1f(box.size(), 0.f);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const cv::Point at(box.x + x, box.y + y);
      float& shown = painted.blend_region(y, x);
      float& alpha = painted.head_alpha(y, x);
      if (HoldsAny(fill)) {
        const float coverage = CoverageOf(fill->At(places.X(at.x), places.Y(at.y)));
        if (coverage > 0) shown = RegionWithClone(shown, std::min(alpha, 1.f), coverage);
      }
      if (amounts(y, x) != 0) PaintRegion(amounts(y, x), head.alpha(at), shown, alpha);
    }
  }
  return painted;
}

ColorImage FillIn(const HeadView& target, const BlendResult& automatic, const ColorTileMap* fill,
                  const cv::Rect& box) {
  ColorImage painted = automatic.background_fill(box).clone();
  if (!HoldsAny(fill)) return painted;
  const ViewPlaces places(target);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const PaintedColor edit = fill->At(places.X(box.x + x), places.Y(box.y + y));
      if (edit.coverage() == 0) continue;
      painted(y, x) += (DecodedColor(edit) - painted(y, x)) * CoverageOf(edit);
    }
  }
  return painted;
}

}  // namespace heser
