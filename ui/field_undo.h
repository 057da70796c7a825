#pragma once

class QAbstractSpinBox;

namespace heser {

/// Lets the window's shortcuts of Ctrl and a letter, except those of the clipboard and of all text,
/// through to the window where a field of a number has the focus: Ctrl+E would move the cursor to
/// the line's end on some desktops. The keys of undo and redo as well: what people take back is
/// what they did to the picture. Only what is being typed, and has no effect yet, is taken back in
/// the field itself, as a whole; it cannot be redone. The field is a QSpinBox or QDoubleSpinBox
/// that does not track the keyboard.
void LetShortcutsThrough(QAbstractSpinBox* field);

}  // namespace heser
