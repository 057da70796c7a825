#pragma once

#include <optional>

#include "engine/core/image.h"
#include "engine/core/progress.h"

namespace heser {

/// Where each pixel of a hole takes its texture from.
struct PatchSources {
  /// Place (x, y) of the source pixel for pixels of the hole and a rim around it; (-1, -1)
  /// elsewhere.
  cv::Mat2i place;
};

/// Fills a hole with pieces of `usable` by their likeness (space-time completion of Wexler et al.,
/// PAMI 2007, by PatchMatch, Barnes et al., SIGGRAPH 2009), coarse to fine, patches of 7 x 7. Meant
/// for reduced pictures: 128 px take about 0.1 s. What lies near is preferred where several pieces
/// fit. Pixels that are neither hole nor usable are ignored. Nothing where no patch lies within
/// `usable`. Repeatable: the same input gives the same answer. Throws Cancelled. Thread-safe.
std::optional<PatchSources> FindPatchSources(const ColorImage& color, const Mask& hole,
                                             const Mask& usable, const Progress& progress);

/// `color` (at full size) moved as `sources` (found on a reduced copy) say, for pixels of `wanted`;
/// other pixels stay. Where neighbours come from different places they cross-fade. Places outside
/// `usable` (full size) do not count; pixels left without any keep `color`'s value.
ColorImage ApplyPatchSources(const ColorImage& color, const Mask& wanted, const Mask& usable,
                             const PatchSources& sources);

}  // namespace heser
