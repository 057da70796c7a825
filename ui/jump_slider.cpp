#include "ui/jump_slider.h"

#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>

namespace heser {

// The style's SH_Slider_AbsoluteSetButtons would move the handle before sliderPressed(), and when
// it is itself pressed beside its middle.
void JumpSlider::mousePressEvent(QMouseEvent* event) {
  const QPoint place = event->position().toPoint();
  const bool jumps = event->button() == Qt::LeftButton && event->buttons() == Qt::LeftButton &&
                     maximum() > minimum() && !HandleRect().contains(place);
  if (!jumps) {
    QSlider::mousePressEvent(event);
    return;
  }
  setSliderDown(true);
  setSliderPosition(ValueAt(place));
  // Coarse steps leave the handle beside the pointer: it is held by its middle.
  QMouseEvent on_handle(event->type(), QPointF(HandleRect().center()), event->globalPosition(),
                        event->button(), event->buttons(), event->modifiers());
  QSlider::mousePressEvent(&on_handle);
}

QRect JumpSlider::HandleRect() const {
  QStyleOptionSlider option;
  initStyleOption(&option);
  return style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
}

int JumpSlider::ValueAt(QPoint place) const {
  QStyleOptionSlider option;
  initStyleOption(&option);
  const QRect groove =
      style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
  const QRect handle = HandleRect();
  const bool is_horizontal = orientation() == Qt::Horizontal;
  const int length = is_horizontal ? handle.width() : handle.height();
  const int span = (is_horizontal ? groove.width() : groove.height()) - length;
  const int from_start = is_horizontal ? place.x() - groove.left() : place.y() - groove.top();
  return QStyle::sliderValueFromPosition(minimum(), maximum(), from_start - length / 2, span,
                                         option.upsideDown);
}

}  // namespace heser
