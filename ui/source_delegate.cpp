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

constexpr int kTextGap = 9;
constexpr int kButtonSide = 20;
constexpr int kBadgeSide = 22;
constexpr QColor kBadgeGround(0, 0, 0, 150);
constexpr QColor kWarningInk(255, 200, 70);

/// Where the parts of a source's card lie.
struct SourcePlaces {
  QRect picture;
  QRect text;
  QRect toggle;
  QRect remove;

  explicit SourcePlaces(const QStyleOptionViewItem& option) {
    const CardPlaces places = PlacesOnCard(option.rect, option.direction, kButtonSide, kTextGap);
    picture = places.picture;
    text = places.text;
    toggle = QRect(places.column.left(), picture.top() + 4, kButtonSide, kButtonSide);
    remove = toggle.translated(0, kButtonSide + 8);
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

/// What there is to say, on one line or, where that is too narrow, on two; the last is elided.
QStringList StatusLines(const QStringList& phrases, const QFontMetrics& metrics, int first_width,
                        int last_width) {
  const QString separator = QStringLiteral(" · ");
  const QString whole = phrases.join(separator);
  if (phrases.size() < 2 || metrics.horizontalAdvance(whole) <= last_width) {
    return {metrics.elidedText(whole, Qt::ElideRight, last_width)};
  }
  qsizetype count = phrases.size() - 1;
  while (count > 1 && metrics.horizontalAdvance(phrases.first(count).join(separator)) > first_width)
    --count;
  const QString first = phrases.first(count).join(separator);
  const QString last = phrases.sliced(count).join(separator);
  return {metrics.elidedText(first, Qt::ElideRight, first_width),
          metrics.elidedText(last, Qt::ElideRight, last_width)};
}

/// The last line of the status is as wide as `status`, which lies below the switch where nothing
/// else is shown.
void PaintText(QPainter* painter, const QRect& area, const QRect& status, const QModelIndex& index,
               const QStyleOptionViewItem& option) {
  const QPalette& palette = option.palette;
  const auto alignment = StartOfLine(option.direction);
  QFont small = painter->font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  const QStringList lines = StatusLines(index.data(SourcesModel::kStatusRole).toStringList(),
                                        QFontMetrics(small), area.width(), status.width());
  // Two lines of text in the middle of the card, or three that fill it.
  const int margin = lines.size() > 1 ? 1 : 6;
  const int height = (area.height() - 2 * margin) / static_cast<int>(lines.size() + 1);
  QRect line(area.left(), area.top() + margin, area.width(), height);
  painter->setPen(palette.color(QPalette::Text));
  painter->drawText(line, alignment,
                    painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                      Qt::ElideMiddle, line.width()));
  painter->setFont(small);
  // What is wrong with a photo is to be read on one that is off, too.
  if (index.data(SourcesModel::kHasProblemRole).toBool()) painter->setOpacity(1);
  painter->setPen(StatusColor(index, palette));
  for (const QString& text : lines) {
    line.translate(0, height);
    if (&text == &lines.last()) {
      line.setLeft(status.left());
      line.setRight(status.right());
    }
    painter->drawText(line, alignment, text);
  }
}

}  // namespace

SourceDelegate::SourceDelegate(SwapSession* session, QObject* parent)
    : QStyledItemDelegate(parent), session_(session) {}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {180, kCardPictureSide + 2 * kCardPadding + 2};
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
  const SourcePlaces layout(option);
  if (!source->enabled) {
    painter->setOpacity(0.4);
  }
  PaintThumbnail(painter, layout.picture, *source);
  if (!index.data(SourcesModel::kLeadRole).toString().isEmpty()) {
    PaintBadge(painter, layout.picture.bottomLeft() - QPoint(0, kBadgeSide - 1),
               source->pinned ? QStringLiteral("pin") : QStringLiteral("lead"), Qt::white);
  }
  if (index.data(SourcesModel::kHasRemarkRole).toBool()) {
    PaintBadge(painter, layout.picture.topLeft(), QStringLiteral("warning"), kWarningInk);
  }
  const bool shows_remove = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
  PaintText(painter, layout.text, shows_remove ? layout.text : layout.text.united(layout.toggle),
            index, option);
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
  const SourcePlaces layout(option);
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
  const SourcePlaces layout(option);
  QString text;
  if (event->type() == QEvent::ToolTip && index.isValid()) {
    if (layout.toggle.contains(event->pos())) {
      text = tr("Use or leave out this source (Space)");
    } else if (layout.remove.contains(event->pos())) {
      text = tr("Remove this source (Delete)");
    } else if (layout.picture.contains(event->pos())) {
      const SourceItem* source =
          session_->document()->FindSource(index.data(SourcesModel::kIdRole).toULongLong());
      if (source != nullptr && HasSeveralFaces(*source)) {
        text = tr("Choose the face") + '\n' + index.data(Qt::ToolTipRole).toString();
      }
    }
  }
  if (text.isEmpty()) {
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  }
  QToolTip::showText(event->globalPos(), text, view);
  return true;
}

}  // namespace heser
