#include "engine/pipeline/swap_pipeline.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <new>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/blender/blend_correction.h"
#include "engine/core/error.h"
#include "engine/core/resources.h"
#include "engine/edits/hand_edits.h"
#include "engine/pipeline/pose_feedback.h"
#include "engine/pipeline/stage_cache.h"
#include "engine/pipeline/swap_warnings.h"

namespace heser {
namespace {

using Faces = std::vector<DetectedFace>;

constexpr const char* kBlendingWeights = "blending_unet.hwt";

// A place counts for a face whose box is at most this far away, face sizes: hair and chin, which
// people also point at, lie outside the box.
constexpr double kFaceReach = 0.5;

// Previews are worked on with faces of this size, pixels: a change of colour then takes a twentieth
// of the time that it takes at 900.
constexpr double kPreviewFace = 160;

/// Reading one photo.
struct PhotoStages {
  StageCache<Faces> faces;
  StageCache<HeadView> view;
};

/// A head as the later stages work on it.
struct HeadStages {
  StageCache<HeadView> reduced;
  StageCache<HeadView> edited;
  StageCache<FaceQuality> quality;
  StageCache<HeadSurface> surface;
};

/// What is made of the heads, once for each quality.
struct WorkStages {
  HeadStages target;
  std::vector<HeadStages> sources;
  StageCache<AlignedHead> aligned;
  StageCache<AlignedHead> corrected;
  StageCache<HeadCorrection> head_correction;
  StageCache<AlignedHead> refined;
  StageCache<ColorReference> color_reference;
  StageCache<BlendResult> blend;
  StageCache<BlendResult> edited_blend;
  StageCache<BlendCorrection> blend_correction;
  StageCache<BlendResult> corrected_blend;
  StageCache<std::shared_ptr<const Photo>> picture;
};

/// A view and the number by which later stages name it.
struct NumberedView {
  std::shared_ptr<const HeadView> view;
  long number = 0;
};

std::string PhotoName(const Photo& photo) { return photo.origin().path.string(); }

const DetectedFace& ChooseFace(const Faces& faces, const FaceChoice& choice, const Photo& photo) {
  if (faces.empty()) throw Error(ErrorKind::kNoFace, PhotoName(photo));
  if (choice.place) {
    const auto distance = [&](const DetectedFace& face) {
      const cv::Rect2d box = face.Box();
      const double x = std::max({box.x - choice.place->x, choice.place->x - box.br().x, 0.0});
      const double y = std::max({box.y - choice.place->y, choice.place->y - box.br().y, 0.0});
      return std::hypot(x, y) / FaceSize(face.mesh);
    };
    const auto nearest = std::ranges::min_element(faces, {}, distance);
    if (distance(*nearest) <= kFaceReach) return *nearest;
    throw Error(ErrorKind::kNoSuchFace, PhotoName(photo), "no face at that place",
                static_cast<double>(faces.size()));
  }
  const int number = choice.number.value_or(0);
  if (number < 0 || number >= static_cast<int>(faces.size())) {
    throw Error(ErrorKind::kNoSuchFace, PhotoName(photo), "face " + std::to_string(number + 1),
                static_cast<double>(faces.size()));
  }
  return faces[static_cast<std::size_t>(number)];
}

StageKey& AddChoice(StageKey& key, const FaceChoice& choice) {
  key.Add(choice.number.value_or(0)).Add(choice.place.has_value());
  if (choice.place) key.Add(choice.place->x).Add(choice.place->y);
  return key;
}

/// Steps of a twelfth keep a source's view valid while the target's face changes a little.
double RoundUpSize(double face_size) {
  return std::exp2(std::ceil(std::log2(face_size) * 12) / 12);
}

/// How far the sources belong together. One alone is what there is.
std::vector<SourceJudgement> Judge(const std::vector<std::shared_ptr<const HeadView>>& views,
                                   const std::vector<FaceQuality>& qualities) {
  std::vector<FaceMesh> meshes;
  std::vector<double> blur;
  for (std::size_t i = 0; i < views.size(); ++i) {
    meshes.push_back(views[i]->mesh);
    blur.push_back(qualities[i].sharpness);
  }
  return JudgeSources(meshes, blur);
}

// The target's alpha at the view's size; empty where its photo has none.
AlphaMap OpacityOf(const Photo& target, const HeadView& view) {
  if (!target.HasAlpha()) return {};
  AlphaMap whole = target.Alpha(view.window);
  if (whole.size() == view.color.size()) return whole;
  AlphaMap opacity;
  cv::resize(whole, opacity, view.color.size(), 0, 0, cv::INTER_AREA);
  return opacity;
}

/// At the photo's own size: pixels enlarged, never mixed, so that 0 stays 0.
AlphaMap EnlargedRegion(const HeadView& view, const BlendResult& blend) {
  AlphaMap region;
  cv::resize(blend.blend_region, region, view.window.size(), 0, 0, cv::INTER_NEAREST);
  return region;
}

Photo Compose(const Photo& target, const HeadView& view, const BlendResult& blend) {
  if (view.scale == 1) {
    return blend.opacity.empty()
               ? target.WithPixels(view.window, blend.color, blend.blend_region)
               : target.WithPixels(view.window, blend.color, blend.blend_region, blend.opacity);
  }
  ColorImage color;
  cv::resize(blend.color, color, view.window.size(), 0, 0, cv::INTER_CUBIC);
  const AlphaMap region = EnlargedRegion(view, blend);
  if (blend.opacity.empty()) return target.WithPixels(view.window, color, region);
  AlphaMap opacity;
  cv::resize(blend.opacity, opacity, view.window.size(), 0, 0, cv::INTER_LINEAR);
  return target.WithPixels(view.window, color, region, opacity);
}

}  // namespace

struct SwapPipeline::State {
  explicit State(ResolvedDevice resolved) : device(std::move(resolved)) {}

