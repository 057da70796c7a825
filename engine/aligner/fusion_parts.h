#pragma once

#include <span>
#include <vector>

#include "engine/aligner/head_fusion.h"

namespace heser {

/// What is taken from one rendering alone: both eyes, the mouth.
struct FusionPart {
  Mask mask;               ///< Of the window's size.
  bool symmetric = false;  ///< A mirrored photo is believed as much as others.
};

/// The parts of a face that are taken from one rendering each, by the labels of the first; `window`
/// lies in its pictures. Beside a mirrored photo each side of the mouth and each lens of glasses is
/// a part of its own: what the one photo shows at a grazing angle, the other shows well.
/// Thread-safe.
std::vector<FusionPart> FusionPartsOf(std::span<const HeadRendering> renderings,
                                      const cv::Rect& window);

bool WearsGlasses(const AlignedHead& head);

}  // namespace heser
