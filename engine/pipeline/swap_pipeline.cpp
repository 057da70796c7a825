#include "engine/pipeline/swap_pipeline.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <new>
#include <string_view>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/analysis/face_cover.h"
#include "engine/blender/blend_correction.h"
#include "engine/blender/body_net.h"
#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/edits/clone_edits.h"
#include "engine/edits/hand_edits.h"
#include "engine/photo/vips_session.h"
#include "engine/pipeline/composition.h"
#include "engine/pipeline/head_reading.h"
#include "engine/pipeline/optional_network.h"
#include "engine/pipeline/pose_feedback.h"
#include "engine/pipeline/stage_cache.h"
#include "engine/pipeline/swap_warnings.h"
#include "engine/pipeline/usable_sources.h"

namespace heser {
namespace {

// A head turned by less looks nearly as before.
constexpr double kAlikeDegrees = 6;

// Share of a source's head. Of 7 heads that were cut out along their mattes, softly or a little too
// close, none hid as much; with a sixth of the face's width erased, and all beside it, all did.
constexpr double kMostTransparent = 0.03;

struct FoundRegions {
  std::shared_ptr<const TargetRegions> regions;  // Of the whole view.
  std::vector<StageTime> times;
};

/// Both heads as the networks see them.
struct ReadHeads {
  int target_faces = 0;
  NumberedView target;
  std::future<FoundRegions> target_regions;  // Wanted only when the new head is there.
  UsableSources usable;
  std::vector<ReadSource> sources;  // Of these.
  std::vector<StageTime> times;     // The target's.
};

/// How the last final run corrected the head: what is measured takes longer than a preview may.
struct KnownCorrection {
  std::string of;  ///< Key of its photos and of how they are measured.
  long number = 0;
  FaceMesh found;      ///< The destination before it was corrected, pixels of the target view.
  FaceMesh corrected;  ///< The same after.
  std::shared_ptr<const HeadCorrection> refinement;  ///< Null: there was none.
  long refinement_number = 0;
};

/// What is made of the heads, once for each quality.
struct WorkStages {
  HeadStages target;
  std::vector<HeadStages> sources;
  StageCache<FaceMesh> destination;
  StageCache<AlignedHead> aligned;
  StageCache<HeadCorrection> head_correction;
  StageCache<AlignedHead> refined;
  StageCache<ColorReference> color_reference;
  StageCache<TargetRegions> regions;
  StageCache<BlendScene> scene;
  StageCache<BackgroundFill> fill;
  StageCache<ColorImage> foreground;
  StageCache<BlendResult> blend;
  StageCache<BlendResult> edited_fill;
  StageCache<BlendResult> edited_blend;
  StageCache<BlendCorrection> blend_correction;
  StageCache<BlendResult> corrected_blend;
  StageCache<std::shared_ptr<const Photo>> picture;
};

FoundRegions FindRegions(const NumberedView& target, const RemovalOptions& removal,
                         WorkStages& work) {
  const HeadView& view = *target.view;
  StageKey key;
  key.Add(target.number).AddOptions(removal);
  FoundRegions found;
  found.regions = work.regions.Get(key, "find_regions", found.times, [&] {
    return FindTargetRegions(view.color, view.labels, view.matte, view.mesh, removal);
  });
  return found;
}

std::optional<std::size_t> PinnedSource(const SwapRequest& request) {
  const auto found = std::ranges::find(request.sources, true, &PhotoFace::pinned);
  if (found == request.sources.end()) return {};
  return static_cast<std::size_t>(found - request.sources.begin());
}

/// How far the sources belong together. One alone is what there is.
std::vector<SourceJudgement> Judge(const std::vector<std::shared_ptr<const HeadView>>& views,
                                   const std::vector<FaceQuality>& qualities,
                                   std::optional<std::size_t> pinned) {
  std::vector<FaceMesh> meshes;
  std::vector<double> blur;
  for (std::size_t i = 0; i < views.size(); ++i) {
    meshes.push_back(views[i]->mesh);
    blur.push_back(qualities[i].sharpness);
  }
  return JudgeSources(meshes, blur, pinned);
}

/// Both heads as the blender sees them, and the numbers by which stages name them.
struct HeadsToBlend {
  const HeadView& target;
  long target_number = 0;
  const AlignedHead& head;
  long head_number = 0;
};

struct BlendedHead {
  std::shared_ptr<const ColorReference> colors;
  std::shared_ptr<const BlendResult> blend;
};

/// Puts the new head into the target. Colours need nothing of the scene and the finished head
/// nothing of the fill: they are made side by side.
BlendedHead Blend(const SwapRequest& request, const HeadsToBlend& heads,
                  const TargetRegions& target_regions, const BodyCompleter* completer,
                  WorkStages& work, std::vector<StageTime>& times, const Progress& progress) {
  const HeadView& target = heads.target;
  const AlignedHead& head = heads.head;
  BlenderOptions options = request.settings.blender;
  options.network = 0;  // It works on what comes of this.
  // Textures behind the head take longer than all else, and are hardly seen in a preview.
  if (request.quality == SwapQuality::kPreview) options.fill.patches = false;

  BlendedHead blended;
  std::vector<StageTime> finish_times;
  // Declared before the task that it waits for: if this thread is cancelled before it runs that
  // task, the task goes first and the other thread hears of it.
  std::future<std::shared_ptr<const ColorImage>> finished;
  std::packaged_task<std::shared_ptr<const BlendScene>()> find_scene([&] {
    StageKey key;
    key.Add(heads.head_number).Add(work.regions.number()).AddOptions(options.edge);
    return work.scene.Get(key, "find_scene", times,
                          [&] { return FindBlendScene(target, target_regions, head, options); });
  });
  const auto scene_found = find_scene.get_future().share();

  finished = std::async(std::launch::async, [&, scene_found] {
    StageKey color_key;
    color_key.Add(heads.head_number).Add(heads.target_number);
    color_key.AddOptions(request.settings.color_reference);
    blended.colors = work.color_reference.Get(color_key, "color_reference", finish_times, [&] {
      return MakeColorReference(head, WithoutCover(target), request.settings.color_reference,
                                progress.Unreported());
    });
    const auto& scene = scene_found.get();
    StageKey finish_key;
    finish_key.Add(work.scene.number()).Add(work.color_reference.number());
    finish_key.Add(options.decontaminate).Add(options.finish);
    return work.foreground.Get(finish_key, "finish_head", finish_times, [&] {
      return FinishHead(target, head, *blended.colors, *scene, options);
    });
  });
  progress.Part(0.75, 0.78, "color_reference").Report(0);
  find_scene();
  const auto& scene = scene_found.get();
  StageKey fill_key;
  fill_key.Add(work.scene.number()).AddOptions(options.fill);
  const auto fill = work.fill.Get(fill_key, "fill_scene", times, [&] {
    return FillScene(target, head, *scene, options, completer, progress.Part(0.78, 0.92, "blend"));
  });
  const auto foreground = finished.get();
  std::ranges::move(finish_times, std::back_inserter(times));

  StageKey blend_key;
  blend_key.Add(work.fill.number()).Add(work.foreground.number()).Add(options.chin_shadow);
  blended.blend = work.blend.Get(blend_key, "blend", times, [&] {
    progress.Part(0.92, 0.94, "blend").Report(0);
    return ComposeBlend(target, head, *scene, *fill, *foreground, options,
                        OpacityOf(*request.target.photo, target));
  });
  return blended;
}

}  // namespace

struct SwapPipeline::State {
  explicit State(ResolvedDevice resolved) : device(std::move(resolved)) {}

