#include <QPaintEvent>
#include <QPainter>
#include <cmath>

#include "ui/canvas_view.h"
#include "ui/theme.h"

/// How CanvasView paints; what it does is in canvas_view.cpp.
namespace heser {
namespace {

/// From here on single pixels are meant to be seen.
constexpr double kPixelZoom = 2;
/// A picture with fewer pixels than this share of those of the photo it lies on is a coarse one.
constexpr double kCoarseShare = 0.9;
constexpr int kCheckerSide = 10;
/// Of strokes over the picture: what is painted over stays visible.
constexpr double kStrokeOpacity = 0.6;
/// The first corner of an outline, which closes it.
constexpr double kCornerSide = 7;
/// Seen on light and dark pixels, and hides neither.
constexpr QColor kGridColor(128, 128, 128, 110);
/// What text on the picture stands on.
constexpr QColor kOverlayGround(20, 20, 22, 215);
constexpr QColor kOverlayBorder(255, 255, 255, 50);

/// The canvas's own ground over a picture that is only to be made out.
QColor DimmingOf(const QPalette& palette) {
  QColor color = CanvasGround(palette);
  color.setAlphaF(0.7f);
  return color;
}

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

void CanvasView::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.fillRect(rect(), CanvasGround(palette()));
  if (content_.extent.isEmpty()) {
    return;
  }
  PaintLayers(painter, event->rect());
  if (ShowsSplit()) {
    PaintSplit(painter);
  }
  PaintStrokes(painter, event->rect());
  if (shows_grid_ && transform_.zoom() >= kGridZoom) {
    PaintPixelGrid(painter, event->rect());
  }
  if (content_.faces.size() > 1) {
    PaintFaces(painter);
  }
  PaintHead(painter);
  PaintHint(painter);
  PaintBrushCursor(painter);
}

void CanvasView::PaintStrokes(QPainter& painter, const QRect& area) {
  if (strokes_.empty()) {
    return;
  }
  if (stroke_layer_.IsEmpty()) {
    DrawStrokes();
  }
  const QRectF picture = WidgetRect(QRectF(QPointF(0, 0), content_.extent));
  painter.save();
  painter.setClipRect(picture, Qt::IntersectClip);
  stroke_layer_.PaintOn(painter, area,
                        brush_ && brush_->copy ? brush_->copy->opacity : kStrokeOpacity);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(picture.topLeft());
  painter.scale(picture.width() / content_.extent.width(),
                picture.height() / content_.extent.height());
  for (const Stroke& stroke : strokes_) {
    if (stroke.brush.kind == CanvasBrush::Kind::kLasso) {
      PaintOutline(painter, stroke);
    }
  }
  painter.restore();
}

void CanvasView::DrawStrokes() {
  stroke_layer_.Begin(size(), devicePixelRatioF());
  for (const Stroke& stroke : strokes_) {
    for (qsizetype i = 0; i < stroke.points.size(); ++i) {
      DrawTouch(stroke, i);
    }
  }
}

void CanvasView::DrawTouch(const Stroke& stroke, qsizetype index) {
  if (stroke.brush.kind == CanvasBrush::Kind::kLasso) {
    return;
  }
  const double scale = transform_.zoom() / devicePixelRatioF();
  const auto touch = [&](qsizetype number) {
    const double pressed =
        stroke.brush.pressure_sizes ? stroke.pressures[static_cast<std::size_t>(number)] : 1;
    return StrokeLayer::Touch{WidgetPoint(transform_.ViewFromPicture(stroke.points[number])),
                              stroke.brush.radius * pressed * scale};
  };
  const StrokeLayer::Touch from = touch(std::max<qsizetype>(index - 1, 0));
  if (stroke.brush.copy && brush_ && brush_->copy) {
    const QPointF moved = brush_->copy->offset * -scale;
    for (const PlacedPicture& layer : content_.layers) {
      if (layer.picture.IsEmpty()) {
        continue;
      }
      const QRectF area = WidgetRect(layer.place);
      stroke_layer_.DrawCopy(from, touch(index),
                             layer.picture.LevelFor(PixelZoom(layer.picture, area)),
                             area.translated(moved));
    }
    return;
  }
  stroke_layer_.Draw(from, touch(index), stroke.brush.color);
}

void CanvasView::PaintOutline(QPainter& painter, const Stroke& stroke) const {
  QColor color = stroke.brush.color;
  color.setAlphaF(kStrokeOpacity);
  QPolygonF outline = stroke.points;
  if (draws_corners_ && brush_position_) {
    outline.push_back(transform_.PictureFromView(ViewPoint(*brush_position_)));
  }
  painter.setPen(QPen(Qt::white, 0));
  painter.setBrush(color);
  painter.drawPolygon(outline);
  if (draws_corners_) {
    const double side = kCornerSide / (transform_.zoom() / devicePixelRatioF());
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(outline.front() - QPointF(side, side) / 2, QSizeF(side, side)));
  }
}

