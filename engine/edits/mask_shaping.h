#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/core/labels.h"
#include "engine/edits/tile_map.h"

/// Whole masks changed at once, as edits (see hand_edits.h) that are laid over those there are.
/// `view` is the head as the engine saw it, `edits` what was painted over it since; places and
/// radii are photo pixels, and nothing beyond the view's window changes. All take time: not on the
/// GUI thread. Thread-safe.
namespace heser {

/// Gives the connected piece of one class that holds `place` the class `label`. A place beyond the
/// window changes nothing.
TileMap LabelFilled(const HeadView& view, const TileMap& edits, cv::Point place, Label label);

/// Grows a class over its neighbours, or with a radius below 0 shrinks it: what it leaves takes the
/// nearest other class.
TileMap LabelResized(const HeadView& view, const TileMap& edits, Label label, double radius);

/// Rounds the outline of a class off: corners and gaps smaller than the radius vanish.
TileMap LabelSmoothed(const HeadView& view, const TileMap& edits, Label label, double radius);

/// A soft mask, the blend region or the matte, as it is before and after `edits`.
struct MaskToShape {
  const HeadView& view;
  /// BlendResult::blend_region with clone edits and without region edits, or the view's matte with
  /// label edits and without matte edits; the view's size.
  const AlphaMap& below;
  const TileMap& edits;
};

/// Adds the connected piece outside of the region that holds `place`, such as a hole; at a place
/// within the region takes its connected piece away.
TileMap RegionFilled(const MaskToShape& region, cv::Point place);

/// Grows the mask, or with a radius below 0 shrinks it.
TileMap RegionResized(const MaskToShape& region, double radius);

/// Softens the border of the mask over about this radius to both sides.
TileMap RegionFeathered(const MaskToShape& region, double radius);

/// The same with the head's part of a matte, which is of the whole person: neck and clothing keep
/// their outline, and between both the change fades over the radius. What is the head's is what the
/// labels of `matte.view` say; without any of a head it is all.
TileMap MatteResized(const MaskToShape& matte, double radius);
TileMap MatteFeathered(const MaskToShape& matte, double radius);

}  // namespace heser
