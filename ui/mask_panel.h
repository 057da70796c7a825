#pragma once

#include <QFrame>

#include "app/jobs/mask_overlays.h"
#include "ui/canvas_view.h"

class QSlider;
class QVBoxLayout;

namespace heser {

/// What the colours over the picture mean, in the corner of the canvas: classes can be left out,
/// and the colours made more or less opaque. Not there for views without colours.
class MaskPanel : public QFrame {
  Q_OBJECT

 public:
  /// Becomes a child of the canvas.
  MaskPanel(MaskOverlays* overlays, CanvasView* canvas);

 private:
  void Refresh();
  void ShowEntries();
  QWidget* MakeEntry(const CanvasLegendEntry& entry);
  void MakeOpacity(QVBoxLayout* layout);

  MaskOverlays* overlays_;
  CanvasView* canvas_;
  QVBoxLayout* entries_;
  QSlider* opacity_ = nullptr;
  QString shown_;  ///< Which entries there are.
};

}  // namespace heser
