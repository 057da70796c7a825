#include "ui/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QUndoView>
#include <QVBoxLayout>
#include <functional>

#include "app/preferences/languages.h"
#include "ui/about_dialog.h"
#include "ui/batch_dialog.h"
#include "ui/canvas_view.h"
#include "ui/drop_overlay.h"
#include "ui/mask_panel.h"
#include "ui/notices.h"
#include "ui/paint_bar.h"
#include "ui/photo_mime.h"
#include "ui/preferences_dialog.h"
#include "ui/run_box.h"
#include "ui/settings_panel.h"
#include "ui/sources_strip.h"
#include "ui/start_page.h"
#include "ui/target_slot.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"
#include "ui/view_bar.h"

namespace heser {
namespace {

constexpr int kSideWidth = 240;
constexpr int kHistoryWidth = 170;

/// As narrow as the names of steps allow: the picture needs the room.
class HistoryList : public QUndoView {
 public:
  using QUndoView::QUndoView;
  QSize sizeHint() const override { return {kHistoryWidth, QUndoView::sizeHint().height()}; }
};

QLabel* MakeSideTitle(const QString& text) {
  auto* label = new QLabel(text);
  QFont font = label->font();
  font.setBold(true);
  font.setPointSizeF(font.pointSizeF() * 1.1);
  label->setFont(font);
  return label;
}

QToolButton* MakeSideButton(QAction* action, const QString& icon) {
  auto* button = new QToolButton;
  button->setIcon(ThemedIcon(icon));
  button->setAutoRaise(true);
  button->setToolTip(action->toolTip());
  button->setAccessibleName(action->toolTip());
  QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
  QObject::connect(action, &QAction::changed, button,
                   [button, action] { button->setEnabled(action->isEnabled()); });
  button->setEnabled(action->isEnabled());
  return button;
}

QHBoxLayout* MakeTitleRow(const QString& title, std::initializer_list<QToolButton*> buttons) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(4, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(MakeSideTitle(title));
  row->addStretch();
  for (QToolButton* button : buttons) {
    row->addWidget(button);
  }
  return row;
}

std::size_t BytesOfMegabytes(int megabytes) {
  return static_cast<std::size_t>(megabytes) * 1'000'000;
}

}  // namespace

MainWindow::MainWindow(SwapEngineFactory factory, FaceMeasure measure,
                       const QString& recovery_folder, QWidget* parent)
    : QMainWindow(parent),
      recovery_folder_(recovery_folder),
      session_(std::move(factory), std::move(measure)),
      notices_(new Notices(this)) {
  setAcceptDrops(true);
  Build();
  RestoreWindow();
  StartRecovery();
  ApplyPreference(Preference::kHistoryMegabytes);
  connect(Preferences::Shared(), &Preferences::Changed, this, &MainWindow::ApplyPreference);
}

MainWindow::~MainWindow() = default;

void MainWindow::Build() {
  MakeActions();
  BuildWindow();
  MakeMenus();
  ConnectSession();
  ConnectProject();
  ConnectPainting();
  ConnectHead();
  if (offers_recovery_) OfferRecovery();
  ShowRunning(session_.runner()->IsRunning());
}

void MainWindow::Rebuild() {
  const ViewKind view = view_bar_->view();
  const QByteArray docks = saveState();
  const QByteArray columns = splitter_->saveState();
  const SettingsPanel::Look settings = settings_panel_->look();
  for (QObject* part : std::initializer_list<QObject*>{
           &session_, session_.document(), session_.document()->undo_stack(), session_.runner(),
           session_.photo_desk(), session_.project_desk(), session_.export_desk(),
           session_.paint_desk(), session_.mask_overlays()}) {
    part->disconnect(this);
  }
  notices_->disconnect(this);
  notices_->setParent(this);
  delete history_;
  delete takeCentralWidget();
  setMenuBar(new QMenuBar(this));
  setStatusBar(nullptr);
  qDeleteAll(findChildren<QAction*>(Qt::FindDirectChildrenOnly));
  Build();
  restoreState(docks);
  splitter_->restoreState(columns);
  view_bar_->SetView(view);
  settings_panel_->SetLook(settings);
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && !rebuilds_) {
    // Once for all translators that were exchanged, and not from within a control that goes.
    rebuilds_ = true;
    QTimer::singleShot(0, this, [this] {
      rebuilds_ = false;
      Rebuild();
    });
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::ApplyPreference(Preference preference) {
  const QVariant value = PreferenceValue(preference);
  switch (preference) {
    case Preference::kLanguage:
      ApplyLanguage(value.toString());
      break;
    case Preference::kTheme:
      ApplyTheme(static_cast<Theme>(value.toInt()));
      break;
    case Preference::kDevice:
      session_.runner()->RenewEngine();
      session_.batch_desk()->RenewEngine();
      break;
    case Preference::kAutosaveSeconds:
      session_.project_desk()->SetLongestUnsaved(value.toInt());
      break;
    case Preference::kHistoryMegabytes:
      session_.document()->SetHistoryBudget(BytesOfMegabytes(value.toInt()));
      break;
    case Preference::kThreads:
      break;  // Read at the start.
  }
}

void MainWindow::ShowPreferences() {
  auto* dialog = new PreferencesDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::BuildWindow() {
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setHandleWidth(1);
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(BuildLeft());
  splitter_->addWidget(BuildMiddle());
  splitter_->addWidget(BuildRight());
  splitter_->setStretchFactor(1, 1);
  splitter_->setSizes({kSideWidth, 900, kSideWidth + 60});
  setCentralWidget(splitter_);
  BuildHistory();
  BuildStatusBar();
}

void MainWindow::BuildHistory() {
  auto* list = new HistoryList(session_.document()->undo_stack());
  list->setEmptyLabel(tr("As it was opened"));
  list->setFrameShape(QFrame::NoFrame);
  list->setAccessibleName(tr("History"));
  history_ = new QDockWidget(tr("History"), this);
  history_->setObjectName(QStringLiteral("history"));  // For saveState().
  history_->setWidget(list);
  history_->setVisible(false);
  addDockWidget(Qt::RightDockWidgetArea, history_);
}

QWidget* MainWindow::BuildLeft() {
  auto* left = new QWidget;
  left->setMinimumWidth(200);
  target_slot_ = new TargetSlot(&session_);
  sources_strip_ = new SourcesStrip(&session_);
  auto* layout = new QVBoxLayout(left);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(4);
  layout->addLayout(MakeTitleRow(tr("Target"), {MakeSideButton(actions_.exchange, "exchange"),
                                                MakeSideButton(actions_.open_target, "open")}));
  layout->addWidget(target_slot_);
  layout->addSpacing(10);
  layout->addLayout(MakeTitleRow(tr("Sources"), {MakeSideButton(actions_.open_sources, "add")}));
  layout->addWidget(sources_strip_, 1);
  connect(target_slot_, &TargetSlot::OpenWanted, this, &MainWindow::OpenTarget);
  connect(sources_strip_, &SourcesStrip::OpenWanted, this, &MainWindow::OpenSources);
  return left;
}

QWidget* MainWindow::BuildMiddle() {
  auto* middle = new QWidget;
  canvas_ = new CanvasView;
  view_bar_ = new ViewBar(canvas_, {actions_.move_head, actions_.pick[0]});
  paint_bar_ = new PaintBar(session_.paint_desk());
  auto* start_page = new StartPage(&session_);
  auto* stage = new QWidget;
  middle_stack_ = new QStackedLayout(stage);
  middle_stack_->addWidget(start_page);
  middle_stack_->addWidget(canvas_);
  auto* layout = new QVBoxLayout(middle);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(view_bar_);
  layout->addWidget(paint_bar_);
  layout->addWidget(stage, 1);
  // There is always room for a message: most are a line long, and come when they like.
  const auto keep_room = [canvas = canvas_, least = notices_->LineHeight()](int height) {
    canvas->SetCoveredTop(std::max(height, least));
  };
  connect(notices_, &Notices::HeightChanged, canvas_, keep_room);
  notices_->Cover(stage);
  keep_room(notices_->height());
  // Pages come to the top when they are shown.
  connect(middle_stack_, &QStackedLayout::currentChanged, notices_, &QWidget::raise);
  drop_overlay_ = new DropOverlay(&session_, stage);

  connect(start_page, &StartPage::SourcesWanted, this, &MainWindow::OpenSources);
  connect(start_page, &StartPage::TargetWanted, this, &MainWindow::OpenTarget);
  connect(start_page, &StartPage::ProjectWanted, this, &MainWindow::OpenProject);
  connect(start_page, &StartPage::SamplesWanted, this, &MainWindow::OpenSamples);
  connect(view_bar_, &ViewBar::ViewChanged, this, [this] {
    if (view_bar_->view() != ViewKind::kTarget) {
      StopPicking();
    }
    ShowView();
  });
  connect(target_slot_, &TargetSlot::ShowWanted, this,
          [this] { view_bar_->SetView(ViewKind::kTarget); });
  connect(canvas_, &CanvasView::FaceChosen, this, [this](int number) {
    session_.document()->SetTargetFace({number, {}});
  });
  return middle;
}

QWidget* MainWindow::BuildRight() {
  auto* right = new QWidget;
  right->setMinimumWidth(kSideWidth);
  auto* layout = new QVBoxLayout(right);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  settings_panel_ = new SettingsPanel(session_.document());
  layout->addWidget(settings_panel_, 1);
  layout->addWidget(new MaskPanel(session_.mask_overlays(), canvas_, view_bar_->owner_box()));
  layout->addWidget(new RunBox(&session_, actions_.swap, actions_.follow, actions_.export_result));
  return right;
}

void MainWindow::ConnectSession() {
  SwapDocument* document = session_.document();
  SwapRunner* runner = session_.runner();
  connect(document, &SwapDocument::Changed, this, &MainWindow::RefreshActions);
  connect(document, &SwapDocument::TargetChanged, this, &MainWindow::ShowView);
  connect(document, &SwapDocument::SourcesChanged, this, &MainWindow::ShowView);
  connect(document, &SwapDocument::TargetChanged, this, [this] {
    // How long another picture's result took says nothing of this one.
    if (!session_.runner()->IsOutcomeOfTarget() && !session_.runner()->IsRunning()) {
      status_text_->clear();
    }
  });
  // What is said of a swap that failed goes with its cause: most of them lie in the photos.
  const auto dismiss_error = [this] { notices_->DismissError(SessionMessage::Matter::kSwap); };
  connect(document, &SwapDocument::SourcesChanged, this, dismiss_error);
  connect(document, &SwapDocument::TargetChanged, this, dismiss_error);
  connect(document, &SwapDocument::Changed, this, [this, dismiss_error] {
    if (session_.runner()->IsOutcomeCurrent()) dismiss_error();
  });
  connect(runner, &SwapRunner::RunningChanged, this, &MainWindow::ShowRunning);
  connect(runner, &SwapRunner::Progressed, this, &MainWindow::ShowProgress);
  connect(runner, &SwapRunner::OutcomeChanged, this, &MainWindow::ShowOutcome);
  connect(runner, &SwapRunner::PreviewChanged, this, &MainWindow::ShowView);
  connect(&session_, &SwapSession::FindingsChanged, this, &MainWindow::ShowView);
  connect(&session_, &SwapSession::MessageRaised, this,
          [this](const SessionMessage& message) { notices_->Add(message); });
  const auto show_files = [this](bool busy) {
    if (busy) {
      status_text_->setText(tr("Working on files…"));
    } else if (!session_.runner()->IsRunning()) {
      status_text_->clear();
    }
  };
  connect(session_.photo_desk(), &PhotoDesk::BusyChanged, this, show_files);
  connect(session_.export_desk(), &ExportDesk::ExportingChanged, this, show_files);
}

void MainWindow::RestoreWindow() {
  const QSettings settings;
  const QSize title_bar(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
  resize(QSize(1280, 820).boundedTo(screen()->availableSize() - title_bar));
  restoreGeometry(settings.value("window/geometry").toByteArray());
  restoreState(settings.value("window/docks").toByteArray());
  splitter_->restoreState(settings.value("window/splitter").toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!may_close_) {
    // A window that is closing cannot be closed anew: what is decided at once is this event's.
    is_asked_to_close_ = true;
    AfterBatch([this] {
      AfterAwaitedExport([this] {
        AfterSaving(tr("Save the project before leaving?"), [this] {
          may_close_ = true;
          if (!is_asked_to_close_) close();
        });
      });
    });
    is_asked_to_close_ = false;
  }
  if (!may_close_) {
    event->ignore();
    return;
  }
  session_.project_desk()->ForgetRecovery();
  QSettings settings;
  settings.setValue("window/geometry", saveGeometry());
  settings.setValue("window/docks", saveState());
  settings.setValue("window/splitter", splitter_->saveState());
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->source() != nullptr) {
    return;
  }
  if (!ProjectPathOf(*event->mimeData()).isEmpty()) {
    event->acceptProposedAction();
  } else if (HoldsPhotos(*event->mimeData())) {
    event->acceptProposedAction();
    drop_overlay_->Appear();
  }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
  // Leaving for the overlay itself must not take it away.
  if (!drop_overlay_->rect().contains(drop_overlay_->mapFromGlobal(QCursor::pos()))) {
    drop_overlay_->hide();
  }
}

void MainWindow::dropEvent(QDropEvent* event) {
  drop_overlay_->hide();
  if (const QString project = ProjectPathOf(*event->mimeData()); !project.isEmpty()) {
    OpenProject(project);
    event->acceptProposedAction();
    return;
  }
  session_.OpenFiles(PhotoPathsOf(*event->mimeData()));
  event->acceptProposedAction();
}

void MainWindow::ShowView() {
  CanvasContent content = ComposeView(session_, view_bar_->view(), view_bar_->mask_owner());
  AddToolHint(content);
  const bool has_picture = !content.extent.isEmpty();
  const bool appears = has_picture && middle_stack_->currentIndex() == 0;
  middle_stack_->setCurrentIndex(has_picture ? 1 : 0);
  ShowPictureFacts(content.extent.toSize());
  // Space moves the picture; it shall not press a button that happened to come first.
  if (appears) {
    canvas_->setFocus();
  }
  paint_bar_->setVisible(has_picture);
  view_bar_->compare_action()->setEnabled(!content.before.picture.IsEmpty());
  canvas_->SetContent(std::move(content));
  ChoosePaintLayer();
}

void MainWindow::OpenSources() {
  OpenDialog(this, tr("Open Photos of the Head"), true, [this](const QStringList& paths) {
    session_.AddSources(paths, static_cast<int>(session_.document()->sources().size()));
  });
}

void MainWindow::OpenTarget() {
  OpenDialog(this, tr("Open the Photo That Gets the Head"), false,
             [this](const QStringList& paths) { session_.SetTarget(paths.front()); });
}

void MainWindow::OpenDialog(QWidget* parent, const QString& title, bool several,
                            const std::function<void(const QStringList&)>& receiver) {
  auto* dialog = new QFileDialog(parent, title, QSettings().value("folder/open").toString(),
                                 OpenPhotoFilter());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::filesSelected, this, [receiver](const QStringList& paths) {
    QSettings().setValue("folder/open", QFileInfo(paths.front()).absolutePath());
    receiver(paths);
  });
  dialog->open();
}

void MainWindow::PasteSmart() { Paste(target_slot_->hasFocus()); }

void MainWindow::Paste(bool as_target) {
  const QMimeData* copied = QApplication::clipboard()->mimeData();
  const QStringList paths = PhotoPathsOf(*copied);
  const int end = static_cast<int>(session_.document()->sources().size());
  if (!paths.isEmpty()) {
    as_target ? session_.SetTarget(paths.front()) : session_.AddSources(paths, end);
  } else if (copied->hasImage()) {
    as_target ? session_.PasteTarget(PictureOf(*copied)) : session_.PasteSource(PictureOf(*copied));
  } else {
    notices_->Add({SessionMessage::Kind::kWarning,
                   tr("The clipboard holds no picture; copy one and paste again.")});
  }
}

void MainWindow::ShowAbout() {
  auto* dialog = new AboutDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::OpenSamples() { session_.OpenFiles(StartPage::SamplePhotos()); }

}  // namespace heser
