#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "app/export/export_choices.h"
#include "app/jobs/engine_worker.h"

namespace heser {

/// Writes results to files and finds out how large they will be, in whatever thread it lives in.
/// Every request is answered by at most one report; those that were cancelled by none.
class ExportWorker : public QObject {
  Q_OBJECT

 public:
  void Measure(quint64 request, const std::shared_ptr<const SwapOutcome>& outcome,
               const ExportChoices& choices, const CancelSwitch& cancel);
  void Export(quint64 request, const std::shared_ptr<const SwapOutcome>& outcome,
              const ExportChoices& choices, const QString& path);

 signals:
  void Measured(quint64 request, qint64 bytes, bool loses_alpha);
  void MeasureFailed(quint64 request);
  void Exported(quint64 request, const QString& path, bool loses_alpha);
  void ExportFailed(quint64 request, const heser::Failure& failure);

 private:
  /// A head is cut out once, however often its quality is changed.
  const Photo& PhotoFor(const std::shared_ptr<const SwapOutcome>& outcome,
                        const ExportChoices& choices);

  std::weak_ptr<const SwapOutcome> outcome_;  ///< Of which photo_ is.
  ExportSubject subject_ = ExportSubject::kPicture;
  std::shared_ptr<const Photo> photo_;
};

}  // namespace heser
