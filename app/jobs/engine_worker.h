#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <memory>
#include <vector>

#include "app/document/swap_document.h"
#include "app/jobs/failure.h"
#include "app/jobs/result_pictures.h"
#include "app/jobs/swap_engine.h"

namespace heser {

/// One run of the engine: what to do, the number by which its reports are known, and its switch.
struct SwapJob {
  quint64 number = 0;
  SwapSnapshot snapshot;
  CancelSwitch cancel;
};

/// What a swap made, ready for the screen. Immutable once reported.
struct SwapOutcome {
  SwapSnapshot snapshot;
  SwapResult result;
  ResultPictures pictures;
};

/// The faces of a photo, largest first.
using FaceList = std::vector<DetectedFace>;

/// Holds the engine and runs its jobs one after the other, in whatever thread it lives in. The
/// engine is made at the first job. Every job is answered by exactly one of its reports.
class EngineWorker : public QObject {
  Q_OBJECT

 public:
  explicit EngineWorker(SwapEngineFactory factory);

  void RunSwap(const SwapJob& job);
  /// Drops the engine: the next job has another one made.
  void DropEngine() { engine_.reset(); }
  void FindFaces(const PhotoHandle& photo, const CancelSwitch& cancel);

 signals:
  /// At most once in 30 ms and at every new stage.
  void Progressed(quint64 job, double fraction, const QString& stage);
  void SwapDone(quint64 job, const std::shared_ptr<const heser::SwapOutcome>& outcome);
  void SwapFailed(quint64 job, const heser::Failure& failure);
  void SwapCancelled(quint64 job);

  void FacesFound(const heser::PhotoHandle& photo,
                  const std::shared_ptr<const heser::FaceList>& faces);
  void FacesFailed(const heser::PhotoHandle& photo, const heser::Failure& failure);
  void FacesCancelled(const heser::PhotoHandle& photo);

 private:
  SwapEngine& Engine();
  void ReportProgress(quint64 job, double fraction, std::string_view stage);

  SwapEngineFactory factory_;
  std::unique_ptr<SwapEngine> engine_;
  KeptMasks masks_;
  QElapsedTimer since_report_;
  std::string reported_stage_;
};

}  // namespace heser
