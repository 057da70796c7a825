#pragma once

#include <QStyledItemDelegate>

namespace heser {

/// Paints a target of a batch as a card: its picture or the result's, name, what became of it, and
/// how far it is while it runs. Of models with the roles of BatchList.
class BatchDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace heser
