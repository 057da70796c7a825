#pragma once

#include <QColor>
#include <QPalette>

namespace heser {

enum class Theme { kSystem, kLight, kDark };

/// Gives the whole application our style and colours. kSystem follows what the desktop had at
/// start.
void ApplyTheme(Theme theme);

/// True if text is lighter than what it stands on.
bool IsDark(const QPalette& palette);

/// Colours that palettes have no role for, readable on `palette`'s window colour.
QColor MutedText(const QPalette& palette);
QColor HairLine(const QPalette& palette);
/// Of fields, buttons and sliders: 3:1 on windows and fields.
QColor ControlOutline(const QPalette& palette);
QColor WarningColor(const QPalette& palette);
QColor ErrorColor(const QPalette& palette);
QColor DoneColor(const QPalette& palette);
/// What pictures stand on: neutral, so that it does not tint how their colours are seen.
QColor CanvasGround(const QPalette& palette);

}  // namespace heser
