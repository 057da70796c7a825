#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace heser {

/// One of our line icons (resources/icons) in the palette's text colour, which it follows when the
/// theme changes. Sharp at every size and screen.
QIcon ThemedIcon(const QString& name);

/// The same in a colour of its own.
QIcon ColoredIcon(const QString& name, const QColor& color);

/// A small square of a colour; hatched for one that is wholly transparent.
QIcon ColorSwatch(const QColor& color);
inline constexpr int kSwatchSide = 14;

}  // namespace heser
