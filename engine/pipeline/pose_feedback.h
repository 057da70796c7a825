#pragma once

#include "engine/aligner/aligner.h"
#include "engine/analysis/analyzer.h"
#include "engine/blender/body_completion.h"
#include "engine/core/progress.h"
#include "engine/pipeline/swap_settings.h"

namespace heser {

/// What looks at a rendering.
struct ProbeNetworks {
  const Analyzer& analyzer;
  const BodyCompleter* completer;  ///< As in FillInput.
};

/// The destination (FindDestination) whose rendering is measured to be the nearest to the target:
/// the head is rendered there, composed roughly in the scene's colours before the target without
/// its head (FillBehindHead, with `networks.completer` as there), its mesh measured and the
/// destination corrected, `options.rounds` times at most (engine.md, "Head surface and pose", step
/// 9). For this the head is rendered only as large as the mesh network looks at it. Measuring the
/// result as the target was measured cancels what that network misjudges of both. Throws Cancelled.
/// Thread-safe.
FaceMesh CorrectPose(const FaceMesh& destination, const AlignerInput& input, const HeadView& target,
                     const ProbeNetworks& networks, const FeedbackOptions& options,
                     const Progress& progress);

/// The same correction at another destination: `destination` turned, sized and shifted as `before`
/// was to become `after`, shifts by shares of the face. The meshes may be of pictures of different
/// sizes. Thread-safe, pure.
FaceMesh CorrectAlike(const FaceMesh& destination, const FaceMesh& before, const FaceMesh& after);

}  // namespace heser
