#pragma once

#include <QPalette>
#include <QRect>
#include <QString>

class QPainter;

namespace heser {

/// A dashed frame with an icon and what may be dropped there; strong while something hovers.
void PaintDropZone(QPainter* painter, const QRect& area, const QPalette& palette,
                   const QString& icon, const QString& text, bool is_hovered = false);

}  // namespace heser
