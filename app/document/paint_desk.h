#pragma once

#include <QObject>
#include <QPointF>
#include <functional>
#include <memory>
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
  kFill,     ///< Like the brush, a connected piece at once.
};
inline constexpr PaintTool kEveryPaintTool[] = {PaintTool::kMove,   PaintTool::kBrush,
                                                PaintTool::kEraser, PaintTool::kRestore,
                                                PaintTool::kLasso,  PaintTool::kFill};

/// What is done to the border of a whole mask.
enum class EdgeChange {
  kGrow,
  kShrink,
  kFeather,  ///< Softens the blend region; classes, which are never soft, are rounded off.
};

/// The masks of a layer as they were found, for tools that look at them; null: not known.
struct SeenMasks {
  std::shared_ptr<const HeadView> view;
  std::shared_ptr<const BlendResult> automatic;  ///< For EditLayer::Kind::kRegion alone.
};

/// What people paint with and on, and the stroke under way. A finished stroke is one undo step of
/// the document. GUI thread only.
class PaintDesk : public QObject {
  Q_OBJECT

 public:
  /// The document must outlive it.
  explicit PaintDesk(SwapDocument* document, QObject* parent = nullptr);

  /// What is painted on; nothing: nothing can be. Ends a stroke without trace.
  void SetLayer(const std::optional<EditLayer>& layer, const SeenMasks& seen = {});
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
  void SetPressureSizes(bool sizes);
  void SetPressureFades(bool fades);
  static constexpr double kSmallestRadius = 0.5;
  static constexpr double kLargestRadius = 500;

  Label label() const { return label_; }
  void SetLabel(Label label);
  /// The class before this one, as painters exchange two colours; on the blend region brush and
  /// eraser.
  void Exchange();

  /// A stroke in photo pixels, centres on integers. Nothing happens while IsPainting() is false.
  /// `pressure` of a pen, 0 to 1.
  void BeginStroke(QPointF point, double pressure = 1);
  void ContinueStroke(QPointF point, double pressure = 1);
  void EndStroke();
  void CancelStroke() { stroke_.reset(); }
  bool HasStroke() const { return stroke_.has_value(); }

  /// Fills the connected piece that holds the place, or changes the border of the chosen class or
  /// of the blend region, in a thread of its own. One undo step once it is done; nothing if the
  /// masks are not known or the layer was changed meanwhile.
  void Fill(QPointF point);
  void ChangeEdge(EdgeChange change);
  /// How far a border is moved or softened, photo pixels.
  double edge_width() const { return edge_width_; }
  void SetEdgeWidth(double width);
  static constexpr double kLargestEdgeWidth = 200;

  /// Takes back everything that was painted on the layer.
  void ClearLayer();
  bool HasEdits() const { return layer_ && document_->edits(*layer_) != nullptr; }

 signals:
  /// Tool, brush, class or layer.
  void Changed();

 private:
  cv::Rect Bounds() const;
  QString StrokeName() const;
  QString EdgeName(EdgeChange change) const;
  /// Has `shape` make other edits of those of the layer.
  void Reshape(const QString& text, std::function<TileMap(const TileMap& edits)> shape);

  SwapDocument* document_;
  std::optional<EditLayer> layer_;
  PaintTool tool_ = PaintTool::kMove;
  Brush brush_;
  Label label_ = Label::kHair;
  Label other_label_ = Label::kBackground;
  std::optional<BrushStroke> stroke_;
  SeenMasks seen_;
  double edge_width_ = 4;
};

}  // namespace heser
