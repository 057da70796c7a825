#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "ui/export_dialog.h"
#include "ui/main_window.h"
#include "ui/photo_mime.h"

/// Exporting from MainWindow.
namespace heser {

QString MainWindow::SuggestedExportPath(const ExportChoices& choices) const {
  const SwapSnapshot& snapshot = session_.runner()->outcome()->snapshot;
  const QString target = QFileInfo(snapshot.target_name).completeBaseName();
  const QString folder =
      QSettings()
          .value("folder/export", QSettings().value("folder/open", QDir::homePath()))
          .toString();
  const QString name = choices.subject == ExportSubject::kHead ? tr("%1 head") : tr("%1 swapped");
  return QDir(folder).filePath(name.arg(target) + QStringLiteral(".") +
                               QLatin1String(ExtensionOf(choices.format)));
}

void MainWindow::ExportResult() {
  auto* dialog = new ExportDialog(
      &session_,
      [this](ExportDialog* parent, const ExportChoices& choices,
             const std::function<void(const QString&)>& receiver) {
        ChooseExportPath(parent, choices, receiver);
      },
      this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::AfterAwaitedExport(const std::function<void()>& proceed) {
  if (!session_.IsExportAwaited()) {
    proceed();
    return;
  }
  auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("HeSer Studio"),
                              tr("Go on although the picture is not exported yet?"),
                              QMessageBox::Ok | QMessageBox::Cancel, this);
  box->setInformativeText(tr("It is written as soon as the new result is ready."));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->button(QMessageBox::Ok)->setText(tr("Go On Without It"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Cancel);
  connect(box, &QMessageBox::finished, this, [proceed](int answer) {
    if (answer == QMessageBox::Ok) proceed();
  });
  // What the question is about may come to its end behind it.
  connect(session_.export_desk(), &ExportDesk::Exported, box, [this, box] {
    if (!session_.IsExportAwaited()) box->done(QMessageBox::Ok);
  });
  connect(session_.export_desk(), &ExportDesk::Failed, box, [this, box] {
    if (!session_.IsExportAwaited()) box->done(QMessageBox::Cancel);
  });
  connect(&session_, &SwapSession::AwaitedExportGivenUp, box,
          [box] { box->done(QMessageBox::Cancel); });
  box->open();
}

void MainWindow::ChooseExportPath(QWidget* parent, const ExportChoices& choices,
                                  const std::function<void(const QString&)>& receiver) {
  auto* dialog = new QFileDialog(parent, tr("Export the Finished Picture"),
                                 SuggestedExportPath(choices), SavePhotoFilter(choices.format));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QLatin1String(ExtensionOf(choices.format)));
  connect(dialog, &QFileDialog::fileSelected, this,
          [parent, choices, receiver](const QString& path) {
            QSettings().setValue("folder/export", QFileInfo(path).absolutePath());
            // The name must say what the file is, whatever was typed.
            const bool fits = WrittenFormatOf(path.toStdString()) == choices.format;
            if (fits) {
              receiver(path);
              return;
            }
            // The file dialog asked about another name, if it did.
            const QString named =
                path + QStringLiteral(".") + QLatin1String(ExtensionOf(choices.format));
            AfterAllowed(
                parent, named, [receiver, named] { receiver(named); }, [] {});
          });
  dialog->open();
}

}  // namespace heser
