#include "ui/export_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "app/messages.h"
#include "ui/export_form.h"
#include "ui/warning_box.h"

namespace heser {
namespace {

/// A drag of the quality is measured when the hand rests.
constexpr int kMeasureDelayMs = 200;
constexpr int kFormWidth = 440;

/// A line that explains, smaller in weight than what it is about.
QLabel* MakeNote(const QString& text) {
  auto* note = new QLabel(text);
  note->setWordWrap(true);
  note->setForegroundRole(QPalette::PlaceholderText);
  return note;
}

}  // namespace

ExportDialog::ExportDialog(SwapSession* session, PathChooser chooser, QWidget* parent)
    : QDialog(parent),
      session_(session),
      chooser_(std::move(chooser)),
      measure_timer_(new QTimer(this)) {
  setWindowTitle(tr("Export"));
  measure_timer_->setSingleShot(true);
  measure_timer_->setInterval(kMeasureDelayMs);
  connect(measure_timer_, &QTimer::timeout, this, &ExportDialog::Measure);
  form_ = new ExportForm;
  size_label_ = new QLabel;
  size_label_->setAccessibleName(tr("File size"));
  stale_warning_ = new WarningBox({});
  wait_box_ = new QCheckBox(tr("Wait for the &new result and export that"));
  wait_box_->setToolTip(
      tr("The file is written by itself when the new result is ready; you can work on meanwhile"));
  wait_box_->setChecked(true);
  stale_warning_->AddControl(wait_box_);
  alpha_warning_ =
      new WarningBox(MessageFor({SwapWarning::Kind::kAlphaLost, -1, 0}, {}, QString()));
  LayOut();
  connect(form_, &ExportForm::Changed, this, &ExportDialog::Refresh);
  connect(wait_box_, &QCheckBox::toggled, this, &ExportDialog::Refresh);
  connect(session_->export_desk(), &ExportDesk::Measured, this, &ExportDialog::ShowMeasure);
  connect(session_->export_desk(), &ExportDesk::MeasureFailed, size_label_, &QLabel::clear);
  connect(session_->runner(), &SwapRunner::OutcomeChanged, this, &ExportDialog::Refresh);
  connect(session_->runner(), &SwapRunner::Failed, this, &ExportDialog::Refresh);
  connect(session_->document(), &SwapDocument::Changed, this, &ExportDialog::Refresh);
  connect(this, &QDialog::finished, session_->export_desk(), &ExportDesk::StopMeasuring);
  alpha_warning_->hide();
  SetChoices(RememberedExportChoices());
}

const ExportChoices& ExportDialog::choices() const { return form_->choices(); }

void ExportDialog::SetChoices(const ExportChoices& choices) {
  form_->SetChoices(choices);
  Refresh();
}

void ExportDialog::LayOut() {
  QFormLayout* rows = form_->rows();
  rows->addRow(tr("File size"), size_label_);
  rows->addRow(QString(), MakeNote(tr("The file says of itself that it is a composite.")));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole)->setDefault(true);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::ChoosePath);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(16);
  layout->setSizeConstraint(QLayout::SetFixedSize);
  layout->addWidget(stale_warning_);
  layout->addWidget(alpha_warning_);
  layout->addWidget(form_);
  layout->addWidget(buttons);
  size_label_->setMinimumWidth(kFormWidth - rows->horizontalSpacing());
}

void ExportDialog::Refresh() {
  if (!session_->runner()->IsOutcomeOfPhotos()) {
    reject();  // Photos that were being read took the place of those of the result.
    return;
  }
  form_->SetTargetDepth(session_->runner()->outcome()->result.picture->IsSixteenBit() ? 16 : 8);
  const bool can_be_made = session_->document()->IsSwappable();
  const QString problem = session_->SwapProblem();
  stale_warning_->SetText(
      problem.isEmpty()
          ? tr("The result is older than the last change: it does not show what you did since.")
          : tr("The swap failed, and the result does not show what you did since. %1")
                .arg(problem));
  stale_warning_->setVisible(!session_->runner()->IsOutcomeCurrent());
  wait_box_->setVisible(can_be_made && problem.isEmpty());
  session_->export_desk()->StopMeasuring();
  // What was found of another format says nothing of this one.
  if (HoldsAlpha(choices().format)) alpha_warning_->hide();
  size_label_->setText(QStringLiteral("…"));
  measure_timer_->start();
}

bool ExportDialog::WaitsForNew() const {
  const SwapRunner& runner = *session_->runner();
  return !runner.IsOutcomeCurrent() && !runner.failure() && session_->document()->IsSwappable() &&
         wait_box_->isChecked();
}

void ExportDialog::Measure() {
  session_->export_desk()->Measure(session_->runner()->outcome(), choices());
}

void ExportDialog::ShowMeasure(qint64 bytes, bool loses_alpha) {
  alpha_warning_->setVisible(loses_alpha);
  const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
  // What is known is the size of the result that is there.
  size_label_->setText(WaitsForNew() ? tr("about %1").arg(size) : size);
}

void ExportDialog::ChoosePath() {
  chooser_(this, choices(), [this](const QString& path) {
    RememberExportChoices(choices());
    WaitsForNew() ? session_->ExportWhenReady(choices(), path) : session_->Export(choices(), path);
    accept();
  });
}

}  // namespace heser
