#pragma once

#include <QRect>
#include <Qt>

class QPainter;
class QStyleOptionViewItem;

namespace heser {

inline constexpr int kCardPadding = 8;
inline constexpr int kCardPictureSide = 56;

/// Where the parts of a card lie: a picture, text beside it, a column of icons at the end. From the
/// right where the language is read so.
struct CardPlaces {
  QRect picture;
  QRect text;
  QRect column;  ///< As high as the card within its padding.
};

/// `gap` is on both sides of the text.
CardPlaces PlacesOnCard(const QRect& card, Qt::LayoutDirection direction, int column_width,
                        int gap);

/// How text stands on it, whatever script it is in.
Qt::Alignment StartOfLine(Qt::LayoutDirection direction);

/// The ground of an item that is shown as a card: lighter or darker under the pointer, framed by
/// the accent colour while it is selected.
void PaintCard(QPainter* painter, const QStyleOptionViewItem& option);

}  // namespace heser
