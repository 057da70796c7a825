#pragma once

#include "engine/aligner/aligner.h"
#include "engine/analysis/analyzer.h"
#include "engine/core/progress.h"
#include "engine/pipeline/swap_settings.h"

namespace heser {

/// The target's mesh (view pixels) as CorrectPose measures heads; its own where no face is seen.
FaceMesh MeasureTarget(const HeadView& target, const Analyzer& analyzer);

/// Composes the aligned head roughly over the target, measures its mesh there and corrects the
/// destination, `options.rounds` times at most; returns the aligned head whose measured pose error
/// was the least (engine.md, "Head surface and pose", step 9). `measured_target` is
/// MeasureTarget's: measuring the result as the target was measured cancels what the mesh network
/// misjudges of both. Throws Cancelled.
AlignedHead CorrectPose(const AlignedHead& aligned, const AlignerInput& input,
                        const HeadView& target, const FaceMesh& measured_target,
                        const Analyzer& analyzer, const FeedbackOptions& options,
                        const Progress& progress);

}  // namespace heser