  void StartLoading() {
    // It changes the environment, which the loader reads.
    StartVips();
    loading = std::async(std::launch::async, [used = device.device] { return Analyzer(used); });
  }

  const Analyzer& Networks() {
    if (!analyzer) analyzer.emplace(loading.valid() ? loading.get() : Analyzer(device.device));
    return *analyzer;
  }

  /// Reads the target here and the sources beside it on a second thread: searching for faces and
  /// reading labels leave half of two cores idle. The target's errors come first, then those of
  /// the sources.
  ReadHeads Read(const SwapRequest& request, WorkStages& work, const Progress& progress) {
    const HeadReading reading(Networks(), numbers, request);
    const std::size_t count = request.sources.size();
    sources.resize(count);
    work.sources.resize(count);
    ReadHeads read;
    std::vector<ReadSource> every(count);
    std::vector<std::exception_ptr> failures(count);
    std::promise<double> target_found;
    const std::shared_future<double> largest_source = target_found.get_future().share();
    std::atomic<std::size_t> next = 0;
    const auto read_sources = [&](const Progress& own) {
      for (std::size_t i = next++; i < count; i = next++) {
        try {
          const double share = 1 / static_cast<double>(count);
          const double begin = static_cast<double>(i) * share;
          every[i] = reading.Source(
              sources[i], work.sources[i], request.sources[i], [&] { return largest_source.get(); },
              own.Part(begin, begin + share));
        } catch (...) {
          failures[i] = std::current_exception();
        }
      }
    };
    std::future<void> beside = std::async(std::launch::async, read_sources, progress.Unreported());
    std::shared_ptr<const std::vector<DetectedFace>> faces;
    try {
      faces = reading.Detect(target, request.target, "detect_target", read.times,
                             progress.Part(0, 0.3, "detect_target"));
      target_found.set_value(reading.LargestSourceFace(*faces));
    } catch (...) {
      // The second thread must not wait for what never comes.
      next = count;
      target_found.set_exception(std::current_exception());
      throw;
    }
    read.target_faces = static_cast<int>(faces->size());
    read.target = reading.View(target, work.target, HeadReading::Role::kTarget, request.target,
                               *faces, request.settings.resolution.largest_face, "view_target",
                               read.times, progress.Part(0.3, 0.5, "view_target"));
    read.target_regions =
        std::async(std::launch::async, [&work, &request, target_view = read.target] {
          return FindRegions(target_view, request.settings.blender.removal, work);
        });
    read_sources(progress.Part(0.5, 1));
    beside.get();
    std::vector<std::shared_ptr<const HeadView>> views;
    std::ranges::transform(every, std::back_inserter(views), &ReadSource::view);
    read.usable = FindUsableSources(request, failures, views);
    for (const std::size_t i : read.usable.indices) read.sources.push_back(std::move(every[i]));
    return read;
  }

