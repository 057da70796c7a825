#include "ui/setting_row.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>
#include <string_view>

namespace heser {
namespace {

constexpr int kSliderSteps = 100;
/// Wheel and key steps with shorter rests than this are one change.
constexpr int kGestureRestMs = 700;

/// How a unit is written: what is stored times `factor`, with these decimals and this suffix.
struct UnitStyle {
  double factor;
  int decimals;
  QString suffix;
};

UnitStyle StyleOfUnit(std::string_view unit) {
  if (unit == "amount" || unit == "factor") {
    return {100, 0, QStringLiteral(" %")};
  }
  if (unit == "degrees") {
    return {1, 0, QStringLiteral("°")};
  }
  if (unit == "face sizes") {
    // Percent of the face's size: thousandths of a face are what an edge is measured in.
    return {100, 1, QStringLiteral(" %")};
  }
  return {1, 2, QString()};
}

}  // namespace

SettingRow::SettingRow(SwapDocument* document, const SettingFace& face, QWidget* parent)
    : QWidget(parent),
      document_(document),
      setting_(SettingByKey(face.key)),
      gesture_timer_(new QTimer(this)) {
  gesture_timer_->setSingleShot(true);
  gesture_timer_->setInterval(kGestureRestMs);
  if (setting_.type == SettingInfo::Type::kSwitch) {
    BuildSwitch(face);
  } else {
    BuildSlider(face);
  }
  connect(document_, &SwapDocument::SettingsChanged, this, &SettingRow::ShowValue);
  ShowValue();
}

void SettingRow::BuildSwitch(const SettingFace& face) {
  check_box_ = new QCheckBox(face.title, this);
  check_box_->setToolTip(face.tool_tip);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 2, 0, 2);
  layout->addWidget(check_box_);
  connect(check_box_, &QCheckBox::toggled, this,
          [this](bool checked) { document_->SetSetting(setting_.key, checked ? 1 : 0, 0); });
}

void SettingRow::BuildSlider(const SettingFace& face) {
  const UnitStyle style = StyleOfUnit(setting_.option.unit);
  title_ = new QLabel(face.title, this);
  title_->setToolTip(tr("%1\nDouble-click to reset.").arg(face.tool_tip));
  title_->installEventFilter(this);
  slider_ = new QSlider(Qt::Horizontal, this);
  slider_->setRange(0, kSliderSteps);
  slider_->setPageStep(kSliderSteps / 10);
  slider_->setToolTip(face.tool_tip);
  slider_->setAccessibleName(face.title);
  field_ = new QDoubleSpinBox(this);
  field_->setDecimals(style.decimals);
  field_->setSuffix(style.suffix);
  field_->setRange(setting_.option.minimum * style.factor, setting_.option.maximum * style.factor);
  field_->setSingleStep(std::max(std::pow(10.0, -style.decimals),
                                 (field_->maximum() - field_->minimum()) / kSliderSteps));
  field_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  field_->setAlignment(Qt::AlignRight);
  field_->setKeyboardTracking(false);
  field_->setFixedWidth(66);
  field_->setToolTip(face.tool_tip);
  field_->setAccessibleName(face.title);
  title_->setBuddy(slider_);

  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setHorizontalSpacing(10);
  layout->setVerticalSpacing(0);
  layout->addWidget(title_, 0, 0, 1, 2);
  layout->addWidget(slider_, 1, 0);
  layout->addWidget(field_, 1, 1);

  connect(slider_, &QSlider::sliderPressed, this, [this] { gesture_ = document_->BeginGesture(); });
  connect(slider_, &QSlider::sliderReleased, this, [this] { gesture_ = 0; });
  connect(slider_, &QSlider::valueChanged, this, [this](int step) { Change(ValueOfStep(step)); });
  connect(field_, &QDoubleSpinBox::valueChanged, this,
          [this, factor = style.factor](double value) { Change(value / factor); });
}

void SettingRow::Change(double value) {
  const bool is_step = !slider_->isSliderDown();
  if (is_step && (!gesture_timer_->isActive() || gesture_ == 0)) {
    gesture_ = document_->BeginGesture();
  }
  gesture_timer_->start();
  document_->SetSetting(
      setting_.key, std::clamp(value, setting_.option.minimum, setting_.option.maximum), gesture_);
}

double SettingRow::ValueOfStep(int step) const {
  const OptionInfo& option = setting_.option;
  return option.minimum + (option.maximum - option.minimum) * step / kSliderSteps;
}

int SettingRow::StepOfValue(double value) const {
  const OptionInfo& option = setting_.option;
  return static_cast<int>(
      std::lround((value - option.minimum) / (option.maximum - option.minimum) * kSliderSteps));
}

void SettingRow::ShowValue() {
  const double value = SettingValue(document_->settings(), setting_.key);
  if (check_box_ != nullptr) {
    const QSignalBlocker blocker(check_box_);
    check_box_->setChecked(value != 0);
    return;
  }
  const QSignalBlocker slider_blocker(slider_);
  const QSignalBlocker field_blocker(field_);
  if (!slider_->isSliderDown()) {
    slider_->setValue(StepOfValue(value));
  }
  field_->setValue(value * StyleOfUnit(setting_.option.unit).factor);
  QFont font = title_->font();
  font.setBold(value != setting_.default_value);
  title_->setFont(font);
}

bool SettingRow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == title_ && event->type() == QEvent::MouseButtonDblClick) {
    document_->ResetSettings({setting_.key});
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace heser
