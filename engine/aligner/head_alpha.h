#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Where a head is in its view, and how much of each pixel it covers.
struct HeadAlpha {
  Mask head;       ///< The head's own pixels: one piece without small holes, the face included.
  AlphaMap alpha;  ///< Coverage: hair strands by the matte, soft towards neck and clothing.
};

/// Head mask and alpha of a view. `head_labels` says what belongs to the head. The alpha is the
/// matte, shared with neck and clothing by a soft Voronoi border, fading out a little beyond the
/// labelled head; well inside the head it is 1 whatever the matte says. Where the matte is exact
/// (HeadView::exact_matte) the alpha is that matte, a quarter of the face size out. Thread-safe.
HeadAlpha MakeHeadAlpha(const HeadView& view, LabelSet head_labels, const FaceMeshModel& model);

}  // namespace heser
