#pragma once

#include <QObject>
#include <QPointF>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/stroke_queue.h"
#include "app/document/swap_document.h"
#include "engine/core/labels.h"
#include "engine/edits/brush.h"

namespace heser {

enum class PaintTool {
  kMove,     ///< Nothing is painted.
  kBrush,    ///< Paints the chosen class, adds to blend region or matte, or clones on the fill.
  kEraser,   ///< Paints background, or takes away from blend region or matte. Not for the fill.
  kRestore,  ///< Takes back what was painted.
  kLasso,    ///< Like the brush, all of an outline at once.
  kFill,     ///< Like the brush, a connected piece at once. Not for fill and matte.
};
inline constexpr PaintTool kEveryPaintTool[] = {PaintTool::kMove,   PaintTool::kBrush,
                                                PaintTool::kEraser, PaintTool::kRestore,
                                                PaintTool::kLasso,  PaintTool::kFill};

/// What is done to the border of a whole mask.
enum class EdgeChange {
  kGrow,
  kShrink,
  kFeather,  ///< Softens blend region or matte; classes, which are never soft, are rounded off.
  kSnap,     ///< Moves the border of a class to the edges of the picture; of nothing else.
};

/// The masks of a layer as they were found, for tools that look at them; null: not known.
struct SeenMasks {
  std::shared_ptr<const HeadView> view;
  std::shared_ptr<const BlendResult> automatic;  ///< For kRegion and kFill alone.
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
  /// That a layer comes as soon as its masks are made: tools can be taken up before.
  void SetAwaitsLayer(bool awaits);
  bool AwaitsLayer() const { return awaits_layer_ && !layer_; }
  const std::optional<EditLayer>& layer() const { return layer_; }
  /// True if strokes do something: there is a layer, and a tool other than kMove.
  bool IsPainting() const { return layer_ && HasTool(tool_) && tool_ != PaintTool::kMove; }
  bool PaintsLabels() const {
    return layer_ && (layer_->kind == EditLayer::Kind::kTargetLabels ||
                      layer_->kind == EditLayer::Kind::kSourceLabels);
  }
  bool PaintsMatte() const {
    return layer_ && (layer_->kind == EditLayer::Kind::kTargetMatte ||
                      layer_->kind == EditLayer::Kind::kSourceMatte);
  }
  /// Whether masks are meant to be painted on by their matte instead of their classes: who sets the
  /// layer asks this.
  bool prefers_matte() const { return prefers_matte_; }
  void SetPrefersMatte(bool prefers);
  bool PaintsFill() const { return layer_ && layer_->kind == EditLayer::Kind::kFill; }
  /// Whether there is a border that ChangeEdge can change.
  bool HasEdges() const { return layer_ && !PaintsFill(); }
  /// Whether a tool can be used on this layer.
  bool HasTool(PaintTool tool) const;
  /// Whether it can be taken up: on this layer, or on the one that is awaited.
  bool CanTake(PaintTool tool) const { return HasTool(tool) || AwaitsLayer(); }

  /// Strokes on the fill that copy pixels, which need a place to copy from.
  bool Clones() const {
    return PaintsFill() && (tool_ == PaintTool::kBrush || tool_ == PaintTool::kLasso);
  }
  /// Where the next clone stroke copies from (photo pixels); the first stroke after that says how
  /// far from there it paints, and later ones keep this distance.
  void SetCloneSource(QPointF place);
  bool HasCloneSource() const { return clone_place_ || clone_offset_; }
  /// Until the first stroke from there.
  const std::optional<QPointF>& clone_place() const { return clone_place_; }
  /// From a place that is painted, or would be, to where its pixels come from.
  QPointF CloneOffsetAt(QPointF place) const;

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
  /// True while strokes are still being worked out, in a thread of their own.
  bool HasPendingStrokes() const { return !fill_strokes_.IsEmpty() || !snapped_strokes_.IsEmpty(); }
  /// True while the document changes by a stroke.
  bool IsApplyingStroke() const { return is_applying_stroke_; }

  /// Fills the connected piece that holds the place (not of a matte), or changes the border of the
  /// chosen class, of the matte or of the blend region, in a thread of its own. One undo step once
  /// it is done; nothing if the masks are not known or the layer was changed meanwhile. Snapping
  /// right after a stroke works on what that stroke painted, else on all of the class.
  void Fill(QPointF point);
  void ChangeEdge(EdgeChange change);
  /// How far a border is moved or softened, photo pixels.
  double edge_width() const { return edge_width_; }
  void SetEdgeWidth(double width);
  static constexpr double kLargestEdgeWidth = 200;

  /// Whether strokes on classes, once they are ended, go to the edges of the picture.
  bool SnapsStrokes() const { return snaps_strokes_; }
  void SetSnapsStrokes(bool snaps);

  /// Takes back everything that was painted on the layer.
  void ClearLayer();
  bool HasEdits() const;

 signals:
  /// A stroke that was ended is in the document now, or has changed nothing.
  void StrokeApplied(bool has_changed);
  /// Tool, brush, class or layer.
  void Changed();
  /// The picture shows no edge where a border was to go to one: the border stays.
  void EdgeNotFound();

 private:
  /// The latest stroke on classes, as long as nothing else was done to its layer.
  struct LabelStroke {
    EditLayer layer;
    TileMap coverage;
    Label label = Label::kHair;  ///< What it painted.
    double reach = 1;            ///< How far from its border the edge may be, photo pixels.
    bool restores = false;       ///< It took painting back.
    EditHandle edits;            ///< Of the layer since.
  };
  void EndLabelStroke(const TileMap& coverage);
  void ApplyLabelStroke(const LabelStroke& stroke, const TileMap& edits, const QString& text);
  void EndFillStroke(const TileMap& coverage);
  void SnapToEdges();
  /// Has `change` change the document.
  void ApplyStroke(const std::function<void()>& change);
  cv::Rect Bounds() const;
  QString StrokeName() const;
  QString EdgeName(EdgeChange change) const;
  using Shape = std::function<TileMap(const TileMap& edits)>;
  /// Has `shape` make other edits of those of the layer; `unchanged` is called where it makes the
  /// same ones.
  void Reshape(const QString& text, Shape shape, const std::function<void()>& unchanged = {});
  Shape LabelShape(EdgeChange change, double radius) const;
  Shape MatteShape(EdgeChange change, double radius) const;
  Shape RegionShape(EdgeChange change, double radius) const;

  SwapDocument* document_;
  std::optional<EditLayer> layer_;
  bool awaits_layer_ = false;
  PaintTool tool_ = PaintTool::kMove;
  Brush brush_;
  Label label_ = Label::kHair;
  Label other_label_ = Label::kBackground;
  std::optional<BrushStroke> stroke_;
  SeenMasks seen_;
  StrokeQueue<ColorTileMap> fill_strokes_{this};
  StrokeQueue<TileMap> snapped_strokes_{this};
  std::optional<LabelStroke> last_label_stroke_;
  bool is_applying_stroke_ = false;
  std::optional<QPointF> clone_place_;   ///< Set and not used yet.
  std::optional<QPointF> clone_offset_;  ///< Of the strokes since.
  double edge_width_ = 4;
  bool snaps_strokes_ = false;
  bool prefers_matte_ = false;
};

}  // namespace heser
