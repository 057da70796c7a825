#pragma once

#include <QFrame>

#include "app/jobs/mask_overlays.h"
#include "ui/canvas_view.h"

class QGridLayout;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace heser {

/// What the colours over the picture mean, beside it: classes can be left out, and the colours made
/// more or less opaque. Can be folded, since it takes room from the settings. Also whose
/// masks are shown. Not there for views without colours.
class MaskPanel : public QFrame {
  Q_OBJECT

 public:
  /// Overlays and canvas must outlive it. `owners` says whose masks are shown, and is hidden where
  /// none are.
  MaskPanel(MaskOverlays* overlays, CanvasView* canvas, QWidget* owners, QWidget* parent = nullptr);

 private:
  void Refresh();
  void ShowEntries();
  QWidget* MakeEntry(const CanvasLegendEntry& entry);
  void MakeOpacity(QVBoxLayout* layout);
  void MakeTitle();
  void Fold();

  MaskOverlays* overlays_;
  CanvasView* canvas_;
  QWidget* owners_;
  QWidget* owners_row_;
  QWidget* legend_;  ///< Holds entries_.
  QGridLayout* entries_;
  QToolButton* title_ = nullptr;  ///< Folds the legend away.
  QSlider* opacity_ = nullptr;
  QWidget* opacity_row_ = nullptr;
  QString shown_;  ///< Which entries there are.
};

}  // namespace heser
