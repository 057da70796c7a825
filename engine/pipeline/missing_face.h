#pragma once

#include "engine/analysis/analyzer.h"
#include "engine/core/error.h"

namespace heser {

/// Why no face was found in a photo, as far as another look can tell: kFaceErased where there is
/// one in what is transparent, kFaceCut where the photo's border goes through one, else kNoFace;
/// its detail names the settings without which one is found ("analyzer.least_face"), if so. Takes
/// as long as searching twice, or more often with settings that look for less than usual. Throws
/// Cancelled. Thread-safe.
Error WhyNoFace(const Analyzer& networks, const Photo& photo, const AnalyzerOptions& options,
                const Progress& progress);

}  // namespace heser
