#include "ui/card.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include "ui/theme.h"

namespace heser {

CardPlaces PlacesOnCard(const QRect& card, Qt::LayoutDirection direction, int column_width,
                        int gap) {
  const QRect inner = card.adjusted(kCardPadding, kCardPadding, -kCardPadding, -kCardPadding);
  const QRect picture(inner.left(), inner.center().y() - kCardPictureSide / 2, kCardPictureSide,
                      kCardPictureSide);
  const QRect column(inner.right() - column_width, inner.top(), column_width, inner.height());
  const QRect text(QPoint(picture.right() + gap, inner.top()),
                   QPoint(column.left() - gap, inner.bottom()));
  const auto seen = [&](const QRect& part) { return QStyle::visualRect(direction, card, part); };
  return {seen(picture), seen(text), seen(column)};
}

Qt::Alignment StartOfLine(Qt::LayoutDirection direction) {
  return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
         Qt::AlignVCenter;
}

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
