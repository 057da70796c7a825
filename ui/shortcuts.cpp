#include "ui/shortcuts.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QVariant>

namespace heser {
namespace {

constexpr char kUsual[] = "usualShortcuts";
constexpr char kKeptTitle[] = "keptTitle";
constexpr char kSaysKeys[] = "toolTipSaysShortcut";

QString SettingKey(const QAction& command) {
  return QStringLiteral("shortcuts/") +
         QKeySequence::listToString(UsualShortcuts(command), QKeySequence::PortableText);
}

void AddCommands(const QList<QAction*>& actions, QList<QAction*>& commands) {
  for (QAction* action : actions) {
    if (action->menu() != nullptr) {
      AddCommands(action->menu()->actions(), commands);
    } else if (!action->shortcut().isEmpty() || !UsualShortcuts(*action).isEmpty()) {
      commands.push_back(action);
    }
  }
}

QString InBrackets(const QKeySequence& keys) {
  return keys.isEmpty() ? QString()
                        : QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
}

void GiveKeys(QAction* command, const QList<QKeySequence>& keys) {
  QString tool_tip = command->toolTip();
  const QString before = InBrackets(command->shortcut());
  command->setShortcuts(keys);
  if (command->property(kSaysKeys).toBool()) {
    tool_tip.chop(tool_tip.endsWith(before) ? before.size() : 0);
    command->setToolTip(tool_tip + InBrackets(command->shortcut()));
  }
}

}  // namespace

QString TitleOf(const QAction& command) {
  static const QRegularExpression mark(QStringLiteral("\\(&.\\)|&"));
  const QVariant kept = command.property(kKeptTitle);
  return kept.isValid() ? kept.toString() : command.text().remove(mark);
}

void KeepTitle(QAction* command) { command->setProperty(kKeptTitle, TitleOf(*command)); }

QList<QAction*> CommandsWithKeys(const QMenuBar& bar) {
  QList<QAction*> commands;
  AddCommands(bar.actions(), commands);
  return commands;
}

void ApplyShortcuts(const QList<QAction*>& commands) {
  const QSettings settings;
  for (QAction* command : commands) {
    command->setProperty(kUsual, QVariant::fromValue(command->shortcuts()));
    command->setProperty(kSaysKeys, command->toolTip().endsWith(InBrackets(command->shortcut())));
    const QVariant chosen = settings.value(SettingKey(*command));
    if (chosen.isValid()) {
      GiveKeys(command,
               QKeySequence::listFromString(chosen.toString(), QKeySequence::PortableText));
    }
  }
}

QList<QKeySequence> UsualShortcuts(const QAction& command) {
  return command.property(kUsual).value<QList<QKeySequence>>();
}

void SetShortcuts(QAction* command, const QList<QKeySequence>& keys) {
  GiveKeys(command, keys);
  QSettings settings;
  if (keys == UsualShortcuts(*command)) {
    settings.remove(SettingKey(*command));
  } else {
    settings.setValue(SettingKey(*command),
                      QKeySequence::listToString(keys, QKeySequence::PortableText));
  }
}

}  // namespace heser
