#include "app/jobs/swap_runner.h"

#include <QThreadPool>
#include <utility>

namespace heser {
namespace {

/// A final run is not started anew at every step of a slider, but when the hand rests for so long.
constexpr int kRestartDelayMs = 250;

/// To give the memory of a large result back takes longer than a frame.
void FreeElsewhere(std::shared_ptr<const SwapOutcome> outcome) {
  QThreadPool::globalInstance()->start([held = std::move(outcome)]() mutable { held.reset(); });
}

}  // namespace

SwapRunner::SwapRunner(SwapDocument* document, SwapEngineFactory factory, QObject* parent)
    : QObject(parent),
      document_(document),
      worker_(new EngineWorker(std::move(factory))),
      thread_(QStringLiteral("engine"), worker_) {
  restart_timer_.setSingleShot(true);
  restart_timer_.setInterval(kRestartDelayMs);
  connect(&restart_timer_, &QTimer::timeout, this, &SwapRunner::RunAfterPreview);
  connect(document_, &SwapDocument::Changed, this, &SwapRunner::HandleDocumentChange);
  connect(worker_, &EngineWorker::Progressed, this,
          [this](quint64 job, double fraction, const QString& stage) {
            if (job == awaited_job_) {
              emit Progressed(fraction, stage);
            }
          });
  connect(worker_, &EngineWorker::SwapDone, this, &SwapRunner::HandleDone);
  connect(worker_, &EngineWorker::SwapFailed, this, &SwapRunner::HandleFailure);
  connect(worker_, &EngineWorker::SwapCancelled, this, &SwapRunner::HandleCancelled);
  connect(worker_, &EngineWorker::FacesFound, this, &SwapRunner::FacesFound);
  connect(worker_, &EngineWorker::FacesFailed, this, &SwapRunner::FacesFailed);
}

SwapRunner::~SwapRunner() {
  swap_switch_.Cancel();
  preview_switch_.Cancel();
  preparing_switch_.Cancel();
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
  preview_switch_.Cancel();
  preview_is_stale_ = false;
  DropPreview();
  SetRunning(false);
}

void SwapRunner::RenewEngine() {
  Cancel();
  preparing_switch_.Cancel();
  are_previews_ready_ = false;
  QMetaObject::invokeMethod(worker_, &EngineWorker::DropEngine, Qt::QueuedConnection);
}

void SwapRunner::SetFollowsChanges(bool follows) {
  follows_changes_ = follows;
  if (follows && !is_running_ && !IsOutcomeCurrent()) {
    Start();
  }
}

bool SwapRunner::IsOutcomeCurrent() const {
  if (!outcome_) return false;
  const SwapSnapshot& of = outcome_->snapshot;
  // Undo comes back to a state under another number.
  return of.revision == document_->revision() ||
         SameRequest(of.request, document_->Snapshot().request);
}

bool SwapRunner::IsOutcomeOfTarget() const {
  const TargetItem* target = document_->target();
  return outcome_ && target != nullptr &&
         outcome_->snapshot.request.target.photo == target->photo->photo;
}

bool SwapRunner::IsOutcomeOfPhotos() const {
  if (!outcome_) return false;
  const SwapRequest& last = outcome_->snapshot.request;
  const SwapRequest now = document_->Snapshot().request;
  return SamePhotos(last.sources, now.sources) && SamePhotos({last.target}, {now.target});
}

void SwapRunner::FindFaces(const PhotoHandle& photo) {
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, photo, cancel = faces_switch_] { worker->FindFaces(photo, cancel); },
      Qt::QueuedConnection);
}

void SwapRunner::RunAfterPreview() {
  if (preview_job_ == 0) {
    PostRun();
  } else {
    run_waits_ = true;
  }
}

void SwapRunner::PostRun() {
  run_waits_ = false;
  const SwapJob job{++last_job_, document_->Snapshot(), CancelSwitch()};
  awaited_job_ = job.number;
  swap_switch_ = job.cancel;
  SetRunning(true);
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, job] { worker->RunSwap(job); }, Qt::QueuedConnection);
}

void SwapRunner::PostPreview() {
  SwapJob job{++last_job_, document_->Snapshot(), CancelSwitch()};
  job.snapshot.request.quality = SwapQuality::kPreview;
  preview_job_ = job.number;
  preview_is_stale_ = false;
  preview_switch_ = job.cancel;
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, job] { worker->RunSwap(job); }, Qt::QueuedConnection);
}

