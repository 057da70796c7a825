#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "ui/message_bar.h"

namespace heser {

/// What a window has to say: a bar for each matter, one below the other, so that no message takes
/// away what was said of something else. They lie over the top of a widget, which keeps its place
/// and its size and may keep room there.
class Notices : public QWidget {
  Q_OBJECT

 public:
  explicit Notices(QWidget* parent = nullptr);

  /// From now on it lies over this widget, and goes with it.
  void Cover(QWidget* stage);

  /// In place of what was said of the same matter.
  void Show(const SessionMessage& message);
  /// Together with what was said of it within a moment before.
  void Add(const SessionMessage& message);
  void Ask(const SessionMessage& message, const std::vector<MessageBar::Choice>& choices);
  /// Of every matter that something is said of; see MessageBar.
  void SetTogether(std::chrono::milliseconds together);
  void Dismiss(SessionMessage::Matter matter);
  /// Only errors.
  void DismissError(SessionMessage::Matter matter);
  /// Of a message that is a line long.
  int LineHeight() const;
  /// What is shown of a matter; empty if nothing is.
  QString TextOf(SessionMessage::Matter matter) const;

 signals:
  /// By the close button of its bar.
  void Closed(heser::SessionMessage::Matter matter);
  void HeightChanged(int height);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void Place();
  MessageBar* BarOf(SessionMessage::Matter matter);

  std::map<SessionMessage::Matter, MessageBar*> bars_;  ///< In the order in which they are shown.
};

}  // namespace heser
