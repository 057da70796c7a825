#pragma once

#include "app/jobs/face_measure.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// Says anew in a result's warnings which of several sources show another person than the first of
/// them, by what `measure` knows of who they are: with dlib's recognition network that is surer
/// than what the swap itself goes by, and is what the editor says of the same photos. Without
/// effect where the identity of one of them is not known. Takes time; one call of `measure` at a
/// time. Throws Cancelled.
void TellPeopleApart(const SwapRequest& request, const FaceMeasure& measure,
                     const Progress& progress, SwapResult& result);

}  // namespace heser
