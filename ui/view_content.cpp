#include "ui/view_content.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <iterator>

#include "app/document/setting_access.h"
#include "app/jobs/label_colors.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/tile_changes.h"

namespace heser {
namespace {

struct Views {
  Q_DECLARE_TR_FUNCTIONS(Views)
};

PlacedPicture Whole(const Picture& picture) {
  return {picture, QRectF(QPointF(0, 0), QSizeF(picture.size()))};
}

/// What a view of the target says before there is a result.
QString MissingResultHint(const SwapSession& session) {
  if (session.runner()->IsRunning()) {
    return Views::tr("Making the result…");
  }
  const FaceList* faces = session.FacesOf(session.document()->target()->photo);
  if (faces != nullptr && faces->empty()) {
    return Views::tr("No face was found in this photo");
  }
  if (session.runner()->failure()) {
    return Views::tr("The swap failed. The reason stands above Swap; mend that and press it again");
  }
  if (session.document()->IsSwappable()) {
    return Views::tr("Press Swap to see it here");
  }
  return session.document()->sources().empty()
             ? Views::tr("Add a photo of the head that belongs here")
             : Views::tr("Switch a source on to swap");
}

/// The target before there is a result: nobody shall take it for one. In the Result view of an
/// opened project what was saved of it stands in.
void AddMissingResult(CanvasContent& content, const SwapSession& session, ViewKind view) {
  const Picture saved = session.project_desk()->SavedResult();
  content.hint = MissingResultHint(session);
  if (view != ViewKind::kResult || saved.IsEmpty()) {
    content.is_dimmed = true;
    return;
  }
  content.layers.push_back({saved, content.layers.front().place});
  content.before = content.layers.front();
  if (session.runner()->IsRunning()) {
    content.hint = Views::tr("As it was saved. The result is being made anew…");
  } else if (!session.runner()->failure() && session.document()->IsSwappable()) {
    content.hint = Views::tr("As it was saved. Press Swap to make the result anew");
  }
}

std::vector<CanvasFace> FacesOn(const SwapSession& session, const TargetItem& target) {
  std::vector<CanvasFace> result;
  if (const FaceList* faces = session.FacesOf(target.photo)) {
    for (const DetectedFace& face : *faces) {
      const cv::Rect2d box = face.Box();
      const int number = static_cast<int>(result.size());
      result.push_back(
          {QRectF(box.x, box.y, box.width, box.height), number, number == FaceNumber(target.face)});
    }
  }
  return result;
}

void AddLegend(CanvasContent& content, const std::vector<Label>& classes) {
  for (Label label : classes) {
    content.legend.push_back({LabelColor(label), LabelTitle(label), label});
  }
}

void SetOverlay(CanvasContent& content, const PatchedOverlay& overlay) {
  content.overlay = overlay.whole;
  content.overlay_patches = overlay.patches;
}

/// What is known of a photo's masks, and what is painted on them now.
struct PaintedHead {
  std::shared_ptr<const HeadView> view;
  SeenHead seen;
  HeadEdits now;
  std::size_t place = 0;  ///< Of a source: in the outcome's pictures.
};

PaintedHead TargetHead(const SwapOutcome& outcome, const TargetItem& target) {
  const PhotoFace& seen = outcome.snapshot.request.target;
  return {outcome.result.target_view,
          {outcome.result.unpainted_target_view, {seen.labels, seen.matte}},
          {target.labels, target.matte}};
}

/// Without a view where the outcome has nothing of this source.
PaintedHead SourceHead(const SwapOutcome& outcome, std::size_t index, const SourceItem& source) {
  const auto place = PlaceOfSource(outcome.result, index);
  if (!place) return {};
  const PhotoFace& seen = outcome.snapshot.request.sources[index];
  return {outcome.result.source_views[*place],
          {outcome.result.unpainted_source_views[*place], {seen.labels, seen.matte}},
          {source.labels, source.matte},
          *place};
}

/// Whether heads are read alike with both: nothing else but photo and face decides on that.
bool ReadAlike(const SwapSettings& a, const SwapSettings& b) {
  return std::ranges::all_of(AllSettings(), [&](const SettingInfo& setting) {
    const bool is_of_reading =
        setting.key.starts_with("analyzer.") || setting.key.starts_with("resolution.");
    return !is_of_reading || SettingValue(a, setting.key) == SettingValue(b, setting.key);
  });
}

bool IsSameFace(const PhotoFace& a, const PhotoFace& b) {
  return a.photo == b.photo && a.face.number == b.face.number && a.face.place == b.face.place;
}

/// The source of this id; null where the outcome knows none.
const PhotoFace* SourceOf(const SwapOutcome& outcome, quint64 id) {
  const std::vector<quint64>& ids = outcome.snapshot.source_ids;
  const auto found = std::ranges::find(ids, id);
  return found == ids.end() ? nullptr : &outcome.snapshot.request.sources[found - ids.begin()];
}

/// The outcome whose masks are shown of `shown`. A preview has coarse ones, with stairs for
/// borders: those of the finished result before stay as long as they are of the same head. What was
/// painted since lies over them.
std::shared_ptr<const SwapOutcome> OutcomeOfMasks(const SwapSession& session,
                                                  const std::shared_ptr<const SwapOutcome>& shown,
                                                  const MaskOwner& owner) {
  auto finished = session.runner()->outcome();
  if (finished == nullptr || owner.kind == MaskOwner::kAlignedHead) return shown;
  const SwapRequest& before = finished->snapshot.request;
  const SwapRequest& now = shown->snapshot.request;
  if (!IsSameFace(before.target, now.target) || !ReadAlike(before.settings, now.settings)) {
    return shown;
  }
  if (owner.kind == MaskOwner::kTarget) return finished;
  const PhotoFace* source_before = SourceOf(*finished, owner.source_id);
  const PhotoFace* source_now = SourceOf(*shown, owner.source_id);
  const bool is_same =
      source_before != nullptr && source_now != nullptr && IsSameFace(*source_before, *source_now);
  return is_same ? finished : shown;
}

SceneEdits SceneEditsOf(const SwapRequest& request) { return {request.region, request.fill}; }
SceneEdits SceneEditsOf(const TargetItem& target) { return {target.region, target.fill}; }

/// With those that were painted since, which the engine has not seen yet.
std::vector<Label> WithPaintedClasses(const std::vector<Label>& classes, const PaintedHead& head) {
  std::array<bool, kLabelCount> occurs{};
  for (Label label : classes) occurs.at(static_cast<std::size_t>(label)) = true;
  for (const auto& place : ChangedTiles(head.seen.edits.labels.get(), head.now.labels.get())) {
    const TileMap::Tile* tile = head.now.labels ? head.now.labels->Find(place) : nullptr;
    if (tile == nullptr) continue;
    for (std::uint8_t byte : *tile) {
      if (IsLabelEdit(byte)) occurs.at(LabelOfEdit(byte)) = true;
    }
  }
  std::vector<Label> all;
  for (int label = 1; label < kLabelCount; ++label) {
    if (occurs.at(static_cast<std::size_t>(label))) all.push_back(static_cast<Label>(label));
  }
  return all;
}

/// How much of every pixel the person covers.
void AddMatte(CanvasContent& content, const SwapSession& session, const PaintedHead& head) {
  SetOverlay(content, session.mask_overlays()->OfMatte(head.view->matte, PlaceOf(*head.view),
                                                       head.seen, head.now));
  content.legend.push_back(
      {RegionColor(BlendRegionPart::kHead), Views::tr("Covered by the person"), std::nullopt});
}

/// A source's mask on its own photo.
CanvasContent SourceMasks(const SwapSession& session, const SwapOutcome& outcome, quint64 id) {
  CanvasContent content;
  const SourceItem* source = session.document()->FindSource(id);
  if (source == nullptr) {
    return content;
  }
  const PlacedPicture photo = Whole(source->photo->picture);
  content.extent = photo.place.size();
  content.layers = {photo};
  const std::vector<quint64>& ids = outcome.snapshot.source_ids;
  const auto index = static_cast<std::size_t>(std::ranges::find(ids, id) - ids.begin());
  const PaintedHead head = SourceHead(outcome, index, *source);
  if (head.view && session.paint_desk()->prefers_matte()) {
    AddMatte(content, session, head);
  } else if (head.view && head.place < outcome.pictures.sources.size()) {
    const ResultPictures::SourceMask& mask = outcome.pictures.sources[head.place];
    SetOverlay(content, session.mask_overlays()->OfLabels(head.view->labels, mask.labels, head.seen,
                                                          head.now));
    AddLegend(content, WithPaintedClasses(mask.classes, head));
  } else {
    content.hint = Views::tr("Switch this source on and swap to see its masks");
  }
  return content;
}

void AddMasks(CanvasContent& content, const SwapSession& session, const SwapOutcome& outcome,
              bool of_target) {
  const ResultPictures& pictures = outcome.pictures;
  if (!of_target) {
    content.layers = {pictures.aligned_head};
    content.on_checkerboard = true;
    content.hint = Views::tr("To change them, paint on the masks of a source");
  }
  const PaintedHead target = TargetHead(outcome, *session.document()->target());
  if (of_target && target.view && session.paint_desk()->prefers_matte()) {
    AddMatte(content, session, target);
    return;
  }
  MaskOverlays* overlays = session.mask_overlays();
  if (of_target && target.view) {
    SetOverlay(content, overlays->OfLabels(target.view->labels, pictures.target_labels, target.seen,
                                           target.now));
  } else if (const auto& head = outcome.result.aligned_head; !of_target && head) {
    SetOverlay(content, overlays->OfLabels(head->labels, pictures.aligned_labels, {}, {}));
  }
  AddLegend(content, of_target ? WithPaintedClasses(pictures.target_classes, target)
                               : pictures.aligned_classes);
}

/// Where the new head stands in the target photo.
std::optional<CanvasHead> HeadOf(const SwapResult& result) {
  if (!result.aligned_head || !result.target_view || result.aligned_head->box.empty()) {
    return std::nullopt;
  }
  const HeadView& view = *result.target_view;
  const AlignedHead& head = *result.aligned_head;
  const double photo_from_view = 1 / view.scale;
  const QPointF corner(view.window.x, view.window.y);
  const cv::Point2d middle = FaceCenter(head.mesh);
  return CanvasHead{QRectF(corner + QPointF(head.box.x, head.box.y) * photo_from_view,
                           QSizeF(head.box.width, head.box.height) * photo_from_view),
                    {corner + QPointF(middle.x, middle.y) * photo_from_view,
                     FaceSize(view.mesh) * photo_from_view}};
}

}  // namespace

std::optional<EditLayer> LayerOf(ViewKind view, const MaskOwner& owner, bool prefers_matte) {
  if (view == ViewKind::kBlendRegion) {
    return EditLayer{EditLayer::Kind::kRegion, 0};
  }
  if (view == ViewKind::kBackgroundFill) {
    return EditLayer{EditLayer::Kind::kFill, 0};
  }
  if (view != ViewKind::kMasks || owner.kind == MaskOwner::kAlignedHead) {
    return std::nullopt;
  }
  using Kind = EditLayer::Kind;
  if (owner.kind == MaskOwner::kSource) {
    return EditLayer{prefers_matte ? Kind::kSourceMatte : Kind::kSourceLabels, owner.source_id};
  }
  return EditLayer{prefers_matte ? Kind::kTargetMatte : Kind::kTargetLabels, 0};
}

CanvasContent ComposeView(const SwapSession& session, ViewKind view, const MaskOwner& owner) {
  CanvasContent content;
  const TargetItem* target = session.document()->target();
  if (!target) {
    return content;
  }
  const PlacedPicture photo = Whole(target->photo->picture);
  content.extent = photo.place.size();
  content.layers = {photo};
  if (view == ViewKind::kTarget) {
    content.faces = FacesOn(session, *target);
    if (content.faces.size() > 1) {
      content.hint = Views::tr("Click the face that gets the new head");
    }
    return content;
  }
  const auto outcome = session.runner()->shown();
  const bool is_of_this_target =
      outcome && outcome->snapshot.request.target.photo == target->photo->photo;
  if (!is_of_this_target) {
    AddMissingResult(content, session, view);
    return content;
  }
  const ResultPictures& pictures = outcome->pictures;
  switch (view) {
    case ViewKind::kResult:
      content.layers = {photo, pictures.result};
      content.before = photo;
      content.head = HeadOf(outcome->result);
      break;
    case ViewKind::kAlignedHead:
      content.layers = {pictures.aligned_head};
      content.on_checkerboard = true;
      content.head = HeadOf(outcome->result);
      break;
    case ViewKind::kMasks: {
      const auto of_masks = OutcomeOfMasks(session, outcome, owner);
      if (owner.kind == MaskOwner::kSource) {
        return SourceMasks(session, *of_masks, owner.source_id);
      }
      AddMasks(content, session, *of_masks, owner.kind == MaskOwner::kTarget);
      break;
    }
    case ViewKind::kColorReference:
      content.layers = {pictures.color_reference};
      content.on_checkerboard = true;
      break;
    case ViewKind::kBlendRegion:
      SetOverlay(content, {pictures.blend_region,
                           session.mask_overlays()->patches().OfRegion(
                               outcome->result, SceneEditsOf(outcome->snapshot.request),
                               SceneEditsOf(*target))});
      for (BlendRegionPart part : {BlendRegionPart::kHead, BlendRegionPart::kFill}) {
        content.legend.push_back({RegionColor(part), RegionTitle(part), std::nullopt});
      }
      break;
    case ViewKind::kBackgroundFill:
      content.layers.push_back(pictures.background_fill);
      std::ranges::copy(
          session.mask_overlays()->patches().OfFill(
              outcome->result, SceneEditsOf(outcome->snapshot.request), SceneEditsOf(*target)),
          std::back_inserter(content.layers));
      break;
    case ViewKind::kTarget:
      break;
  }
  return content;
}

}  // namespace heser
