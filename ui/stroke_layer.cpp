#include "ui/stroke_layer.h"

#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

namespace heser {
namespace {

/// Of 255: a lighter stroke has a dark rim.
constexpr int kLightGray = 200;

/// What the brush covers on the way, filled once however often it crosses itself.
QPainterPath PathOf(StrokeLayer::Touch from, StrokeLayer::Touch to, double wider = 0) {
  from.radius += wider;
  to.radius += wider;
  QPainterPath path;
  path.setFillRule(Qt::WindingFill);
  path.addEllipse(from.place, from.radius, from.radius);
  path.addEllipse(to.place, to.radius, to.radius);
  const QLineF line(from.place, to.place);
  if (line.length() > 0) {
    const QPointF side = QPointF(-line.dy(), line.dx()) / line.length();
    QPolygonF body{from.place + side * from.radius, to.place + side * to.radius,
                   to.place - side * to.radius, from.place - side * from.radius};
    body.push_back(body.front());
    path.addPolygon(body);
  }
  return path;
}

}  // namespace

void StrokeLayer::Begin(QSize widget, double device_pixel_ratio) {
  image_ =
      QImage((QSizeF(widget) * device_pixel_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image_.setDevicePixelRatio(device_pixel_ratio);
  image_.fill(Qt::transparent);
}

void StrokeLayer::Draw(const Touch& from, const Touch& to, const QColor& color) {
  QPainter painter(&image_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPath(PathOf(from, to));
  // Beneath what is painted already, so that it goes around the whole stroke.
  painter.setCompositionMode(QPainter::CompositionMode_DestinationOver);
  painter.setBrush(qGray(color.rgb()) > kLightGray ? QColor(Qt::black) : QColor(Qt::white));
  painter.drawPath(PathOf(from, to, kRim));
}

void StrokeLayer::DrawCopy(const Touch& from, const Touch& to, const QImage& picture,
                           const QRectF& area) {
  QTransform widget_from_picture;
  widget_from_picture.translate(area.x(), area.y());
  widget_from_picture.scale(area.width() / picture.width(), area.height() / picture.height());
  QBrush pixels(picture);
  pixels.setTransform(widget_from_picture);
  QPainter painter(&image_);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.setClipRect(area);  // A texture repeats itself.
  painter.setPen(Qt::NoPen);
  painter.setBrush(pixels);
  painter.drawPath(PathOf(from, to));
}

void StrokeLayer::PaintOn(QPainter& painter, const QRectF& area, double opacity) const {
  const double ratio = image_.devicePixelRatio();
  painter.setOpacity(opacity);
  painter.drawImage(area, image_, QRectF(area.topLeft() * ratio, area.size() * ratio));
  painter.setOpacity(1);
}

}  // namespace heser
