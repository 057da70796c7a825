#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>
#include <cmath>

#include "app/messages.h"
#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/zoom_bar.h"

/// The line below the picture of MainWindow: how far a swap is and what it came to.
namespace heser {
namespace {

constexpr int kProgressSteps = 1000;

double TotalSeconds(const SwapResult& result) {
  double seconds = 0;
  for (const StageTime& time : result.times) {
    seconds += time.seconds;
  }
  return seconds;
}

}  // namespace

void MainWindow::BuildStatusBar() {
  status_text_ = new QLabel;
  // What is said must not widen the window.
  status_text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  progress_bar_ = new QProgressBar;
  progress_bar_->setRange(0, kProgressSteps);
  progress_bar_->setTextVisible(false);
  progress_bar_->setFixedSize(180, 12);
  progress_bar_->setAccessibleName(tr("Progress of the swap"));
  cancel_button_ = new QToolButton;
  cancel_button_->setDefaultAction(actions_.cancel);
  cancel_button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  cancel_button_->setAutoRaise(true);
  picture_facts_ = new QLabel;
  picture_facts_->setForegroundRole(QPalette::PlaceholderText);
  picture_facts_->setAccessibleName(tr("Size of the picture"));
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(8, 0, 8, 0);
  statusBar()->addWidget(progress_bar_);
  statusBar()->addWidget(cancel_button_);
  statusBar()->addWidget(status_text_, 1);
  zoom_bar_ = new ZoomBar(canvas_);
  statusBar()->addPermanentWidget(picture_facts_);
  statusBar()->addPermanentWidget(zoom_bar_);
}

void MainWindow::ShowRunning(bool running) {
  progress_bar_->setVisible(running);
  cancel_button_->setVisible(running);
  if (running) {
    progress_bar_->setRange(0, 0);  // Busy, until the engine says how far it is.
    status_text_->setText(tr("Preparing…"));
  } else {
    status_text_->clear();
  }
  RefreshActions();
  ShowView();
}

void MainWindow::ShowProgress(double fraction, const QString& stage) {
  progress_bar_->setRange(0, kProgressSteps);
  progress_bar_->setValue(static_cast<int>(std::lround(fraction * kProgressSteps)));
  status_text_->setText(StageName(stage.toStdString()));
}

void MainWindow::ShowOutcome() {
  const auto outcome = session_.runner()->outcome();
  status_text_->setText(
      tr("Done in %1 s").arg(QLocale().toString(TotalSeconds(outcome->result), 'f', 1)));
  const QStringList remarks = session_.GeneralRemarks();
  if (remarks.isEmpty()) {
    notices_->Dismiss(SessionMessage::Matter::kSwap);
  } else {
    notices_->Show(
        {SessionMessage::Kind::kWarning, remarks.join(' '), SessionMessage::Matter::kSwap});
  }
  RefreshActions();
  ShowView();
}

void MainWindow::ShowPictureFacts(const QSize& size) {
  picture_facts_->setText(
      !size.isEmpty()
          ? tr("%1 × %2 pixels").arg(QString::number(size.width()), QString::number(size.height()))
          : QString());
}

}  // namespace heser
