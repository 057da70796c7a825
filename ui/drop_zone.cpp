#include "ui/drop_zone.h"

#include <QPainter>

#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kIconSide = 28;
constexpr int kGap = 8;
constexpr int kMargin = 14;

}  // namespace

void PaintDropZone(QPainter* painter, const QRect& area, const QPalette& palette,
                   const QString& icon, const QString& text, bool is_hovered) {
  const QColor accent = palette.color(QPalette::Highlight);
  const QColor muted = MutedText(palette);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(is_hovered ? accent : muted, is_hovered ? 2 : 1.2, Qt::DashLine));
  QColor ground = is_hovered ? accent : palette.color(QPalette::Base);
  ground.setAlpha(is_hovered ? 50 : 110);
  painter->setBrush(ground);
  painter->drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 8, 8);

  const QRect text_area = area.adjusted(kMargin, 0, -kMargin, 0);
  const int flags = Qt::AlignHCenter | Qt::TextWordWrap;
  const QSize text_size = painter->fontMetrics().boundingRect(text_area, flags, text).size();
  const int top = area.center().y() - (kIconSide + kGap + text_size.height()) / 2;
  ColoredIcon(icon, is_hovered ? accent : muted)
      .paint(painter, QRect(area.center().x() - kIconSide / 2, top, kIconSide, kIconSide));
  painter->setPen(is_hovered ? palette.color(QPalette::WindowText) : muted);
  painter->drawText(
      QRect(text_area.left(), top + kIconSide + kGap, text_area.width(), text_size.height() + 2),
      flags, text);
  painter->restore();
}

}  // namespace heser
