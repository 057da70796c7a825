#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

#include "app/jobs/result_pictures.h"
#include "ui/canvas_transform.h"

namespace heser {

/// A face that can be chosen on the canvas.
struct CanvasFace {
  QRectF box;  ///< Picture pixels.
  int number = 0;
  bool is_chosen = false;
};

/// A line of the legend.
struct CanvasLegendEntry {
  QColor color;
  QString text;
};

/// What the canvas shows. A value; pictures are shared.
struct CanvasContent {
  QSizeF extent;                      ///< Picture pixels; empty: nothing to show.
  std::vector<PlacedPicture> layers;  ///< From below.
  bool on_checkerboard = false;       ///< Behind the layers, for pictures with coverage.
  PlacedPicture before;               ///< Left of the split, if compared.
  std::vector<CanvasFace> faces;      ///< Drawn where there are several.
  std::vector<CanvasLegendEntry> legend;
  QString hint;  ///< One line at the bottom; may be empty.
};

/// The picture: zoom at the pointer, pan, fit, 1:1, a split between before and after, faces to
/// choose from. Paints in the time of the screen's pixels, whatever the picture's size.
class CanvasView : public QWidget {
  Q_OBJECT

 public:
  explicit CanvasView(QWidget* parent = nullptr);

  void SetContent(CanvasContent content);
  void SetCompared(bool compared);
  bool is_compared() const { return is_compared_; }

  /// Screen pixels a picture pixel.
  double zoom() const { return transform_.zoom(); }
  void Fit();
  void ShowPixels();
  void ZoomStep(int steps);

  QSize sizeHint() const override { return {900, 700}; }

 signals:
  void ZoomChanged(double zoom);
  void FaceChosen(int number);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  enum class Drag { kNone, kPan, kSplit };

  /// Device pixels of a place in the widget, and back.
  QPointF ViewPoint(QPointF position) const { return position * devicePixelRatioF(); }
  QPointF WidgetPoint(QPointF view) const { return view / devicePixelRatioF(); }
  QRectF WidgetRect(const QRectF& picture_rect) const;
  QPointF MiddleOfView() const;

  bool ShowsSplit() const { return is_compared_ && !content_.before.picture.IsEmpty(); }
  double SplitX() const;
  bool IsNearSplit(QPointF position) const;
  const CanvasFace* FaceAt(QPointF position) const;
  void UpdateCursor(QPointF position);
  void HandleTransformChange();

  void PaintPicture(QPainter& painter, const PlacedPicture& placed) const;
  void PaintLayers(QPainter& painter) const;
  void PaintCheckerboard(QPainter& painter, const QRectF& area) const;
  void PaintSplit(QPainter& painter) const;
  void PaintFaces(QPainter& painter) const;
  void PaintLegend(QPainter& painter) const;
  void PaintHint(QPainter& painter) const;

  CanvasContent content_;
  CanvasTransform transform_;
  bool is_compared_ = false;
  double split_ = 0.5;  ///< Share of the picture's width.
  Drag drag_ = Drag::kNone;
  bool was_dragged_ = false;
  QPointF last_position_;
};

}  // namespace heser
