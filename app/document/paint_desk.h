#pragma once

#include <QObject>
#include <QPointF>
#include <optional>
#include <vector>

#include "app/document/swap_document.h"
#include "engine/core/labels.h"
#include "engine/edits/brush.h"

namespace heser {

enum class PaintTool {
  kMove,     ///< Nothing is painted.
  kBrush,    ///< Paints the chosen class, or adds to the blend region.
  kEraser,   ///< Paints background, or takes away from the blend region.
  kRestore,  ///< Takes back what was painted.
  kLasso,    ///< Like the brush, all of an outline at once.
};
inline constexpr PaintTool kEveryPaintTool[] = {PaintTool::kMove, PaintTool::kBrush,
                                                PaintTool::kEraser, PaintTool::kRestore,
                                                PaintTool::kLasso};

/// What people paint with and on, and the stroke under way. A finished stroke is one undo step of
/// the document. GUI thread only.
class PaintDesk : public QObject {
  Q_OBJECT

 public:
  /// The document must outlive it.
  explicit PaintDesk(SwapDocument* document, QObject* parent = nullptr);

  /// What is painted on; nothing: nothing can be. Ends a stroke without trace.
  void SetLayer(const std::optional<EditLayer>& layer);
  const std::optional<EditLayer>& layer() const { return layer_; }
  /// True if strokes do something: there is a layer, and a tool other than kMove.
  bool IsPainting() const { return layer_ && tool_ != PaintTool::kMove; }
  bool PaintsLabels() const { return layer_ && layer_->kind != EditLayer::Kind::kRegion; }

  PaintTool tool() const { return tool_; }
  void SetTool(PaintTool tool);

  const Brush& brush() const { return brush_; }
  /// Photo pixels; kept within kSmallestRadius and kLargestRadius.
  void SetRadius(double radius);
  /// By about an eighth, at least half a pixel.
  void StepRadius(int steps);
  void SetHardness(double hardness);
  void SetOpacity(double opacity);
  static constexpr double kSmallestRadius = 0.5;
  static constexpr double kLargestRadius = 500;

  Label label() const { return label_; }
  void SetLabel(Label label);
  /// The class before this one, as painters exchange two colours; on the blend region brush and
  /// eraser.
  void Exchange();

  /// A stroke in photo pixels, centres on integers. Nothing happens while IsPainting() is false.
  void BeginStroke(QPointF point);
  void ContinueStroke(QPointF point);
  void EndStroke();
  void CancelStroke() { stroke_.reset(); }
  bool HasStroke() const { return stroke_.has_value(); }

  /// Takes back everything that was painted on the layer.
  void ClearLayer();
  bool HasEdits() const { return layer_ && document_->edits(*layer_) != nullptr; }

 signals:
  /// Tool, brush, class or layer.
  void Changed();

 private:
  cv::Rect Bounds() const;
  QString StrokeName() const;

  SwapDocument* document_;
  std::optional<EditLayer> layer_;
  PaintTool tool_ = PaintTool::kMove;
  Brush brush_;
  Label label_ = Label::kHair;
  Label other_label_ = Label::kBackground;
  std::optional<BrushStroke> stroke_;
};

}  // namespace heser
