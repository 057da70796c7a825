#include "ui/batch_delegate.h"

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

constexpr int kPadding = 8;
constexpr int kPictureSide = 56;
constexpr int kIconSide = 20;
constexpr int kBarHeight = 3;
/// A reason of two lines says what to do; the whole is in the tool tip.
constexpr int kMostStatusLines = 2;

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

/// In a few lines, the last of them elided where the text is longer.
void PaintWrapped(QPainter* painter, const QRect& area, const QString& text) {
  const QFontMetrics metrics = painter->fontMetrics();
  QTextLayout layout(text, painter->font());
  QTextOption wrapping;
  wrapping.setWrapMode(QTextOption::WordWrap);
  layout.setTextOption(wrapping);
  layout.beginLayout();
  int y = area.top();
  for (int number = 1; number <= kMostStatusLines; ++number) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(area.width());
    const bool is_last = number == kMostStatusLines;
    const QString part = is_last ? text.mid(line.textStart())
                                 : text.mid(line.textStart(), line.textLength()).trimmed();
    painter->drawText(QRect(area.left(), y, area.width(), metrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(part, Qt::ElideRight, area.width()));
    y += metrics.height();
  }
  layout.endLayout();
}

void PaintBar(QPainter* painter, const QRect& area, double fraction, const QPalette& palette) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(HairLine(palette));
  painter->drawRoundedRect(area, kBarHeight / 2.0, kBarHeight / 2.0);
  QRectF done(area);
  done.setWidth(std::max<double>(kBarHeight, area.width() * fraction));
  painter->setBrush(palette.color(QPalette::Highlight));
  painter->drawRoundedRect(done, kBarHeight / 2.0, kBarHeight / 2.0);
}

}  // namespace

QSize BatchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {240, kPictureSide + 2 * kPadding + 2};
}

void BatchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const BatchState state = StateOf(index);
  const QRect inner = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
  const QRect picture(inner.left(), inner.center().y() - kPictureSide / 2, kPictureSide,
                      kPictureSide);
  const QRect icon(inner.right() - kIconSide, inner.center().y() - kIconSide / 2, kIconSide,
                   kIconSide);
  const QRect text(QPoint(picture.right() + 12, picture.top()),
                   QPoint(icon.left() - 10, picture.bottom()));
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  PaintCard(painter, option);
  PaintPicture(painter, picture, index.data(BatchList::kThumbnailRole).value<QImage>(),
               option.palette);
  PaintStateIcon(painter, icon, state, option.palette);

  const QFontMetrics metrics = option.fontMetrics;
  QFont small = option.font;
  small.setPointSizeF(small.pointSizeF() * 0.9);
  const QString status = index.data(BatchList::kStatusRole).toString();
  const bool takes_two = QFontMetrics(small).horizontalAdvance(status) > text.width();
  const int height = metrics.height() + QFontMetrics(small).height() * (takes_two ? 2 : 1);
  const int top = text.top() + std::max(0, (text.height() - height) / 2);
  painter->setFont(option.font);
  painter->setPen(option.palette.color(QPalette::Text));
  painter->drawText(
      QRect(text.left(), top, text.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
      metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, text.width()));
  painter->setFont(small);
  painter->setPen(StatusColor(state, option.palette));
  PaintWrapped(painter, text.adjusted(0, top - text.top() + metrics.height(), 0, 0), status);
  if (state == BatchState::kRunning) {
    PaintBar(painter,
             QRect(text.left(), text.bottom() - kBarHeight, icon.right() - text.left(), kBarHeight),
             index.data(BatchList::kFractionRole).toDouble(), option.palette);
  }
  painter->restore();
}

}  // namespace heser
