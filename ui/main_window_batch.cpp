#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

#include "ui/batch_dialog.h"
#include "ui/main_window.h"

/// The batch from MainWindow.
namespace heser {
namespace {

/// Asks for one folder and gives it to the receiver.
void ChooseFolder(QWidget* parent, const QString& title, const QString& start,
                  const BatchDialog::Desktop::Receiver& receiver) {
  auto* dialog = new QFileDialog(parent, title, start);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  QObject::connect(dialog, &QFileDialog::filesSelected, parent, receiver);
  dialog->open();
}

}  // namespace

void MainWindow::ShowBatch() {
  if (batch_dialog_ == nullptr) {
    BatchDialog::Desktop desktop;
    desktop.choose_photos = [this](QWidget* parent,
                                   const BatchDialog::Desktop::Receiver& receiver) {
      OpenDialog(parent, tr("Open the Photos That Get the Head"), true, receiver);
    };
    desktop.choose_folder = [](QWidget* parent, const BatchDialog::Desktop::Receiver& receiver) {
      ChooseFolder(parent, tr("Choose a Folder of Photos That Get the Head"),
                   QSettings().value("folder/open").toString(), receiver);
    };
    desktop.choose_output = [](QWidget* parent, const QString& start,
                               const BatchDialog::Desktop::Receiver& receiver) {
      ChooseFolder(parent, tr("Choose the Folder for the Results"), start, receiver);
    };
    desktop.open = [](const QString& path) {
      QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    };
    batch_dialog_ = new BatchDialog(&session_, desktop, this);
    batch_dialog_->setAttribute(Qt::WA_DeleteOnClose);
  }
  batch_dialog_->show();
  batch_dialog_->raise();
  batch_dialog_->activateWindow();
}

void MainWindow::AfterBatch(const std::function<void()>& proceed) {
  if (!session_.batch_desk()->IsRunning()) {
    proceed();
    return;
  }
  auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("HeSer Studio"),
                              tr("Leave although the batch is not finished?"),
                              QMessageBox::Ok | QMessageBox::Cancel, this);
  box->setInformativeText(tr("Pictures that are done stay."));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->button(QMessageBox::Ok)->setText(tr("Stop It and Leave"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Cancel);
  connect(box, &QMessageBox::finished, this, [this, proceed](int answer) {
    if (answer == QMessageBox::Ok) {
      session_.batch_desk()->Cancel();
      proceed();
    }
  });
  box->open();
}

}  // namespace heser
