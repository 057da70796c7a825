#include "app/jobs/swap_runner.h"

#include <utility>

namespace heser {
namespace {

/// A run is not started anew at every step of a slider, but when the hand rests for so long.
constexpr int kRestartDelayMs = 150;

}  // namespace

SwapRunner::SwapRunner(SwapDocument* document, SwapEngineFactory factory, QObject* parent)
    : QObject(parent),
      document_(document),
      worker_(new EngineWorker(std::move(factory))),
      thread_(QStringLiteral("engine"), worker_) {
  restart_timer_.setSingleShot(true);
  restart_timer_.setInterval(kRestartDelayMs);
  connect(&restart_timer_, &QTimer::timeout, this, &SwapRunner::PostRun);
  connect(document_, &SwapDocument::Changed, this, &SwapRunner::HandleDocumentChange);
  connect(worker_, &EngineWorker::Progressed, this,
          [this](quint64 job, double fraction, const QString& stage) {
            if (job == awaited_job_) {
              emit Progressed(fraction, stage);
            }
          });
  connect(worker_, &EngineWorker::SwapDone, this, &SwapRunner::HandleDone);
  connect(worker_, &EngineWorker::SwapFailed, this, &SwapRunner::HandleFailure);
  connect(worker_, &EngineWorker::FacesFound, this, &SwapRunner::FacesFound);
  connect(worker_, &EngineWorker::FacesFailed, this, &SwapRunner::FacesFailed);
}

SwapRunner::~SwapRunner() {
  swap_switch_.Cancel();
  faces_switch_.Cancel();
}

void SwapRunner::Start() {
  if (!document_->IsSwappable()) {
    return;
  }
  AbandonRun();
  PostRun();
}

void SwapRunner::Cancel() {
  AbandonRun();
  SetRunning(false);
}

void SwapRunner::SetFollowsChanges(bool follows) {
  follows_changes_ = follows;
  if (follows && outcome_ && !is_running_ && !IsOutcomeCurrent()) {
    Start();
  }
}

bool SwapRunner::IsOutcomeCurrent() const {
  return outcome_ && outcome_->snapshot.revision == document_->revision();
}

void SwapRunner::FindFaces(const PhotoHandle& photo) {
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, photo, cancel = faces_switch_] { worker->FindFaces(photo, cancel); },
      Qt::QueuedConnection);
}

void SwapRunner::PostRun() {
  const SwapJob job{++last_job_, document_->Snapshot(), CancelSwitch()};
  awaited_job_ = job.number;
  swap_switch_ = job.cancel;
  SetRunning(true);
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, job] { worker->RunSwap(job); }, Qt::QueuedConnection);
}

void SwapRunner::AbandonRun() {
  restart_timer_.stop();
  swap_switch_.Cancel();
  awaited_job_ = 0;
}

void SwapRunner::SetRunning(bool running) {
  if (std::exchange(is_running_, running) != running) {
    emit RunningChanged(running);
  }
}

void SwapRunner::HandleDocumentChange() {
  const bool runs_on = is_running_ || (follows_changes_ && outcome_);
  AbandonRun();
  if (!document_->IsSwappable()) {
    SetRunning(false);
  } else if (runs_on) {
    SetRunning(true);
    restart_timer_.start();
  }
}

void SwapRunner::HandleDone(quint64 job, const std::shared_ptr<const SwapOutcome>& outcome) {
  const bool is_late = job != awaited_job_ || outcome->snapshot.revision != document_->revision();
  if (is_late) {
    return;
  }
  outcome_ = outcome;
  AbandonRun();
  SetRunning(false);
  emit OutcomeChanged();
}

void SwapRunner::HandleFailure(quint64 job, const Failure& failure) {
  if (job != awaited_job_) {
    return;
  }
  AbandonRun();
  SetRunning(false);
  emit Failed(failure);
}

}  // namespace heser
