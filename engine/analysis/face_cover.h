#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Share of the face, 0 to 1, that lies under the largest area of a single colour: a mask, a bar or
/// a patch that somebody laid over it. 0 where there is none: skin, cloth and blurred photos are
/// never so even. Thread-safe.
double CoveredShare(const HeadView& view);

}  // namespace heser
