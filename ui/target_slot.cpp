#include "ui/target_slot.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/card.h"
#include "ui/drop_zone.h"
#include "ui/face_presentation.h"
#include "ui/photo_mime.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kFooterHeight = 42;

QToolButton* MakeFooterButton(QWidget* parent, const QString& icon, const QString& text) {
  auto* button = new QToolButton(parent);
  button->setIcon(ThemedIcon(icon));
  button->setAutoRaise(true);
  button->setToolTip(text);
  button->setAccessibleName(text);
  return button;
}

}  // namespace

TargetSlot::TargetSlot(SwapSession* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      faces_button_(MakeFooterButton(this, QStringLiteral("faces"), tr("Choose the face"))),
      remove_button_(MakeFooterButton(this, QStringLiteral("remove"), tr("Remove the target"))),
      faces_menu_(new QMenu(this)) {
  setAcceptDrops(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  setAccessibleName(tr("Target"));

  auto* footer = new QHBoxLayout;
  footer->addStretch();
  footer->addWidget(faces_button_);
  footer->addWidget(remove_button_);
  footer->setSpacing(0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 4, 7);
  layout->addStretch();
  layout->addLayout(footer);

  faces_button_->setMenu(faces_menu_);
  faces_button_->setPopupMode(QToolButton::InstantPopup);
  connect(remove_button_, &QToolButton::clicked, session_->document(), &SwapDocument::RemoveTarget);
  connect(session_->document(), &SwapDocument::TargetChanged, this, &TargetSlot::Refresh);
  connect(session_, &SwapSession::FindingsChanged, this, &TargetSlot::Refresh);
  Refresh();
}

void TargetSlot::Refresh() {
  const TargetItem* target = session_->document()->target();
  const FaceList* faces = target ? session_->FacesOf(target->photo) : nullptr;
  const bool has_choice = faces != nullptr && faces->size() > 1;
  faces_menu_->clear();
  if (has_choice) {
    FillFaceMenu(faces_menu_, *target->photo, *faces, FaceNumber(target->face),
                 [document = session_->document()](int number) {
                   document->SetTargetFace({number, {}});
                 });
  }
  faces_button_->setVisible(has_choice);
  remove_button_->setVisible(target != nullptr);
  if (target) {
    const QString path = QDir::toNativeSeparators(target->photo->path);
    const QString problem = session_->ProblemOf(target->photo);
    setToolTip(problem.isEmpty() ? path : path + '\n' + problem);
    setAccessibleDescription(target->photo->name + QStringLiteral(", ") + StatusText());
  } else {
    setToolTip(tr("Open the photo that gets the head"));
    setAccessibleDescription(tr("Empty"));
  }
  update();
}

QRect TargetSlot::PictureArea() const { return rect().adjusted(3, 3, -3, -kFooterHeight - 3); }

QString TargetSlot::StatusText() const {
  const TargetItem* target = session_->document()->target();
  const FaceList* faces = session_->FacesOf(target->photo);
  if (!session_->ProblemOf(target->photo).isEmpty()) {
    return faces != nullptr ? tr("No face found") : tr("Cannot be used");
  }
  if (faces == nullptr) {
    return tr("Looking for a face…");
  }
  if (faces->size() > 1) {
    return tr("Face %1 of %2").arg(FaceNumber(target->face) + 1).arg(faces->size());
  }
  return DescribeAngles(faces->front().angles);
}

void TargetSlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (session_->document()->target()) {
    PaintTarget(painter);
  }
  if (!session_->document()->target() || is_hovered_by_drag_) {
    PaintDropZone(&painter, rect().adjusted(3, 3, -3, -3), palette(), QStringLiteral("target"),
                  tr("Drop the photo that gets the head here, or click to open it"),
                  is_hovered_by_drag_);
  }
  if (hasFocus()) {
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
  }
}

void TargetSlot::PaintTarget(QPainter& painter) {
  const TargetItem& target = *session_->document()->target();
  painter.setPen(QPen(HairLine(palette()), 1));
  painter.setBrush(palette().color(QPalette::Button));
  painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 7, 7);

  const QRect area = PictureArea();
  QPainterPath shape;
  shape.addRoundedRect(area, 6, 6);
  painter.save();
  painter.setClipPath(shape);
  const DetectedFace* face = ChosenFace(session_->FacesOf(target.photo), target.face);
  painter.drawPixmap(area, CropThumbnail(*target.photo, face, area.size(), devicePixelRatioF()));
  painter.restore();

  const QToolButton* button = faces_button_->isVisible() ? faces_button_ : remove_button_;
  const int button_start = QStyle::visualRect(layoutDirection(), rect(), button->geometry()).left();
  const QRect text = QStyle::visualRect(
      layoutDirection(), rect(), {12, area.bottom() + 4, button_start - 16, kFooterHeight - 8});
  const auto alignment = StartOfLine(layoutDirection());
  const bool has_problem = !session_->ProblemOf(target.photo).isEmpty();
  const QRect upper = text.adjusted(0, 0, 0, -text.height() / 2);
  const QRect lower = text.adjusted(0, text.height() / 2, 0, 0);
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(upper, alignment,
                   fontMetrics().elidedText(target.photo->name, Qt::ElideMiddle, upper.width()));
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  painter.setFont(small);
  painter.setPen(has_problem ? ErrorColor(palette()) : MutedText(palette()));
  painter.drawText(lower, alignment,
                   QFontMetrics(small).elidedText(StatusText(), Qt::ElideRight, lower.width()));
}

void TargetSlot::Activate() {
  if (session_->document()->target()) {
    emit ShowWanted();
  } else {
    emit OpenWanted();
  }
}

void TargetSlot::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
    Activate();
  }
}

void TargetSlot::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
    Activate();
  } else if (event->key() == Qt::Key_Delete && session_->document()->target()) {
    session_->document()->RemoveTarget();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void TargetSlot::dragEnterEvent(QDragEnterEvent* event) {
  if (HoldsPhotos(*event->mimeData())) {
    event->acceptProposedAction();
    is_hovered_by_drag_ = true;
    update();
  }
}

void TargetSlot::dragLeaveEvent(QDragLeaveEvent*) {
  is_hovered_by_drag_ = false;
  update();
}

void TargetSlot::dropEvent(QDropEvent* event) {
  is_hovered_by_drag_ = false;
  const QStringList paths = PhotoPathsOf(*event->mimeData());
  if (!paths.isEmpty()) {
    session_->SetTarget(paths.front());
  } else if (event->mimeData()->hasImage()) {
    session_->PasteTarget(PictureOf(*event->mimeData()));
  }
  event->acceptProposedAction();
  update();
}

}  // namespace heser
