#include "ui/card.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include "ui/theme.h"

namespace heser {

void PaintCard(QPainter* painter, const QStyleOptionViewItem& option) {
  const QRectF card = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
  const bool selected = option.state & QStyle::State_Selected;
  const bool hovered = option.state & QStyle::State_MouseOver;
  QColor ground = option.palette.color(QPalette::Button);
  if (hovered) {
    ground = IsDark(option.palette) ? ground.lighter(115) : ground.darker(103);
  }
  painter->setPen(selected ? QPen(option.palette.color(QPalette::Highlight), 1.6)
                           : QPen(HairLine(option.palette), 1));
  painter->setBrush(ground);
  painter->drawRoundedRect(card, 7, 7);
}

}  // namespace heser
