#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/edits/tile_map.h"
#include "engine/nn/device.h"
#include "engine/photo/photo.h"
#include "engine/pipeline/swap_settings.h"

namespace heser {

class Error;

/// Which face of a photo is meant.
struct FaceChoice {
  /// Number in the order of DetectFaces; 0, or nothing, is the largest.
  std::optional<int> number;
  /// If set, the face whose box holds or is nearest to this place (photo pixels) instead; it must
  /// lie within half a face size.
  std::optional<cv::Point2d> place;
};

/// A photo, the face of it that counts, and what people painted over its classes.
struct PhotoFace {
  std::shared_ptr<const Photo> photo;
  FaceChoice face;
  std::shared_ptr<const TileMap> labels = nullptr;  ///< See LabelEdit; null: nothing.
  /// Of a source: factor of the trust in it, above 0 to 1.
  double weight = 1;
  std::shared_ptr<const TileMap> matte = nullptr;  ///< See WithMatteEdits; null: nothing.
  /// Of a source: it leads (see ChooseLead), whatever its pose. Of several the first does; where
  /// none is pinned the one that fits the target best.
  bool pinned = false;
  /// Of a source: why its photo could not be read, see ReadPhoto; `photo` is null then. Null: it
  /// was read.
  std::shared_ptr<const Error> fault = nullptr;
};

/// What a run is for.
enum class SwapQuality {
  kFinal,    ///< The finished picture.
  kPreview,  ///< A look while something is being changed: heads reduced, no picture composed.
};

/// What to do. A value: the pipeline keeps no reference to it.
struct SwapRequest {
  /// At least one; all of one person. Those that show the very same head, with the same painted
  /// over it, count as one: the pinned of them, else the first.
  std::vector<PhotoFace> sources;
  PhotoFace target;
  SwapSettings settings;
  std::shared_ptr<const TileMap> region = nullptr;     ///< See WithRegionEdits; null: nothing.
  std::shared_ptr<const ColorTileMap> fill = nullptr;  ///< See WithCloneEdits; null: nothing.
  SwapQuality quality = SwapQuality::kFinal;
  /// Of several sources those that were not read, or have no face that can be used, are left out,
  /// which warnings say, as long as another one can be used; otherwise kNoSource is thrown. Without
  /// it the first of them is refused.
  bool leave_out_unusable = false;
};

/// A remark on a result: an identifier and the number behind it; words are made in app/messages.
struct SwapWarning {
  enum class Kind {
    kLargeAngle,      ///< The nearest source is turned away from the target; value = degrees.
    kSourceSmall,     ///< Source head has less resolution than the target; value = ratio.
    kSourceCut,       ///< The source photo's border cuts the head; value = share of the outline.
    kSourceBlurred,   ///< value = blur sigma in pixels at face size 256.
    kClippedLight,    ///< Share of clipped skin pixels in the source.
    kSeveralFaces,    ///< The photo shows several faces and none was chosen; value = how many.
    kDeviceFallback,  ///< The GPU asked for is not there; value = its number, from 0.
    kSourceUnlike,    ///< Weighed down: a face of another shape; value = share of its width.
    kSourceSofter,    ///< Weighed down: softer than the others; value as of kSourceBlurred.
    kNoRefinement,    ///< The refinement network cannot be loaded: geometry alone was used.
    kSourceNoUse,    ///< Turned so far that it shows nothing of the target's side; value = degrees.
    kNoBodyNetwork,  ///< Its weights are missing or do not fit: rules complete the body.
    kNoBlendingNetwork,  ///< Its weights are missing or do not fit: geometry alone blends.
    /// Not the person of the first source; value = cosine of their features, or, where these are
    /// not known, of their looks, less what shapes and skins differ.
    kOtherPerson,
    kTurnedAway,  ///< Turned from the camera, and there is no target yet; value = degrees.
    kHairUnseen,  ///< The target shows no hair to take the colour of: hair keeps its own.
    kNoNeck,      ///< The target shows no body under its face; value = share of it seen there.
    kNotUpright,  ///< The photo stands on its side or on its head; value = degrees.
    kSourceGrey,  ///< The source has no colours, the target has.
    kTargetGrey,  ///< The target has no colours, the source has.
    kBodyHidden,  ///< The old head hid most of neck and shoulders; value = share made up.
    kHeadBeyond,  ///< The target's border cuts the new head; value = share of its outline there.
    /// Left out: no face was found; value = share of it that is transparent; detail: see
    /// WhyNoFace.
    kSourceNoFace,
    kSourceFaceCut,  ///< Left out: its border cuts through the face; value = face sizes beyond it.
    kSourceFaceErased,    ///< Left out: its face is hidden; value = share that is transparent.
    kSourceTwice,         ///< Shows the very head of source number `value` (from 1), counts as it.
    kSourceCopy,          ///< A copy, in other quality, of source number `value` (from 1).
    kLeadLeftOut,         ///< Was to lead, but was left out.
    kFaceLeftOut,         ///< A face of it was asked for, but it was left out.
    kSourceTransparent,   ///< The source hides part of its head; value = share that is transparent.
    kSourceUnreadable,    ///< Left out: its file is no photo, or damaged; detail: how.
    kSourceTooSmall,      ///< Left out: value = pixels of its shorter side.
    kSourceTooLarge,      ///< Left out: value = megapixels.
    kSourceCovered,       ///< A single colour lies over the face; value = share of it.
    kSourceCoveredAside,  ///< The same, and another source that shows all of the face leads.
    kTargetCovered,       ///< The same of the target's face: it gives no colours.
    kTargetTransparent,   ///< The target shows next to nothing of its head; value = share hidden.
    kTargetThin,          ///< The target's face can be seen through; value = share of it.
    kSkinFar,    ///< The head's skin became far lighter or darker; value = factor of its luminance.
    kAlphaLost,  ///< The picture can be seen through, which its file's format does not hold.
  };
  Kind kind;
  int source = -1;  ///< Index of the source it is about; -1: the target or the whole.
  double value = 0;
  std::string detail = {};  ///< Technical, see Error; mostly empty.
  /// Of kOtherPerson: index of the source that says who the person is; -1: not numbered.
  int other = -1;
};

/// Seconds that a stage took in this run; 0 with cached = true where its result was reused.
struct StageTime {
  std::string stage;
  double seconds = 0;
  bool cached = false;
};

/// Everything that a swap made. Pictures are shared, never written to again.
struct SwapResult {
  /// The target with the new head, in its own format; null in a preview.
  std::shared_ptr<const Photo> picture;
  std::shared_ptr<const HeadView> target_view;
  /// Index in the request of each source that was used, ascending. Whatever follows numbers sources
  /// by their place in here, warnings alone by that in the request.
  std::vector<std::size_t> used_sources;
  std::vector<std::shared_ptr<const HeadView>> source_views;
  /// The same before their classes and mattes were painted over; the same objects where none were.
  std::shared_ptr<const HeadView> unpainted_target_view;
  std::vector<std::shared_ptr<const HeadView>> unpainted_source_views;
  std::vector<FaceQuality> source_qualities;        ///< One a source, of its view.
  std::vector<SourceJudgement> source_judgements;   ///< One a source.
  std::shared_ptr<const AlignedHead> aligned_head;  ///< In the pixels of target_view.
  /// Between the directions from which the leading source and the head that is wanted are seen,
  /// see SightDifferenceDegrees: what the source lacks. 0 in a preview.
  double source_angle_degrees = 0;
  std::shared_ptr<const ColorReference> color_reference;
  std::shared_ptr<const BlendResult> blend;
  /// `blend` before its fill and its region were edited by hand and the network corrected it; the
  /// same object where none was done.
  std::shared_ptr<const BlendResult> automatic_blend;
  std::vector<StageTime> times;
  std::vector<SwapWarning> warnings;
};

/// The place in `used_sources` of what stands for a source of the request: itself, or the one that
/// shows the very same head. Nothing where it was left out.
std::optional<std::size_t> PlaceOfSource(const SwapResult& result, std::size_t source);

/// The index in the request of the source that leads, where the pipeline chose it among several;
/// nothing where there was no choice.
std::optional<std::size_t> ChosenLead(const SwapRequest& request, const SwapResult& result);

/// The blend region of a result in the target photo's own pixels, over target_view's window:
/// wherever it is 0, and beyond the window, `picture` holds the target's samples.
AlphaMap BlendRegionInPhoto(const SwapResult& result);

/// The stages of a swap, in their order; identifiers as progress reports and times name them.
inline constexpr const char* kSwapStages[] = {
    "detect_target", "view_target",     "detect_source",   "view_source", "edit_labels",
    "edit_matte",    "reduce",          "measure",         "surface",     "align",
    "find_regions",  "feedback",        "find_refinement", "refine",      "color_reference",
    "find_scene",    "fill_scene",      "finish_head",     "blend",       "edit_fill",
    "edit_region",   "find_correction", "correct",         "compose"};

/// The engine's front door: runs a swap and keeps each stage's result, so that a second run redoes
/// only what depends on what changed. Previews share the reading of the photos with final runs,
/// take over how the last one of the same photos corrected the head, and keep results of their own
/// beyond that. One run at a time; use it from one worker thread.
class SwapPipeline {
 public:
  /// Loads detectors and networks on a thread of its own; what cannot be loaded is told at the
  /// first use. Make it before reading the photos. Throws std::bad_alloc, see
  /// ReserveNetworkMemory.
  explicit SwapPipeline(const ResolvedDevice& device);
  ~SwapPipeline();
  SwapPipeline(const SwapPipeline&) = delete;
  SwapPipeline& operator=(const SwapPipeline&) = delete;

  /// Reports from the calling thread only; sources that are read beside the target are not
  /// reported. Throws Error (kNoFace, kFaceCut, kFaceErased, kNoSource, kNoSuchFace, kTooSmall,
  /// kWrongUse, kBadModel, kOutOfMemory) or Cancelled; the cache stays usable after either.
  SwapResult Run(const SwapRequest& asked, const Progress& progress);

  /// The faces of a photo, largest first.
  std::vector<DetectedFace> DetectFaces(const std::shared_ptr<const Photo>& photo,
                                        const Progress& progress);

  /// The networks that it reads photos with; waits until they are loaded. Throws
  /// Error{kBadModel}. Valid as long as this object.
  const Analyzer& Networks();

  /// Drops every cached result.
  void Forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace heser
