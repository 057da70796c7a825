#include "app/document/paint_desk.h"

#include <QtConcurrentRun>
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/edits/clone_edits.h"
#include "engine/edits/edge_snapping.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/mask_shaping.h"

namespace heser {
namespace {

constexpr double kRadiusStep = 1.125;
/// Classes have no half coverage: a pixel is painted when at least half of it is.
constexpr int kHalfCovered = 128;

using Change = std::function<std::uint8_t(std::uint8_t, std::uint8_t)>;

Change ChangeOfLabels(PaintTool tool, Label label) {
  const std::uint8_t painted = tool == PaintTool::kRestore ? std::uint8_t{0} : LabelEdit(label);
  return [painted](std::uint8_t before, std::uint8_t covered) {
    return covered >= kHalfCovered ? painted : before;
  };
}

Change ChangeOfRegion(PaintTool tool, double opacity) {
  const double wanted = tool == PaintTool::kRestore  ? kRegionNeutral
                        : tool == PaintTool::kEraser ? kRegionTarget
                                                     : kRegionReplaced;
  return [wanted, opacity](std::uint8_t before, std::uint8_t covered) {
    const double old = before == 0 ? kRegionNeutral : before;
    const long now = std::lround(old + (wanted - old) * opacity * covered / 255);
    return static_cast<std::uint8_t>(now == kRegionNeutral ? 0 : now);
  };
}

/// The blend region that region edits are laid over: what was cloned has changed it before.
AlphaMap RegionBelowEdits(const SeenMasks& seen, const ColorEditHandle& fill) {
  return fill ? WithCloneEdits(*seen.view, *seen.automatic, *fill).blend_region
              : seen.automatic->blend_region;
}

cv::Point2d PointOf(QPointF point) { return {point.x(), point.y()}; }

}  // namespace

PaintDesk::PaintDesk(SwapDocument* document, QObject* parent)
    : QObject(parent), document_(document) {
  connect(document_, &SwapDocument::Changed, this, &PaintDesk::Changed);
}

void PaintDesk::SetLayer(const std::optional<EditLayer>& layer, const SeenMasks& seen) {
  seen_ = seen;
  if (layer == layer_) {
    return;
  }
  CancelStroke();
  layer_ = layer;
  if (layer_ && !HasTool(tool_)) {
    tool_ = PaintTool::kBrush;
  }
  emit Changed();
}

void PaintDesk::SetAwaitsLayer(bool awaits) {
  if (std::exchange(awaits_layer_, awaits) != awaits) {
    emit Changed();
  }
}

bool PaintDesk::HasTool(PaintTool tool) const {
  if (tool == PaintTool::kFill) {
    return layer_ && !PaintsFill() && !PaintsMatte();
  }
  return layer_ && !(PaintsFill() && tool == PaintTool::kEraser);
}

void PaintDesk::SetCloneSource(QPointF place) {
  clone_place_ = place;
  clone_offset_.reset();
  emit Changed();
}

QPointF PaintDesk::CloneOffsetAt(QPointF place) const {
  return clone_offset_ ? *clone_offset_ : clone_place_.value_or(place) - place;
}

void PaintDesk::SetTool(PaintTool tool) {
  CancelStroke();
  tool_ = tool;
  emit Changed();
}

void PaintDesk::SetRadius(double radius) {
  brush_.radius = std::clamp(radius, kSmallestRadius, kLargestRadius);
  emit Changed();
}

void PaintDesk::StepRadius(int steps) {
  double radius = brush_.radius;
  for (int step = 0; step < std::abs(steps); ++step) {
    radius = steps > 0 ? std::max(radius * kRadiusStep, radius + 0.5)
                       : std::min(radius / kRadiusStep, radius - 0.5);
  }
  SetRadius(radius);
}

void PaintDesk::SetHardness(double hardness) {
  brush_.hardness = std::clamp(hardness, 0.0, 1.0);
  emit Changed();
}

void PaintDesk::SetOpacity(double opacity) {
  brush_.opacity = std::clamp(opacity, 0.01, 1.0);
  emit Changed();
}

void PaintDesk::SetPressureSizes(bool sizes) {
  brush_.pressure_sizes = sizes;
  emit Changed();
}

void PaintDesk::SetPressureFades(bool fades) {
  brush_.pressure_fades = fades;
  emit Changed();
}

void PaintDesk::SetEdgeWidth(double width) {
  edge_width_ = std::clamp(width, 1.0, kLargestEdgeWidth);
  emit Changed();
}

void PaintDesk::SetPrefersMatte(bool prefers) {
  if (std::exchange(prefers_matte_, prefers) != prefers) {
    emit Changed();
  }
}

void PaintDesk::SetSnapsStrokes(bool snaps) {
  snaps_strokes_ = snaps;
  emit Changed();
}

void PaintDesk::SetLabel(Label label) {
  if (label != label_) {
    other_label_ = std::exchange(label_, label);
    emit Changed();
  }
}

void PaintDesk::Exchange() {
  if (PaintsLabels()) {
    SetLabel(other_label_);
  } else if (tool_ == PaintTool::kBrush || tool_ == PaintTool::kEraser) {
    SetTool(tool_ == PaintTool::kBrush ? PaintTool::kEraser : PaintTool::kBrush);
  }
}

void PaintDesk::BeginStroke(QPointF point, double pressure) {
  if (IsPainting() && (!Clones() || HasCloneSource())) {
    if (Clones()) {
      // Whole pixels: a copy must be as sharp as what it copies.
      clone_offset_ = CloneOffsetAt(point).toPoint();
      clone_place_.reset();
      emit Changed();
    }
    Brush brush = brush_;
    if (tool_ == PaintTool::kLasso) {
      brush.radius = kSmallestRadius;  // Of a lasso only the outline counts.
    }
    stroke_.emplace(brush, Bounds(), PointOf(point), pressure);
  }
}

void PaintDesk::ContinueStroke(QPointF point, double pressure) {
  if (stroke_) {
    stroke_->LineTo(PointOf(point), pressure);
  }
}

void PaintDesk::EndStroke() {
  if (!stroke_) {
    emit StrokeApplied(false);
    return;
  }
  const BrushStroke stroke = *std::exchange(stroke_, std::nullopt);
  const TileMap coverage =
      tool_ == PaintTool::kLasso ? CoverageOfPolygon(stroke.points(), Bounds()) : stroke.coverage();
  if (PaintsFill()) {
    EndFillStroke(coverage);
    return;
  }
  if (PaintsLabels()) {
    EndLabelStroke(coverage);
    return;
  }
  const EditHandle before = document_->edits(*layer_);
  const Change change = ChangeOfRegion(tool_, brush_.opacity);
  ApplyStroke([&] {
    document_->SetEdits(*layer_, Painted(before ? *before : TileMap(), coverage, change),
                        StrokeName(), 0);
  });
}

void PaintDesk::EndLabelStroke(const TileMap& coverage) {
  const bool is_lasso = tool_ == PaintTool::kLasso;
  const LabelStroke stroke{*layer_,
                           coverage,
                           tool_ == PaintTool::kEraser ? Label::kBackground : label_,
                           is_lasso ? edge_width_ : brush_.radius,
                           tool_ == PaintTool::kRestore,
                           nullptr};
  const Change change = ChangeOfLabels(tool_, stroke.label);
  const bool snaps = snaps_strokes_ && seen_.view && !stroke.restores;
  if (!snaps && snapped_strokes_.IsEmpty()) {
    const EditHandle before = document_->edits(*layer_);
    ApplyLabelStroke(stroke, Painted(before ? *before : TileMap(), coverage, change), StrokeName());
    return;
  }
  snapped_strokes_.Add(
      {[this, layer = *layer_] { return document_->edits(layer); },
       [stroke, change, view = snaps ? seen_.view : nullptr](const TileMap& before) {
         const TileMap painted = Painted(before, stroke.coverage, change);
         return view ? LabelSnapped(*view, painted, stroke.label, stroke.reach, &stroke.coverage)
                     : painted;
       },
       [this, stroke, change, snaps, text = StrokeName()](const TileMap& painted) {
         const EditHandle before = document_->edits(stroke.layer);
         const TileMap rough = Painted(before ? *before : TileMap(), stroke.coverage, change);
         const bool paints = !before || rough != *before;
         ApplyLabelStroke(stroke, painted, text);
         if (snaps && paints && rough == painted) {
           emit EdgeNotFound();
         }
       }});
}

void PaintDesk::ApplyLabelStroke(const LabelStroke& stroke, const TileMap& edits,
                                 const QString& text) {
  ApplyStroke([&] { document_->SetEdits(stroke.layer, edits, text, 0); });
  last_label_stroke_ = stroke;
  last_label_stroke_->edits = document_->edits(stroke.layer);
}

void PaintDesk::ApplyStroke(const std::function<void()>& change) {
  const quint64 before = document_->revision();
  is_applying_stroke_ = true;
  change();
  is_applying_stroke_ = false;
  emit StrokeApplied(document_->revision() != before);
}

void PaintDesk::EndFillStroke(const TileMap& coverage) {
  const TargetItem* target = document_->target();
  if (target == nullptr || !seen_.view || !seen_.automatic) {
    emit StrokeApplied(false);
    return;
  }
  const double opacity = brush_.opacity;
  std::function<ColorTileMap(const ColorTileMap&)> paint;
  if (tool_ == PaintTool::kRestore) {
    paint = [coverage, opacity](const ColorTileMap& before) {
      return Unpainted(before, coverage, opacity);
    };
  } else {
    const QPoint offset = clone_offset_->toPoint();
    paint = [target = target->photo, seen = seen_, coverage, opacity,
             offset = cv::Point(offset.x(), offset.y())](const ColorTileMap& before) {
      const CloneSource source{*target->photo, *seen.view, seen.automatic->background_fill};
      return Cloned(source, before, coverage, opacity, offset);
    };
  }
  fill_strokes_.Add({[this] { return document_->fill(); }, paint,
                     [this, photo = target->photo, text = StrokeName()](const ColorTileMap& fill) {
                       ApplyStroke([&] { document_->SetFill(photo, fill, text); });
                     }});
}

void PaintDesk::Fill(QPointF point) {
  if (!HasTool(PaintTool::kFill)) {
    return;
  }
  const cv::Point place(cvRound(point.x()), cvRound(point.y()));
  if (PaintsLabels()) {
    Reshape(tr("Fill Mask"), [view = seen_.view, place, label = label_](const TileMap& edits) {
      return LabelFilled(*view, edits, place, label);
    });
  } else {
    Reshape(tr("Fill Blend Region"),
            [seen = seen_, fill = document_->fill(), place](const TileMap& edits) {
              const AlphaMap below = RegionBelowEdits(seen, fill);
              return RegionFilled({*seen.view, below, edits}, place);
            });
  }
}

void PaintDesk::SnapToEdges() {
  const LabelStroke* stroke = last_label_stroke_ ? &*last_label_stroke_ : nullptr;
  const bool is_right_after = stroke != nullptr && stroke->edits && !stroke->restores &&
                              stroke->layer == *layer_ &&
                              stroke->edits == document_->edits(*layer_);
  Shape shape;
  if (is_right_after) {
    shape = [view = seen_.view, stroke = *stroke](const TileMap& edits) {
      return LabelSnapped(*view, edits, stroke.label, stroke.reach, &stroke.coverage);
    };
  } else {
    shape = [view = seen_.view, label = label_, reach = edge_width_](const TileMap& edits) {
      return LabelSnapped(*view, edits, label, reach, nullptr);
    };
  }
  Reshape(EdgeName(EdgeChange::kSnap), std::move(shape), [this] { emit EdgeNotFound(); });
}

void PaintDesk::ChangeEdge(EdgeChange change) {
  if (!HasEdges()) {
    return;
  }
  if (change == EdgeChange::kSnap) {
    if (PaintsLabels()) {
      SnapToEdges();
    }
    return;
  }
  const double radius = change == EdgeChange::kShrink ? -edge_width_ : edge_width_;
  Reshape(EdgeName(change), PaintsLabels()  ? LabelShape(change, radius)
                            : PaintsMatte() ? MatteShape(change, radius)
                                            : RegionShape(change, radius));
}

PaintDesk::Shape PaintDesk::LabelShape(EdgeChange change, double radius) const {
  return [change, view = seen_.view, label = label_, radius](const TileMap& edits) {
    return change == EdgeChange::kFeather ? LabelSmoothed(*view, edits, label, radius)
                                          : LabelResized(*view, edits, label, radius);
  };
}

PaintDesk::Shape PaintDesk::MatteShape(EdgeChange change, double radius) const {
  const EditHandle labels = document_->edits(
      {layer_->IsOfSource() ? EditLayer::Kind::kSourceLabels : EditLayer::Kind::kTargetLabels,
       layer_->source_id});
  return [change, view = seen_.view, labels, radius](const TileMap& edits) {
    const HeadView seen = labels ? WithLabelEdits(*view, *labels) : *view;
    const MaskToShape matte{seen, seen.matte, edits};
    return change == EdgeChange::kFeather ? MatteFeathered(matte, radius)
                                          : MatteResized(matte, radius);
  };
}

PaintDesk::Shape PaintDesk::RegionShape(EdgeChange change, double radius) const {
  return [change, seen = seen_, fill = document_->fill(), radius](const TileMap& edits) {
    const AlphaMap below = RegionBelowEdits(seen, fill);
    const MaskToShape region{*seen.view, below, edits};
    return change == EdgeChange::kFeather ? RegionFeathered(region, radius)
                                          : RegionResized(region, radius);
  };
}

void PaintDesk::Reshape(const QString& text, Shape shape, const std::function<void()>& unchanged) {
  const bool is_known =
      layer_ && seen_.view && (PaintsLabels() || PaintsMatte() || seen_.automatic);
  if (!is_known) {
    return;
  }
  CancelStroke();
  const EditLayer layer = *layer_;
  const EditHandle before = document_->edits(layer);
  QtConcurrent::run([before, shape = std::move(shape)] {
    return shape(before ? *before : TileMap());
  }).then(this, [this, layer, before, text, unchanged](const TileMap& edits) {
    if (document_->edits(layer) != before) {
      return;
    }
    if (unchanged && edits == (before ? *before : TileMap())) {
      unchanged();
    }
    document_->SetEdits(layer, edits, text, 0);
  });
}

void PaintDesk::ClearLayer() {
  if (PaintsFill()) {
    if (const TargetItem* target = document_->target()) {
      document_->SetFill(target->photo, {}, tr("Take Back Painting"));
    }
  } else if (layer_) {
    document_->SetEdits(*layer_, {}, tr("Take Back Painting"), 0);
  }
}

bool PaintDesk::HasEdits() const {
  return PaintsFill() ? document_->fill() != nullptr
                      : layer_ && document_->edits(*layer_) != nullptr;
}

cv::Rect PaintDesk::Bounds() const {
  if (layer_->IsOfSource()) {
    const SourceItem* source = document_->FindSource(layer_->source_id);
    return source != nullptr ? source->photo->photo->bounds() : cv::Rect();
  }
  const TargetItem* target = document_->target();
  return target != nullptr ? target->photo->photo->bounds() : cv::Rect();
}

QString PaintDesk::StrokeName() const {
  const bool is_region = !PaintsLabels();
  if (PaintsMatte() && tool_ != PaintTool::kRestore) {
    return tool_ == PaintTool::kEraser ? tr("Erase Matte") : tr("Paint Matte");
  }
  switch (tool_) {
    case PaintTool::kEraser:
      return is_region ? tr("Take from Blend Region") : tr("Erase Mask");
    case PaintTool::kRestore:
      return tr("Restore");
    case PaintTool::kMove:
    case PaintTool::kBrush:
    case PaintTool::kLasso:
    case PaintTool::kFill:
      break;
  }
  if (PaintsFill()) {
    return tr("Clone");
  }
  return is_region ? tr("Add to Blend Region") : tr("Paint Mask");
}

QString PaintDesk::EdgeName(EdgeChange change) const {
  switch (change) {
    case EdgeChange::kGrow:
      return PaintsLabels()  ? tr("Grow Mask")
             : PaintsMatte() ? tr("Grow Matte")
                             : tr("Grow Blend Region");
    case EdgeChange::kShrink:
      return PaintsLabels()  ? tr("Shrink Mask")
             : PaintsMatte() ? tr("Shrink Matte")
                             : tr("Shrink Blend Region");
    case EdgeChange::kSnap:
      return tr("Snap Mask to Edges");
    case EdgeChange::kFeather:
      break;
  }
  return PaintsLabels()  ? tr("Smooth Mask")
         : PaintsMatte() ? tr("Feather Matte")
                         : tr("Feather Blend Region");
}

}  // namespace heser
