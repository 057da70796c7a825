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
    emit Measured(request,
                  static_cast<qint64>(ExportedSize(PhotoFor(outcome, choices), choices, progress)));
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
    WriteExport(PhotoFor(outcome, choices), outcome->snapshot.request.settings, choices,
                path.toStdString());
    emit Exported(request, path);
  } catch (...) {
    emit ExportFailed(request, CurrentFailure(path.toStdString()));
  }
}

}  // namespace heser
