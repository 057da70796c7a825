#include "ui/studio_style.h"

#include <QPainter>
#include <QStyleOption>

#include "ui/theme.h"

namespace heser {
namespace {

/// As Fusion rounds its own.
constexpr double kRadius = 2;
constexpr int kGrooveHeight = 5;
/// Between a button's icon and its text.
constexpr int kLabelGap = 4;

/// Over what Fusion has drawn. Focus and what is switched off keep their looks.
void Outline(QPainter* painter, const QRect& rect, const QStyleOption& option,
             double radius = kRadius) {
  const bool is_plain =
      (option.state & QStyle::State_Enabled) && !(option.state & QStyle::State_HasFocus);
  if (!is_plain) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(ControlOutline(option.palette), 1));
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  painter->restore();
}

/// Of a horizontal slider, around the middle of its groove.
QRect GrooveOf(const QStyle& style, const QStyleOptionSlider& option, const QWidget* widget) {
  QRect groove = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, widget);
  const QRect handle =
      style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
  groove.setTop(handle.center().y() - kGrooveHeight / 2);
  groove.setHeight(kGrooveHeight);
  return groove;
}

}  // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                QPainter* painter, const QWidget* widget) const {
  QProxyStyle::drawPrimitive(element, option, painter, widget);
  if (element == PE_FrameLineEdit || element == PE_PanelButtonCommand) {
    Outline(painter, option->rect, *option);
  } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) {
    const double radius = element == PE_IndicatorCheckBox ? kRadius : option->rect.width() / 2.0;
    Outline(painter, option->rect, *option, radius);
  }
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  const bool mends = element == CE_PushButtonLabel && button != nullptr && !button->icon.isNull() &&
                     !button->text.isEmpty() && button->direction == Qt::RightToLeft;
  if (!mends) {
    QProxyStyle::drawControl(element, option, painter, widget);
    return;
  }
  // Qt sets the text at the far edge from the icon there.
  const int icon_width = button->iconSize.width();
  const int text_width =
      button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + 2 * kLabelGap;
  const QRect& rect = button->rect;
  const int start = (rect.width() - icon_width - text_width) / 2;
  const auto seen = [&](int x, int width) {
    return visualRect(button->direction, rect, {rect.left() + x, rect.top(), width, rect.height()});
  };
  button->icon.paint(painter, seen(start, icon_width), Qt::AlignCenter,
                     button->state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
  QStyleOptionButton text = *button;
  text.icon = QIcon();
  text.rect = seen(start + icon_width, text_width);
  QProxyStyle::drawControl(element, &text, painter, widget);
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const {
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control == CC_Slider && slider != nullptr && slider->orientation == Qt::Horizontal) {
    QStyleOptionSlider groove = *slider;
    groove.subControls = SC_SliderGroove | (slider->subControls & SC_SliderTickmarks);
    QProxyStyle::drawComplexControl(control, &groove, painter, widget);
    groove.state &= ~State_HasFocus;
    Outline(painter, GrooveOf(*proxy(), groove, widget), groove);
    groove = *slider;
    groove.subControls = SC_SliderHandle;
    QProxyStyle::drawComplexControl(control, &groove, painter, widget);
    const QRect handle = proxy()->subControlRect(CC_Slider, &groove, SC_SliderHandle, widget);
    groove.state &= ~State_HasFocus;
    Outline(painter, handle, groove);
    return;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
  if (control == CC_SpinBox || control == CC_ComboBox) {
    Outline(painter, option->rect, *option);
  }
}

}  // namespace heser
