#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/core/labels.h"
#include "engine/edits/tile_map.h"

namespace heser {

/// Moves the border of one class to the edges of the picture, such as those of hair: pixels within
/// `reach` (photo pixels, above 0) of the border join the class or leave it as their colour says,
/// told from what lies further inside and outside (RefineMatte with the class for its coarse
/// matte); between the class and background, where colour says nothing, as the view's matte says;
/// where colour says nothing the border stays, and without any edge there `edits` come back as they
/// are. What leaves takes the nearest other class.
///
/// `view` is the head as the engine saw it, `edits` what was painted over it since. Only pixels
/// that `area` covers, and those within `reach` of them, change; null: the whole class. Takes time:
/// not on the GUI thread. Thread-safe.
TileMap LabelSnapped(const HeadView& view, const TileMap& edits, Label label, double reach,
                     const TileMap* area);

}  // namespace heser
