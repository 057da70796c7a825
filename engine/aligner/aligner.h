#pragma once

#include <memory>
#include <vector>

#include "engine/aligner/destination_mesh.h"
#include "engine/aligner/head_surface.h"
#include "engine/aligner/posed_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/core/progress.h"

namespace heser {

/// Tunables of the alignment: where the face goes (DestinationOptions) is what people set.
using AlignerOptions = DestinationOptions;

/// A source view larger than this times the target's face should be reduced before it is lifted.
inline constexpr double kLargestSourceScale = 1.3;

struct AlignerInput {
  /// At least one, of one person. See BuildHeadSurface; kept by the caller, because they do not
  /// depend on the target.
  std::vector<std::shared_ptr<const HeadSurface>> sources;
  FaceMesh target;  ///< Mesh of the target's face, target view pixels.
  cv::Size size;    ///< Of the target view.
};

/// Number of the source whose pose is nearest to the target's; of equals, one that is turned
/// further away than the target is worse. Throws Error{kWrongUse} for no source.
std::size_t NearestSource(const std::vector<FaceMesh>& sources, const FaceMesh& target);

/// Gives the source head the target's pose and expression (the Head2Head Aligner's geometry): the
/// head of the nearest source in angle, at the destination of all. Throws Error{kWrongUse} for no
/// source or bad options, Cancelled. Thread-safe.
AlignedHead AlignHead(const AlignerInput& input, const FaceMeshModel& model,
                      const AlignerOptions& options, const Progress& progress);

/// The same at a destination that the caller knows, e.g. from CorrectDestination.
AlignedHead AlignHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress);

}  // namespace heser
