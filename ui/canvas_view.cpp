#include "ui/canvas_view.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTabletEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

namespace heser {
namespace {

/// One notch of a wheel (120 units) changes the zoom by a quarter.
constexpr double kZoomPerNotch = 1.25;
constexpr double kPanStep = 60;
constexpr double kSplitGrab = 8;
/// A press that moves no farther is a click.
constexpr double kDragDistance = 4;
/// A click this near to the first corner closes an outline.
constexpr double kCloseDistance = 9;

QRect RectAround(QPointF place, double reach) {
  return QRectF(place - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)).toAlignedRect();
}

}  // namespace

CanvasView::CanvasView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(320, 240);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Picture"));
  setAccessibleDescription(
      tr("Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture."));
}

void CanvasView::SetContent(CanvasContent content) {
  const bool lies_elsewhere = content.extent != content_.extent;
  content_ = std::move(content);
  if (lies_elsewhere) {
    transform_.SetPictureSize(content_.extent);
    HandleTransformChange();
  }
  update();
  emit ContentChanged();
}

void CanvasView::SetOverlayOpacity(double opacity) {
  overlay_opacity_ = opacity;
  update();
}

void CanvasView::SetPixelGrid(bool shown) {
  shows_grid_ = shown;
  update();
}

void CanvasView::SetCompared(bool compared) {
  is_compared_ = compared;
  update();
}

void CanvasView::SetBrush(const std::optional<CanvasBrush>& brush) {
  brush_ = brush;
  const bool still_draws = brush_ && brush_->kind == CanvasBrush::Kind::kLasso;
  if ((!brush_ && drag_ == Drag::kPaint) || (draws_corners_ && !still_draws)) {
    drag_ = Drag::kNone;  // The tool was put away in the middle of a stroke.
    draws_corners_ = false;
    ForgetStrokes();
  }
  UpdateCursor(brush_position_.value_or(QPointF(-1, -1)));
  update();
}

void CanvasView::DropStrokes() {
  if (drag_ != Drag::kPaint && !draws_corners_ && !strokes_.empty()) {
    ForgetStrokes();
    update();
  }
}

void CanvasView::ForgetStrokes() {
  strokes_.clear();
  stroke_layer_.Drop();
}

void CanvasView::Fit() {
  transform_.Fit();
  HandleTransformChange();
}

void CanvasView::ShowPixels() {
  transform_.ZoomTo(1, MiddleOfView());
  HandleTransformChange();
}

void CanvasView::ZoomStep(int steps) {
  transform_.ZoomBy(std::pow(kZoomPerNotch, steps), MiddleOfView());
  HandleTransformChange();
}

void CanvasView::resizeEvent(QResizeEvent*) {
  transform_.SetViewSize(QSizeF(size()) * devicePixelRatioF(), devicePixelRatioF());
  HandleTransformChange();
}

void CanvasView::SetCoveredTop(int height) {
  transform_.SetCoveredTop(height * devicePixelRatioF());
}

void CanvasView::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (brush_ && (event->modifiers() & Qt::ControlModifier)) {
    emit BrushStepped(notches > 0 ? 1 : -1);
    event->accept();
    return;
  }
  transform_.ZoomBy(std::pow(kZoomPerNotch, notches), ViewPoint(event->position()));
  HandleTransformChange();
  event->accept();
}

