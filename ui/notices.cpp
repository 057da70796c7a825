#include "ui/notices.h"

#include <QEvent>
#include <QVBoxLayout>
#include <iterator>

namespace heser {

Notices::Notices(QWidget* parent) : QWidget(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
}

void Notices::Cover(QWidget* stage) {
  if (parentWidget() != nullptr) parentWidget()->removeEventFilter(this);
  setParent(stage);
  stage->installEventFilter(this);
  Place();
  show();
}

bool Notices::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parent() && event->type() == QEvent::Resize) Place();
  return QWidget::eventFilter(watched, event);
}

bool Notices::event(QEvent* event) {
  // A bar came, went, or says something else.
  if (event->type() == QEvent::LayoutRequest) Place();
  return QWidget::event(event);
}

void Notices::Place() {
  const int width = parentWidget()->width();
  const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width)
                                                   : layout()->sizeHint().height();
  const bool is_new = height != this->height();
  setGeometry(0, 0, width, height);
  raise();
  if (is_new) emit HeightChanged(height);
}

void Notices::Show(const SessionMessage& message) { BarOf(message.matter)->Show(message); }

void Notices::Add(const SessionMessage& message) { BarOf(message.matter)->Add(message); }

void Notices::Ask(const SessionMessage& message, const std::vector<MessageBar::Choice>& choices) {
  BarOf(message.matter)->Ask(message, choices);
}

void Notices::SetTogether(std::chrono::milliseconds together) {
  for (const auto& [matter, bar] : bars_) bar->SetTogether(together);
}

void Notices::Dismiss(SessionMessage::Matter matter) {
  if (const auto found = bars_.find(matter); found != bars_.end()) {
    found->second->Dismiss();
  }
}

void Notices::DismissError(SessionMessage::Matter matter) {
  if (const auto found = bars_.find(matter); found != bars_.end()) {
    found->second->DismissErrors();
  }
}

int Notices::LineHeight() const {
  const MessageBar bar;
  return bar.sizeHint().height();
}

QString Notices::TextOf(SessionMessage::Matter matter) const {
  const auto found = bars_.find(matter);
  return found == bars_.end() ? QString() : found->second->text();
}

MessageBar* Notices::BarOf(SessionMessage::Matter matter) {
  const auto [place, is_new] = bars_.try_emplace(matter, nullptr);
  if (is_new) {
    place->second = new MessageBar(this);
    static_cast<QVBoxLayout*>(layout())->insertWidget(
        static_cast<int>(std::distance(bars_.begin(), place)), place->second);
    connect(place->second, &MessageBar::Closed, this, [this, matter] { emit Closed(matter); });
  }
  return place->second;
}

}  // namespace heser
