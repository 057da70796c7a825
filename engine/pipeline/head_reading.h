#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/aligner/head_surface.h"
#include "engine/analysis/analyzer.h"
#include "engine/analysis/face_analysis.h"
#include "engine/core/error.h"
#include "engine/pipeline/stage_cache.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// Numbers for photos and edits, so that stage keys can name them: no two get the same, even if one
/// is freed and another takes its address. Thread-safe.
class InputNumbers {
 public:
  long Of(const std::shared_ptr<const void>& input);

 private:
  std::mutex mutex_;
  std::vector<std::pair<std::weak_ptr<const void>, long>> known_;
  long last_ = 0;
};

/// What is kept of reading one photo.
struct PhotoStages {
  StageCache<std::vector<DetectedFace>> faces;
  StageCache<Error> why_no_face;
  StageCache<HeadView> view;
  double transparent_share = 0;  ///< Goes with the view; see ReadSource.
};

/// What is kept of a head as the later stages work on it, once for each quality.
struct HeadStages {
  StageCache<HeadView> reduced;
  StageCache<HeadView> edited;
  StageCache<HeadView> edited_matte;
  StageCache<FaceQuality> quality;
  StageCache<HeadSurface> surface;
};

/// A view, and the number by which later stages name it.
struct NumberedView {
  std::shared_ptr<const HeadView> view;
  std::shared_ptr<const HeadView> unpainted;  ///< As it was read.
  long number = 0;
  /// The number of `unpainted`: stays where classes and matte are painted over.
  long picture_number = 0;
};

/// A source as the aligner needs it.
struct ReadSource {
  int faces = 0;  ///< How many its photo shows.
  /// Share of the head that its photo's alpha hides, 0 to 1; what is behind it does not count.
  double transparent_share = 0;
  std::shared_ptr<const HeadView> view;
  std::shared_ptr<const HeadView> unpainted;  ///< As it was read.
  std::shared_ptr<const FaceQuality> quality;
  std::shared_ptr<const HeadSurface> surface;
  long surface_number = 0;
  std::vector<StageTime> times;
};

/// Reads the photos of one request. Photos may be read side by side, each with stages of its own.
class HeadReading {
 public:
  /// Keeps references to all that it is given.
  HeadReading(const Analyzer& networks, InputNumbers& numbers, const SwapRequest& request)
      : networks_(networks), numbers_(numbers), request_(request) {}

  /// The faces of a photo, largest first, at least one. `stage` is the name that times get. Throws
  /// Error, see WhyNoFace.
  std::shared_ptr<const std::vector<DetectedFace>> Detect(PhotoStages& stages,
                                                          const PhotoFace& choice,
                                                          const char* stage,
                                                          std::vector<StageTime>& times,
                                                          const Progress& progress) const;

  /// What a photo is read for.
  enum class Role { kTarget, kSource };

  /// The head of the chosen face, a source's with its whole scarf (JoinScarf) and
  /// without what sticks to its hair (TakeStrangersFromHair), at most
  /// `largest_face` pixels large, in a preview reduced, with what was painted over it: so a preview
  /// need not paint on what it reduces. Throws Error (kNoSuchFace; kFaceCut and kFaceErased for a
  /// source).
  NumberedView View(PhotoStages& stages, HeadStages& head, Role role, const PhotoFace& choice,
                    const std::vector<DetectedFace>& faces, double largest_face, const char* stage,
                    std::vector<StageTime>& times, const Progress& progress) const;

  /// Size, pixels, that sources' faces are reduced to for a target with this face.
  double LargestSourceFace(const std::vector<DetectedFace>& target_faces) const;

  /// All of a source from its photo on. Asks `largest_face` once its faces are found, and not
  /// before, so that this can begin while the target is still being searched. Throws Error, also
  /// the source's own fault.
  ReadSource Source(PhotoStages& stages, HeadStages& head, const PhotoFace& source,
                    const std::function<double()>& largest_face, const Progress& progress) const;

 private:
  const Analyzer& networks_;
  InputNumbers& numbers_;
  const SwapRequest& request_;
};

}  // namespace heser
