#include "ui/export_form.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/jump_slider.h"

namespace heser {
namespace {

QRadioButton* MakeSubjectButton(const QString& text, const QString& tool_tip) {
  auto* button = new QRadioButton(text);
  button->setToolTip(tool_tip);
  return button;
}

void Choose(QComboBox* box, int number) { box->setCurrentIndex(box->findData(number)); }

int Chosen(const QComboBox* box) { return box->currentData().toInt(); }

}  // namespace

ExportForm::ExportForm(QWidget* parent) : QWidget(parent) {
  MakeControls();
  LayOut();
  Refresh();
}

void ExportForm::SetChoices(const ExportChoices& choices) {
  choices_ = choices;
  Refresh();
}

void ExportForm::SetTargetDepth(int bits) {
  target_depth_ = bits;
  Refresh();
}

void ExportForm::MakeControls() {
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

  connect(subject_group_, &QButtonGroup::idToggled, this, &ExportForm::TakeChoices);
  for (QComboBox* box : {format_box_, depth_box_, metadata_box_}) {
    connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::TakeChoices);
  }
  connect(exact_box_, &QCheckBox::toggled, this, &ExportForm::TakeChoices);
  connect(settings_box_, &QCheckBox::toggled, this, &ExportForm::TakeChoices);
}

QWidget* ExportForm::MakeQualityRow() {
  auto* row = new QWidget;
  quality_slider_ = new JumpSlider(Qt::Horizontal);
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
  connect(quality_field_, &QSpinBox::valueChanged, this, &ExportForm::TakeChoices);
  return row;
}

void ExportForm::LayOut() {
  auto* subjects = new QHBoxLayout;
  subjects->setSpacing(18);
  for (QAbstractButton* button : subject_group_->buttons()) {
    subjects->addWidget(button);
  }
  subjects->addStretch();
  rows_ = new QFormLayout(this);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  rows_->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  rows_->setVerticalSpacing(10);
  rows_->setHorizontalSpacing(14);
  rows_->addRow(tr("Export"), subjects);
  rows_->addRow(tr("&Format"), format_box_);
  rows_->addRow(QString(), exact_box_);
  rows_->addRow(tr("&Quality"), quality_row_);
  rows_->addRow(tr("&Bit depth"), depth_box_);
  rows_->addRow(tr("&Metadata"), metadata_box_);
  rows_->addRow(QString(), settings_box_);
}

void ExportForm::TakeChoices() {
  choices_.subject = static_cast<ExportSubject>(subject_group_->checkedId());
  choices_.format = static_cast<PhotoFormat>(Chosen(format_box_));
  choices_.exact = exact_box_->isChecked();
  choices_.quality = quality_field_->value();
  choices_.depth = static_cast<StoredDepth>(Chosen(depth_box_));
  choices_.metadata = static_cast<KeptMetadata>(Chosen(metadata_box_));
  choices_.settings_file = settings_box_->isChecked();
  Refresh();
  emit Changed();
}

void ExportForm::Refresh() {
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
  rows_->labelForField(quality_row_)->setVisible(HasQuality(choices_));
}

void ExportForm::RefreshDepths() {
  const bool holds_deep = HoldsSixteenBits(choices_.format);
  depth_box_->clear();
  if (holds_deep) {
    depth_box_->addItem(
        target_depth_ == 0 ? tr("As the target") : tr("As the target: %1 bits").arg(target_depth_),
        static_cast<int>(StoredDepth::kAsPhoto));
    depth_box_->addItem(tr("%1 bits").arg(16), static_cast<int>(StoredDepth::kSixteen));
  }
  depth_box_->addItem(tr("%1 bits").arg(8), static_cast<int>(StoredDepth::kEight));
  depth_box_->setEnabled(holds_deep);
  if (holds_deep) {
    Choose(depth_box_, static_cast<int>(choices_.depth));
  }
}

}  // namespace heser
