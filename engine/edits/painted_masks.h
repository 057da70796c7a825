#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/core/labels.h"
#include "engine/edits/tile_map.h"

/// What painting makes of a box of the masks (pixels of the view, within it), in the time of its
/// pixels: for screens that show a stroke before the engine has worked it in. The same as
/// WithLabelEdits, WithMatteEdits, WithCloneEdits and WithRegionEdits give there. Null edits:
/// nothing is painted. All thread-safe.
namespace heser {

struct PaintedMasks {
  LabelMap labels;
  AlphaMap matte;
};
/// `view` is the head as the engine saw it.
PaintedMasks MasksIn(const HeadView& view, const TileMap* labels, const TileMap* matte,
                     const cv::Rect& box);

struct PaintedRegion {
  AlphaMap blend_region;
  AlphaMap head_alpha;
};
/// `automatic` is the blend before it was painted on.
PaintedRegion RegionIn(const HeadView& target, const AlignedHead& head,
                       const BlendResult& automatic, const ColorTileMap* fill,
                       const TileMap* region, const cv::Rect& box);

/// BlendResult::background_fill with what was cloned on it; pieces that the blend region was added
/// to by hand, which are filled from all around, are left out.
ColorImage FillIn(const HeadView& target, const BlendResult& automatic, const ColorTileMap* fill,
                  const cv::Rect& box);

}  // namespace heser
