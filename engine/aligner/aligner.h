#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/aligner/destination_mesh.h"
#include "engine/aligner/head_surface.h"
#include "engine/aligner/posed_head.h"
#include "engine/aligner/source_choice.h"
#include "engine/analysis/face_analysis.h"
#include "engine/core/progress.h"

namespace heser {

/// Tunables of the alignment: where the face goes, and what it is made from.
struct AlignerOptions : DestinationOptions {
  /// See AlignerInput::mirrored.
  double mirrored = kMirroredTrust;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    DestinationOptions::VisitOptions(self, visit);
    visit(self.mirrored, OptionInfo{"mirrored", "amount", 0, 1,
                                    "How far the mirrored photo stands in for the side of the head "
                                    "that the photo hides."});
  }
  void Check() const { CheckOptions(*this, "aligner"); }
};

/// A source view larger than this times the target's face should be reduced before it is lifted.
inline constexpr double kLargestSourceScale = 1.3;

struct AlignerInput {
  /// At least one, of one person. See BuildHeadSurface; kept by the caller, because they do not
  /// depend on the target.
  std::vector<std::shared_ptr<const HeadSurface>> sources;
  /// How much each source is believed, 0 to 1 (see JudgeSources); empty: all alike.
  std::vector<double> trust;
  /// The source that leads, whatever its pose; nothing: that of the target's pose (of those that
  /// show all of the face, see HeadSurface::missing, if there are any), until offsets bring the
  /// head clearly nearer to another.
  std::optional<std::size_t> lead;
  /// How much a mirrored photo is believed beside the others, 0 to 1; at 0 none joins.
  double mirrored = kMirroredTrust;
  FaceMesh target;  ///< Mesh of the target's face, target view pixels.
  cv::Size size;    ///< Of the target view.
};

/// Where the face of all sources goes to have the target's pose and expression, target view pixels:
/// MakeDestinationMesh with the input's shapes and trust. Throws Error{kWrongUse} for no source,
/// bad options or a wrong number of trusts. Thread-safe.
FaceMesh FindDestination(const AlignerInput& input, const FaceMeshModel& model,
                         const AlignerOptions& options);

/// Gives the source head the pose and expression of a destination (the Head2Head Aligner's
/// geometry), that of FindDestination or CorrectDestination: rendered from the views of ChooseViews
/// and fused (see FuseHeads). `source` and `angle_degrees` of the result are those of the leading
/// one. Throws as FindDestination, Cancelled. Thread-safe.
AlignedHead AlignHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress);

/// The same without the texture of hair that no source shows: enough to measure the face.
AlignedHead DraftHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress);

/// The sources that AlignHeadAt makes that head of, the leading one first, mirrored ones left out.
std::vector<std::size_t> SourcesShown(const AlignerInput& input, const FaceMesh& destination);

}  // namespace heser
