#include "ui/drop_overlay.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

#include "ui/drop_zone.h"
#include "ui/photo_mime.h"

namespace heser {
namespace {

constexpr int kMargin = 24;

}  // namespace

DropOverlay::DropOverlay(SwapSession* session, QWidget* covered)
    : QWidget(covered), session_(session) {
  setAcceptDrops(true);
  setVisible(false);
}

void DropOverlay::Appear() {
  setGeometry(parentWidget()->rect());
  pointer_ = {-1, -1};
  raise();
  setVisible(true);
}

QRect DropOverlay::SourceHalf() const {
  return QRect(0, 0, width() / 2, height()).adjusted(kMargin, kMargin, -kMargin / 2, -kMargin);
}

QRect DropOverlay::TargetHalf() const {
  return QRect(width() / 2, 0, width() - width() / 2, height())
      .adjusted(kMargin / 2, kMargin, -kMargin, -kMargin);
}

void DropOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QColor veil = palette().color(QPalette::Window);
  veil.setAlpha(225);
  painter.fillRect(rect(), veil);
  PaintDropZone(&painter, SourceHalf(), palette(), QStringLiteral("person"),
                tr("Drop here: photos of the head"), SourceHalf().contains(pointer_));
  PaintDropZone(&painter, TargetHalf(), palette(), QStringLiteral("target"),
                tr("Drop here: the photo that gets the head"), TargetHalf().contains(pointer_));
}

void DropOverlay::dragEnterEvent(QDragEnterEvent* event) { event->acceptProposedAction(); }

void DropOverlay::dragMoveEvent(QDragMoveEvent* event) {
  pointer_ = event->position().toPoint();
  event->acceptProposedAction();
  update();
}

void DropOverlay::dragLeaveEvent(QDragLeaveEvent*) { setVisible(false); }

void DropOverlay::dropEvent(QDropEvent* event) {
  setVisible(false);
  const bool as_target = event->position().x() >= width() / 2.0;
  const QStringList paths = PhotoPathsOf(*event->mimeData());
  const int end = static_cast<int>(session_->document()->sources().size());
  if (paths.isEmpty()) {
    const QImage picture = PictureOf(*event->mimeData());
    as_target ? session_->PasteTarget(picture) : session_->PasteSource(picture);
  } else if (as_target) {
    session_->SetTarget(paths.front());
  } else {
    session_->AddSources(paths, end);
  }
  event->acceptProposedAction();
}

}  // namespace heser
