#include "ui/notices.h"

#include <QVBoxLayout>
#include <iterator>

namespace heser {

Notices::Notices(QWidget* parent) : QWidget(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
}

void Notices::Show(const SessionMessage& message) { BarOf(message.matter)->Show(message); }

void Notices::Ask(const SessionMessage& message, const std::vector<MessageBar::Choice>& choices) {
  BarOf(message.matter)->Ask(message, choices);
}

void Notices::Dismiss(SessionMessage::Matter matter) {
  if (const auto found = bars_.find(matter); found != bars_.end()) {
    found->second->Dismiss();
  }
}

void Notices::DismissError(SessionMessage::Matter matter) {
  const auto found = bars_.find(matter);
  if (found != bars_.end() && found->second->kind() == SessionMessage::Kind::kError) {
    found->second->Dismiss();
  }
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