void SwapRunner::PreparePreviews() {
  if (std::exchange(are_previews_ready_, true)) {
    return;
  }
  // Its number is nobody's: what comes of it is not heard of.
  SwapJob job{++last_job_, document_->Snapshot(), CancelSwitch()};
  job.snapshot.request.quality = SwapQuality::kPreview;
  preparing_switch_ = job.cancel;
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, job] { worker->RunSwap(job); }, Qt::QueuedConnection);
}

bool SwapRunner::CanPreview() const {
  // Other photos must be read first, which takes longer than all that a preview saves.
  return document_->IsSwappable() && IsOutcomeOfPhotos();
}

void SwapRunner::DropPreview() {
  if (std::exchange(preview_, nullptr)) {
    emit PreviewChanged();
  }
}

void SwapRunner::ReleaseLostOutcome() {
  // As long as there are undo steps, one of them may lead back to it.
  if (document_->undo_stack()->count() == 0 && !IsOutcomeOfTarget()) {
    FreeElsewhere(std::exchange(outcome_, nullptr));
    DropPreview();
  }
}

void SwapRunner::AbandonRun() {
  failure_.reset();
  restart_timer_.stop();
  run_waits_ = false;
  swap_switch_.Cancel();
  awaited_job_ = 0;
}

void SwapRunner::SetRunning(bool running) {
  if (std::exchange(is_running_, running) != running) {
    emit RunningChanged(running);
  }
}

void SwapRunner::HandleDocumentChange() {
  const bool runs_on = is_running_ || follows_changes_;
  AbandonRun();
  preparing_switch_.Cancel();
  ReleaseLostOutcome();
  if (!document_->IsSwappable()) {
    SetRunning(false);
    return;
  }
  if (IsOutcomeCurrent()) {
    Cancel();
    return;
  }
  if (!runs_on) {
    return;
  }
  SetRunning(true);
  restart_timer_.start();
  if (!CanPreview()) {
    are_previews_ready_ = false;
    DropPreview();
  } else if (preview_job_ == 0) {
    PostPreview();
  } else {
    preview_is_stale_ = true;
  }
}

void SwapRunner::HandleDone(quint64 job, const std::shared_ptr<const SwapOutcome>& outcome) {
  if (outcome->snapshot.request.quality == SwapQuality::kPreview) {
    HandlePreview(job, outcome);
    return;
  }
  const bool is_late = job != awaited_job_ || outcome->snapshot.revision != document_->revision();
  if (is_late) {
    return;
  }
  auto old_outcome = std::exchange(outcome_, outcome);
  auto old_preview = std::exchange(preview_, nullptr);
  AbandonRun();
  SetRunning(false);
  emit OutcomeChanged();
  PreparePreviews();
  FreeElsewhere(std::move(old_outcome));
  FreeElsewhere(std::move(old_preview));
}

void SwapRunner::HandlePreview(quint64 job, const std::shared_ptr<const SwapOutcome>& outcome) {
  if (!EndsPreview(job)) {
    return;
  }
  if (is_running_ && CanPreview()) {
    // A preview of a state just passed is still shown: during a drag there is always a newer one.
    preview_ = outcome;
    emit PreviewChanged();
    if (preview_is_stale_) {
      PostPreview();
      return;
    }
  }
  if (run_waits_) {
    PostRun();
  }
}

void SwapRunner::HandleCancelled(quint64 job) {
  if (EndsPreview(job) && run_waits_) {
    PostRun();
  }
}

bool SwapRunner::EndsPreview(quint64 job) {
  if (job != preview_job_ || job == 0) {
    return false;
  }
  preview_job_ = 0;
  return true;
}

void SwapRunner::HandleFailure(quint64 job, const Failure& failure) {
  if (EndsPreview(job)) {
    // What fails in a preview fails in the final run, too, and is told then.
    if (run_waits_) {
      PostRun();
    }
    return;
  }
  if (job != awaited_job_) {
    return;
  }
  AbandonRun();
  DropPreview();
  failure_ = failure;
  SetRunning(false);
  emit Failed(failure);
}

}  // namespace heser
