#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPointF>

namespace heser {

/// Brush strokes over the canvas in the pixels of the screen. Each part is drawn once, so that a
/// frame of a long stroke costs no more than one of a short one.
class StrokeLayer {
 public:
  /// A round place of the brush; lengths are those of the widget.
  struct Touch {
    QPointF place;
    double radius = 1;
  };

  /// True until Begin() and after Drop().
  bool IsEmpty() const { return image_.isNull(); }
  /// Nothing is drawn yet on a widget of this size.
  void Begin(QSize widget, double device_pixel_ratio);
  void Drop() { image_ = QImage(); }

  /// The brush moved in a straight line. The stroke has a rim, by which it is seen on a ground of
  /// its own colour.
  void Draw(const Touch& from, const Touch& to, const QColor& color);

  /// The same with the pixels of a picture that fills `area` of the widget, nothing beyond it.
  void DrawCopy(const Touch& from, const Touch& to, const QImage& picture, const QRectF& area);

  /// Over what `painter` shows of this rectangle of the widget.
  void PaintOn(QPainter& painter, const QRectF& area, double opacity) const;

  /// How far the rim goes beyond the brush, of the widget.
  static constexpr double kRim = 1.5;

 private:
  QImage image_;
};

}  // namespace heser
