#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/photo/photo.h"

namespace heser {

/// The target's alpha at the view's size; empty where its photo has none. Thread-safe.
AlphaMap OpacityOf(const Photo& target, const HeadView& view);

/// The target with what was blended in its view, enlarged where that was reduced: samples where the
/// blend region is 0 are copied. Thread-safe.
Photo Compose(const Photo& target, const HeadView& view, const BlendResult& blend);

}  // namespace heser