bool CanvasView::event(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      transform_.ZoomBy(1 + gesture->value(), ViewPoint(gesture->position()));
      HandleTransformChange();
      return true;
    }
  }
  return QWidget::event(event);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
  last_position_ = event->position();
  was_dragged_ = false;
  if (event->button() == Qt::LeftButton && IsNearSplit(event->position())) {
    drag_ = Drag::kSplit;
  } else if (GrabHead(*event)) {
    // Its drag has begun.
  } else if (PaintsAt(*event)) {
    if (brush_->copy && (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
      emit CopySourcePicked(transform_.PictureFromView(ViewPoint(event->position())) -
                            QPointF(0.5, 0.5));
      return;
    }
    if (brush_->kind == CanvasBrush::Kind::kPoint) {
      emit PointChosen(transform_.PictureFromView(ViewPoint(event->position())) -
                       QPointF(0.5, 0.5));
      return;
    }
    if (draws_corners_ && ClosesOutline(event->position())) {
      EndStroke();
      return;
    }
    drag_ = Drag::kPaint;
    press_position_ = event->position();
    if (!draws_corners_) {
      strokes_.push_back({{}, {}, *brush_});
    }
    ExtendStroke(event->position());
  } else if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
    drag_ = Drag::kPan;
  }
  UpdateCursor(event->position());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF delta = event->position() - last_position_;
  if (drag_ == Drag::kPan) {
    was_dragged_ = was_dragged_ || delta.manhattanLength() >= 3;
    if (was_dragged_) {
      transform_.Pan(ViewPoint(delta));
      last_position_ = event->position();
      HandleTransformChange();
    }
  } else if (drag_ == Drag::kSplit) {
    const double x = transform_.PictureFromView(ViewPoint(event->position())).x();
    split_ = std::clamp(x / content_.extent.width(), 0.0, 1.0);
    update();
  } else if (drag_ == Drag::kPaint) {
    const bool moves_corner = draws_corners_ || brush_->kind == CanvasBrush::Kind::kLasso;
    was_dragged_ =
        was_dragged_ || (event->position() - press_position_).manhattanLength() >= kDragDistance;
    if (!moves_corner || was_dragged_) {
      ExtendStroke(event->position());
    }
  }
  if (drag_ == Drag::kHead) {
    DragHead(event->position());
  }
  if (draws_corners_) {
    update();  // The line to the pointer follows.
  }
  MoveBrushCursor(event->position());
  UpdateCursor(event->position());
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
  if (drag_ == Drag::kHead) {
    if (event->button() == Qt::LeftButton) {
      drag_ = Drag::kNone;
      grabbed_head_.reset();
      update();
      emit HeadReleased();
    }
    return;
  }
  if (drag_ == Drag::kPaint) {
    if (event->button() == Qt::LeftButton) {
      drag_ = Drag::kNone;
      const bool is_click =
          !was_dragged_ && strokes_.back().brush.kind == CanvasBrush::Kind::kLasso;
      if (draws_corners_ || is_click) {
        draws_corners_ = true;  // A corner: the outline goes on.
      } else {
        EndStroke();
      }
    }
    return;
  }
  const CanvasFace* face = FaceAt(event->position());
  const bool was_click = drag_ == Drag::kPan && !was_dragged_;
  drag_ = Drag::kNone;
  UpdateCursor(event->position());
  if (was_click && face != nullptr && event->button() == Qt::LeftButton) {
    emit FaceChosen(face->number);
  }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (draws_corners_) {
    EndStroke();
    return;
  }
  if (brush_) {
    mousePressEvent(event);  // Two quick dabs.
    return;
  }
  if (transform_.is_fitted()) {
    transform_.ZoomTo(1, ViewPoint(event->position()));
    HandleTransformChange();
  } else {
    Fit();
  }
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Space:
      space_is_down_ = true;
      if (brush_position_) {
        UpdateCursor(*brush_position_);
      }
      return;
    case Qt::Key_Escape:
      if (drag_ == Drag::kPaint || draws_corners_) {
        CancelStroke();
        return;
      }
      QWidget::keyPressEvent(event);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (draws_corners_) {
        EndStroke();
        return;
      }
      QWidget::keyPressEvent(event);
      return;
    case Qt::Key_Left:
      transform_.Pan({kPanStep, 0});
      break;
    case Qt::Key_Right:
      transform_.Pan({-kPanStep, 0});
      break;
    case Qt::Key_Up:
      transform_.Pan({0, kPanStep});
      break;
    case Qt::Key_Down:
      transform_.Pan({0, -kPanStep});
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      ZoomStep(1);
      break;
    case Qt::Key_Minus:
      ZoomStep(-1);
      break;
    case Qt::Key_0:
      Fit();
      break;
    case Qt::Key_1:
      ShowPixels();
      break;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  HandleTransformChange();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    space_is_down_ = false;
    if (brush_position_) {
      UpdateCursor(*brush_position_);
    }
    return;
  }
  QWidget::keyReleaseEvent(event);
}

void CanvasView::leaveEvent(QEvent*) {
  space_is_down_ = false;
  MoveBrushCursor(std::nullopt);
}

bool CanvasView::PaintsAt(const QMouseEvent& event) const {
  return brush_ && event.button() == Qt::LeftButton && !space_is_down_ &&
         !content_.extent.isEmpty();
}

void CanvasView::tabletEvent(QTabletEvent* event) {
  pen_is_down_ = event->type() != QEvent::TabletRelease;
  pen_pressure_ = event->pressure();
  event->ignore();  // A mouse event with the same place follows.
}

