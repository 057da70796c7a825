#pragma once

#include <QFrame>
#include <functional>
#include <vector>

#include "app/jobs/swap_session.h"

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace heser {

/// A line above the picture that says what went wrong or what was done; it never blocks. Errors
/// stay until they are closed or the next message comes, hints and what was done go by themselves.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void Show(const SessionMessage& message);
  /// The same with something to decide; the bar closes at any answer.
  struct Choice {
    QString text;
    std::function<void()> take;
  };
  void Ask(const SessionMessage& message, const std::vector<Choice>& choices);
  void Dismiss();
  QString text() const;
  /// Of the latest message.
  SessionMessage::Kind kind() const { return kind_; }

 signals:
  /// By its close button.
  void Closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QColor Tone() const;
  void NameClosing();

  QLabel* icon_;
  QLabel* text_;
  QToolButton* close_;
  std::vector<QPushButton*> choices_;
  QTimer* timer_;
  SessionMessage::Kind kind_ = SessionMessage::Kind::kDone;
};

}  // namespace heser
