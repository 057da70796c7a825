#pragma once

class QAbstractSpinBox;

namespace heser {

/// Lets the keys of undo and redo through to the window where a field of a number (QSpinBox or
/// QDoubleSpinBox that does not track the keyboard) has the focus: what people take back is what
/// they did to the picture. Only what is being typed, and has no effect yet, is taken back in the
/// field itself, as a whole; it cannot be redone.
void LetUndoThrough(QAbstractSpinBox* field);

}  // namespace heser
