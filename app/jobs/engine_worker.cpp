#include "app/jobs/engine_worker.h"

#include <utility>

namespace heser {
namespace {

constexpr qint64 kReportIntervalMs = 30;

}  // namespace

EngineWorker::EngineWorker(SwapEngineFactory factory) : factory_(std::move(factory)) {}

void EngineWorker::RunSwap(const SwapJob& job) {
  try {
    const Progress progress(
        [this, number = job.number](double fraction, std::string_view stage) {
          ReportProgress(number, fraction, stage);
        },
        job.cancel);
    progress.Checkpoint();
    since_report_.invalidate();
    auto outcome = std::make_shared<SwapOutcome>();
    outcome->snapshot = job.snapshot;
    outcome->result = Engine().Run(job.snapshot.request, progress);
    progress.Checkpoint();
    outcome->pictures = MakeResultPictures(outcome->result, masks_);
    emit SwapDone(job.number, outcome);
  } catch (const Cancelled&) {
    emit SwapCancelled(job.number);
  } catch (...) {
    emit SwapFailed(job.number, CurrentFailure(job.snapshot.target_name.toStdString()));
  }
}

void EngineWorker::FindFaces(const PhotoHandle& photo, const CancelSwitch& cancel) {
  try {
    const Progress progress({}, cancel);
    progress.Checkpoint();
    auto faces = std::make_shared<FaceList>(Engine().DetectFaces(photo->photo, progress));
    emit FacesFound(photo, faces);
  } catch (const Cancelled&) {
    emit FacesCancelled(photo);
  } catch (...) {
    emit FacesFailed(photo, CurrentFailure(photo->name.toStdString()));
  }
}

SwapEngine& EngineWorker::Engine() {
  if (!engine_) {
    engine_ = factory_();
  }
  return *engine_;
}

void EngineWorker::ReportProgress(quint64 job, double fraction, std::string_view stage) {
  const bool is_due = !since_report_.isValid() || since_report_.elapsed() >= kReportIntervalMs ||
                      stage != reported_stage_;
  if (is_due) {
    since_report_.start();
    reported_stage_ = stage;
    emit Progressed(job, fraction,
                    QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size())));
  }
}

}  // namespace heser
