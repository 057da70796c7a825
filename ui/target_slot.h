#pragma once

#include <QWidget>

#include "app/jobs/swap_session.h"

class QMenu;
class QToolButton;

namespace heser {

/// The photo that gets the head: drop or click to open, choose among its faces, exchange with the
/// source, remove.
class TargetSlot : public QWidget {
  Q_OBJECT

 public:
  explicit TargetSlot(SwapSession* session, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {220, 190}; }

 signals:
  void OpenWanted();
  /// The picture was clicked.
  void ShowWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QRect PictureArea() const;
  QString StatusText() const;
  void PaintTarget(QPainter& painter);
  void Activate();
  void Refresh();

  SwapSession* session_;
  QToolButton* faces_button_;
  QToolButton* remove_button_;
  QMenu* faces_menu_;
  bool is_hovered_by_drag_ = false;
};

}  // namespace heser
