#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <chrono>
#include <functional>
#include <vector>

#include "app/jobs/swap_session.h"

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace heser {

/// Lines above the picture that say what went wrong or what was done; they never block. They stay
/// until they are closed or another message comes; only what was done goes by itself, once somebody
/// has had the window before them for long enough to read it.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  /// In place of what was said before.
  void Show(const SessionMessage& message);
  /// Below what was said within a moment before, so that nothing goes unseen; in place of what is
  /// older, but that a hint takes no error and no warning away.
  void Add(const SessionMessage& message);
  /// As Show, with something to decide; the bar closes at any answer.
  struct Choice {
    QString text;
    std::function<void()> take;
  };
  void Ask(const SessionMessage& message, const std::vector<Choice>& choices);
  /// The moment.
  void SetTogether(std::chrono::milliseconds together) { together_ = together; }
  void Dismiss();
  /// Errors alone; what came together with them stays.
  void DismissErrors();
  /// What is shown, a line a message at least; empty if nothing is.
  QString text() const;
  /// Of the gravest message that is shown.
  SessionMessage::Kind kind() const { return kind_; }

 signals:
  /// By its close button.
  void Closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QColor Tone() const;
  void ShowAll();
  void PassByItself();
  void NameClosing();

  QLabel* icon_;
  QLabel* text_;
  QToolButton* close_;
  std::vector<QPushButton*> choices_;
  QTimer* timer_;
  std::vector<SessionMessage> messages_;  ///< That are shown, the latest last.
  QElapsedTimer since_latest_;
  /// Of photos that are dropped at once one is refused after the other, each when it was read.
  std::chrono::milliseconds together_{10000};
  SessionMessage::Kind kind_ = SessionMessage::Kind::kDone;
};

}  // namespace heser
