#pragma once

#include <QFrame>

#include "app/jobs/swap_session.h"

class QLabel;
class QTimer;

namespace heser {

/// A line above the picture that says what went wrong or what was done; it never blocks. Errors
/// stay until they are closed or the next message comes, what was done goes by itself.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void Show(const SessionMessage& message);
  void Dismiss();
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QColor Tone() const;

  QLabel* icon_;
  QLabel* text_;
  QTimer* timer_;
  SessionMessage::Kind kind_ = SessionMessage::Kind::kDone;
};

}  // namespace heser
