#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <memory>

#include "app/batch/batch_choices.h"
#include "app/batch/batch_list.h"
#include "app/batch/batch_worker.h"
#include "app/jobs/worker_thread.h"

namespace heser {

/// Puts the head of a document on many targets, one after the other, in a worker thread. A run
/// takes the sources and the settings that the document had when it began, without what is of the
/// document's target alone: colours that were picked on it, and painting. A failure does not stop
/// the rest. GUI thread only; never waits.
class BatchDesk : public QObject {
  Q_OBJECT

 public:
  /// The document must outlive it.
  BatchDesk(const SwapDocument* document, SwapEngineFactory factory, QObject* parent = nullptr);
  ~BatchDesk() override;

  BatchList* list() { return &list_; }
  const BatchList* list() const { return &list_; }

  /// Appends photos, and of folders the photos in them; those that are in the list already are
  /// passed over. What comes while a run is on is done by it.
  void Add(const QStringList& paths);
  bool IsListing() const { return listings_ > 0; }
  /// Folders of what was added last that hold no photos themselves; nothing once a run begins.
  const QStringList& EmptyFolders() const { return empty_folders_; }

  /// True if there is a source that is on and a target that waits, and nothing runs.
  bool CanStart() const;
  /// Does nothing unless CanStart() and the choices are usable.
  void Start(const BatchChoices& choices);
  bool IsRunning() const { return is_running_; }

  /// At once for the user: what runs and what waits is cancelled.
  void Cancel();
  /// Failed and cancelled items wait again. A run that is on does them, with its own choices.
  void Retry(const std::vector<quint64>& ids);
  void RetryFailed();
  void Remove(const std::vector<quint64>& ids);

  /// A run that is on waits, and loses nothing of what it has done, until this is taken back.
  void SetPaused(bool paused);
  bool IsPaused() const { return is_paused_; }

  /// Has the next item done by a new engine of the factory.
  void RenewEngine();

 signals:
  /// Whether something runs, is paused or is listed; what is in which state.
  void StateChanged();
  /// How far the item that runs is.
  void ProgressChanged();
  /// A run has come to its end by itself.
  void Finished(const heser::BatchCounts& counts);

 private:
  void RunNext();
  /// Nothing more is done: the engine's memory is given back.
  void Rest();
  BatchTask TaskFor(const BatchItem& item);
  /// Stops what runs; its reports are not heard any more.
  void Abandon();
  /// The item that `job` is about; nothing is changed by reports of jobs that were abandoned.
  template <typename Change>
  void Settle(quint64 job, Change change);

  const SwapDocument* document_;
  BatchWorker* worker_;
  WorkerThread thread_;
  BatchList list_;
  int listings_ = 0;
  QStringList empty_folders_;
  bool is_running_ = false;
  bool is_paused_ = false;
  SwapSnapshot snapshot_;  ///< Of the run.
  BatchChoices choices_;
  QStringList source_paths_;
  quint64 last_job_ = 0;
  quint64 awaited_job_ = 0;  ///< 0: reports of no job are heard.
  quint64 running_item_ = 0;
  CancelSwitch switch_;
  std::shared_ptr<PauseGate> gate_ = std::make_shared<PauseGate>();
};

}  // namespace heser
