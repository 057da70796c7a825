#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/edits/tile_map.h"
#include "engine/photo/photo.h"

/// The clone brush: pixels of the picture behind the head, copied to another place of it. Painted
/// colours are tiles over the photo's own pixels, so that they hold at every working resolution.
namespace heser {

/// A colour as painted pixels keep it: working space from -0.5 to 1.5 in 65535 steps, finer than
/// 16-bit photos. What lies beyond is clipped.
PaintedColor EncodedColor(const cv::Vec3f& color, float coverage);
cv::Vec3f DecodedColor(const PaintedColor& painted);
/// 0 to 1.
float CoverageOf(const PaintedColor& painted);

/// What a clone brush copies from: the fill where the engine made one, the photo beyond it.
struct CloneSource {
  const Photo& photo;                 ///< The target.
  const HeadView& view;               ///< Its head, as the engine saw it.
  const ColorImage& background_fill;  ///< BlendResult::background_fill without clone edits.
};

/// Copies to every pixel that `coverage` (0 to 255, of a stroke) names the pixel `offset` away,
/// painted ones as they are painted. `opacity`, 0 to 1, is that of the stroke. What lies beyond the
/// photo is not copied; pixels beyond the view are not painted. Takes time for large strokes: not
/// on the GUI thread. Thread-safe.
ColorTileMap Cloned(const CloneSource& source, const ColorTileMap& before, const TileMap& coverage,
                    double opacity, cv::Point offset);

/// `before` without what `coverage` names, as far as it and `opacity` say.
ColorTileMap Unpainted(const ColorTileMap& before, const TileMap& coverage, double opacity);

/// The blend with these colours painted on its background fill: they show wherever the new head
/// does not cover them, also where the target itself was shown, and count as filled. Exactly the
/// same blend where nothing is painted. Thread-safe.
BlendResult WithCloneEdits(const HeadView& target, const BlendResult& blend,
                           const ColorTileMap& edits);

}  // namespace heser
