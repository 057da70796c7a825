#include <QAction>
#include <QCoreApplication>

#include "app/document/color_patch.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/view_bar.h"

/// The head's handles and the eyedropper of MainWindow.
namespace heser {
namespace {

struct Picking {
  Q_DECLARE_TR_FUNCTIONS(Picking)
};

QString PickStepName(PickedRegion region) {
  switch (region) {
    case PickedRegion::kHair:
      return Picking::tr("Pick Hair Colour");
    case PickedRegion::kLips:
      return Picking::tr("Pick Lip Colour");
    case PickedRegion::kSkin:
      break;
  }
  return Picking::tr("Pick Skin Colour");
}

QString PickHint(PickedRegion region) {
  switch (region) {
    case PickedRegion::kHair:
      return Picking::tr("Click the colour that the new hair should have");
    case PickedRegion::kLips:
      return Picking::tr("Click the colour that the new lips should have");
    case PickedRegion::kSkin:
      break;
  }
  return Picking::tr("Click the skin whose colour the new head should have");
}

}  // namespace

void MainWindow::MakeHeadActions() {
  actions_.move_head = MakeAction("move_head", tr("&Move the Head"), Qt::Key_H,
                                  tr("Move, size, tilt and turn the head on the picture"));
  actions_.move_head->setCheckable(true);
  MakePickActions();
  connect(actions_.move_head, &QAction::toggled, this, [this](bool on) {
    const bool shows_head =
        view_bar_->view() == ViewKind::kResult || view_bar_->view() == ViewKind::kAlignedHead;
    if (on && !shows_head) {
      view_bar_->SetView(ViewKind::kResult);
    }
    canvas_->SetHeadHandles(on);
    ShowView();
  });
}

void MainWindow::MakePickActions() {
  PickActions& pick = actions_.pick;
  pick[0] = MakeAction("pick", tr("&Pick Skin Colour"), Qt::Key_I,
                       tr("Click the target where the skin has the colour that the new head should "
                          "have"));
  pick[1] = MakeAction("pick", tr("Pick H&air Colour"), {},
                       tr("Click the target where something has the colour that the new hair "
                          "should have"));
  pick[2] = MakeAction("pick", tr("Pick &Lip Colour"), {},
                       tr("Click the target where something has the colour that the new lips "
                          "should have"));
  for (QAction* action : pick) {
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, action](bool on) {
      if (on) {
        StopPicking(action);
        view_bar_->SetView(ViewKind::kTarget);
      }
      RefreshActions();  // Escape puts it away.
      ShowBrush();
      ShowView();
    });
  }
}

std::optional<PickedRegion> MainWindow::PickingFor() const {
  for (const PickedRegion region : kEveryPickedRegion) {
    if (actions_.pick.at(static_cast<std::size_t>(region))->isChecked()) {
      return region;
    }
  }
  return std::nullopt;
}

void MainWindow::StopPicking(const QAction* except) {
  for (QAction* action : actions_.pick) {
    if (action != except) {
      action->setChecked(false);
    }
  }
}

void MainWindow::ConnectHead() {
  connect(canvas_, &CanvasView::HeadGrabbed, this, [this](HeadHandle handle) {
    head_drag_ = {handle, HeadPoseOf(session_.document()->settings()),
                  canvas_->content().head->place, session_.document()->BeginGesture()};
  });
  connect(canvas_, &CanvasView::HeadDragged, this, [this](QPointF from, QPointF to) {
    session_.document()->SetSettings(
        SettingsOf(DraggedPose(head_drag_.start, head_drag_.handle, head_drag_.place, from, to)),
        tr("Move Head"), head_drag_.gesture);
  });
}

void MainWindow::ChoosePoint(QPointF place) {
  const auto region = PickingFor();
  if (!region) {
    PaintDesk* desk = session_.paint_desk();
    desk->Clones() ? desk->SetCloneSource(place) : desk->Fill(place);
    return;
  }
  const TargetItem* target = session_.document()->target();
  if (target != nullptr) {
    session_.document()->SetSettings(
        PickedColorSettings(*target->photo->photo, place, *region, session_.document()->settings()),
        PickStepName(*region), 0);
    const auto outcome = session_.runner()->outcome();
    const HeadView* view =
        session_.runner()->IsOutcomeOfTarget() ? outcome->result.target_view.get() : nullptr;
    if (*region == PickedRegion::kSkin && !LooksLikeSkin(*target->photo->photo, place, view)) {
      notices_->Show({SessionMessage::Kind::kWarning,
                      tr("What you clicked does not look like skin; the new head takes its colour "
                         "all the same. Undo takes it back."),
                      SessionMessage::Matter::kPainting});
    } else {
      notices_->Dismiss(SessionMessage::Matter::kPainting);
    }
  }
  StopPicking();
  view_bar_->SetView(ViewKind::kResult);
}

void MainWindow::AddToolHint(CanvasContent& content) const {
  if (awaits_masks_ && session_.runner()->IsRunning()) {
    content.hint = tr("You can paint as soon as the masks are made…");
  }
  if (!content.hint.isEmpty()) {
    return;
  }
  if (const auto region = PickingFor(); region && view_bar_->view() == ViewKind::kTarget) {
    content.hint = PickHint(*region);
  } else if (actions_.move_head->isChecked() && content.head) {
    content.hint = tr("Drag to move, a corner to size, the knob to tilt, with Shift to turn");
  } else if (asks_for_clone_source_) {
    content.hint = tr("Click the place to copy from, then paint");
  }
}

}  // namespace heser
