#pragma once

#include <QWidget>

#include "app/jobs/swap_session.h"

namespace heser {

/// While photos are dragged over the window: one half of the middle takes them as sources, the
/// other as the target.
class DropOverlay : public QWidget {
  Q_OBJECT

 public:
  /// Covers `covered`, its parent, while it is shown.
  DropOverlay(SwapSession* session, QWidget* covered);

  void Appear();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QRect SourceHalf() const;
  QRect TargetHalf() const;

  SwapSession* session_;
  QPoint pointer_;
};

}  // namespace heser
