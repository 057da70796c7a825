#include "app/export/export_desk.h"

namespace heser {

ExportDesk::ExportDesk(QObject* parent)
    : QObject(parent), worker_(new ExportWorker), thread_(QStringLiteral("export"), worker_) {
  connect(worker_, &ExportWorker::Measured, this,
          [this](quint64 request, qint64 bytes, bool loses_alpha) {
            if (request == awaited_measure_) {
              emit Measured(bytes, loses_alpha);
            }
          });
  connect(worker_, &ExportWorker::MeasureFailed, this, [this](quint64 request) {
    if (request == awaited_measure_) {
      emit MeasureFailed();
    }
  });
  connect(worker_, &ExportWorker::Exported, this,
          [this](quint64, const QString& path, bool loses_alpha) {
            CountPending(-1);
            emit Exported(path, loses_alpha);
          });
  connect(worker_, &ExportWorker::ExportFailed, this, [this](quint64, const Failure& failure) {
    CountPending(-1);
    emit Failed(failure);
  });
}

ExportDesk::~ExportDesk() { measuring_.Cancel(); }

void ExportDesk::Measure(const std::shared_ptr<const SwapOutcome>& outcome,
                         const ExportChoices& choices) {
  StopMeasuring();
  awaited_measure_ = ++last_request_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, request = awaited_measure_, outcome, choices, cancel = measuring_] {
        worker->Measure(request, outcome, choices, cancel);
      },
      Qt::QueuedConnection);
}

void ExportDesk::StopMeasuring() {
  measuring_.Cancel();
  measuring_ = {};
  awaited_measure_ = 0;
}

void ExportDesk::Export(const std::shared_ptr<const SwapOutcome>& outcome,
                        const ExportChoices& choices, const QString& path) {
  StopMeasuring();
  CountPending(+1);
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, request = ++last_request_, outcome, choices, path] {
        worker->Export(request, outcome, choices, path);
      },
      Qt::QueuedConnection);
}

void ExportDesk::CountPending(int change) {
  const bool was_exporting = IsExporting();
  pending_ += change;
  if (IsExporting() != was_exporting) {
    emit ExportingChanged(IsExporting());
  }
}

}  // namespace heser
