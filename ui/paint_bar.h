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

/// The line under the views that can be painted on: tools, class, brush. Not there for others.
class PaintBar : public QWidget {
  Q_OBJECT

 public:
  explicit PaintBar(PaintDesk* desk, QWidget* parent = nullptr);

  /// For menus: they carry the shortcuts.
  QList<QAction*> tool_actions() const;
  QList<QAction*> brush_actions() const { return brush_actions_; }

 private:
  void MakeToolActions();
  void MakeBrushActions();
  QWidget* MakeClassBox();
  QToolButton* MakeMenuButton(const char* icon, const QString& title, QMenu* menu);
  QMenu* MakeEdgeMenu();
  QMenu* MakePressureMenu();
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
  QSlider* hardness_slider_;
  QSlider* opacity_slider_;
  QWidget* hardness_;  ///< Slider and title.
  QWidget* opacity_;
  QMenu* edge_menu_ = nullptr;
  QToolButton* edge_button_ = nullptr;
  QAction* feather_action_ = nullptr;
  QAction* snap_action_ = nullptr;
  QAction* snap_strokes_action_ = nullptr;
  QDoubleSpinBox* edge_field_ = nullptr;
  QAction* clear_action_;
};

}  // namespace heser
