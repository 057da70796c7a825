#include "ui/setting_row.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <string_view>

#include "app/setting_texts.h"
#include "ui/field_undo.h"
#include "ui/jump_slider.h"
#include "ui/themed_icon.h"

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

UnitStyle UnitStyleOf(const SettingInfo& setting) {
  const std::string_view unit = setting.option.unit;
  if (setting.type == SettingInfo::Type::kCount) {
    return {1, 0, QString()};
  }
  if (unit == "amount" || unit == "factor" || unit == "ratio") {
    return {100, 0, QStringLiteral(" %")};
  }
  if (unit == "degrees") {
    return {1, 0, QStringLiteral("°")};
  }
  if (unit == "face sizes") {
    // Percent of the face's size: thousandths of a face are what an edge is measured in.
    return {100, 1, QStringLiteral(" %")};
  }
  if (unit == "px") {
    return {1, 0, QStringLiteral(" px")};
  }
  return {1, 1, QString()};
}

/// What a setting does, and what its percent are of where that is not plain.
QString HelpOf(const SettingInfo& setting) {
  QString help = SettingHelp(setting.key);
  if (std::string_view(setting.option.unit) != "face sizes") return help;
  return help + ' ' + SettingRow::tr("In percent of the face's size.");
}

/// The same for the pointer, with what it is called outside the window.
QString ToolTipOf(const SettingInfo& setting) {
  return HelpOf(setting) + QStringLiteral("\n") + SettingNameInCommand(setting.key);
}

}  // namespace

SettingRow::SettingRow(SwapDocument* document, const std::string& key, QWidget* parent)
    : QWidget(parent),
      document_(document),
      setting_(SettingByKey(key)),
      gesture_timer_(new QTimer(this)) {
  gesture_timer_->setSingleShot(true);
  gesture_timer_->setInterval(kGestureRestMs);
  BuildReset();
  if (setting_.type == SettingInfo::Type::kSwitch) {
    BuildSwitch();
  } else {
    BuildSlider();
  }
  connect(document_, &SwapDocument::SettingsChanged, this, &SettingRow::ShowValue);
  ShowValue();
}

void SettingRow::BuildReset() {
  reset_ = new QToolButton(this);
  reset_->setIcon(ThemedIcon(QStringLiteral("reset")));
  reset_->setIconSize({14, 14});
  reset_->setAutoRaise(true);
  reset_->setToolTip(tr("Reset"));
  reset_->setAccessibleName(tr("Reset: %1").arg(SettingTitle(setting_.key)));
  // Keeps its place while it is hidden, so that nothing moves under the hand.
  QSizePolicy policy = reset_->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(policy);
  connect(reset_, &QToolButton::clicked, this,
          [this] { document_->ResetSettings({setting_.key}); });
}

void SettingRow::BuildSwitch() {
  check_box_ = new QCheckBox(SettingTitle(setting_.key), this);
  check_box_->setToolTip(ToolTipOf(setting_));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(check_box_, 1);
  layout->addWidget(reset_);
  connect(check_box_, &QCheckBox::toggled, this,
          [this](bool checked) { document_->SetSetting(setting_.key, checked ? 1 : 0, 0); });
}

void SettingRow::BuildSlider() {
  const UnitStyle style = UnitStyleOf(setting_);
  const QString title = SettingTitle(setting_.key);
  const QString help = HelpOf(setting_);
  title_ = new QLabel(title, this);
  title_->setToolTip(ToolTipOf(setting_));
  title_->setWordWrap(true);
  slider_ = new JumpSlider(Qt::Horizontal, this);
  slider_->setRange(0, StepCount());
  slider_->setPageStep(std::max(1, StepCount() / 10));
  slider_->setToolTip(ToolTipOf(setting_));
  slider_->setAccessibleName(title);
  slider_->setAccessibleDescription(help);
  field_ = new QDoubleSpinBox(this);
  field_->setDecimals(style.decimals);
  field_->setSuffix(style.suffix);
  field_->setRange(setting_.option.minimum * style.factor, setting_.option.maximum * style.factor);
  field_->setSingleStep(
      std::max(std::pow(10.0, -style.decimals),
               (field_->maximum() - field_->minimum()) / std::max(1, StepCount())));
  field_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  field_->setAlignment(Qt::AlignRight);
  field_->setKeyboardTracking(false);
  field_->setFixedWidth(72);
  field_->setToolTip(ToolTipOf(setting_));
  field_->setAccessibleName(title);
  LetShortcutsThrough(field_);
  title_->setBuddy(slider_);
  for (QWidget* input : {static_cast<QWidget*>(slider_), static_cast<QWidget*>(field_)}) {
    input->setFocusPolicy(Qt::StrongFocus);
    input->installEventFilter(this);
  }

  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setHorizontalSpacing(10);
  layout->setVerticalSpacing(0);
  layout->setColumnStretch(0, 1);
  layout->addWidget(title_, 0, 0);
  layout->addWidget(reset_, 0, 1, Qt::AlignRight);
  layout->addWidget(slider_, 1, 0);
  layout->addWidget(field_, 1, 1);

  connect(slider_, &QSlider::sliderPressed, this, [this] { gesture_ = document_->BeginGesture(); });
  connect(slider_, &QSlider::sliderReleased, this, [this] { gesture_ = 0; });
  connect(slider_, &QSlider::valueChanged, this, [this](int step) { Change(ValueOfStep(step)); });
  connect(field_, &QDoubleSpinBox::valueChanged, this,
          [this, factor = style.factor](double value) { Change(value / factor); });
}

bool SettingRow::eventFilter(QObject* watched, QEvent* event) {
  // Who scrolls the panel must not change what passes under the pointer.
  if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
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

int SettingRow::StepCount() const {
  const OptionInfo& option = setting_.option;
  return setting_.type == SettingInfo::Type::kCount
             ? static_cast<int>(std::lround(option.maximum - option.minimum))
             : kSliderSteps;
}

double SettingRow::ValueOfStep(int step) const {
  const OptionInfo& option = setting_.option;
  return option.minimum + (option.maximum - option.minimum) * step / StepCount();
}

int SettingRow::StepOfValue(double value) const {
  const OptionInfo& option = setting_.option;
  return static_cast<int>(
      std::lround((value - option.minimum) / (option.maximum - option.minimum) * StepCount()));
}

void SettingRow::ShowValue() {
  const double value = SettingValue(document_->settings(), setting_.key);
  reset_->setVisible(value != setting_.default_value);
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
  field_->setValue(value * UnitStyleOf(setting_).factor);
}

}  // namespace heser
