#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/photo/photo.h"

namespace heser {

/// A photo's alpha at the size of its view; empty where the photo has none. Thread-safe.
AlphaMap OpacityOf(const Photo& photo, const HeadView& view);

/// The target with what was blended in its view, enlarged where that was reduced: samples where the
/// blend region is 0 are copied. Thread-safe.
Photo Compose(const Photo& target, const HeadView& view, const BlendResult& blend);

}  // namespace heser
