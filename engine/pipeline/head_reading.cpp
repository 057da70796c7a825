#include "engine/pipeline/head_reading.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "engine/aligner/reduced_view.h"
#include "engine/analysis/backdrop_key.h"
#include "engine/analysis/clothing_spill.h"
#include "engine/analysis/face_cover.h"
#include "engine/analysis/face_hull.h"
#include "engine/analysis/hair_pieces.h"
#include "engine/analysis/scarf_labels.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/edits/hand_edits.h"
#include "engine/pipeline/composition.h"
#include "engine/pipeline/missing_face.h"

namespace heser {
namespace {

using Faces = std::vector<DetectedFace>;

// A place counts for a face whose box is at most this far away, face sizes: hair and chin, which
// people also point at, lie outside the box.
constexpr double kFaceReach = 0.5;

// Previews are worked on with faces of this size, pixels: a change of colours or masks is then seen
// within 100 ms on two slow cores, and a face still looks like itself.
constexpr double kPreviewFace = 128;

// What a photo shows more thinly than this is not seen.
constexpr float kLeastOpacity = 0.05f;
constexpr double kOpaque = 0.999;
// A face of which less than this share is seen, thicker than that, is erased: what is missing
// tears the face of any result.
constexpr double kLeastFaceSeen = 0.8;
constexpr double kHardlySeen = 0.25;
// What is thinner than this lets see through it; of a face, more than this share is enough to
// believe another photo.
constexpr double kSeenThrough = 0.9;
constexpr double kMostSeenThrough = 0.03;
// The crown is at least this far above the brow, shares of the face's height.
constexpr double kCrown = 0.2;

std::string PhotoName(const Photo& photo) { return photo.origin().path.string(); }

/// Of at least one.
const DetectedFace& ChooseFace(const Faces& faces, const FaceChoice& choice, const Photo& photo) {
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

/// Of a target a part is enough: what its photo does not show need not be filled either.
void RequireWholeFace(const DetectedFace& face, const Photo& photo) {
  const double reach = ReachBeyondBorder(face.mesh, photo.size());
  if (reach > kMostReachBeyondBorder) {
    throw Error(ErrorKind::kFaceCut, PhotoName(photo), "face sizes beyond the border", reach,
                kMostReachBeyondBorder);
  }
}

/// Where a head is whatever it looks like: face, brow and crown, and all that is taken for it.
Mask PlaceOfHead(const HeadView& view) {
  const auto point = [&](int number) {
    return cv::Point2d(view.mesh(number, 0), view.mesh(number, 1));
  };
  const cv::Point2d up = kCrown * (point(mesh_point::kForeheadTop) - point(mesh_point::kChin));
  const FaceMesh higher = TransformMesh({1, 0, up.x, 0, 1, up.y}, view.mesh);
  const cv::Size size = view.labels.size();
  return FaceHull(view.mesh, size) | FaceHull(higher, size) | MaskOf(view.labels, kHeadLabels);
}

/// Colours under nothing belong to no head, whatever they show. Returns the share of the head that
/// goes by that; nothing where all is opaque. Throws Error{kFaceErased}.
std::optional<double> HideTransparent(const Photo& photo, HeadView& view) {
  const AlphaMap opacity = OpacityOf(photo, view);
  if (opacity.empty() || cv::checkRange(opacity, true, nullptr, kOpaque, 2)) return {};
  const Mask face = FaceHull(view.mesh, opacity.size());
  const double seen = cv::mean(AlphaOf(MaskAbove(opacity, kHardlySeen)), face)[0];
  if (seen < kLeastFaceSeen) {
    throw Error(ErrorKind::kFaceErased, PhotoName(photo), "", 1 - seen, 1 - kLeastFaceSeen);
  }
  const double hidden = 1 - cv::mean(opacity, PlaceOfHead(view))[0];
  view.matte = cv::min(view.matte, opacity);
  view.labels.setTo(static_cast<std::uint8_t>(Label::kBackground),
                    cv::Mat(opacity < kLeastOpacity));
  return hidden;
}

/// See HeadSurface::missing.
Mask MissingOf(const Photo& photo, const HeadView& view) {
  Mask missing = FindFaceCover(view).mask;
  const AlphaMap opacity = OpacityOf(photo, view);
  if (opacity.empty()) return missing;
  const Mask thin = opacity < kSeenThrough;
  const double share = cv::mean(AlphaOf(thin), FaceHull(view.mesh, opacity.size()))[0];
  if (share <= kMostSeenThrough) return missing;
  if (missing.empty()) return thin;
  return missing | thin;
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

}  // namespace

long InputNumbers::Of(const std::shared_ptr<const void>& input) {
  const std::lock_guard lock(mutex_);
  std::erase_if(known_, [](const auto& known) { return known.first.expired(); });
  for (const auto& [known, number] : known_) {
    if (known.lock() == input) return number;
  }
  known_.emplace_back(input, ++last_);
  return last_;
}

std::shared_ptr<const Faces> HeadReading::Detect(PhotoStages& stages, const PhotoFace& choice,
                                                 const char* stage, std::vector<StageTime>& times,
                                                 const Progress& progress) const {
  const AnalyzerOptions& options = request_.settings.analyzer;
  StageKey key;
  key.Add(numbers_.Of(choice.photo)).AddOptions(options);
  auto faces = stages.faces.Get(
      key, stage, times, [&] { return networks_.DetectFaces(*choice.photo, options, progress); });
  if (!faces->empty()) return faces;
  throw Error(*stages.why_no_face.Get(StageKey().Add(stages.faces.number()), stage, times, [&] {
    return WhyNoFace(networks_, *choice.photo, options, progress);
  }));
}

NumberedView HeadReading::View(PhotoStages& stages, HeadStages& head, Role role,
                               const PhotoFace& choice, const Faces& faces, double largest_face,
                               const char* stage, std::vector<StageTime>& times,
                               const Progress& progress) const {
  const DetectedFace& face = ChooseFace(faces, choice.face, *choice.photo);
  if (role == Role::kSource) RequireWholeFace(face, *choice.photo);
  StageKey key;
  AddChoice(key.Add(stages.faces.number()), choice.face).Add(largest_face);
  NumberedView working;
  working.view = stages.view.Get(key, stage, times, [&] {
    HeadView view =
        networks_.ViewHead(*choice.photo, face, largest_face, request_.settings.analyzer, progress);
    if (role == Role::kSource) {
      const std::optional<double> hidden = HideTransparent(*choice.photo, view);
      stages.transparent_share = hidden.value_or(0);
      JoinScarf(view.color, view.mesh, view.labels);
      TakeStrangersFromHair(view);
      // Somebody's own matte is better than what can be made of the colours under it.
      if (!hidden) KeyPlainBackdrop(view);
      SuppressClothingSpill(view);
    }
    return view;
  });
  working.number = stages.view.number();
  if (request_.quality == SwapQuality::kPreview) {
    const auto reduced = head.reduced.Get(StageKey().Add(working.number), "reduce", times,
                                          [&] { return ReduceView(*working.view, kPreviewFace); });
    working.view = reduced;
    working.number = head.reduced.number();
  }
  working.unpainted = working.view;
  working.picture_number = working.number;
  if (choice.labels != nullptr && !choice.labels->empty()) {
    const auto edited = head.edited.Get(
        StageKey().Add(working.number).Add(numbers_.Of(choice.labels)), "edit_labels", times,
        [&] { return WithLabelEdits(*working.view, *choice.labels); });
    working.view = edited;
    working.number = head.edited.number();
  }
  if (choice.matte != nullptr && !choice.matte->empty()) {
    StageKey edited_key;
    edited_key.Add(working.number).Add(numbers_.Of(choice.matte));
    const auto edited = head.edited_matte.Get(edited_key, "edit_matte", times, [&] {
      return WithMatteEdits(*working.view, *choice.matte);
    });
    working.view = edited;
    working.number = head.edited_matte.number();
  }
  return working;
}

double HeadReading::LargestSourceFace(const Faces& target_faces) const {
  const PhotoFace& target = request_.target;
  const ResolutionOptions& resolution = request_.settings.resolution;
  const DetectedFace& face = ChooseFace(target_faces, target.face, *target.photo);
  return RoundUpSize(std::min(FaceSize(face.mesh), resolution.largest_face) *
                     resolution.source_to_target);
}

ReadSource HeadReading::Source(PhotoStages& stages, HeadStages& head, const PhotoFace& source,
                               const std::function<double()>& largest_face,
                               const Progress& progress) const {
  if (source.fault != nullptr) throw Error(*source.fault);
  ReadSource read;
  const auto faces =
      Detect(stages, source, "detect_source", read.times, progress.Part(0, 0.4, "detect_source"));
  read.faces = static_cast<int>(faces->size());
  const NumberedView working =
      View(stages, head, Role::kSource, source, *faces, largest_face(), "view_source", read.times,
           progress.Part(0.4, 0.7, "view_source"));
  read.transparent_share = stages.transparent_share;
  read.view = working.view;
  read.unpainted = working.unpainted;
  read.quality = head.quality.Get(StageKey().Add(working.number), "measure", read.times,
                                  [&] { return MeasureQuality(*working.view); });
  HeadSurfaceOptions surface;
  surface.with_neck = BringsNeck(request_.settings.blender.edge);
  StageKey surface_key;
  surface_key.Add(working.number).AddOptions(surface);
  read.surface = head.surface.Get(surface_key, "surface", read.times, [&] {
    HeadSurface built = BuildHeadSurface(*working.view, DefaultFaceMeshModel(), surface,
                                         progress.Part(0.7, 1, "surface"));
    built.missing = MissingOf(*source.photo, *working.view);
    return built;
  });
  read.surface_number = head.surface.number();
  return read;
}

}  // namespace heser
