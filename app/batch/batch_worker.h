#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <memory>

#include "app/batch/batch_choices.h"
#include "app/batch/pause_gate.h"
#include "app/document/swap_document.h"
#include "app/jobs/failure.h"

namespace heser {

/// One target of a batch, and all that is to be done with it.
struct BatchTask {
  quint64 number = 0;     ///< By which its reports are known.
  QString target;         ///< Its file.
  SwapSnapshot snapshot;  ///< Of the document: sources and settings count, not its target.
  QString output;
  ExistingFile existing = ExistingFile::kNewName;
  ExportChoices choices;
  std::shared_ptr<const QStringList> inputs;  ///< Files that must not be written over.
  std::shared_ptr<PauseGate> gate;            ///< Passed whenever progress is reported.
  CancelSwitch cancel;
};

/// What a job made.
struct BatchProduct {
  QString file;
  bool was_there = false;  ///< The file was kept as it was, and there is no thumbnail.
  QString remarks;         ///< Sentences on the result, one a line.
  QImage thumbnail;
};

/// Does the jobs of the editor's batch one after the other, in whatever thread it lives in, with an
/// engine of its own: the window's keeps what it knows of the document's photos, which previews
/// need. Every job is answered by exactly one of Done, Failed and JobCancelled.
class BatchWorker : public QObject {
  Q_OBJECT

 public:
  explicit BatchWorker(SwapEngineFactory factory);

  void Run(const BatchTask& job);
  /// Drops the engine with all that it holds: the next job has another one made.
  void DropEngine() { engine_.reset(); }

 signals:
  /// At most once in 50 ms and at every new stage.
  void Progressed(quint64 job, double fraction, const QString& stage);
  void TargetRead(quint64 job, const QImage& thumbnail);
  void Done(quint64 job, const heser::BatchProduct& product);
  void Failed(quint64 job, const heser::Failure& failure);
  void JobCancelled(quint64 job);

 private:
  BatchSwap SwapOf(const BatchTask& job);
  BatchProduct ProductOf(const BatchSwapResult& result, const BatchTask& job) const;
  void ReportProgress(const BatchTask& job, double fraction, std::string_view stage);

  SwapEngineFactory factory_;
  std::unique_ptr<SwapEngine> engine_;
  QElapsedTimer since_report_;
  std::string reported_stage_;
};

}  // namespace heser
