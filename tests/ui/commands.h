#pragma once

#include <QAction>
#include <QTest>
#include <QWidget>

namespace heser::test {

/// The command of a window that is called so, "&" aside; null if there is none.
inline QAction* FindCommand(const QWidget& window, const QString& text) {
  for (QAction* action : window.findChildren<QAction*>()) {
    if (action->text().remove('&') == text) return action;
  }
  return nullptr;
}

/// Fails the test if there is no such command.
inline void TriggerCommand(const QWidget& window, const QString& text) {
  if (QAction* action = FindCommand(window, text)) {
    action->trigger();
  } else {
    QTest::qFail(qPrintable("no command " + text), __FILE__, __LINE__);
  }
}

}  // namespace heser::test
