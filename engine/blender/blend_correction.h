#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/blender/blender.h"
#include "engine/blender/blending_net.h"
#include "engine/core/progress.h"

namespace heser {

/// What the blending network would change of a composite, small and smooth enough to be laid over
/// it at any resolution.
struct BlendCorrection {
  cv::Rect square;  ///< What the network saw: pixels of the view; may reach beyond it.
  /// To be added, sRGB-encoded, over `square`, reduced; 0 at the square's sides. Within the head it
  /// holds low frequencies only: the head's details are the source's own.
  cv::Mat3f change;
};

/// Corrects the body in the blend region and the head next to it (contact shadow, neck, collar,
/// seam); further in the head and before the background the change is 0. Runs the network on the
/// head crop of a composite (BlendingCropFromPhoto, wider where the blend region is) at 512 x 512,
/// or at 256 x 256 where the view has no more to show. `blend` may have been edited by hand. Throws
/// Cancelled. Thread-safe.
BlendCorrection FindBlendCorrection(const HeadView& target, const AlignedHead& head,
                                    const BlendResult& blend, const BlendingNet& network,
                                    const Progress& progress);

/// The composite with `amount` (0 to 1) of the correction, brought to its resolution. Where the
/// blend region is 0 every pixel stays as it is, bit for bit; where it is below a quarter the
/// change fades. Thread-safe.
BlendResult WithCorrection(const BlendResult& blend, const BlendCorrection& correction,
                           double amount);

}  // namespace heser
