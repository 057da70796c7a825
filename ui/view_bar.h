#pragma once

#include <QWidget>

#include "ui/view_content.h"

class QActionGroup;
class QComboBox;
class QLabel;
class QToolButton;

namespace heser {

/// The line above the picture: which view, whose masks, before and after, zoom.
class ViewBar : public QWidget {
  Q_OBJECT

 public:
  /// `tools`: what is done on the picture in some views, as buttons beside them.
  ViewBar(CanvasView* canvas, const QList<QAction*>& tools, QWidget* parent = nullptr);

  ViewKind view() const { return view_; }
  MaskOwner mask_owner() const;
  void SetView(ViewKind view);
  /// Whose masks there are to choose from, beside the target's and the new head's.
  void SetSources(const std::vector<SourceItem>& sources);

  /// For menus: they carry the shortcuts.
  QList<QAction*> view_actions() const;
  QList<QAction*> zoom_actions() const { return zoom_actions_; }
  QAction* compare_action() const { return compare_action_; }

 signals:
  void ViewChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// Titles on all views where there is room, else on the chosen one alone.
  void FitTitles();
  void MakeViewActions();
  void MakeZoomActions(CanvasView* canvas);
  QToolButton* MakeButton(QAction* action, Qt::ToolButtonStyle style);
  void ShowZoom(double zoom);

  QActionGroup* view_group_;
  QList<QToolButton*> view_buttons_;
  QList<QToolButton*> tool_buttons_;
  QList<QAction*> zoom_actions_;
  QAction* compare_action_;
  QComboBox* owner_box_;
  QLabel* zoom_label_;
  ViewKind view_ = ViewKind::kResult;
};

}  // namespace heser
