#pragma once

#include <QFrame>

#include "app/jobs/mask_overlays.h"
#include "ui/canvas_view.h"

class QGridLayout;
class QSlider;
class QVBoxLayout;

namespace heser {

/// What the colours over the picture mean, beside it: classes can be left out, and the colours made
/// more or less opaque. Not there for views without colours.
class MaskPanel : public QFrame {
  Q_OBJECT

 public:
  /// Both must outlive it.
  MaskPanel(MaskOverlays* overlays, CanvasView* canvas, QWidget* parent = nullptr);

 private:
  void Refresh();
  void ShowEntries();
  QWidget* MakeEntry(const CanvasLegendEntry& entry);
  void MakeOpacity(QVBoxLayout* layout);

  MaskOverlays* overlays_;
  CanvasView* canvas_;
  QGridLayout* entries_;
  QSlider* opacity_ = nullptr;
  QString shown_;  ///< Which entries there are.
};

}  // namespace heser
