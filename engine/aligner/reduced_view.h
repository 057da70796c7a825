#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// The view reduced (by area averages) so that its face is at most `largest_face` pixels; itself if
/// it is. Larger views cost time and alias.
HeadView ReduceView(const HeadView& view, double largest_face);

}  // namespace heser
