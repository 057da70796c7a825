#pragma once

#include <QColor>
#include <QPolygonF>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/document/head_pose.h"
#include "app/jobs/result_pictures.h"
#include "engine/core/labels.h"
#include "ui/canvas_transform.h"
#include "ui/stroke_layer.h"

namespace heser {

/// A face that can be chosen on the canvas.
struct CanvasFace {
  QRectF box;  ///< Picture pixels.
  int number = 0;
  bool is_chosen = false;
};

/// What a colour of the overlay means.
struct CanvasLegendEntry {
  QColor color;
  QString text;
  std::optional<Label> label;  ///< Of a class that can be left out.
};

/// What the pointer paints with.
struct CanvasBrush {
  enum class Kind {
    kBrush,
    kLasso,  ///< Drawn freely, or from corner to corner by clicks.
    kPoint,  ///< A click says a place.
  };
  Kind kind = Kind::kBrush;
  double radius = 1;  ///< Picture pixels.
  QColor color;       ///< Of strokes until the picture shows their effect.
  bool pressure_sizes = false;

  /// Of a brush that shows at once what it copies. With Control or Alt a click says where from.
  struct Copy {
    std::optional<QPointF> place;  ///< What the next stroke copies from; else there is an offset.
    QPointF offset;                ///< From a painted place to where its pixels come from.
    double opacity = 1;
  };
  std::optional<Copy> copy;
};

/// The head that can be moved by handles.
struct CanvasHead {
  QRectF box;  ///< Picture pixels.
  HeadPlace place;
};

/// What the canvas shows. A value; pictures are shared.
struct CanvasContent {
  QSizeF extent;                      ///< Picture pixels; empty: nothing to show.
  std::vector<PlacedPicture> layers;  ///< From below.
  PlacedPicture overlay;              ///< Colours over the layers, as opaque as people like.
  /// What the overlay shows in their places instead.
  std::vector<PlacedPicture> overlay_patches;
  bool on_checkerboard = false;   ///< Behind the layers, for pictures with coverage.
  bool is_dimmed = false;         ///< The layers are not what the view is for.
  PlacedPicture before;           ///< Left of the split, if compared.
  std::vector<CanvasFace> faces;  ///< Drawn where there are several.
  std::vector<CanvasLegendEntry> legend;
  std::optional<CanvasHead> head;
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

  /// Of content.overlay, 0 to 1.
  void SetOverlayOpacity(double opacity);
  double overlay_opacity() const { return overlay_opacity_; }
  /// Lines between the picture's pixels, from kGridZoom on.
  void SetPixelGrid(bool shown);
  static constexpr double kGridZoom = 8;
  const CanvasContent& content() const { return content_; }

  /// With a brush the left button paints and Space moves the picture; without one it moves it.
  void SetBrush(const std::optional<CanvasBrush>& brush);
  /// Whether content.head can be dragged: inside to move it, with Shift to turn it, by a corner to
  /// size it, by the knob beside it to tilt it.
  void SetHeadHandles(bool shown);
  /// Takes the strokes off that are drawn over the picture.
  void DropStrokes();

  /// Something lies over so much of the top, widget pixels; see CanvasTransform.
  void SetCoveredTop(int height);

  /// Screen pixels a picture pixel.
  double zoom() const { return transform_.zoom(); }
  void Fit();
  void ShowPixels();
  void ZoomStep(int steps);

  QSize sizeHint() const override { return {900, 700}; }

 signals:
  void ZoomChanged(double zoom);
  void FaceChosen(int number);
  void ContentChanged();
  /// Places are picture pixels, centres on integers; pressure is a pen's, 0 to 1.
  void StrokeBegan(QPointF place, double pressure);
  void StrokeContinued(QPointF place, double pressure);
  void StrokeEnded();
  void StrokeCancelled();
  /// Of a brush of kind kPoint.
  void PointChosen(QPointF place);
  void CopySourcePicked(QPointF place);
  /// One drag of the head: picture pixels.
  void HeadGrabbed(HeadHandle handle);
  void HeadDragged(QPointF from, QPointF to);
  void HeadReleased();
  /// The wheel was turned with Control over a brush.
  void BrushStepped(int steps);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void tabletEvent(QTabletEvent* event) override;
  bool event(QEvent* event) override;