bool CanvasView::ClosesOutline(QPointF position) const {
  const QPointF first = WidgetPoint(transform_.ViewFromPicture(strokes_.back().points.front()));
  return strokes_.back().points.size() > 2 &&
         (position - first).manhattanLength() <= kCloseDistance;
}

void CanvasView::EndStroke() {
  drag_ = Drag::kNone;
  draws_corners_ = false;
  update();
  emit StrokeEnded();
}

void CanvasView::CancelStroke() {
  drag_ = Drag::kNone;
  draws_corners_ = false;
  DropStrokes();
  emit StrokeCancelled();
}

void CanvasView::ExtendStroke(QPointF position) {
  const QPointF place = transform_.PictureFromView(ViewPoint(position));
  QPolygonF& points = strokes_.back().points;
  const bool begins = points.isEmpty();
  points.push_back(place);
  strokes_.back().pressures.push_back(Pressure());
  const QPointF center = place - QPointF(0.5, 0.5);
  begins ? emit StrokeBegan(center, Pressure()) : emit StrokeContinued(center, Pressure());
  if (!stroke_layer_.IsEmpty()) {
    DrawTouch(strokes_.back(), points.size() - 1);
  }
  if (strokes_.back().brush.kind == CanvasBrush::Kind::kLasso) {
    update();
  } else {
    update(BrushRect(position) | BrushRect(last_position_));
  }
  last_position_ = position;
}

void CanvasView::MoveBrushCursor(std::optional<QPointF> position) {
  const auto update_place = [this] {
    if (brush_ && brush_position_) {
      update(BrushRect(*brush_position_));
      if (const auto mark = CopyMark()) {
        update(RectAround(*mark, kMarkReach + 2));
      }
    }
  };
  update_place();
  brush_position_ = position;
  update_place();
}

QRect CanvasView::BrushRect(QPointF position) const {
  return RectAround(position, brush_->radius * transform_.zoom() / devicePixelRatioF() + 3);
}

std::optional<QPointF> CanvasView::CopyMark() const {
  if (!brush_ || !brush_->copy) {
    return std::nullopt;
  }
  if (const auto& place = brush_->copy->place) {
    return WidgetPoint(transform_.ViewFromPicture(*place + QPointF(0.5, 0.5)));
  }
  if (!brush_position_) {
    return std::nullopt;
  }
  return *brush_position_ + brush_->copy->offset * transform_.zoom() / devicePixelRatioF();
}

QRectF CanvasView::WidgetRect(const QRectF& picture_rect) const {
  const QRectF rect = transform_.ViewFromPicture(picture_rect);
  return {WidgetPoint(rect.topLeft()), rect.size() / devicePixelRatioF()};
}

QPointF CanvasView::MiddleOfView() const { return ViewPoint(QRectF(rect()).center()); }

double CanvasView::SplitX() const {
  const QPointF split(split_ * content_.extent.width(), 0);
  return WidgetPoint(transform_.ViewFromPicture(split)).x();
}

bool CanvasView::IsNearSplit(QPointF position) const {
  return ShowsSplit() && std::abs(position.x() - SplitX()) <= kSplitGrab;
}

const CanvasFace* CanvasView::FaceAt(QPointF position) const {
  const QPointF place = transform_.PictureFromView(ViewPoint(position));
  for (const CanvasFace& face : content_.faces) {
    if (face.box.contains(place)) {
      return &face;
    }
  }
  return nullptr;
}

void CanvasView::UpdateCursor(QPointF position) {
  const auto handle = drag_ == Drag::kHead
                          ? std::optional(head_handle_)
                          : HeadHandleAt(position, QGuiApplication::keyboardModifiers());
  if (drag_ == Drag::kPan && was_dragged_) {
    setCursor(Qt::ClosedHandCursor);
  } else if (handle && !space_is_down_) {
    setCursor(HeadCursor(*handle));
  } else if (drag_ == Drag::kSplit || IsNearSplit(position)) {
    setCursor(Qt::SplitHCursor);
  } else if (brush_ && space_is_down_) {
    setCursor(Qt::OpenHandCursor);
  } else if (brush_ && brush_->kind == CanvasBrush::Kind::kPoint) {
    setCursor(Qt::CrossCursor);
  } else if (brush_) {
    setCursor(Qt::BlankCursor);
  } else if (FaceAt(position) != nullptr) {
    setCursor(Qt::PointingHandCursor);
  } else {
    setCursor(Qt::ArrowCursor);
  }
}

void CanvasView::HandleTransformChange() {
  stroke_layer_.Drop();
  update();
  emit ZoomChanged(transform_.zoom());
}

}  // namespace heser