  void StartLoading() {
    loading = std::async(std::launch::async, [used = device.device] { return Analyzer(used); });
  }

  const Analyzer& Networks() {
    if (!analyzer) analyzer.emplace(loading.valid() ? loading.get() : Analyzer(device.device));
    return *analyzer;
  }

  /// The refinement network; null where its weights cannot be used.
  const HeadRefiner* Refiner() {
    if (!refiner && !refiner_failed) {
      try {
        refiner.emplace(HeadRefiner::Load(ModelPath("aligner_net.hwt"), device.device));
      } catch (const Error&) {
        refiner_failed = true;
      }
    }
    return refiner ? &*refiner : nullptr;
  }

  /// Null where its weights cannot be used.
  const BlendingNet* BlendingNetwork() {
    if (!blending_network_tried) {
      blending_network_tried = true;
      try {
        blending_network.emplace(BlendingNet::Load(ModelPath(kBlendingWeights), device.device));
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::kBadModel) throw;
      }
    }
    return blending_network ? &*blending_network : nullptr;
  }

  /// A number for a photo or for edits that no other gets, even if one is freed and another takes
  /// its address.
  long NumberOf(const std::shared_ptr<const void>& input) {
    std::erase_if(known_inputs, [](const auto& known) { return known.first.expired(); });
    for (const auto& [known, number] : known_inputs) {
      if (known.lock() == input) return number;
    }
    known_inputs.emplace_back(input, ++last_input);
    return last_input;
  }

  std::shared_ptr<const Faces> Detect(PhotoStages& stages, const PhotoFace& choice,
                                      const char* stage, const AnalyzerOptions& options,
                                      std::vector<StageTime>& times, const Progress& progress) {
    StageKey key;
    key.Add(NumberOf(choice.photo)).AddOptions(options);
    return stages.faces.Get(key, stage, times, [&] {
      return Networks().DetectFaces(*choice.photo, options, progress);
    });
  }

  std::shared_ptr<const HeadView> View(PhotoStages& stages, const PhotoFace& choice,
                                       const Faces& faces, double largest_face, const char* stage,
                                       const AnalyzerOptions& options,
                                       std::vector<StageTime>& times, const Progress& progress) {
    const DetectedFace& face = ChooseFace(faces, choice.face, *choice.photo);
    StageKey key;
    AddChoice(key.Add(stages.faces.number()), choice.face).Add(largest_face);
    return stages.view.Get(key, stage, times, [&] {
      return Networks().ViewHead(*choice.photo, face, largest_face, options, progress);
    });
  }

  /// The view, for a preview reduced, with what was painted over it: so a preview need not paint on
  /// what it reduces.
  NumberedView WorkingView(const PhotoStages& photo, HeadStages& head,
                           std::shared_ptr<const HeadView> view,
                           const std::shared_ptr<const TileMap>& edits, SwapQuality quality,
                           std::vector<StageTime>& times) {
    NumberedView working{std::move(view), photo.view.number()};
    if (quality == SwapQuality::kPreview) {
      const auto reduced =
          head.reduced.Get(StageKey().Add(working.number), "reduce", times,
                           [&] { return ReduceView(*working.view, kPreviewFace); });
      working = {reduced, head.reduced.number()};
    }
    if (edits == nullptr || edits->empty()) return working;
    const auto edited =
        head.edited.Get(StageKey().Add(working.number).Add(NumberOf(edits)), "edit_labels", times,
                        [&] { return WithLabelEdits(*working.view, *edits); });
    return {edited, head.edited.number()};
  }