 private:
  enum class Drag { kNone, kPan, kSplit, kPaint, kHead };

  /// Arms of the cross where a brush copies from, widget pixels.
  static constexpr double kMarkReach = 8;

  struct Stroke {
    QPolygonF points;  ///< Picture pixels, edges on integers.
    std::vector<double> pressures;
    CanvasBrush brush;
  };

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
  bool PaintsAt(const QMouseEvent& event) const;
  void ExtendStroke(QPointF position);
  double Pressure() const { return pen_is_down_ ? pen_pressure_ : 1; }
  // Outlines from corner to corner.
  bool ClosesOutline(QPointF position) const;
  void EndStroke();
  void CancelStroke();
  void ForgetStrokes();
  void MoveBrushCursor(std::optional<QPointF> position);

  // canvas_head.cpp
  bool ShowsHead() const { return shows_head_ && content_.head.has_value(); }
  QPolygonF HeadFrame() const;
  /// Where the knob that tilts the head stands to its frame: above it, unless that is out of sight.
  enum class KnobSide { kAbove, kBelow, kInside };
  /// Widget pixels.
  struct HeadKnob {
    QPointF root;  ///< On the frame.
    QPointF place;
  };
  HeadKnob KnobOf(const QPolygonF& frame) const;
  KnobSide FreeKnobSide(const QPolygonF& frame) const;
  std::optional<HeadHandle> HeadHandleAt(QPointF position, Qt::KeyboardModifiers modifiers) const;
  bool GrabHead(const QMouseEvent& event);
  void DragHead(QPointF position);
  Qt::CursorShape HeadCursor(HeadHandle handle) const;
  void PaintHead(QPainter& painter) const;

  QRect BrushRect(QPointF position) const;
  /// Where the brush copies from, over the widget; nothing for other brushes.
  std::optional<QPointF> CopyMark() const;
  void HandleTransformChange();

  void PaintPicture(QPainter& painter, const PlacedPicture& placed) const;
  /// Screen pixels a pixel of this picture, which fills `area` of the widget.
  double PixelZoom(const Picture& picture, const QRectF& area) const;
  /// `area` of the widget is what must be painted.
  void PaintLayers(QPainter& painter, const QRect& area) const;
  void PaintOverlay(QPainter& painter, const QRect& area) const;
  void PaintPixelGrid(QPainter& painter, const QRect& area) const;
  void PaintCheckerboard(QPainter& painter, const QRectF& area) const;
  void PaintSplit(QPainter& painter) const;
  void PaintFaces(QPainter& painter) const;
  void PaintStrokes(QPainter& painter, const QRect& area);
  /// All strokes anew, since the picture lies elsewhere.
  void DrawStrokes();
  /// A stroke's way to this one of its points.
  void DrawTouch(const Stroke& stroke, qsizetype index);
  void PaintOutline(QPainter& painter, const Stroke& stroke) const;
  void PaintBrushCursor(QPainter& painter) const;
  void PaintCopyMark(QPainter& painter, QPointF place) const;
  void PaintHint(QPainter& painter) const;

  CanvasContent content_;
  CanvasTransform transform_;
  bool is_compared_ = false;
  std::optional<CanvasBrush> brush_;
  std::optional<QPointF> brush_position_;  ///< Of the pointer, while it is over the canvas.
  std::vector<Stroke> strokes_;
  StrokeLayer stroke_layer_;  ///< Of strokes_ where the picture lies now; empty: to be drawn.
  bool space_is_down_ = false;
  bool draws_corners_ = false;  ///< An outline is under way with no button down.
  bool pen_is_down_ = false;
  double pen_pressure_ = 1;
  double overlay_opacity_ = 0.7;
  bool shows_grid_ = true;
  bool shows_head_ = false;
  HeadHandle head_handle_ = HeadHandle::kMove;
  KnobSide knob_side_ = KnobSide::kAbove;   ///< While the head is dragged.
  std::optional<CanvasHead> grabbed_head_;  ///< As it was when the drag began.
  QPointF head_from_;                       ///< Picture pixels.
  QPointF head_to_;
  double split_ = 0.5;  ///< Share of the picture's width.
  Drag drag_ = Drag::kNone;
  bool was_dragged_ = false;
  QPointF last_position_;
  QPointF press_position_;
};

}  // namespace heser
