#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/evaluation/figures.h"

namespace heser {

/// Pose, place, size, expression and skin of `result` against `target`: two views of the same photo
/// before and after, each read anew by the product's own networks. Colours of regions of too few
/// pixels are left out. Their scales may differ. Thread-safe.
void JudgeFace(const HeadView& result, const HeadView& target, Figures& figures);

/// Mean difference of the seven measures.
double ExpressionDifference(const ExpressionMeasures& a, const ExpressionMeasures& b);

/// The view's mesh in pixels of its photo.
FaceMesh PhotoMesh(const HeadView& view);

}  // namespace heser
