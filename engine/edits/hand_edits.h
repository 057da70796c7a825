#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/color_reference/color_reference.h"
#include "engine/core/labels.h"
#include "engine/edits/tile_map.h"

namespace heser {

/// What people painted over what the engine found. Edits are tiles over the photo's own pixels, so
/// that they hold at every working resolution.

/// Bytes of label edits: 0 leaves a pixel to the engine, else its class.
constexpr std::uint8_t LabelEdit(Label label) { return static_cast<std::uint8_t>(label) + 1; }
constexpr bool IsLabelEdit(std::uint8_t byte) { return byte > 0 && byte <= kLabelCount; }
constexpr std::uint8_t LabelOfEdit(std::uint8_t byte) { return byte - 1; }

/// Bytes of region edits: 0 leaves a pixel to the engine, below kRegionNeutral the target shows
/// through, above it what replaces the target does. Those of matte edits are the same: below it
/// less of the person covers a pixel, above it more.
inline constexpr std::uint8_t kRegionNeutral = 128;
inline constexpr std::uint8_t kRegionTarget = 1;
inline constexpr std::uint8_t kRegionReplaced = 255;
/// How far the region is added (positive) or taken away, -1 to 1.
constexpr float RegionAmount(std::uint8_t byte) {
  return byte == 0 ? 0.f : static_cast<float>(byte - kRegionNeutral) / 127.f;
}

/// The view with these classes painted in; coverage follows them, with an edge of a pixel: what is
/// painted background is not the person's any more, every other class is. Thread-safe.
HeadView WithLabelEdits(const HeadView& view, const TileMap& edits);

/// The view with its matte changed by hand: an amount below 0 takes this share of the coverage
/// away, above 0 it covers this share of what was not. Classes follow where that decides who a
/// pixel is of: the head's that is mostly uncovered becomes background, background that is mostly
/// covered hair. Thread-safe.
HeadView WithMatteEdits(const HeadView& view, const TileMap& edits);

/// The blend with its region changed by hand: where it is taken away the target's own pixels show,
/// exactly where wholly; where it is added the new head shows as far as it reaches, and beside it
/// the target is filled anew from around the addition. Thread-safe.
BlendResult WithRegionEdits(const HeadView& target, const AlignedHead& head,
                            const ColorReference& colors, const BlendResult& blend,
                            const TileMap& edits);

}  // namespace heser
