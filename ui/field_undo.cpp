#include "ui/field_undo.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <algorithm>

namespace heser {
namespace {

/// The text of a field's value, which typing does not change before it is finished.
QString CommittedText(const QAbstractSpinBox* field) {
  if (const auto* number = qobject_cast<const QDoubleSpinBox*>(field)) {
    return number->prefix() + number->textFromValue(number->value()) + number->suffix();
  }
  const auto* number = qobject_cast<const QSpinBox*>(field);
  return number->prefix() + QLocale().toString(number->value()) + number->suffix();
}

/// Stands before a field and takes these keys.
class ShortcutFilter : public QObject {
 public:
  explicit ShortcutFilter(QAbstractSpinBox* field) : QObject(field), field_(field) {
    line_ = field->findChild<QLineEdit*>();
    connect(line_, &QLineEdit::textEdited, this, [this] { is_typing_ = true; });
    connect(field, &QAbstractSpinBox::editingFinished, this, [this] { is_typing_ = false; });
    field->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    const bool is_key =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!is_key) return QObject::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride && IsOfWindow(key)) {
      event->ignore();
      return true;
    }
    const bool undoes = key.matches(QKeySequence::Undo);
    if (!undoes && !key.matches(QKeySequence::Redo)) return QObject::eventFilter(watched, event);
    if (undoes && is_typing_) {
      event->accept();
      if (event->type() == QEvent::KeyPress) TakeBackTyping();
    } else {
      // Not accepted: the window's own shortcut takes it.
      event->ignore();
    }
    return true;
  }

 private:
  bool IsOfWindow(const QKeyEvent& key) const {
    const bool is_letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    if (!is_letter || !key.modifiers().testFlag(Qt::ControlModifier)) return false;
    for (const auto of_field : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
                                QKeySequence::SelectAll, QKeySequence::Undo, QKeySequence::Redo}) {
      if (key.matches(of_field)) return false;
    }
    const QKeySequence pressed(key.keyCombination());
    return std::ranges::any_of(
        field_->window()->findChildren<QAction*>(),
        [&](const QAction* action) { return action->shortcuts().contains(pressed); });
  }

  // As a whole, and without a trace in the line's own history: two histories would mix.
  void TakeBackTyping() {
    line_->setText(CommittedText(field_));
    field_->selectAll();
    is_typing_ = false;
  }

  QAbstractSpinBox* field_;
  QLineEdit* line_ = nullptr;
  bool is_typing_ = false;
};

}  // namespace

void LetShortcutsThrough(QAbstractSpinBox* field) { new ShortcutFilter(field); }

}  // namespace heser
