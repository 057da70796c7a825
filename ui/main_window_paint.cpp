#include <algorithm>
#include <utility>

#include "app/jobs/label_colors.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/paint_bar.h"
#include "ui/view_bar.h"

/// Painting on the canvas of MainWindow.
namespace heser {
namespace {

constexpr QColor kErased(15, 15, 15);
constexpr QColor kRestored(250, 250, 250);

/// What a stroke looks like until its effect is seen.
QColor StrokeColor(const PaintDesk& desk) {
  switch (desk.tool()) {
    case PaintTool::kEraser:
      return kErased;
    case PaintTool::kRestore:
      return kRestored;
    case PaintTool::kMove:
    case PaintTool::kBrush:
    case PaintTool::kLasso:
    case PaintTool::kFill:
      break;
  }
  if (desk.PaintsFill()) {
    return kErased;
  }
  if (desk.PaintsMatte()) {
    return RegionColor(BlendRegionPart::kHead);
  }
  if (!desk.PaintsLabels()) {
    return RegionColor(BlendRegionPart::kFill);
  }
  const QColor color = LabelColor(desk.label());
  return color.alpha() == 0 ? kErased : color;
}

CanvasBrush::Kind KindOf(PaintTool tool) {
  switch (tool) {
    case PaintTool::kLasso:
      return CanvasBrush::Kind::kLasso;
    case PaintTool::kFill:
      return CanvasBrush::Kind::kPoint;
    case PaintTool::kMove:
    case PaintTool::kBrush:
    case PaintTool::kEraser:
    case PaintTool::kRestore:
      break;
  }
  return CanvasBrush::Kind::kBrush;
}

/// What was found of a layer's masks in the latest result.
SeenMasks MasksOf(const SwapOutcome& outcome, const EditLayer& layer) {
  switch (layer.kind) {
    case EditLayer::Kind::kTargetLabels:
    case EditLayer::Kind::kTargetMatte:
      return {outcome.result.unpainted_target_view, nullptr};
    case EditLayer::Kind::kRegion:
    case EditLayer::Kind::kFill:
      return {outcome.result.unpainted_target_view, outcome.result.automatic_blend};
    case EditLayer::Kind::kSourceLabels:
    case EditLayer::Kind::kSourceMatte:
      break;
  }
  const std::vector<quint64>& ids = outcome.snapshot.source_ids;
  const auto index =
      static_cast<std::size_t>(std::ranges::find(ids, layer.source_id) - ids.begin());
  const auto place = PlaceOfSource(outcome.result, index);
  if (!place) return {};
  return {outcome.result.unpainted_source_views[*place], nullptr};
}

}  // namespace

void MainWindow::ConnectPainting() {
  PaintDesk* desk = session_.paint_desk();
  connect(desk, &PaintDesk::Changed, this, &MainWindow::ShowBrush);
  connect(canvas_, &CanvasView::StrokeBegan, notices_,
          [this] { notices_->Dismiss(SessionMessage::Matter::kPainting); });
  connect(canvas_, &CanvasView::StrokeBegan, desk, &PaintDesk::BeginStroke);
  connect(canvas_, &CanvasView::StrokeContinued, desk, &PaintDesk::ContinueStroke);
  connect(canvas_, &CanvasView::StrokeCancelled, desk, &PaintDesk::CancelStroke);
  connect(canvas_, &CanvasView::StrokeEnded, desk, &PaintDesk::EndStroke);
  connect(canvas_, &CanvasView::CopySourcePicked, desk, &PaintDesk::SetCloneSource);
  connect(desk, &PaintDesk::StrokeApplied, this, &MainWindow::FinishStroke);
  connect(desk, &PaintDesk::EdgeNotFound, this, [this] {
    notices_->Show({SessionMessage::Kind::kHint,
                    tr("The photo shows no edge there, so the mask stays as it is."),
                    SessionMessage::Matter::kPainting});
  });
  connect(canvas_, &CanvasView::PointChosen, this, &MainWindow::ChoosePoint);
  connect(canvas_, &CanvasView::BrushStepped, desk, &PaintDesk::StepRadius);
  connect(session_.document(), &SwapDocument::Changed, this, [this] {
    // What is undone must not stay on the canvas until the engine has caught up.
    if (!session_.paint_desk()->IsApplyingStroke()) {
      canvas_->DropStrokes();
    }
  });
  connect(session_.document(), &SwapDocument::SourcesChanged, this,
          [this] { view_bar_->SetSources(session_.document()->sources()); });
  connect(session_.mask_overlays(), &MaskOverlays::Changed, this, &MainWindow::ShowView);
  view_bar_->SetSources(session_.document()->sources());
  ShowBrush();
}

void MainWindow::ShowBrush() {
  const PaintDesk& desk = *session_.paint_desk();
  if (PickingFor()) {
    canvas_->SetBrush(CanvasBrush{.kind = CanvasBrush::Kind::kPoint});
    return;
  }
  const bool asks_for_clone_source = desk.Clones() && !desk.HasCloneSource();
  if (std::exchange(asks_for_clone_source_, asks_for_clone_source) != asks_for_clone_source) {
    ShowView();
  }
  const bool awaits_masks = desk.AwaitsLayer() && desk.tool() != PaintTool::kMove;
  if (std::exchange(awaits_masks_, awaits_masks) != awaits_masks) {
    ShowView();
  }
  if (std::exchange(shows_matte_, desk.prefers_matte()) != desk.prefers_matte()) {
    ShowView();
  }
  if (!desk.IsPainting()) {
    canvas_->SetBrush(std::nullopt);
    return;
  }
  CanvasBrush brush{KindOf(desk.tool()), desk.brush().radius, StrokeColor(desk),
                    desk.brush().pressure_sizes};
  if (asks_for_clone_source) {
    brush.kind = CanvasBrush::Kind::kPoint;
  } else if (desk.Clones()) {
    brush.copy =
        CanvasBrush::Copy{desk.clone_place(), desk.CloneOffsetAt({}), desk.brush().opacity};
  }
  canvas_->SetBrush(brush);
}

void MainWindow::FinishStroke() {
  if (!session_.paint_desk()->HasPendingStrokes()) {
    canvas_->DropStrokes();
  }
}

void MainWindow::ChoosePaintLayer() {
  const auto outcome = session_.runner()->outcome();
  const TargetItem* target = session_.document()->target();
  const bool is_of_this_target =
      outcome && target && outcome->snapshot.request.target.photo == target->photo->photo;
  PaintDesk* desk = session_.paint_desk();
  const auto wanted = LayerOf(view_bar_->view(), view_bar_->mask_owner(), desk->prefers_matte());
  const auto layer = is_of_this_target ? wanted : std::nullopt;
  desk->SetLayer(layer, layer ? MasksOf(*outcome, *layer) : SeenMasks{});
  desk->SetAwaitsLayer(wanted && !layer);
}

}  // namespace heser
