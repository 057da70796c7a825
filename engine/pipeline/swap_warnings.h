#pragma once

#include <vector>

#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What is remarkable about a finished swap, apart from the choice of faces and devices.
std::vector<SwapWarning> FindWarnings(const SwapResult& result);

/// Share of the head's outline that lies on a border of the photo, 0 to 1.
double CutShare(const HeadView& view);

}  // namespace heser
