#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/core/progress.h"

namespace heser {

/// Gives hair that no source shows (the back of a turned head) the strands and locks of the hair
/// that is seen: squares of its detail quilted by their likeness (Efros and Freeman, SIGGRAPH
/// 2001), on the light and shade that is there, and an outline of strands. Does nothing where
/// little hair is made up or little is seen. Repeatable. Throws Cancelled. Thread-safe.
void TextureUnseenHair(AlignedHead& head, const Progress& progress);

}  // namespace heser
