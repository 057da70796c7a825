#include "ui/sources_strip.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/drop_zone.h"
#include "ui/face_presentation.h"
#include "ui/source_delegate.h"
#include "ui/sources_model.h"
#include "ui/themed_icon.h"

namespace heser {

SourcesStrip::SourcesStrip(SwapSession* session, QWidget* parent)
    : QListView(parent), session_(session), model_(new SourcesModel(session, this)) {
  setModel(model_);
  auto* delegate = new SourceDelegate(session, this);
  setItemDelegate(delegate);
  connect(delegate, &SourceDelegate::FacesWanted, this, &SourcesStrip::ShowFaces);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setDragDropMode(QAbstractItemView::DragDrop);
  setDefaultDropAction(Qt::MoveAction);
  setDropIndicatorShown(true);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setAccessibleName(tr("Sources"));
  setAccessibleDescription(
      tr("Photos that give the head. Space switches one on or off, Delete "
         "removes it, Control with the arrow keys moves it."));
  connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) {
              current_id_ = current.data(SourcesModel::kIdRole).toULongLong();
            }
          });
  connect(model_, &QAbstractItemModel::modelReset, this, &SourcesStrip::KeepCurrent);
}

void SourcesStrip::KeepCurrent() {
  const QModelIndex current = model_->IndexOf(current_id_);
  if (current.isValid()) {
    setCurrentIndex(current);
  }
}

void SourcesStrip::paintEvent(QPaintEvent* event) {
  QListView::paintEvent(event);
  if (model_->rowCount() == 0) {
    QPainter painter(viewport());
    const QRect area(4, 4, viewport()->width() - 8, std::min(150, viewport()->height() - 8));
    PaintDropZone(&painter, area, palette(), QStringLiteral("person"),
                  tr("Drop photos of the head here, or click to open them"));
  }
}

void SourcesStrip::mousePressEvent(QMouseEvent* event) {
  QListView::mousePressEvent(event);
  if (model_->rowCount() == 0 && event->button() == Qt::LeftButton) {
    emit OpenWanted();
  }
}

void SourcesStrip::keyPressEvent(QKeyEvent* event) {
  const SourceItem* source = model_->SourceAt(currentIndex());
  if (source == nullptr) {
    QListView::keyPressEvent(event);
    return;
  }
  const bool moves = event->modifiers() & Qt::ControlModifier;
  SwapDocument* document = session_->document();
  if (event->key() == Qt::Key_Space) {
    document->SetSourceEnabled(source->id, !source->enabled);
  } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
    document->RemoveSource(source->id);
  } else if (moves && event->key() == Qt::Key_Up) {
    document->MoveSource(source->id, std::max(0, currentIndex().row() - 1));
  } else if (moves && event->key() == Qt::Key_Down) {
    document->MoveSource(source->id, currentIndex().row() + 1);
  } else {
    QListView::keyPressEvent(event);
  }
}

void SourcesStrip::contextMenuEvent(QContextMenuEvent* event) {
  const bool by_keyboard = event->reason() == QContextMenuEvent::Keyboard;
  const QModelIndex index = by_keyboard ? currentIndex() : indexAt(event->pos());
  const SourceItem* source = model_->SourceAt(index);
  if (source == nullptr) {
    return;
  }
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  FillMenu(menu, *source);
  menu->popup(by_keyboard ? viewport()->mapToGlobal(visualRect(index).center())
                          : event->globalPos());
}

void SourcesStrip::ShowFaces(quint64 source_id) {
  const SourceItem* source = session_->document()->FindSource(source_id);
  if (source == nullptr) {
    return;
  }
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  FillFacesOf(menu, *source);
  menu->popup(viewport()->mapToGlobal(visualRect(model_->IndexOf(source_id)).bottomLeft()));
}

void SourcesStrip::FillFacesOf(QMenu* menu, const SourceItem& source) {
  if (const FaceList* faces = session_->FacesOf(source.photo)) {
    FillFaceMenu(menu, *source.photo, *faces, FaceNumber(source.face),
                 [document = session_->document(), id = source.id](int number) {
                   document->SetSourceFace(id, {number, {}});
                 });
  }
}

void SourcesStrip::FillWeightMenu(QMenu* menu, const SourceItem& source) {
  constexpr int kPercents[] = {100, 75, 50, 25, 10};
  menu->setToolTipsVisible(true);
  for (int percent : kPercents) {
    QAction* action = menu->addAction(tr("%1 %").arg(percent),
                                      [document = session_->document(), id = source.id, percent] {
                                        document->SetSourceWeight(id, percent / 100.0);
                                      });
    action->setToolTip(tr("How much this photo counts among several"));
    action->setCheckable(true);
    action->setChecked(std::lround(100 * source.weight) == percent);
  }
}

void SourcesStrip::AddLeadActions(QMenu* menu, const SourceItem& source) {
  SwapDocument* document = session_->document();
  const quint64 id = source.id;
  QAction* lead = menu->addAction(
      tr("Lead with This Photo"),
      [document, id, pinned = source.pinned] { document->PinSource(pinned ? 0 : id); });
  lead->setCheckable(true);
  lead->setChecked(source.pinned);
  lead->setEnabled(source.enabled);
  QAction* automatic = menu->addAction(tr("Choose the Leading Photo Automatically"),
                                       [document] { document->PinSource(0); });
  automatic->setCheckable(true);
  automatic->setChecked(
      std::ranges::none_of(document->sources(), [](const SourceItem& one) { return one.pinned; }));
}

void SourcesStrip::FillMenu(QMenu* menu, const SourceItem& source) {
  SwapDocument* document = session_->document();
  const quint64 id = source.id;
  const FaceList* faces = session_->FacesOf(source.photo);
  if (faces != nullptr && faces->size() > 1) {
    FillFacesOf(menu->addMenu(ThemedIcon("faces"), tr("Choose Face")), source);
  }
  FillWeightMenu(menu->addMenu(tr("Weight")), source);
  if (document->sources().size() > 1) {
    AddLeadActions(menu, source);
    menu->addSeparator();
  }
  const bool enabled = source.enabled;
  menu->addAction(ThemedIcon(enabled ? "hidden" : "visible"), enabled ? tr("Leave Out") : tr("Use"),
                  [document, id, enabled] { document->SetSourceEnabled(id, !enabled); });
  menu->addAction(ThemedIcon("remove"), tr("Remove"),
                  [document, id] { document->RemoveSource(id); });
}

}  // namespace heser