  ResolvedDevice device;
  std::future<Analyzer> loading;
  std::optional<Analyzer> analyzer;
  OptionalNetwork<HeadRefiner> refiner{"aligner_net.hwt"};
  OptionalNetwork<BodyNet> body{"body_net.hwt"};
  OptionalNetwork<BlendingNet> blending{"blending_unet.hwt"};
  InputNumbers numbers;

  PhotoStages target;
  std::vector<PhotoStages> sources;
  WorkStages final_work;
  WorkStages preview_work;
  KnownCorrection known;

  /// Names the photos as they were read, which leads, and how heads are measured.
  std::string CorrectionKey(const FeedbackOptions& feedback, std::optional<std::size_t> lead,
                            const std::vector<std::size_t>& used) {
    StageKey key;
    key.Add(target.view.number()).AddOptions(feedback);
    key.Add(lead ? std::to_string(*lead) : "none");
    for (const std::size_t i : used) key.Add(sources[i].view.number());
    return key.Text();
  }
};

SwapPipeline::SwapPipeline(const ResolvedDevice& device) : state_(std::make_unique<State>(device)) {
  ReserveNetworkMemory();
  state_->StartLoading();
}

SwapPipeline::~SwapPipeline() = default;

void SwapPipeline::Forget() {
  auto fresh = std::make_unique<State>(state_->device);
  fresh->loading = std::move(state_->loading);
  fresh->analyzer = std::move(state_->analyzer);
  fresh->refiner = std::move(state_->refiner);
  fresh->body = std::move(state_->body);
  fresh->blending = std::move(state_->blending);
  state_ = std::move(fresh);
}

const Analyzer& SwapPipeline::Networks() { return state_->Networks(); }

std::vector<DetectedFace> SwapPipeline::DetectFaces(const std::shared_ptr<const Photo>& photo,
                                                    const Progress& progress) {
  return state_->Networks().DetectFaces(*photo, {}, progress);
}

SwapResult SwapPipeline::Run(const SwapRequest& asked, const Progress& progress) try {
  State& s = *state_;
  const SwapSettings& settings = asked.settings;
  settings.Check();
  if (asked.sources.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  for (const PhotoFace& source : asked.sources) {
    if (!(source.weight > 0 && source.weight <= 1)) {
      throw Error(ErrorKind::kWrongUse, "sources", "weights lie above 0 and at most at 1");
    }
  }
  SwapResult result;
  std::vector<StageTime>& times = result.times;
  const SwapQuality quality = asked.quality;
  WorkStages& work = quality == SwapQuality::kFinal ? s.final_work : s.preview_work;

  if (const auto missing = s.device.missing_gpu) {
    result.warnings.push_back({SwapWarning::Kind::kDeviceFallback, -1, double(*missing)});
  }
  ReadHeads read = s.Read(asked, work, progress.Part(0, 0.55));
  const SwapRequest& request = read.usable.request;
  result.used_sources = read.usable.indices;
  std::ranges::copy(read.usable.warnings, std::back_inserter(result.warnings));
  std::ranges::move(read.times, std::back_inserter(times));
  WarnOfSeveralFaces(read.target_faces, request.target.face, -1, result.warnings);
  WarnOfTransparentTarget(*request.target.photo, *read.target.view, result.warnings);
  WarnOfCoveredTarget(*read.target.view, result.warnings);
  result.target_view = read.target.view;
  result.unpainted_target_view = read.target.unpainted;
  const HeadView& target = *result.target_view;

  const FaceMeshModel& model = DefaultFaceMeshModel();
  AlignerInput input;
  input.target = target.mesh;
  input.size = target.color.size();
  input.mirrored = settings.aligner.mirrored;
  input.lead = PinnedSource(request);
  StageKey align_key;
  for (std::size_t i = 0; i < read.sources.size(); ++i) {
    const ReadSource& source = read.sources[i];
    std::ranges::copy(source.times, std::back_inserter(times));
    const int number = static_cast<int>(result.used_sources[i]);
    WarnOfSeveralFaces(source.faces, request.sources[i].face, number, result.warnings);
    if (source.transparent_share > kMostTransparent) {
      result.warnings.push_back(
          {SwapWarning::Kind::kSourceTransparent, number, source.transparent_share});
    }
    result.source_views.push_back(source.view);
    result.unpainted_source_views.push_back(source.unpainted);
    result.source_qualities.push_back(*source.quality);
    input.sources.push_back(source.surface);
    align_key.Add(source.surface_number).Add(request.sources[i].weight);
    align_key.Add(input.lead == i);
  }

  // A second correction is seldom seen, and a preview has no time for it.
  FeedbackOptions feedback = settings.feedback;
  if (quality == SwapQuality::kPreview) feedback.rounds = std::min(feedback.rounds, 1);

  // Head2Head.
  result.source_judgements = Judge(result.source_views, result.source_qualities, input.lead);
  for (std::size_t i = 0; i < request.sources.size(); ++i) {
    input.trust.push_back(result.source_judgements[i].trust * request.sources[i].weight);
  }
  const BodyCompleter* completer = nullptr;
  if (settings.blender.fill.complete_body) {
    completer = s.body.Get(s.device.device);
    if (completer == nullptr) result.warnings.push_back({SwapWarning::Kind::kNoBodyNetwork, -1, 0});
  }
  align_key.Add(read.target.picture_number).AddOptions(settings.aligner);
  align_key.Add(settings.blender.fill.complete_body);
  const std::string correction_key =
      s.CorrectionKey(settings.feedback, input.lead, result.used_sources);
  const bool is_known = quality == SwapQuality::kPreview && s.known.of == correction_key;
  align_key.AddOptions(feedback).Add(is_known ? s.known.number : 0);
  const auto destination = work.destination.Get(align_key, "feedback", times, [&] {
    const FaceMesh found = FindDestination(input, model, settings.aligner);
    if (is_known) return CorrectAlike(found, s.known.found, s.known.corrected);
    return CorrectPose(found, input, *read.target.unpainted, {s.Networks(), completer}, feedback,
                       progress.Part(0.55, 0.65, "feedback"));
  });
  if (quality == SwapQuality::kFinal && s.known.number != work.destination.number()) {
    const FaceMesh found = FindDestination(input, model, settings.aligner);
    s.known = {correction_key, work.destination.number(), found, *destination, nullptr, 0};
  }
  const auto aligned = work.aligned.Get(
      StageKey().Add(work.destination.number()), "align", times,
      [&] { return AlignHeadAt(input, *destination, progress.Part(0.65, 0.73, "align")); });
  result.aligned_head = aligned;
  long head_number = work.aligned.number();
  if (settings.refinement.amount > 0) {
    if (const HeadRefiner* refiner = s.refiner.Get(s.device.device)) {
      // In the head's own frame it fits heads in nearly the same pose.
      const bool fits = is_known && s.known.refinement != nullptr &&
                        PoseDifferenceDegrees(*destination, s.known.corrected) < kAlikeDegrees;
      constexpr const char* kFind = "find_refinement";
      const auto correction =
          fits ? s.known.refinement
               : work.head_correction.Get(StageKey().Add(head_number), kFind, times, [&] {
                   return refiner->Correct(*aligned, input, progress.Part(0.73, 0.75, kFind));
                 });
      const long correction_number =
          fits ? s.known.refinement_number : work.head_correction.number();
      if (quality == SwapQuality::kFinal) {
        s.known.refinement = correction;
        s.known.refinement_number = correction_number;
      }
      StageKey key;
      key.Add(head_number).Add(correction_number).AddOptions(settings.refinement);
      result.aligned_head = work.refined.Get(key, "refine", times, [&] {
        return ApplyCorrection(*aligned, *correction, settings.refinement.amount);
      });
      head_number = work.refined.number();
    } else {
      result.warnings.push_back({SwapWarning::Kind::kNoRefinement, -1, 0});
    }
  }

  // Head2Scene.
  FoundRegions found = read.target_regions.get();
  std::ranges::move(found.times, std::back_inserter(times));
  const BlendedHead blended =
      Blend(request, {target, read.target.number, *result.aligned_head, head_number},
            *found.regions, completer, work, times, progress);
  result.color_reference = blended.colors;
  result.blend = blended.blend;
  result.automatic_blend = result.blend;
  long blend_number = work.blend.number();
  if (request.fill != nullptr && !request.fill->empty()) {
    StageKey key;
    key.Add(blend_number).Add(s.numbers.Of(request.fill));
    result.blend = work.edited_fill.Get(key, "edit_fill", times, [&] {
      return WithCloneEdits(target, *result.blend, *request.fill);
    });
    blend_number = work.edited_fill.number();
  }
  if (request.region != nullptr && !request.region->empty()) {
    StageKey key;
    key.Add(blend_number).Add(s.numbers.Of(request.region));
    result.blend = work.edited_blend.Get(key, "edit_region", times, [&] {
      return WithRegionEdits(target, *result.aligned_head, *result.color_reference, *result.blend,
                             *request.region);
    });
    blend_number = work.edited_blend.number();
  }
  if (settings.blender.network > 0) {
    if (const BlendingNet* network = s.blending.Get(s.device.device)) {
      const auto correction =
          work.blend_correction.Get(StageKey().Add(blend_number), "find_correction", times, [&] {
            return FindBlendCorrection(target, *result.aligned_head, *result.blend, *network,
                                       progress.Part(0.94, 0.97, "find_correction"));
          });
      StageKey key;
      key.Add(work.blend_correction.number()).Add(settings.blender.network);
      result.blend = work.corrected_blend.Get(key, "correct", times, [&] {
        return WithCorrection(*result.blend, *correction, settings.blender.network);
      });
      blend_number = work.corrected_blend.number();
    } else {
      result.warnings.push_back({SwapWarning::Kind::kNoBlendingNetwork, -1, 0});
    }
  }
  if (quality == SwapQuality::kPreview) return result;
  result.picture = *work.picture.Get(StageKey().Add(blend_number), "compose", times, [&] {
    progress.Part(0.97, 1, "compose").Report(0);
    return std::make_shared<const Photo>(Compose(*request.target.photo, target, *result.blend));
  });
  result.source_angle_degrees = SightDifferenceDegrees(
      result.source_views[static_cast<std::size_t>(result.aligned_head->source)]->mesh,
      s.known.found);
  std::ranges::move(FindWarnings(result, s.known.found), std::back_inserter(result.warnings));
  progress.Report(1);
  return result;
} catch (const std::bad_alloc&) {
  throw Error(ErrorKind::kOutOfMemory, "swap");
} catch (const cv::Exception& failure) {
  // OpenCV reports a failed allocation as an exception of its own.
  if (failure.code == cv::Error::StsNoMem) throw Error(ErrorKind::kOutOfMemory, "swap");
  throw;
} catch (const std::exception& failure) {
  // So does LibTorch, and only its words tell this one from others.
  if (std::string_view(failure.what()).find("can't allocate memory") != std::string_view::npos) {
    throw Error(ErrorKind::kOutOfMemory, "swap");
  }
  throw;
}

}  // namespace heser
