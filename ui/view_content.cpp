#include "ui/view_content.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/jobs/label_colors.h"

namespace heser {
namespace {

struct Views {
  Q_DECLARE_TR_FUNCTIONS(Views)
};

PlacedPicture Whole(const Picture& picture) {
  return {picture, QRectF(QPointF(0, 0), QSizeF(picture.size()))};
}

/// Why there is no result yet.
QString MissingResultHint(const SwapSession& session) {
  if (session.runner()->IsRunning()) {
    return {};
  }
  if (session.document()->IsSwappable()) {
    return Views::tr("Press Swap to see it here");
  }
  return session.document()->sources().empty()
             ? Views::tr("Add a photo of the head that belongs here")
             : Views::tr("Switch a source on to swap");
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

/// How much of every pixel the person covers, as the engine saw it.
void AddMatte(CanvasContent& content, const SwapSession& session, const HeadView& view) {
  content.overlay = session.mask_overlays()->ShownMatte(view.matte, PlaceOf(view));
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
  if (index < outcome.result.source_views.size() && session.paint_desk()->prefers_matte()) {
    AddMatte(content, session, *outcome.result.source_views[index]);
  } else if (index < outcome.pictures.sources.size()) {
    content.overlay = session.mask_overlays()->Shown(outcome.result.source_views[index]->labels,
                                                     outcome.pictures.sources[index].labels);
    AddLegend(content, outcome.pictures.sources[index].classes);
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
  if (of_target && outcome.result.target_view && session.paint_desk()->prefers_matte()) {
    AddMatte(content, session, *outcome.result.target_view);
    return;
  }
  const PlacedPicture& whole = of_target ? pictures.target_labels : pictures.aligned_labels;
  const auto& head = outcome.result.aligned_head;
  if (of_target && outcome.result.target_view) {
    content.overlay = session.mask_overlays()->Shown(outcome.result.target_view->labels, whole);
  } else if (!of_target && head) {
    content.overlay = session.mask_overlays()->Shown(head->labels, whole);
  }
  AddLegend(content, of_target ? pictures.target_classes : pictures.aligned_classes);
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
    content.hint = MissingResultHint(session);
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
    case ViewKind::kMasks:
      if (owner.kind == MaskOwner::kSource) {
        return SourceMasks(session, *outcome, owner.source_id);
      }
      AddMasks(content, session, *outcome, owner.kind == MaskOwner::kTarget);
      break;
    case ViewKind::kColorReference:
      content.layers = {pictures.color_reference};
      content.on_checkerboard = true;
      break;
    case ViewKind::kBlendRegion:
      content.overlay = pictures.blend_region;
      for (BlendRegionPart part : {BlendRegionPart::kHead, BlendRegionPart::kFill}) {
        content.legend.push_back({RegionColor(part), RegionTitle(part), std::nullopt});
      }
      break;
    case ViewKind::kBackgroundFill:
      content.layers.push_back(pictures.background_fill);
      break;
    case ViewKind::kTarget:
      break;
  }
  return content;
}

}  // namespace heser