void CanvasView::PaintBrushCursor(QPainter& painter) const {
  if (!brush_ || !brush_position_ || cursor().shape() != Qt::BlankCursor) {
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  // Never smaller than what can be seen.
  const double radius =
      brush_->kind == CanvasBrush::Kind::kLasso
          ? 3
          : std::max(2.0, brush_->radius * transform_.zoom() / devicePixelRatioF());
  painter.setPen(QPen(QColor(0, 0, 0, 150), 2.6));
  painter.drawEllipse(*brush_position_, radius, radius);
  painter.setPen(QPen(Qt::white, 1.2));
  painter.drawEllipse(*brush_position_, radius, radius);
  if (const auto mark = CopyMark()) {
    PaintCopyMark(painter, *mark);
  }
}

void CanvasView::PaintCopyMark(QPainter& painter, QPointF place) const {
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 150), 3), QPen(Qt::white, 1.2)}) {
    painter.setPen(pen);
    painter.drawLine(place - QPointF(kMarkReach, 0), place + QPointF(kMarkReach, 0));
    painter.drawLine(place - QPointF(0, kMarkReach), place + QPointF(0, kMarkReach));
  }
}

void CanvasView::PaintLayers(QPainter& painter, const QRect& area) const {
  if (content_.on_checkerboard) {
    PaintCheckerboard(painter, WidgetRect(QRectF(QPointF(0, 0), content_.extent)));
  }
  for (const PlacedPicture& layer : content_.layers) {
    PaintPicture(painter, layer);
  }
  if (content_.is_dimmed) {
    painter.fillRect(WidgetRect(QRectF(QPointF(0, 0), content_.extent)), DimmingOf(palette()));
  }
  painter.setOpacity(overlay_opacity_);
  PaintOverlay(painter, area);
  painter.setOpacity(1);
}

void CanvasView::PaintOverlay(QPainter& painter, const QRect& area) const {
  if (content_.overlay_patches.empty()) {
    PaintPicture(painter, content_.overlay);
    return;
  }
  // Patches lie in the overlay, not on it: together they are as opaque as it is alone.
  const double ratio = devicePixelRatioF();
  QImage sheet((QSizeF(area.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  sheet.setDevicePixelRatio(ratio);
  sheet.fill(Qt::transparent);
  QPainter sheet_painter(&sheet);
  sheet_painter.translate(-area.topLeft());
  sheet_painter.setCompositionMode(QPainter::CompositionMode_Source);
  PaintPicture(sheet_painter, content_.overlay);
  for (const PlacedPicture& patch : content_.overlay_patches) {
    if (WidgetRect(patch.place).intersects(QRectF(area))) {
      PaintPicture(sheet_painter, patch);
    }
  }
  sheet_painter.end();
  painter.drawImage(area.topLeft(), sheet);
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
  const double zoom = PixelZoom(placed.picture, area);
  const QImage& image = placed.picture.LevelFor(zoom);
  const double image_from_widget_x = image.width() / area.width();
  const double image_from_widget_y = image.height() / area.height();
  const QRectF part((visible.left() - area.left()) * image_from_widget_x,
                    (visible.top() - area.top()) * image_from_widget_y,
                    visible.width() * image_from_widget_x, visible.height() * image_from_widget_y);
  // Those of a preview are coarser than the photo's: nobody means to see them singly.
  const bool is_coarse = placed.picture.size().width() < placed.place.width() * kCoarseShare;
  painter.setRenderHint(QPainter::SmoothPixmapTransform,
                        (zoom < kPixelZoom || is_coarse) && zoom != 1);
  painter.drawImage(visible, image, part);
}

double CanvasView::PixelZoom(const Picture& picture, const QRectF& area) const {
  return area.width() * devicePixelRatioF() / picture.size().width();
}

void CanvasView::PaintPixelGrid(QPainter& painter, const QRect& area) const {
  const QRectF picture = WidgetRect(QRectF(QPointF(0, 0), content_.extent));
  const QRectF visible = picture.intersected(QRectF(area));
  const double step = transform_.zoom() / devicePixelRatioF();
  QList<QLineF> lines;
  for (double x = std::floor((visible.left() - picture.left()) / step);
       picture.left() + x * step <= visible.right(); ++x) {
    const double at = picture.left() + x * step;
    lines.push_back({at, visible.top(), at, visible.bottom()});
  }
  for (double y = std::floor((visible.top() - picture.top()) / step);
       picture.top() + y * step <= visible.bottom(); ++y) {
    const double at = picture.top() + y * step;
    lines.push_back({visible.left(), at, visible.right(), at});
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(kGridColor, 0));
  painter.drawLines(lines);
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

void CanvasView::PaintHint(QPainter& painter) const {
  if (content_.hint.isEmpty()) {
    return;
  }
  const QRectF text = painter.fontMetrics().boundingRect(content_.hint);
  QRectF pill(0, 0, text.width() + 32, text.height() + 16);
  pill.moveCenter(QPointF(width() / 2.0, height() - pill.height() / 2 - 20));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(kOverlayBorder, 1));
  painter.setBrush(kOverlayGround);
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
  painter.setPen(Qt::white);
  painter.drawText(pill, Qt::AlignCenter, content_.hint);
}

}  // namespace heser
