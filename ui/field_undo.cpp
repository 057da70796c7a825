#include "ui/field_undo.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace heser {
namespace {

/// Stands before a field and holds these keys back from it.
class UndoFilter : public QObject {
 public:
  explicit UndoFilter(QAbstractSpinBox* field) : QObject(field) {
    line_ = field->findChild<QLineEdit*>();
    connect(line_, &QLineEdit::textEdited, this, [this] { is_typing_ = true; });
    connect(field, &QAbstractSpinBox::editingFinished, this, [this] { is_typing_ = false; });
    field->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    const bool is_key =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!is_key || !IsForDocument(*static_cast<QKeyEvent*>(event))) {
      return QObject::eventFilter(watched, event);
    }
    // Not accepted: the window's own shortcut takes it.
    event->ignore();
    return true;
  }

 private:
  bool IsForDocument(const QKeyEvent& key) const {
    if (key.matches(QKeySequence::Undo)) return !is_typing_ || !line_->isUndoAvailable();
    if (key.matches(QKeySequence::Redo)) return !is_typing_ || !line_->isRedoAvailable();
    return false;
  }

  QLineEdit* line_ = nullptr;
  bool is_typing_ = false;
};

}  // namespace

void LetUndoThrough(QAbstractSpinBox* field) { new UndoFilter(field); }

}  // namespace heser
