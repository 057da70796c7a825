#include "ui/source_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "ui/card.h"
#include "ui/face_presentation.h"
#include "ui/sources_model.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kPadding = 8;
constexpr int kPictureSide = 56;
constexpr int kButtonSide = 20;
constexpr int kBadgeSide = 22;
constexpr QColor kBadgeGround(0, 0, 0, 150);
constexpr QColor kWarningInk(255, 200, 70);

/// Where the parts of a card lie.
struct CardLayout {
  QRect picture;
  QRect text;
  QRect toggle;
  QRect remove;

  explicit CardLayout(const QRect& card) {
    const QRect inner = card.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    picture =
        QRect(inner.left(), inner.center().y() - kPictureSide / 2, kPictureSide, kPictureSide);
    toggle = QRect(inner.right() - kButtonSide, picture.top() + 4, kButtonSide, kButtonSide);
    remove = toggle.translated(0, kButtonSide + 8);
    text = QRect(QPoint(picture.right() + 10, picture.top()),
                 QPoint(toggle.left() - 6, picture.bottom()));
  }
};

QColor StatusColor(const QModelIndex& index, const QPalette& palette) {
  if (index.data(SourcesModel::kHasProblemRole).toBool()) {
    return ErrorColor(palette);
  }
  return index.data(SourcesModel::kHasRemarkRole).toBool() ? WarningColor(palette)
                                                           : MutedText(palette);
}

/// An icon on a corner of a photo, whatever that shows.
void PaintBadge(QPainter* painter, QPoint corner, const QString& icon, const QColor& ink) {
  const QRect badge(corner, QSize(kBadgeSide, kBadgeSide));
  painter->fillRect(badge, kBadgeGround);
  ColoredIcon(icon, ink).paint(painter, badge.adjusted(3, 3, -3, -3));
}

/// The status reaches `lower_right`, which lies below the switch where nothing else is shown.
void PaintText(QPainter* painter, const QRect& area, int lower_right, const QModelIndex& index,
               const QPalette& palette) {
  const QRect upper = area.adjusted(0, 6, 0, -area.height() / 2);
  QRect lower = area.adjusted(0, area.height() / 2, 0, -6);
  lower.setRight(lower_right);
  const QFontMetrics metrics = painter->fontMetrics();
  painter->setPen(palette.color(QPalette::Text));
  painter->drawText(
      upper, Qt::AlignLeft | Qt::AlignVCenter,
      metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, upper.width()));
  QFont small = painter->font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  painter->setFont(small);
  painter->setPen(StatusColor(index, palette));
  painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(small).elidedText(index.data(SourcesModel::kStatusRole).toString(),
                                                   Qt::ElideRight, lower.width()));
}

}  // namespace

SourceDelegate::SourceDelegate(SwapSession* session, QObject* parent)
    : QStyledItemDelegate(parent), session_(session) {}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {180, kPictureSide + 2 * kPadding + 2};
}

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const SourceItem* source =
      session_->document()->FindSource(index.data(SourcesModel::kIdRole).toULongLong());
  if (source == nullptr) {
    return;
  }
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  PaintCard(painter, option);
  const CardLayout layout(option.rect);
  if (!source->enabled) {
    painter->setOpacity(0.4);
  }
  PaintThumbnail(painter, layout.picture, *source);
  if (index.data(SourcesModel::kHasRemarkRole).toBool()) {
    PaintBadge(painter, layout.picture.topLeft(), QStringLiteral("warning"), kWarningInk);
  }
  const bool shows_remove = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
  PaintText(painter, layout.text, shows_remove ? layout.text.right() : layout.toggle.right(), index,
            option.palette);
  painter->setOpacity(1);
  ColoredIcon(source->enabled ? "visible" : "hidden", MutedText(option.palette))
      .paint(painter, layout.toggle);
  if (shows_remove) {
    ColoredIcon("remove", MutedText(option.palette)).paint(painter, layout.remove);
  }
  painter->restore();
}

void SourceDelegate::PaintThumbnail(QPainter* painter, const QRect& area,
                                    const SourceItem& source) const {
  const DetectedFace* face = ChosenFace(session_->FacesOf(source.photo), source.face);
  QPainterPath shape;
  shape.addRoundedRect(area, 5, 5);
  painter->save();
  painter->setClipPath(shape);
  painter->drawPixmap(area, CropThumbnail(*source.photo, face, area.size(),
                                          painter->device()->devicePixelRatioF()));
  if (HasSeveralFaces(source)) {
    PaintBadge(painter, area.bottomRight() - QPoint(kBadgeSide - 1, kBadgeSide - 1),
               QStringLiteral("faces"), Qt::white);
  }
  painter->restore();
}

bool SourceDelegate::HasSeveralFaces(const SourceItem& source) const {
  const FaceList* faces = session_->FacesOf(source.photo);
  return faces != nullptr && faces->size() > 1;
}

bool SourceDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                 const QStyleOptionViewItem& option, const QModelIndex& index) {
  const bool is_press = event->type() == QEvent::MouseButtonPress;
  if (!is_press && event->type() != QEvent::MouseButtonRelease &&
      event->type() != QEvent::MouseButtonDblClick) {
    return false;
  }
  const auto* mouse = static_cast<QMouseEvent*>(event);
  const CardLayout layout(option.rect);
  const quint64 id = index.data(SourcesModel::kIdRole).toULongLong();
  const bool on_toggle = layout.toggle.adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint());
  const bool on_remove = layout.remove.adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint());
  const SourceItem* source = session_->document()->FindSource(id);
  const bool on_faces = source != nullptr && HasSeveralFaces(*source) &&
                        layout.picture.contains(mouse->position().toPoint());
  if (mouse->button() != Qt::LeftButton || (!on_toggle && !on_remove && !on_faces)) {
    return false;
  }
  if (event->type() == QEvent::MouseButtonRelease) {
    if (on_toggle) {
      const bool enabled = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
      model->setData(index, enabled ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    } else if (on_remove) {
      session_->document()->RemoveSource(id);
    } else {
      emit FacesWanted(id);
    }
  }
  return true;
}

bool SourceDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                               const QStyleOptionViewItem& option, const QModelIndex& index) {
  const CardLayout layout(option.rect);
  QString text;
  if (event->type() == QEvent::ToolTip && index.isValid()) {
    if (layout.toggle.contains(event->pos())) {
      text = tr("Use or leave out this source (Space)");
    } else if (layout.remove.contains(event->pos())) {
      text = tr("Remove this source (Delete)");
    } else if (layout.picture.contains(event->pos())) {
      const SourceItem* source =
          session_->document()->FindSource(index.data(SourcesModel::kIdRole).toULongLong());
      if (source != nullptr && HasSeveralFaces(*source)) text = tr("Choose the face");
    }
  }
  if (text.isEmpty()) {
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  }
  QToolTip::showText(event->globalPos(), text, view);
  return true;
}

}  // namespace heser
