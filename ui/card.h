#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace heser {

/// The ground of an item that is shown as a card: lighter or darker under the pointer, framed by
/// the accent colour while it is selected.
void PaintCard(QPainter* painter, const QStyleOptionViewItem& option);

}  // namespace heser
