#pragma once

#include <QStyledItemDelegate>

#include "app/jobs/swap_session.h"

namespace heser {

class SourcesModel;

/// Paints a source as a card and takes clicks on its buttons: on/off, under the pointer remove, and
/// the picture where it shows several faces.
class SourceDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  SourceDelegate(SwapSession* session, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

 signals:
  /// The picture of a source with several faces was clicked.
  void FacesWanted(quint64 source_id);

 private:
  bool HasSeveralFaces(const SourceItem& source) const;
  void PaintThumbnail(QPainter* painter, const QRect& area, const SourceItem& source) const;

  SwapSession* session_;
};

}  // namespace heser
