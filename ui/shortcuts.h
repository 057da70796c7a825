#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

class QMenuBar;

namespace heser {

/// The keys of commands, as people chose them (kept with QSettings). A command is known by the keys
/// that the program gave it, which are the same in every language.

/// A command's title without the mark of its key in menus, which is in brackets behind Chinese and
/// Japanese ones.
QString TitleOf(const QAction& command);

/// From now on TitleOf says what `command` is called now, whatever its text becomes: that of undo
/// names the step that it would take back.
void KeepTitle(QAction* command);

/// Commands of the menus that came with keys, in their order.
QList<QAction*> CommandsWithKeys(const QMenuBar& bar);

/// Remembers the keys that the program gave these commands, then gives them those of people. For
/// menus that were just made.
void ApplyShortcuts(const QList<QAction*>& commands);

/// The keys that the program gave it.
QList<QKeySequence> UsualShortcuts(const QAction& command);

/// Gives a command other keys, or none, from now on, and says so in its tool tip.
void SetShortcuts(QAction* command, const QList<QKeySequence>& keys);

}  // namespace heser
