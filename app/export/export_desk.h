#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "app/export/export_worker.h"
#include "app/jobs/worker_thread.h"

namespace heser {

/// Exports results off the GUI thread, and says beforehand how large the file will be. GUI thread
/// only; never waits. A file that is being written when it is destroyed is finished.
class ExportDesk : public QObject {
  Q_OBJECT

 public:
  explicit ExportDesk(QObject* parent = nullptr);
  ~ExportDesk() override;

  /// Answers with Measured or MeasureFailed, unless another call or StopMeasuring comes before.
  void Measure(const std::shared_ptr<const SwapOutcome>& outcome, const ExportChoices& choices);
  void StopMeasuring();

  /// Answers with Exported or Failed.
  void Export(const std::shared_ptr<const SwapOutcome>& outcome, const ExportChoices& choices,
              const QString& path);
  bool IsExporting() const { return pending_ > 0; }

 signals:
  /// loses_alpha: see LosesAlpha.
  void Measured(qint64 bytes, bool loses_alpha);
  void MeasureFailed();
  void ExportingChanged(bool exporting);
  void Exported(const QString& path, bool loses_alpha);
  void Failed(const heser::Failure& failure);

 private:
  void CountPending(int change);

  ExportWorker* worker_;
  WorkerThread thread_;
  CancelSwitch measuring_;
  quint64 last_request_ = 0;
  quint64 awaited_measure_ = 0;  ///< 0: none.
  int pending_ = 0;
};

}  // namespace heser
