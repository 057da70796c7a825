#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "ui/canvas_view.h"

/// The head's handles on CanvasView.
namespace heser {
namespace {

/// Widget pixels.
constexpr double kHandleReach = 9;
constexpr double kHandleSide = 9;
constexpr double kKnobRadius = 5.5;
constexpr double kKnobDistance = 26;

double DistanceBetween(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

}  // namespace

void CanvasView::SetHeadHandles(bool shown) {
  shows_head_ = shown;
  if (drag_ == Drag::kHead) {
    drag_ = Drag::kNone;
  }
  grabbed_head_.reset();
  update();
}

QPolygonF CanvasView::HeadFrame() const {
  const CanvasHead& head = grabbed_head_ ? *grabbed_head_ : *content_.head;
  QPolygonF frame{head.box.topLeft(), head.box.topRight(), head.box.bottomRight(),
                  head.box.bottomLeft()};
  if (grabbed_head_) {
    // Where the drag has brought it, before the engine has.
    const HeadPose dragged = DraggedPose({}, head_handle_, head.place, head_from_, head_to_);
    QTransform moved;
    const QPointF middle = head.place.middle;
    moved.translate(middle.x() + dragged.shift_x * head.place.face_size,
                    middle.y() + dragged.shift_y * head.place.face_size);
    moved.rotate(dragged.roll);
    moved.scale(dragged.size, dragged.size);
    moved.translate(-middle.x(), -middle.y());
    frame = moved.map(frame);
  }
  for (QPointF& corner : frame) {
    corner = WidgetPoint(transform_.ViewFromPicture(corner));
  }
  return frame;
}

CanvasView::HeadKnob CanvasView::KnobOf(const QPolygonF& frame) const {
  const QPointF top = (frame[0] + frame[1]) / 2;
  const QPointF bottom = (frame[2] + frame[3]) / 2;
  const QPointF up = (top - bottom) / std::max(1.0, DistanceBetween(top, bottom));
  switch (grabbed_head_ ? knob_side_ : FreeKnobSide(frame)) {
    case KnobSide::kAbove:
      return {top, top + up * kKnobDistance};
    case KnobSide::kBelow:
      return {bottom, bottom - up * kKnobDistance};
    case KnobSide::kInside:
      break;
  }
  // Above the middle, as far up as can be seen.
  const QRectF room = QRectF(rect()).adjusted(kHandleReach, kHandleReach, -kHandleReach, 0);
  const double way = std::max(0.0, room.top() - top.y());
  return {top, top - up * std::max(kKnobDistance, way)};
}

CanvasView::KnobSide CanvasView::FreeKnobSide(const QPolygonF& frame) const {
  const QPointF top = (frame[0] + frame[1]) / 2;
  const QPointF bottom = (frame[2] + frame[3]) / 2;
  const QPointF reach =
      (top - bottom) * (kKnobDistance / std::max(1.0, DistanceBetween(top, bottom)));
  const QRectF room =
      QRectF(rect()).adjusted(kHandleReach, kHandleReach, -kHandleReach, -kHandleReach);
  if (room.contains(top + reach)) return KnobSide::kAbove;
  return room.contains(bottom - reach) ? KnobSide::kBelow : KnobSide::kInside;
}

std::optional<HeadHandle> CanvasView::HeadHandleAt(QPointF position,
                                                   Qt::KeyboardModifiers modifiers) const {
  if (!ShowsHead()) {
    return std::nullopt;
  }
  const QPolygonF frame = HeadFrame();
  if (DistanceBetween(position, KnobOf(frame).place) <= kHandleReach) {
    return HeadHandle::kRotate;
  }
  for (const QPointF& corner : frame) {
    if (DistanceBetween(position, corner) <= kHandleReach) {
      return HeadHandle::kScale;
    }
  }
  if (frame.containsPoint(position, Qt::OddEvenFill)) {
    return modifiers & Qt::ShiftModifier ? HeadHandle::kTurn : HeadHandle::kMove;
  }
  return std::nullopt;
}

bool CanvasView::GrabHead(const QMouseEvent& event) {
  const auto handle = HeadHandleAt(event.position(), event.modifiers());
  if (!handle || event.button() != Qt::LeftButton || space_is_down_) {
    return false;
  }
  drag_ = Drag::kHead;
  head_handle_ = *handle;
  knob_side_ = FreeKnobSide(HeadFrame());
  grabbed_head_ = content_.head;
  head_from_ = transform_.PictureFromView(ViewPoint(event.position()));
  head_to_ = head_from_;
  emit HeadGrabbed(head_handle_);
  return true;
}

void CanvasView::DragHead(QPointF position) {
  head_to_ = transform_.PictureFromView(ViewPoint(position));
  update();
  emit HeadDragged(head_from_, head_to_);
}

Qt::CursorShape CanvasView::HeadCursor(HeadHandle handle) const {
  switch (handle) {
    case HeadHandle::kMove:
      return Qt::SizeAllCursor;
    case HeadHandle::kScale:
      return Qt::SizeFDiagCursor;
    case HeadHandle::kRotate:
      return Qt::PointingHandCursor;
    case HeadHandle::kTurn:
      break;
  }
  return Qt::OpenHandCursor;
}

void CanvasView::PaintHead(QPainter& painter) const {
  if (!ShowsHead()) {
    return;
  }
  const QPolygonF frame = HeadFrame();
  const HeadKnob knob = KnobOf(frame);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  const QColor accent = palette().color(QPalette::Highlight);
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 120), 3.5), QPen(accent, 1.6)}) {
    painter.setPen(pen);
    painter.drawPolygon(frame);
    painter.drawLine(knob.root, knob.place);
  }
  painter.setPen(QPen(accent, 1.6));
  painter.setBrush(Qt::white);
  for (const QPointF& corner : frame) {
    painter.drawRect(
        QRectF(corner - QPointF(kHandleSide, kHandleSide) / 2, QSizeF(kHandleSide, kHandleSide)));
  }
  painter.drawEllipse(knob.place, kKnobRadius, kKnobRadius);
}

}  // namespace heser
