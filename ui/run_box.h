#pragma once

#include <QWidget>

#include "app/jobs/swap_session.h"

class QAction;
class QLabel;
class QToolButton;

namespace heser {

/// The foot of the right side: swap, whether it follows changes, export, and what is missing.
class RunBox : public QWidget {
  Q_OBJECT

 public:
  RunBox(SwapSession* session, QAction* swap, QAction* follow, QAction* export_action,
         QWidget* parent = nullptr);

 private:
  void Refresh();

  SwapSession* session_;
  QLabel* note_;
};

}  // namespace heser
