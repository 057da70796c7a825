#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/paint_bar.h"
#include "ui/shortcuts.h"
#include "ui/shortcuts_dialog.h"
#include "ui/themed_icon.h"
#include "ui/view_bar.h"
#include "ui/zoom_bar.h"

/// The commands of MainWindow and their menus; what they do is in main_window.cpp.
namespace heser {

QAction* MainWindow::MakeAction(const QString& icon, const QString& text,
                                const QKeySequence& shortcut, const QString& tool_tip) {
  auto* action = new QAction(icon.isEmpty() ? QIcon() : ThemedIcon(icon), text, this);
  action->setShortcut(shortcut);
  action->setToolTip(
      shortcut.isEmpty()
          ? tool_tip
          : QStringLiteral("%1 (%2)").arg(tool_tip, shortcut.toString(QKeySequence::NativeText)));
  addAction(action);
  return action;
}

void MainWindow::MakeActions() {
  MakeProjectActions();
  actions_.open_sources = MakeAction("open", tr("Add &Sources…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                                     tr("Add photos of the head"));
  actions_.open_target = MakeAction("target", tr("Open &Target…"), Qt::CTRL | Qt::Key_T,
                                    tr("Open the photo that gets the head"));
  actions_.export_result =
      MakeAction("export", tr("&Export…"), Qt::CTRL | Qt::Key_E, tr("Save the finished picture"));
  actions_.batch =
      MakeAction("batch", tr("&Batch…"), Qt::CTRL | Qt::Key_B, tr("Put the head on many targets"));
  actions_.quit = MakeAction({}, tr("&Quit"), Qt::CTRL | Qt::Key_Q, tr("Leave the program"));
  actions_.undo = session_.document()->undo_stack()->createUndoAction(this, tr("&Undo"));
  actions_.undo->setIcon(ThemedIcon("undo"));
  actions_.undo->setShortcut(QKeySequence::Undo);
  // What a notice of a step says is no longer so once the step is taken back.
  connect(actions_.undo, &QAction::triggered, this,
          [this] { notices_->Dismiss(SessionMessage::Matter::kPainting); });
  actions_.redo = session_.document()->undo_stack()->createRedoAction(this, tr("&Redo"));
  actions_.redo->setIcon(ThemedIcon("redo"));
  actions_.redo->setShortcuts(QKeySequence::Redo);
  for (QAction* step : {actions_.undo, actions_.redo}) KeepTitle(step);
  actions_.paste_source = MakeAction("paste", tr("&Paste"), QKeySequence::Paste,
                                     tr("Paste a picture as source, or as target if that has the "
                                        "keyboard"));
  actions_.paste_target = MakeAction({}, tr("Paste as &Target"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                                     tr("Paste a picture as target"));
  actions_.exchange = MakeAction("exchange", tr("E&xchange Source and Target"),
                                 Qt::CTRL | Qt::Key_X, tr("Put the head the other way round"));
  actions_.swap = MakeAction("swap", tr("S&wap"), Qt::CTRL | Qt::Key_Return,
                             tr("Put the sources' head on the target"));
  actions_.cancel = MakeAction("stop", tr("&Cancel"), Qt::Key_Escape, tr("Stop the swap"));
  actions_.follow = MakeAction({}, tr("Update after every change"), {},
                               tr("Swap again by itself when something was changed"));
  actions_.follow->setCheckable(true);
  actions_.follow->setChecked(session_.runner()->FollowsChanges());
  MakeHeadActions();

  connect(actions_.open_sources, &QAction::triggered, this, &MainWindow::OpenSources);
  connect(actions_.open_target, &QAction::triggered, this, &MainWindow::OpenTarget);
  connect(actions_.export_result, &QAction::triggered, this, &MainWindow::ExportResult);
  connect(actions_.batch, &QAction::triggered, this, &MainWindow::ShowBatch);
  connect(actions_.quit, &QAction::triggered, this, &QWidget::close);
  connect(actions_.paste_source, &QAction::triggered, this, &MainWindow::PasteSmart);
  connect(actions_.paste_target, &QAction::triggered, this, [this] { Paste(true); });
  connect(actions_.exchange, &QAction::triggered, this, [this] {
    session_.document()->ExchangeSourceAndTarget();
    if (session_.document()->sources().size() > 1) {
      notices_->Show({SessionMessage::Kind::kHint,
                      tr("The other sources are switched off: they show another head."),
                      SessionMessage::Matter::kSwap});
    }
  });
  connect(actions_.swap, &QAction::triggered, session_.runner(), &SwapRunner::Start);
  connect(actions_.cancel, &QAction::triggered, this,
          [this] { PickingFor() ? StopPicking() : session_.runner()->Cancel(); });
  connect(actions_.follow, &QAction::toggled, session_.runner(), &SwapRunner::SetFollowsChanges);
}

void MainWindow::MakeMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  FillProjectMenu(file);
  file->addSeparator();
  file->addActions({actions_.open_sources, actions_.open_target});
  file->addSeparator();
  file->addActions({actions_.export_result, actions_.batch});
  file->addSeparator();
  file->addAction(actions_.quit);

  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  edit->addActions({actions_.undo, actions_.redo});
  edit->addSeparator();
  edit->addActions({actions_.paste_source, actions_.paste_target});
  edit->addSeparator();
  edit->addAction(actions_.exchange);
  edit->addSeparator();
  QAction* preferences = edit->addAction(tr("Pre&ferences…"), this, &MainWindow::ShowPreferences);
  preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
  preferences->setMenuRole(QAction::PreferencesRole);
  edit->addAction(tr("Sh&ortcuts…"), this, &MainWindow::ShowShortcuts);

  QMenu* head = menuBar()->addMenu(tr("&Head"));
  head->addActions({actions_.swap, actions_.cancel, actions_.follow});
  head->addSeparator();
  head->addAction(actions_.move_head);
  for (QAction* pick : actions_.pick) {
    head->addAction(pick);
  }

  QMenu* paint = menuBar()->addMenu(tr("&Paint"));
  paint->addActions(paint_bar_->tool_actions());
  paint->addSeparator();
  paint->addActions(paint_bar_->brush_actions());

  QMenu* view = menuBar()->addMenu(tr("&View"));
  view->addActions(view_bar_->view_actions());
  view->addSeparator();
  view->addAction(view_bar_->compare_action());
  view->addSeparator();
  view->addActions(zoom_bar_->zoom_actions());
  view->addSeparator();
  view->addAction(history_->toggleViewAction());

  QMenu* help = menuBar()->addMenu(tr("&Help"));
  help->addAction(tr("&About HeSer Studio"), this, &MainWindow::ShowAbout);
  ApplyShortcuts(CommandsWithKeys(*menuBar()));
}

void MainWindow::ShowShortcuts() {
  auto* dialog = new ShortcutsDialog(CommandsWithKeys(*menuBar()), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::RefreshActions() {
  const SwapDocument& document = *session_.document();
  const bool running = session_.runner()->IsRunning();
  actions_.swap->setEnabled(document.IsSwappable() && !running);
  actions_.cancel->setEnabled(running || PickingFor());
  actions_.export_result->setEnabled(session_.runner()->IsOutcomeOfPhotos());
  actions_.move_head->setEnabled(session_.runner()->IsOutcomeOfTarget());
  for (QAction* pick : actions_.pick) {
    pick->setEnabled(document.target() != nullptr);
  }
  actions_.exchange->setEnabled(document.target() && !document.sources().empty());
}

}  // namespace heser
