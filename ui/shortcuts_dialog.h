#pragma once

#include <QAction>
#include <QDialog>
#include <QKeySequence>
#include <QList>

class QKeySequenceEdit;
class QLabel;
class QTreeWidget;

namespace heser {

/// Lists commands with their keys; the chosen one can be given others, which count at once.
class ShortcutsDialog : public QDialog {
  Q_OBJECT

 public:
  /// The commands (see CommandsWithKeys) must outlive it.
  explicit ShortcutsDialog(const QList<QAction*>& commands, QWidget* parent = nullptr);

  /// Gives a command these keys, and takes them from the one that had them.
  void Assign(QAction* command, const QKeySequence& keys);
  /// Every command has its usual keys again.
  void ResetAll();

 private:
  QAction* Chosen() const;
  void ShowChosen();
  void ShowKeys();

  QList<QAction*> commands_;
  QTreeWidget* list_;
  QKeySequenceEdit* keys_;
  QLabel* note_;
};

}  // namespace heser
