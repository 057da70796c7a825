#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/aligner/aligned_head.h"
#include "engine/aligner/head_surface.h"
#include "engine/core/progress.h"

namespace heser {

/// The refinement looks at no more sources than this.
inline constexpr std::size_t kMostRefinementSources = 3;

/// What the refinement network sees of one source, S x S.
struct RefinementSource {
  cv::Mat3b color;  ///< RGB, the head crop of the source view; beyond the head extended.
  cv::Mat1b alpha;
  cv::Mat2s places;  ///< S/2 x S/2: for each second pixel of the target's crop the place in
                     ///< `color` that shows it, in pixels x kPlaceUnits; continued smoothly where
                     ///< the source's surface is not seen.
  cv::Mat1b trust;   ///< S/2 x S/2: confidence of that, 0 where it is not seen.
};
inline constexpr int kPlaceUnits = 32;

/// What the refinement network sees of an aligned head: pictures of bytes in the head crop (side
/// S), as it is trained on them. Nothing of it comes from the target's picture: only pose and
/// expression, which the aligned head already has.
struct RefinementInput {
  cv::Mat3b color;  ///< RGB; beyond the head its nearest colours.
  cv::Mat1b alpha;
  cv::Mat1b confidence;
  LabelMap labels;
  cv::Mat3b normals;  ///< Of the face mesh, 128 + 127 n; 128 beside the face.
  std::vector<RefinementSource> sources;
};

/// Head crop (HeadCropFromPhoto) of `head` and of the surfaces that it was made from. `sources`:
/// one to kMostRefinementSources, the nearest first. Thread-safe. Throws Error{kWrongUse},
/// Cancelled.
RefinementInput MakeRefinementInput(const AlignedHead& head,
                                    std::span<const HeadSurface* const> sources,
                                    const cv::Matx23d& crop_from_view, int size,
                                    const Progress& progress);

/// How far the refinement may change a head, 0 to 1: around what its sources showed badly. What
/// they showed well is real and stays. S x S.
struct MendableParts {
  AlphaMap color;
  AlphaMap outline;  ///< Of the head's alpha; reaches farther.
};
/// An inner mouth is another stage's work. Thread-safe.
MendableParts FindMendableParts(const RefinementInput& input);

/// Colours (beyond the head extended) and alpha of a surface's own photo in any crop of its view.
struct SurfaceCrop {
  cv::Mat3b color;
  cv::Mat1b alpha;
};
SurfaceCrop CropSurface(const HeadSurface& surface, const cv::Matx23d& crop_from_view, int size);

}  // namespace heser
