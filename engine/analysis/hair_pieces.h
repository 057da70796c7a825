#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Takes out of the hair what is none: clothing and skin that a view's labels count as hair below
/// the chin, between locks and beside them. Pieces are found by colour: those that the body beside
/// the hair shows often and the hair's inside hardly ever, where they lie beside the body or are
/// large. They become clothing or neck. Does nothing where hair is short or has the colours of what
/// is beside it. Thread-safe for different views.
void TakeStrangersFromHair(HeadView& view);

}  // namespace heser
