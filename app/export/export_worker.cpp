#include "app/export/export_worker.h"

namespace heser {

const Photo& ExportWorker::PhotoFor(const std::shared_ptr<const SwapOutcome>& outcome,
                                    const ExportChoices& choices) {
  if (outcome != outcome_.lock() || choices.subject != subject_ || photo_ == nullptr) {
    photo_ = ExportedPhoto(outcome->result, outcome->snapshot.request, choices);
    outcome_ = outcome;
    subject_ = choices.subject;
  }
  return *photo_;
}

void ExportWorker::Measure(quint64 request, const std::shared_ptr<const SwapOutcome>& outcome,
                           const ExportChoices& choices, const CancelSwitch& cancel) {
  try {
    const Progress progress({}, cancel);
    progress.Checkpoint();
    const Photo& photo = PhotoFor(outcome, choices);
    const std::uintmax_t bytes = ExportedSize(photo, choices, progress);
    emit Measured(request, static_cast<qint64>(bytes), LosesAlpha(photo, choices.format));
  } catch (const Cancelled&) {
    return;
  } catch (...) {
    emit MeasureFailed(request);
  }
}

void ExportWorker::Export(quint64 request, const std::shared_ptr<const SwapOutcome>& outcome,
                          const ExportChoices& choices, const QString& path) {
  try {
    RequireExportable(choices, path.toStdString());
    const Photo& photo = PhotoFor(outcome, choices);
    WriteExport(photo, outcome->snapshot.request.settings, choices, path.toStdString());
    emit Exported(request, path, LosesAlpha(photo, choices.format));
  } catch (...) {
    emit ExportFailed(request, CurrentFailure(path.toStdString()));
  }
}

}  // namespace heser
