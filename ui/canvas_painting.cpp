#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/canvas_view.h"
#include "ui/theme.h"

/// How CanvasView paints; what it does is in canvas_view.cpp.
namespace heser {
namespace {

/// From here on single pixels are meant to be seen.
constexpr double kPixelZoom = 2;
constexpr int kCheckerSide = 10;
/// Of strokes over the picture: what is painted over stays visible.
constexpr int kStrokeAlpha = 150;
/// What text on the picture stands on.
constexpr QColor kOverlayGround(20, 20, 22, 215);

QPixmap CheckerTile(double device_pixel_ratio) {
  const int side = static_cast<int>(std::lround(kCheckerSide * device_pixel_ratio));
  QPixmap tile(2 * side, 2 * side);
  tile.fill(QColor(0xff9a9a9a));
  QPainter painter(&tile);
  painter.fillRect(0, 0, side, side, QColor(0xff7c7c7c));
  painter.fillRect(side, side, side, side, QColor(0xff7c7c7c));
  painter.end();
  tile.setDevicePixelRatio(device_pixel_ratio);
  return tile;
}

}  // namespace

void CanvasView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), CanvasGround(palette()));
  if (content_.extent.isEmpty()) {
    return;
  }
  PaintLayers(painter);
  if (ShowsSplit()) {
    PaintSplit(painter);
  }
  PaintStrokes(painter);
  if (content_.faces.size() > 1) {
    PaintFaces(painter);
  }
  PaintLegend(painter);
  PaintHint(painter);
  PaintBrushCursor(painter);
}

void CanvasView::PaintStrokes(QPainter& painter) const {
  if (strokes_.empty()) {
    return;
  }
  const QRectF picture = WidgetRect(QRectF(QPointF(0, 0), content_.extent));
  painter.save();
  painter.setClipRect(picture, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(picture.topLeft());
  painter.scale(picture.width() / content_.extent.width(),
                picture.height() / content_.extent.height());
  for (const Stroke& stroke : strokes_) {
    QColor color = stroke.brush.color;
    color.setAlpha(kStrokeAlpha);
    if (stroke.brush.is_lasso) {
      painter.setPen(QPen(Qt::white, 0));
      painter.setBrush(color);
      painter.drawPolygon(stroke.points);
      continue;
    }
    QPainterPath path(stroke.points.front());
    for (const QPointF& point : stroke.points) {
      path.lineTo(point);
    }
    if (stroke.points.size() == 1) {
      path.lineTo(stroke.points.front() + QPointF(0.01, 0));  // A dab is a line, too.
    }
    painter.strokePath(
        path, QPen(color, 2 * stroke.brush.radius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.restore();
}

void CanvasView::PaintBrushCursor(QPainter& painter) const {
  if (!brush_ || !brush_position_ || cursor().shape() != Qt::BlankCursor) {
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  // Never smaller than what can be seen.
  const double radius =
      brush_->is_lasso ? 3
                       : std::max(2.0, brush_->radius * transform_.zoom() / devicePixelRatioF());
  painter.setPen(QPen(QColor(0, 0, 0, 150), 2.6));
  painter.drawEllipse(*brush_position_, radius, radius);
  painter.setPen(QPen(Qt::white, 1.2));
  painter.drawEllipse(*brush_position_, radius, radius);
}

void CanvasView::PaintLayers(QPainter& painter) const {
  if (content_.on_checkerboard) {
    PaintCheckerboard(painter, WidgetRect(QRectF(QPointF(0, 0), content_.extent)));
  }
  for (const PlacedPicture& layer : content_.layers) {
    PaintPicture(painter, layer);
  }
}

void CanvasView::PaintPicture(QPainter& painter, const PlacedPicture& placed) const {
  if (placed.picture.IsEmpty()) {
    return;
  }
  const QRectF area = WidgetRect(placed.place);
  const QRectF visible = area.intersected(QRectF(rect()));
  if (visible.isEmpty()) {
    return;
  }
  const double zoom =
      area.width() * devicePixelRatioF() / placed.picture.size().width();  // of this picture
  const QImage& image = placed.picture.LevelFor(zoom);
  const double image_from_widget_x = image.width() / area.width();
  const double image_from_widget_y = image.height() / area.height();
  const QRectF part((visible.left() - area.left()) * image_from_widget_x,
                    (visible.top() - area.top()) * image_from_widget_y,
                    visible.width() * image_from_widget_x, visible.height() * image_from_widget_y);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom < kPixelZoom && zoom != 1);
  painter.drawImage(visible, image, part);
}

void CanvasView::PaintCheckerboard(QPainter& painter, const QRectF& area) const {
  painter.drawTiledPixmap(area.intersected(QRectF(rect())), CheckerTile(devicePixelRatioF()));
}

void CanvasView::PaintSplit(QPainter& painter) const {
  const double x = SplitX();
  const QRectF picture = WidgetRect(QRectF(QPointF(0, 0), content_.extent));
  painter.save();
  painter.setClipRect(QRectF(0, 0, x, height()));
  PaintPicture(painter, content_.before);
  painter.restore();

  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(QColor(0, 0, 0, 110), 3));
  painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()));
  painter.setPen(QPen(Qt::white, 1.5));
  painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()));
  const QPointF handle(x, picture.intersected(QRectF(rect())).center().y());
  painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
  painter.setBrush(Qt::white);
  painter.drawEllipse(handle, 13, 13);
  painter.setPen(QPen(QColor(0xff333333), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  for (double side : {-1.0, 1.0}) {
    const QPointF tip = handle + QPointF(side * 7, 0);
    painter.drawPolyline(
        QPolygonF{tip + QPointF(-side * 3, -3.5), tip, tip + QPointF(-side * 3, 3.5)});
  }
}

void CanvasView::PaintFaces(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const CanvasFace& face : content_.faces) {
    const QRectF box = WidgetRect(face.box);
    painter.setPen(QPen(QColor(0, 0, 0, 120), face.is_chosen ? 5 : 4));
    painter.drawRoundedRect(box, 6, 6);
    const QColor color = face.is_chosen ? palette().color(QPalette::Highlight) : QColor(Qt::white);
    painter.setPen(QPen(color, face.is_chosen ? 3 : 1.5));
    painter.drawRoundedRect(box, 6, 6);
  }
}

