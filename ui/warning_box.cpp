#include "ui/warning_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kIconSide = 20;
constexpr int kGroundAlpha = 34;

}  // namespace

WarningBox::WarningBox(const QString& text, QWidget* parent)
    : QFrame(parent), icon_(new QLabel), text_(new QLabel), column_(new QVBoxLayout) {
  text_->setWordWrap(true);
  SetText(text);
  ShowIcon();
  column_->setSpacing(8);
  column_->addWidget(text_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(10);
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addLayout(column_, 1);
}

void WarningBox::SetText(const QString& text) {
  text_->setText(text);
  setAccessibleName(text);
}

void WarningBox::AddControl(QWidget* control) { column_->addWidget(control); }

void WarningBox::ShowIcon() {
  icon_->setPixmap(
      ColoredIcon(QStringLiteral("warning"), WarningColor(palette())).pixmap(kIconSide, kIconSide));
}

void WarningBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) ShowIcon();
  QFrame::changeEvent(event);
}

void WarningBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor tone = WarningColor(palette());
  QColor ground = tone;
  ground.setAlpha(kGroundAlpha);
  painter.setPen(QPen(tone, 1));
  painter.setBrush(ground);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

}  // namespace heser
