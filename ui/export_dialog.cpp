#include "ui/export_dialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace heser {
namespace {

/// A drag of the quality is measured when the hand rests.
constexpr int kMeasureDelayMs = 200;
constexpr int kFormWidth = 440;

QRadioButton* MakeSubjectButton(const QString& text, const QString& tool_tip) {
  auto* button = new QRadioButton(text);
  button->setToolTip(tool_tip);
  return button;
}

void Choose(QComboBox* box, int number) { box->setCurrentIndex(box->findData(number)); }

int Chosen(const QComboBox* box) { return box->currentData().toInt(); }

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
  MakeControls();
  LayOut();
  connect(session_->export_desk(), &ExportDesk::Measured, this, &ExportDialog::ShowSize);
  connect(session_->export_desk(), &ExportDesk::MeasureFailed, size_label_, &QLabel::clear);
  connect(session_->runner(), &SwapRunner::OutcomeChanged, this, &ExportDialog::Refresh);
  connect(session_->document(), &SwapDocument::Changed, this, &ExportDialog::Refresh);
  connect(this, &QDialog::finished, session_->export_desk(), &ExportDesk::StopMeasuring);
  SetChoices(RememberedExportChoices());
}

void ExportDialog::SetChoices(const ExportChoices& choices) {
  choices_ = choices;
  Refresh();
}

void ExportDialog::MakeControls() {
  subject_group_ = new QButtonGroup(this);
  subject_group_->addButton(
      MakeSubjectButton(tr("&Whole picture"), tr("The target with the new head")),
      static_cast<int>(ExportSubject::kPicture));
  subject_group_->addButton(
      MakeSubjectButton(tr("&Head alone"),
                        tr("The new head on a transparent ground, at its place in the picture")),
      static_cast<int>(ExportSubject::kHead));

  format_box_ = new QComboBox;
  format_box_->addItem(tr("PNG, exact"), static_cast<int>(PhotoFormat::kPng));
  format_box_->addItem(tr("JPEG, small"), static_cast<int>(PhotoFormat::kJpeg));
  format_box_->addItem(tr("TIFF, exact, for print and editing"),
                       static_cast<int>(PhotoFormat::kTiff));
  format_box_->addItem(tr("WebP, for the web"), static_cast<int>(PhotoFormat::kWebp));
  format_box_->setAccessibleName(tr("Format"));
  exact_box_ = new QCheckBox(tr("E&xact"));
  exact_box_->setToolTip(tr("Keeps every pixel as it is; the file is larger"));
  quality_row_ = MakeQualityRow();
  depth_box_ = new QComboBox;
  depth_box_->setAccessibleName(tr("Bit depth"));
  depth_box_->setToolTip(tr("How finely colours are stored; 16 bits leave more room for editing"));
  metadata_box_ = new QComboBox;
  metadata_box_->addItem(tr("Keep all of the target's"), static_cast<int>(KeptMetadata::kAll));
  metadata_box_->addItem(tr("Keep, without place and serial numbers"),
                         static_cast<int>(KeptMetadata::kWithoutPlace));
  metadata_box_->addItem(tr("Keep none"), static_cast<int>(KeptMetadata::kNone));
  metadata_box_->setAccessibleName(tr("Metadata"));
  metadata_box_->setToolTip(
      tr("What the file says of camera, time and place; the colour profile "
         "is always kept"));
  settings_box_ = new QCheckBox(tr("&Settings in a file beside it"));
  settings_box_->setToolTip(
      tr("Writes every setting to a .settings.json file, so that the swap can be repeated"));
  size_label_ = new QLabel;
  size_label_->setAccessibleName(tr("File size"));
  stale_note_ = MakeNote(tr("The result is older than the last change."));

  connect(subject_group_, &QButtonGroup::idToggled, this, &ExportDialog::TakeChoices);
  for (QComboBox* box : {format_box_, depth_box_, metadata_box_}) {
    connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::TakeChoices);
  }
  connect(exact_box_, &QCheckBox::toggled, this, &ExportDialog::TakeChoices);
  connect(settings_box_, &QCheckBox::toggled, this, &ExportDialog::TakeChoices);
}

QWidget* ExportDialog::MakeQualityRow() {
  auto* row = new QWidget;
  quality_slider_ = new QSlider(Qt::Horizontal);
  quality_slider_->setRange(1, 100);
  quality_slider_->setAccessibleName(tr("Quality"));
  quality_slider_->setToolTip(tr("How much fine detail the file keeps"));
  quality_field_ = new QSpinBox;
  quality_field_->setRange(1, 100);
  quality_field_->setAccessibleName(tr("Quality"));
  quality_field_->setToolTip(quality_slider_->toolTip());
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(quality_slider_, 1);
  layout->addWidget(quality_field_);
  connect(quality_slider_, &QSlider::valueChanged, quality_field_, &QSpinBox::setValue);
  connect(quality_field_, &QSpinBox::valueChanged, this, &ExportDialog::TakeChoices);
  return row;
}