  ResolvedDevice device;
  std::future<Analyzer> loading;
  std::optional<Analyzer> analyzer;
  std::optional<HeadRefiner> refiner;
  bool refiner_failed = false;
  std::optional<BlendingNet> blending_network;
  bool blending_network_tried = false;
  std::vector<std::pair<std::weak_ptr<const void>, long>> known_inputs;
  long last_input = 0;

  PhotoStages target;
  std::vector<PhotoStages> sources;
  WorkStages final_work;
  WorkStages preview_work;
};

SwapPipeline::SwapPipeline(const ResolvedDevice& device) : state_(std::make_unique<State>(device)) {
  state_->StartLoading();
}

SwapPipeline::~SwapPipeline() = default;

void SwapPipeline::Forget() {
  auto fresh = std::make_unique<State>(state_->device);
  fresh->loading = std::move(state_->loading);
  fresh->analyzer = std::move(state_->analyzer);
  fresh->refiner = std::move(state_->refiner);
  fresh->refiner_failed = state_->refiner_failed;
  fresh->blending_network = std::move(state_->blending_network);
  fresh->blending_network_tried = state_->blending_network_tried;
  state_ = std::move(fresh);
}

AlphaMap BlendRegionInPhoto(const SwapResult& result) {
  const HeadView& view = *result.target_view;
  return view.scale == 1 ? result.blend->blend_region : EnlargedRegion(view, *result.blend);
}

const Analyzer& SwapPipeline::Networks() { return state_->Networks(); }

std::vector<DetectedFace> SwapPipeline::DetectFaces(const std::shared_ptr<const Photo>& photo,
                                                    const Progress& progress) {
  return state_->Networks().DetectFaces(*photo, {}, progress);
}

