#include "ui/batch_delegate.h"

#include <QAbstractItemView>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>

#include "app/batch/batch_list.h"
#include "ui/card.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kIconSide = 20;
constexpr int kBarHeight = 3;
constexpr int kTextGap = 12;
/// Before a view has its size.
constexpr int kUsualWidth = 240;
/// No sentence of ours needs more; the tool tip has the whole whatever its length.
constexpr int kMostStatusLines = 5;

BatchState StateOf(const QModelIndex& index) {
  return static_cast<BatchState>(index.data(BatchList::kStateRole).toInt());
}

QColor StatusColor(BatchState state, const QPalette& palette) {
  return state == BatchState::kFailed ? ErrorColor(palette) : MutedText(palette);
}

/// The middle of the picture, as large as the square; an icon where there is none yet.
void PaintPicture(QPainter* painter, const QRect& area, const QImage& image,
                  const QPalette& palette) {
  QPainterPath shape;
  shape.addRoundedRect(area, 5, 5);
  painter->save();
  painter->setClipPath(shape);
  if (image.isNull()) {
    painter->fillRect(area, palette.color(QPalette::Window));
    ColoredIcon(QStringLiteral("target"), MutedText(palette))
        .paint(painter, area.adjusted(16, 16, -16, -16));
  } else {
    const int side = std::min(image.width(), image.height());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(area, image,
                       QRect((image.width() - side) / 2, (image.height() - side) / 2, side, side));
  }
  painter->restore();
}

void PaintStateIcon(QPainter* painter, const QRect& area, BatchState state,
                    const QPalette& palette) {
  if (state == BatchState::kDone) {
    ColoredIcon(QStringLiteral("done"), DoneColor(palette)).paint(painter, area);
  } else if (state == BatchState::kFailed) {
    ColoredIcon(QStringLiteral("error"), ErrorColor(palette)).paint(painter, area);
  } else if (state == BatchState::kCancelled) {
    ColoredIcon(QStringLiteral("stop"), MutedText(palette)).paint(painter, area);
  }
}

/// The text in lines of this width, at most kMostStatusLines of them, the last elided where the
/// text is longer.
QStringList LinesOf(const QString& text, const QFont& font, int width) {
  const QFontMetrics metrics(font);
  QTextLayout layout(text, font);
  QTextOption wrapping;
  wrapping.setWrapMode(QTextOption::WordWrap);
  layout.setTextOption(wrapping);
  layout.beginLayout();
  QStringList lines;
  while (lines.size() < kMostStatusLines) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(width);
    const bool is_last = lines.size() + 1 == kMostStatusLines;
    const QString part = is_last ? text.mid(line.textStart())
                                 : text.mid(line.textStart(), line.textLength()).trimmed();
    lines << metrics.elidedText(part, Qt::ElideRight, width);
  }
  layout.endLayout();
  return lines;
}

QFont StatusFont(QFont font) {
  font.setPointSizeF(font.pointSizeF() * 0.9);
  return font;
}

CardPlaces PlacesOf(const QRect& card, Qt::LayoutDirection direction) {
  return PlacesOnCard(card, direction, kIconSide, kTextGap);
}

void PaintBar(QPainter* painter, const QRect& area, double fraction, Qt::LayoutDirection direction,
              const QPalette& palette) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(HairLine(palette));
  painter->drawRoundedRect(area, kBarHeight / 2.0, kBarHeight / 2.0);
  QRectF done(area);
  done.setWidth(std::max<double>(kBarHeight, area.width() * fraction));
  if (direction == Qt::RightToLeft) done.moveRight(area.right() + 1);
  painter->setBrush(palette.color(QPalette::Highlight));
  painter->drawRoundedRect(done, kBarHeight / 2.0, kBarHeight / 2.0);
}

}  // namespace

QSize BatchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : kUsualWidth;
  const QFont status_font = StatusFont(option.font);
  const QStringList status =
      LinesOf(index.data(BatchList::kStatusRole).toString(), status_font,
              PlacesOf({0, 0, width, kCardPictureSide}, option.direction).text.width());
  const int text_height = option.fontMetrics.height() +
                          QFontMetrics(status_font).height() * static_cast<int>(status.size());
  return {kUsualWidth, std::max(kCardPictureSide, text_height) + 2 * kCardPadding + 2};
}

void BatchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const BatchState state = StateOf(index);
  const CardPlaces places = PlacesOf(option.rect, option.direction);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  PaintCard(painter, option);
  PaintPicture(painter, places.picture, index.data(BatchList::kThumbnailRole).value<QImage>(),
               option.palette);
  QRect icon(0, 0, kIconSide, kIconSide);
  icon.moveCenter(places.column.center());
  PaintStateIcon(painter, icon, state, option.palette);

  const QRect& text = places.text;
  const auto alignment = StartOfLine(option.direction);
  const QFont status_font = StatusFont(option.font);
  const QStringList status =
      LinesOf(index.data(BatchList::kStatusRole).toString(), status_font, text.width());
  const int name_height = option.fontMetrics.height();
  const int line_height = QFontMetrics(status_font).height();
  const int height = name_height + line_height * static_cast<int>(status.size());
  QRect line(text.left(), text.top() + std::max(0, (text.height() - height) / 2), text.width(),
             name_height);
  painter->setFont(option.font);
  painter->setPen(option.palette.color(QPalette::Text));
  painter->drawText(line, alignment,
                    option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                  Qt::ElideMiddle, text.width()));
  painter->setFont(status_font);
  painter->setPen(StatusColor(state, option.palette));
  line.translate(0, name_height);
  line.setHeight(line_height);
  for (const QString& part : status) {
    painter->drawText(line, alignment, part);
    line.translate(0, line_height);
  }
  if (state == BatchState::kRunning) {
    const QRect along = text.united(places.column);
    PaintBar(painter,
             QRect(along.left(), places.picture.bottom() - kBarHeight, along.width(), kBarHeight),
             index.data(BatchList::kFractionRole).toDouble(), option.direction, option.palette);
  }
  painter->restore();
}

}  // namespace heser
