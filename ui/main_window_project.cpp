#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <utility>

#include "app/jobs/termination_watch.h"
#include "app/messages.h"
#include "app/preferences/recent_projects.h"
#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/photo_mime.h"
#include "ui/themed_icon.h"

/// Projects of MainWindow: open, save, recent ones, unsaved work, recovery.
namespace heser {

void MainWindow::MakeProjectActions() {
  actions_.start_anew = MakeAction("add", tr("&New"), QKeySequence::New, tr("Start anew"));
  actions_.open_project =
      MakeAction("open", tr("&Open Project…"), QKeySequence::Open, tr("Open a saved project"));
  actions_.save_project = MakeAction("save", tr("&Save Project"), QKeySequence::Save,
                                     tr("Save photos, settings and edits in one file"));
  actions_.save_project_as = MakeAction(
      // Not every desktop has standard keys for it.
      {}, tr("Save Project &As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
      tr("Save the project under another name"));
  connect(actions_.start_anew, &QAction::triggered, this, [this] {
    AfterAwaitedExport([this] {
      AfterSaving(tr("Save the project before starting anew?"), [this] {
        DismissOfOtherProject();
        notices_->Dismiss(SessionMessage::Matter::kProject);
        session_.project_desk()->StartAnew();
      });
    });
  });
  connect(actions_.open_project, &QAction::triggered, this, &MainWindow::ChooseProject);
  connect(actions_.save_project, &QAction::triggered, this, &MainWindow::SaveProject);
  connect(actions_.save_project_as, &QAction::triggered, this, &MainWindow::SaveProjectAs);
}

void MainWindow::FillProjectMenu(QMenu* file) {
  file->addActions({actions_.start_anew, actions_.open_project});
  recent_menu_ = file->addMenu(tr("Open &Recent"));
  connect(recent_menu_, &QMenu::aboutToShow, this, &MainWindow::FillRecentMenu);
  file->addActions({actions_.save_project, actions_.save_project_as});
}

void MainWindow::FillRecentMenu() {
  recent_menu_->clear();
  for (const QString& path : RecentProjects()) {
    const QFileInfo file(path);
    QAction* action =
        recent_menu_->addAction(file.completeBaseName(), this, [this, path] { OpenProject(path); });
    action->setToolTip(QDir::toNativeSeparators(path));
    action->setEnabled(file.exists());
  }
  if (recent_menu_->isEmpty()) {
    recent_menu_->addAction(tr("No projects yet"))->setEnabled(false);
  }
  recent_menu_->setToolTipsVisible(true);
}

void MainWindow::ConnectProject() {
  ProjectDesk* desk = session_.project_desk();
  connect(desk, &ProjectDesk::StateChanged, this, &MainWindow::ShowProjectState);
  connect(desk, &ProjectDesk::Opened, this,
          [this](const QString& path, const std::vector<ProjectRemark>& remarks) {
            if (!path.isEmpty()) {
              RememberRecentProject(path);
            }
            DismissOfOtherProject();
            if (remarks.empty()) {
              notices_->Dismiss(SessionMessage::Matter::kProject);
            }
            session_.runner()->Start();
          });
  connect(desk, &ProjectDesk::Saved, this, [this](const QString& path) {
    RememberRecentProject(path);
    // Beside a failed attempt before, success would contradict it.
    notices_->DismissError(SessionMessage::Matter::kFiles);
    notices_->Add({SessionMessage::Kind::kDone, tr("Saved %1.").arg(QFileInfo(path).fileName())});
    if (const auto proceed = std::exchange(after_saving_, nullptr)) {
      proceed();
    }
  });
  connect(desk, &ProjectDesk::Failed, this, [this] { after_saving_ = nullptr; });
  // Closed without an answer it is not asked again now, but at the next start.
  connect(notices_, &Notices::Closed, this, [this](SessionMessage::Matter matter) {
    if (matter == SessionMessage::Matter::kRecovery) {
      offers_recovery_ = false;
    }
  });
  ShowProjectState();
}

void MainWindow::DismissOfOtherProject() {
  notices_->DismissError(SessionMessage::Matter::kFiles);
  notices_->Dismiss(SessionMessage::Matter::kSwap);
  notices_->Dismiss(SessionMessage::Matter::kPainting);
}

void MainWindow::LeaveOnSignals() {
  auto* watch = new TerminationWatch(this);
  connect(watch, &TerminationWatch::Requested, session_.project_desk(),
          &ProjectDesk::LeaveForRecovery);
  // Queued: within exec() of a dialog's own making it would end that alone.
  connect(
      session_.project_desk(), &ProjectDesk::RecoveryLeft, this,
      [] { QCoreApplication::exit(kExitInterrupted); }, Qt::QueuedConnection);
}

void MainWindow::StartRecovery() {
  if (recovery_folder_.isEmpty()) {
    recovery_folder_ = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                           .filePath(QStringLiteral("recovery"));
  }
  offers_recovery_ = true;
  OfferRecovery();
  session_.project_desk()->KeepRecoveryIn(recovery_folder_);
  session_.project_desk()->SetLongestUnsaved(PreferenceValue(Preference::kAutosaveSeconds).toInt());
}

void MainWindow::OfferRecovery() {
  const std::vector<RecoveryFile> files = FindRecoveryFiles(recovery_folder_);
  if (files.empty()) {
    offers_recovery_ = false;
    return;
  }
  const RecoveryFile& latest = files.front();
  const QString kept =
      latest.was_told
          ? tr("HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.")
          : tr("HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.");
  notices_->Ask({latest.was_told ? SessionMessage::Kind::kHint : SessionMessage::Kind::kWarning,
                 kept.arg(QLocale().toString(latest.when, QLocale::ShortFormat)),
                 SessionMessage::Matter::kRecovery},
                {{tr("Restore"),
                  [this, latest] {
                    OfferRecovery();  // Stays until what is open now is taken care of.
                    AfterAwaitedExport([this, latest] {
                      AfterSaving(tr("Save the project before restoring the unsaved work?"),
                                  [this, latest] {
                                    offers_recovery_ = false;
                                    notices_->Dismiss(SessionMessage::Matter::kRecovery);
                                    session_.project_desk()->Recover(latest);
                                  });
                    });
                  }},
                 {tr("Discard"), [this, latest] {
                    RemoveRecoveryFile(latest);
                    OfferRecovery();
                  }}});
}

void MainWindow::ShowProjectState() {
  const ProjectDesk& desk = *session_.project_desk();
  const QString name = desk.path().isEmpty() ? tr("Untitled") : QFileInfo(desk.path()).fileName();
  setWindowTitle(QStringLiteral("%1[*] – HeSer Studio").arg(name));
  setWindowModified(desk.IsModified());
}

void MainWindow::AfterSaving(const QString& question, const std::function<void()>& proceed) {
  if (!session_.project_desk()->IsModified()) {
    proceed();
    return;
  }
  auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("HeSer Studio"), question,
                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
  box->setInformativeText(tr("What was changed since the last save is lost otherwise."));
  box->setAttribute(Qt::WA_DeleteOnClose);
  // Qt's own translations need not be installed.
  box->button(QMessageBox::Save)->setText(tr("Save"));
  box->button(QMessageBox::Discard)->setText(tr("Do Not Save"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Save);
  connect(box, &QMessageBox::finished, this, [this, proceed](int answer) {
    if (answer == QMessageBox::Discard) {
      proceed();
    } else if (answer == QMessageBox::Save) {
      after_saving_ = proceed;
      SaveProject();
    }
  });
  box->open();
}

void MainWindow::OpenProject(const QString& path) {
  AfterAwaitedExport([this, path] {
    const ProjectDesk& desk = *session_.project_desk();
    if (desk.IsModified() && !desk.path().isEmpty() && QFileInfo(desk.path()) == QFileInfo(path)) {
      AskToRevert(path);
      return;
    }
    AfterSaving(tr("Save the project before opening another?"),
                [this, path] { session_.project_desk()->Open(path); });
  });
}

void MainWindow::AskToRevert(const QString& path) {
  auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("HeSer Studio"),
                              tr("Discard changes and open the saved version?"),
                              QMessageBox::Discard | QMessageBox::Cancel, this);
  box->setInformativeText(
      tr("%1 is open with changes since it was saved.").arg(QFileInfo(path).fileName()));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->button(QMessageBox::Discard)->setText(tr("Discard Changes"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Cancel);
  connect(box, &QMessageBox::finished, this, [this, path](int answer) {
    if (answer == QMessageBox::Discard) session_.project_desk()->Open(path);
  });
  box->open();
}

void MainWindow::ChooseProject() {
  auto* dialog = new QFileDialog(this, tr("Open a Project"),
                                 QSettings().value("folder/project").toString(), ProjectFilter());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    QSettings().setValue("folder/project", QFileInfo(path).absolutePath());
    OpenProject(path);
  });
  dialog->open();
}

void MainWindow::SaveProject() {
  const QString path = session_.project_desk()->path();
  if (path.isEmpty()) {
    SaveProjectAs();
  } else if (session_.project_desk()->IsReadInPart()) {
    AskToReplace(path, tr("%1 could not be read as a whole. What is missing here is lost for good "
                          "if the file is replaced. Replace it?"));
  } else if (session_.project_desk()->IsFileOther() && QFileInfo::exists(path)) {
    AskToReplace(
        path,
        tr("%1 was changed by another program since it was opened or saved here. Replace it?"));
  } else {
    session_.project_desk()->Save(path);
  }
}

void MainWindow::AskToReplace(const QString& path, const QString& question) {
  auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("HeSer Studio"),
                              question.arg(QFileInfo(path).fileName()),
                              QMessageBox::Save | QMessageBox::SaveAll | QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->button(QMessageBox::Save)->setText(tr("Replace"));
  box->button(QMessageBox::SaveAll)->setText(tr("Save Project &As…"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::SaveAll);
  connect(box, &QMessageBox::finished, this, [this, path](int answer) {
    if (answer == QMessageBox::Save) {
      session_.project_desk()->Save(path);
    } else if (answer == QMessageBox::SaveAll) {
      SaveProjectAs();
    } else {
      after_saving_ = nullptr;
    }
  });
  box->open();
}

QString MainWindow::SuggestedProjectPath() const {
  if (const QString known = session_.project_desk()->path(); !known.isEmpty()) {
    const QFileInfo file(known);
    return session_.project_desk()->IsReadInPart()
               ? file.dir().filePath(file.completeBaseName() + QStringLiteral(" 2.heser"))
               : known;
  }
  const QString folder =
      QSettings()
          .value("folder/project", QSettings().value("folder/open", QDir::homePath()))
          .toString();
  const TargetItem* target = session_.document()->target();
  const QString name =
      target != nullptr ? QFileInfo(target->photo->name).completeBaseName() : tr("Untitled");
  return QDir(folder).filePath(name + QStringLiteral(".heser"));
}

void MainWindow::SaveProjectAs() {
  auto* dialog =
      new QFileDialog(this, tr("Save the Project"), SuggestedProjectPath(), ProjectFilter());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("heser"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    QSettings().setValue("folder/project", QFileInfo(path).absolutePath());
    SaveProjectTo(path);
  });
  connect(dialog, &QFileDialog::rejected, this, [this] { after_saving_ = nullptr; });
  dialog->open();
}

void MainWindow::SaveProjectTo(const QString& path) {
  const auto give_up = [this] { after_saving_ = nullptr; };
  const auto save = [this, give_up](const QString& allowed) {
    session_.RefuseOpenPhoto(allowed) ? give_up() : session_.project_desk()->Save(allowed);
  };
  const ProjectDesk* desk = session_.project_desk();
  if (desk->IsReadInPart() && QFileInfo(path) == QFileInfo(desk->path())) {
    SaveProject();  // Asks.
    return;
  }
  if (IsProjectName(path)) {
    save(path);
    return;
  }
  // The name must say what the file is; nobody was asked about this one yet.
  const QString named = path + QStringLiteral(".heser");
  AfterAllowed(
      this, named, [save, named] { save(named); }, give_up);
}

void MainWindow::AfterAllowed(QWidget* parent, const QString& path,
                              const std::function<void()>& proceed,
                              const std::function<void()>& otherwise) {
  if (!QFileInfo::exists(path)) {
    proceed();
    return;
  }
  auto* box =
      new QMessageBox(QMessageBox::Warning, QStringLiteral("HeSer Studio"),
                      tr("%1 is there already. Replace it?").arg(QFileInfo(path).fileName()),
                      QMessageBox::Save | QMessageBox::Cancel, parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->button(QMessageBox::Save)->setText(tr("Replace"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Cancel);
  connect(box, &QMessageBox::finished, parent, [proceed, otherwise](int answer) {
    answer == QMessageBox::Save ? proceed() : otherwise();
  });
  box->open();
}

}  // namespace heser