SwapResult SwapPipeline::Run(const SwapRequest& request, const Progress& progress) try {
  State& s = *state_;
  const SwapSettings& settings = request.settings;
  settings.Check();
  if (request.sources.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  for (const PhotoFace& source : request.sources) {
    if (!(source.weight > 0 && source.weight <= 1)) {
      throw Error(ErrorKind::kWrongUse, "sources", "weights lie above 0 and at most at 1");
    }
  }
  SwapResult result;
  std::vector<StageTime>& times = result.times;
  const SwapQuality quality = request.quality;
  WorkStages& work = quality == SwapQuality::kFinal ? s.final_work : s.preview_work;

  if (!s.device.note.empty()) {
    result.warnings.push_back({SwapWarning::Kind::kDeviceFallback, -1, 0});
  }
  const auto note_several = [&](const Faces& faces, const FaceChoice& choice, int source) {
    if (faces.size() > 1 && !choice.number && !choice.place) {
      result.warnings.push_back(
          {SwapWarning::Kind::kSeveralFaces, source, static_cast<double>(faces.size())});
    }
  };

  // Both heads as the networks see them.
  const auto target_faces = s.Detect(s.target, request.target, "detect_target", settings.analyzer,
                                     times, progress.Part(0, 0.15, "detect_target"));
  note_several(*target_faces, request.target.face, -1);
  const auto target_view =
      s.View(s.target, request.target, *target_faces, settings.resolution.largest_face,
             "view_target", settings.analyzer, times, progress.Part(0.15, 0.25, "view_target"));
  const double largest_source =
      RoundUpSize(target_view->face_size() * settings.resolution.source_to_target);
  const NumberedView working_target =
      s.WorkingView(s.target, work.target, target_view, request.target.labels, quality, times);
  result.target_view = working_target.view;
  const HeadView& target = *result.target_view;

  const FaceMeshModel& model = DefaultFaceMeshModel();
  AlignerInput input;
  input.target = target.mesh;
  input.size = target.color.size();
  StageKey align_key;
  s.sources.resize(request.sources.size());
  work.sources.resize(request.sources.size());
  for (std::size_t i = 0; i < request.sources.size(); ++i) {
    const PhotoFace& source = request.sources[i];
    PhotoStages& stages = s.sources[i];
    HeadStages& head = work.sources[i];
    const auto count = static_cast<double>(request.sources.size());
    const Progress part = progress.Part(0.25 + 0.3 * static_cast<double>(i) / count,
                                        0.25 + 0.3 * static_cast<double>(i + 1) / count);
    const auto faces = s.Detect(stages, source, "detect_source", settings.analyzer, times,
                                part.Part(0, 0.4, "detect_source"));
    note_several(*faces, source.face, static_cast<int>(i));
    const auto view = s.View(stages, source, *faces, largest_source, "view_source",
                             settings.analyzer, times, part.Part(0.4, 0.7, "view_source"));
    const NumberedView working = s.WorkingView(stages, head, view, source.labels, quality, times);
    result.source_views.push_back(working.view);
    result.source_qualities.push_back(
        *head.quality.Get(StageKey().Add(working.number), "measure", times,
                          [&] { return MeasureQuality(*working.view); }));
    input.sources.push_back(head.surface.Get(StageKey().Add(working.number), "surface", times, [&] {
      return BuildHeadSurface(*working.view, model, {}, part.Part(0.7, 1, "surface"));
    }));
    align_key.Add(head.surface.number()).Add(source.weight);
  }

  // A second correction is seldom seen, and a preview has no time for it.
  FeedbackOptions feedback = settings.feedback;
  if (quality == SwapQuality::kPreview) feedback.rounds = std::min(feedback.rounds, 1);

  // Head2Head.
  result.source_judgements = Judge(result.source_views, result.source_qualities);
  for (std::size_t i = 0; i < request.sources.size(); ++i) {
    input.trust.push_back(result.source_judgements[i].trust * request.sources[i].weight);
  }
  align_key.Add(working_target.number).AddOptions(settings.aligner);
  const auto aligned = work.aligned.Get(align_key, "align", times, [&] {
    return AlignHead(input, model, settings.aligner, progress.Part(0.55, 0.65, "align"));
  });
  const auto corrected = work.corrected.Get(
      StageKey().Add(work.aligned.number()).AddOptions(feedback), "feedback", times, [&] {
        return CorrectPose(*aligned, input, target, s.Networks(), feedback,
                           progress.Part(0.65, 0.73, "feedback"));
      });
  result.aligned_head = corrected;
  long head_number = work.corrected.number();
  if (settings.refinement.amount > 0) {
    if (const HeadRefiner* refiner = s.Refiner()) {
      const auto correction = work.head_correction.Get(
          StageKey().Add(head_number), "refine", times,
          [&] { return refiner->Correct(*corrected, input, progress.Part(0.73, 0.75, "refine")); });
      result.aligned_head = work.refined.Get(
          StageKey().Add(work.head_correction.number()).AddOptions(settings.refinement), "refine",
          times,
          [&] { return ApplyCorrection(*corrected, *correction, settings.refinement.amount); });
      head_number = work.refined.number();
    } else {
      result.warnings.push_back({SwapWarning::Kind::kNoRefinement, -1, 0});
    }
  }

  // Head2Scene.
  result.color_reference = work.color_reference.Get(
      StageKey().Add(head_number).AddOptions(settings.color_reference), "color_reference", times,
      [&] {
        return MakeColorReference(*result.aligned_head, target, settings.color_reference,
                                  progress.Part(0.75, 0.82, "color_reference"));
      });
  BlenderOptions geometry = settings.blender;
  geometry.network = 0;
  result.blend = work.blend.Get(
      StageKey().Add(work.color_reference.number()).AddOptions(geometry), "blend", times, [&] {
        return BlendHead(target, *result.aligned_head, *result.color_reference, geometry,
                         progress.Part(0.82, 0.94, "blend"),
                         OpacityOf(*request.target.photo, target));
      });
  result.automatic_blend = result.blend;
  long blend_number = work.blend.number();
  if (request.region != nullptr && !request.region->empty()) {
    StageKey key;
    key.Add(blend_number).Add(s.NumberOf(request.region));
    result.blend = work.edited_blend.Get(key, "edit_region", times, [&] {
      return WithRegionEdits(target, *result.aligned_head, *result.color_reference, *result.blend,
                             *request.region);
    });
    blend_number = work.edited_blend.number();
  }
  if (settings.blender.network > 0) {
    if (const BlendingNet* network = s.BlendingNetwork()) {
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
  std::ranges::move(FindWarnings(result), std::back_inserter(result.warnings));
  progress.Report(1);
  return result;
} catch (const std::bad_alloc&) {
  throw Error(ErrorKind::kOutOfMemory, "swap");
} catch (const cv::Exception& failure) {
  // OpenCV reports a failed allocation as an exception of its own.
  if (failure.code == cv::Error::StsNoMem) throw Error(ErrorKind::kOutOfMemory, "swap");
  throw;
}

}  // namespace heser
