#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;

namespace heser {

class CanvasView;

/// How large the picture is shown, with buttons to change it.
class ZoomBar : public QWidget {
  Q_OBJECT

 public:
  explicit ZoomBar(CanvasView* canvas, QWidget* parent = nullptr);

  /// For menus: they carry the shortcuts.
  QList<QAction*> zoom_actions() const { return actions_; }

 private:
  QAction* AddAction(const char* icon, const QString& title, const QKeySequence& shortcut);
  void ShowZoom(double zoom);

  QList<QAction*> actions_;
  QLabel* label_;
};

}  // namespace heser
