#include <QAction>

#include "app/document/skin_patch.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/view_bar.h"

/// The head's handles and the eyedropper of MainWindow.
namespace heser {

void MainWindow::MakeHeadActions() {
  actions_.move_head = MakeAction("move_head", tr("&Move the Head"), Qt::Key_H,
                                  tr("Move, size, tilt and turn the head on the picture"));
  actions_.move_head->setCheckable(true);
  actions_.pick_skin = MakeAction("pick", tr("&Pick Skin Colour"), Qt::Key_I,
                                  tr("Click the target where the skin has the colour that the new "
                                     "head should have"));
  actions_.pick_skin->setCheckable(true);
  connect(actions_.move_head, &QAction::toggled, this, [this](bool on) {
    const bool shows_head =
        view_bar_->view() == ViewKind::kResult || view_bar_->view() == ViewKind::kAlignedHead;
    if (on && !shows_head) {
      view_bar_->SetView(ViewKind::kResult);
    }
    canvas_->SetHeadHandles(on);
    ShowView();
  });
  connect(actions_.pick_skin, &QAction::toggled, this, [this](bool on) {
    if (on) {
      view_bar_->SetView(ViewKind::kTarget);
    }
    ShowBrush();
    ShowView();
  });
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
  if (!actions_.pick_skin->isChecked()) {
    PaintDesk* desk = session_.paint_desk();
    desk->Clones() ? desk->SetCloneSource(place) : desk->Fill(place);
    return;
  }
  const TargetItem* target = session_.document()->target();
  if (target != nullptr) {
    session_.document()->SetSettings(PickedSkinSettings(*target->photo->photo, place),
                                     tr("Pick Skin Colour"), 0);
  }
  actions_.pick_skin->setChecked(false);
  view_bar_->SetView(ViewKind::kResult);
}

void MainWindow::AddToolHint(CanvasContent& content) const {
  if (!content.hint.isEmpty()) {
    return;
  }
  if (actions_.pick_skin->isChecked() && view_bar_->view() == ViewKind::kTarget) {
    content.hint = tr("Click the skin whose colour the new head should have");
  } else if (actions_.move_head->isChecked() && content.head) {
    content.hint = tr("Drag to move, a corner to size, the knob to tilt, with Shift to turn");
  } else if (asks_for_clone_source_) {
    content.hint = tr("Click the place to copy from, then paint");
  }
}

}  // namespace heser
