#include "app/export/awaited_export.h"

#include <utility>

namespace heser {

AwaitedExport::AwaitedExport(const SwapDocument* document, SwapRunner* runner, ExportDesk* desk,
                             QObject* parent)
    : QObject(parent), document_(document), runner_(runner), desk_(desk) {
  connect(document_, &SwapDocument::Changed, this, [this] {
    const TargetItem* target = document_->target();
    // The path was chosen for a picture of that photo.
    if (IsWaiting() && (target == nullptr || target->photo != target_)) GiveUp();
  });
  connect(runner_, &SwapRunner::RunningChanged, this, &AwaitedExport::HandleRunning);
}

void AwaitedExport::Begin(const ExportChoices& choices, const QString& path) {
  target_ = document_->target()->photo;
  choices_ = choices;
  path_ = path;
  if (runner_->IsOutcomeCurrent()) {
    HandleRunning(false);
  } else if (!runner_->IsRunning()) {
    runner_->Start();
  }
}

void AwaitedExport::HandleRunning(bool running) {
  if (running || !IsWaiting()) return;
  if (!runner_->IsOutcomeCurrent()) {
    GiveUp();
    return;
  }
  target_ = nullptr;
  desk_->Export(runner_->outcome(), choices_, path_);
}

void AwaitedExport::GiveUp() {
  target_ = nullptr;
  emit GivenUp(std::exchange(path_, {}));
}

}  // namespace heser
