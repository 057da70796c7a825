#pragma once

#include <QWidget>

#include "ui/view_content.h"

class QActionGroup;
class QComboBox;
class QToolButton;

namespace heser {

/// The line above the picture: which view, before and after. Also knows whose masks are shown.
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
  QAction* compare_action() const { return compare_action_; }
  /// Whose masks are shown; for the place where they are explained. Not visible for other views.
  QComboBox* owner_box() const { return owner_box_; }

 signals:
  void ViewChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// Icon and title on all views where there is room, else titles, else the title of the chosen one
  /// among icons.
  void FitTitles();
  void MakeViewActions();
  QToolButton* MakeButton(QAction* action, Qt::ToolButtonStyle style);

  QActionGroup* view_group_;
  QList<QToolButton*> view_buttons_;
  QList<QToolButton*> tool_buttons_;
  QAction* compare_action_;
  QComboBox* owner_box_;
  ViewKind view_ = ViewKind::kResult;
};

}  // namespace heser