void CanvasView::PaintLegend(QPainter& painter) const {
  if (content_.legend.empty()) {
    return;
  }
  int text_width = 0;
  for (const CanvasLegendEntry& entry : content_.legend) {
    text_width = std::max(text_width, painter.fontMetrics().horizontalAdvance(entry.text));
  }
  const int line = painter.fontMetrics().height() + 4;
  const int count = static_cast<int>(content_.legend.size());
  const QRect panel(14, 14, text_width + 48, count * line + 16);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(kOverlayGround);
  painter.drawRoundedRect(panel, 8, 8);
  const int swatch_inset = (line - 12) / 2;
  int top = panel.top() + 8;
  for (const CanvasLegendEntry& entry : content_.legend) {
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1));
    painter.setBrush(entry.color);
    painter.drawRoundedRect(QRectF(panel.left() + 12.5, top + swatch_inset + 0.5, 12, 12), 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(QRect(panel.left() + 34, top, text_width + 4, line),
                     Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    top += line;
  }
}

void CanvasView::PaintHint(QPainter& painter) const {
  if (content_.hint.isEmpty()) {
    return;
  }
  const QRectF text = painter.fontMetrics().boundingRect(content_.hint);
  QRectF pill(0, 0, text.width() + 32, text.height() + 16);
  pill.moveCenter(QPointF(width() / 2.0, height() - pill.height() / 2 - 20));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(kOverlayGround);
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
  painter.setPen(Qt::white);
  painter.drawText(pill, Qt::AlignCenter, content_.hint);
}

}  // namespace heser
