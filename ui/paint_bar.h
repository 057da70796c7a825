#pragma once

#include <QWidget>

#include "app/document/paint_desk.h"

class QAction;
class QActionGroup;
class QComboBox;
class QDoubleSpinBox;
class QMenu;
class QSlider;
class QToolButton;

namespace heser {

/// The line under the views: tools, class, brush. It has the same height whatever is painted on, so
/// that the picture below it stays where it is; what does not apply is greyed out.
class PaintBar : public QWidget {
  Q_OBJECT

 public:
  explicit PaintBar(PaintDesk* desk, QWidget* parent = nullptr);

  /// For menus: they carry the shortcuts.
  QList<QAction*> tool_actions() const;
  QList<QAction*> brush_actions() const { return brush_actions_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// One of the controls there are for a share of 0 to 1: on the bar, and in a menu for where it
  /// has no room.
  struct ShareSliders {
    QSlider* on_bar = nullptr;
    QSlider* in_menu = nullptr;
    QWidget* group = nullptr;  ///< Slider on the bar and its title.
  };
  void MakeToolActions();
  void MakeBrushActions();
  QWidget* MakeClassBox();
  QToolButton* MakeMenuButton(const char* icon, const QString& title, QMenu* menu);
  QMenu* MakeEdgeMenu();
  QMenu* MakeBrushMenu();
  ShareSliders MakeShareSliders(const QString& title, const QString& tool_tip,
                                void (PaintDesk::*set)(double));
  void ShowShare(const ShareSliders& sliders, double share, bool applies);
  void FitSliders();
  void Refresh();
  /// What each tool does to the layer.
  QStringList ToolTips() const;
  void RefreshToolTips();

  PaintDesk* desk_;
  QActionGroup* tool_group_;
  QList<QAction*> brush_actions_;
  QComboBox* class_box_;
  QSlider* size_slider_;
  QDoubleSpinBox* size_field_;
  ShareSliders hardness_;
  ShareSliders opacity_;
  QWidget* size_ = nullptr;
  QToolButton* brush_button_ = nullptr;
  QMenu* edge_menu_ = nullptr;
  QToolButton* edge_button_ = nullptr;
  QAction* feather_action_ = nullptr;
  QAction* snap_action_ = nullptr;
  QAction* snap_strokes_action_ = nullptr;
  QDoubleSpinBox* edge_field_ = nullptr;
  QAction* clear_action_;
};

}  // namespace heser