void ExportDialog::LayOut() {
  auto* subjects = new QHBoxLayout;
  subjects->setSpacing(18);
  for (QAbstractButton* button : subject_group_->buttons()) {
    subjects->addWidget(button);
  }
  subjects->addStretch();
  form_ = new QFormLayout;
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form_->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form_->setVerticalSpacing(10);
  form_->setHorizontalSpacing(14);
  form_->addRow(tr("Export"), subjects);
  form_->addRow(tr("&Format"), format_box_);
  form_->addRow(QString(), exact_box_);
  form_->addRow(tr("&Quality"), quality_row_);
  form_->addRow(tr("&Bit depth"), depth_box_);
  form_->addRow(tr("&Metadata"), metadata_box_);
  form_->addRow(QString(), settings_box_);
  form_->addRow(tr("File size"), size_label_);
  form_->addRow(QString(), MakeNote(tr("The file says of itself that it is a composite.")));
  form_->addRow(QString(), stale_note_);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  export_button_ = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
  export_button_->setDefault(true);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::ChoosePath);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(16);
  layout->setSizeConstraint(QLayout::SetFixedSize);
  layout->addLayout(form_);
  layout->addWidget(buttons);
  size_label_->setMinimumWidth(kFormWidth - form_->horizontalSpacing());
}

void ExportDialog::TakeChoices() {
  choices_.subject = static_cast<ExportSubject>(subject_group_->checkedId());
  choices_.format = static_cast<PhotoFormat>(Chosen(format_box_));
  choices_.exact = exact_box_->isChecked();
  choices_.quality = quality_field_->value();
  choices_.depth = static_cast<StoredDepth>(Chosen(depth_box_));
  choices_.metadata = static_cast<KeptMetadata>(Chosen(metadata_box_));
  choices_.settings_file = settings_box_->isChecked();
  Refresh();
}

void ExportDialog::Refresh() {
  const bool is_head = choices_.subject == ExportSubject::kHead;
  if (is_head && !HoldsAlpha(choices_.format)) {
    choices_.format = PhotoFormat::kPng;
  }
  const QSignalBlocker blockers[] = {
      QSignalBlocker(subject_group_),  QSignalBlocker(format_box_),
      QSignalBlocker(exact_box_),      QSignalBlocker(depth_box_),
      QSignalBlocker(quality_slider_), QSignalBlocker(quality_field_),
      QSignalBlocker(metadata_box_),   QSignalBlocker(settings_box_)};
  subject_group_->button(static_cast<int>(choices_.subject))->setChecked(true);
  Choose(format_box_, static_cast<int>(choices_.format));
  exact_box_->setChecked(choices_.exact);
  quality_slider_->setValue(choices_.quality);
  quality_field_->setValue(choices_.quality);
  Choose(metadata_box_, static_cast<int>(choices_.metadata));
  settings_box_->setChecked(choices_.settings_file);
  RefreshDepths();
  exact_box_->setVisible(choices_.format == PhotoFormat::kWebp);
  quality_row_->setVisible(HasQuality(choices_));
  form_->labelForField(quality_row_)->setVisible(HasQuality(choices_));
  stale_note_->setVisible(!session_->runner()->IsOutcomeCurrent());
  session_->export_desk()->StopMeasuring();
  size_label_->setText(QStringLiteral("…"));
  measure_timer_->start();
}

void ExportDialog::RefreshDepths() {
  const bool is_deep = session_->runner()->outcome()->result.picture->IsSixteenBit();
  const bool holds_deep = HoldsSixteenBits(choices_.format);
  depth_box_->clear();
  if (holds_deep) {
    depth_box_->addItem(tr("As the target: %1 bits").arg(is_deep ? 16 : 8),
                        static_cast<int>(StoredDepth::kAsPhoto));
    depth_box_->addItem(tr("%1 bits").arg(16), static_cast<int>(StoredDepth::kSixteen));
  }
  depth_box_->addItem(tr("%1 bits").arg(8), static_cast<int>(StoredDepth::kEight));
  depth_box_->setEnabled(holds_deep);
  if (holds_deep) {
    Choose(depth_box_, static_cast<int>(choices_.depth));
  }
}

void ExportDialog::Measure() {
  session_->export_desk()->Measure(session_->runner()->outcome(), choices_);
}

void ExportDialog::ShowSize(qint64 bytes) {
  size_label_->setText(QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
}

void ExportDialog::ChoosePath() {
  chooser_(this, choices_, [this](const QString& path) {
    RememberExportChoices(choices_);
    session_->Export(choices_, path);
    accept();
  });
}

}  // namespace heser
