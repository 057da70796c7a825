#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/edits/tile_map.h"

/// What every change of whole masks begins and ends with. Thread-safe.
namespace heser {

/// The classes with what was painted since.
LabelMap SeenLabels(const HeadView& view, const TileMap& edits);

/// `edits` with the bytes of `changes` (the view's size; 0: none) in place of theirs; `untouched`
/// takes an edit away.
TileMap WithChanges(const HeadView& view, const TileMap& edits, const cv::Mat1b& changes,
                    std::uint8_t untouched);

/// `edits` with those that make `after` of `before`, both the view's size.
TileMap WithLabels(const HeadView& view, const TileMap& edits, const LabelMap& before,
                   const LabelMap& after);

}  // namespace heser
