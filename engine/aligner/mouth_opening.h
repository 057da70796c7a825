#pragma once

#include "engine/aligner/aligned_head.h"

namespace heser {

/// Confidence of a mouth's interior that OpenMouth made up.
inline constexpr float kMadeUpConfidence = 0.02f;

/// Whether the mesh has the lips apart: a gap above .04 of the mouth's width.
bool HasLipsApart(const FaceMesh& mesh);

/// Where the head's mesh has its lips apart but the source shows them closed, lips were stretched
/// over the gap: the gap is labelled as inner mouth, painted as dark as a mouth without light and
/// given kMadeUpConfidence, so that later stages can do better. Thread-safe for different heads.
void OpenMouth(AlignedHead& head);

}  // namespace heser
