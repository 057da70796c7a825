#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/document/swap_document.h"
#include "app/jobs/engine_worker.h"
#include "app/jobs/worker_thread.h"

namespace heser {

/// Runs the swap of a document in a worker thread and keeps what came of it. While a run is on and,
/// if it follows changes, after the first result, a change of the document starts it anew: first a
/// preview, again and again while changes come, and the final run when they rest; nothing where
/// undo comes back to the state of the latest result. After the first result a preview is made that
/// nobody sees, so that the first change need not wait for what all previews have in common. Final
/// results for a state that the document is no longer in are dropped. GUI thread only; never waits.
class SwapRunner : public QObject {
  Q_OBJECT

 public:
  /// The document must outlive it.
  SwapRunner(SwapDocument* document, SwapEngineFactory factory, QObject* parent = nullptr);
  ~SwapRunner() override;

  /// Does nothing if the document cannot be swapped.
  void Start();
  /// At once for the user: whatever the worker still does is not heard of any more.
  void Cancel();
  bool IsRunning() const { return is_running_; }

  /// Has the next run done by a new engine of the factory, such as one on another device; a run
  /// that is on is cancelled.
  void RenewEngine();

  void SetFollowsChanges(bool follows);
  bool FollowsChanges() const { return follows_changes_; }

  /// The latest result; null before the first. Stays when a later run fails or is cancelled, and
  /// goes when the document is replaced by one of another target.
  std::shared_ptr<const SwapOutcome> outcome() const { return outcome_; }
  /// True if outcome() is of the document as it is, be it that undo came back to that.
  bool IsOutcomeCurrent() const;
  /// True if outcome() is of the document's target photo, whatever changed beside that.
  bool IsOutcomeOfTarget() const;
  /// True if outcome() shows the faces chosen on the document's target and on all sources that are
  /// switched on, whatever the settings and edits: what may be exported.
  bool IsOutcomeOfPhotos() const;

  /// What the screen should show: a preview that is newer than outcome(), else outcome().
  std::shared_ptr<const SwapOutcome> shown() const { return preview_ ? preview_ : outcome_; }

  /// Why there is no result of the document as it is: the latest run failed and nothing was changed
  /// since. Nothing otherwise.
  const std::optional<Failure>& failure() const { return failure_; }

  /// Answers with FacesFound or FacesFailed.
  void FindFaces(const PhotoHandle& photo);

 signals:
  void RunningChanged(bool running);
  void Progressed(double fraction, const QString& stage);
  void OutcomeChanged();
  /// shown() is another preview.
  void PreviewChanged();
  void Failed(const heser::Failure& failure);

  void FacesFound(const heser::PhotoHandle& photo,
                  const std::shared_ptr<const heser::FaceList>& faces);
  void FacesFailed(const heser::PhotoHandle& photo, const heser::Failure& failure);

 private:
  void PostRun();
  /// The same, but not before a preview that is under way: the hand that rests looks at that.
  void RunAfterPreview();
  void PostPreview();
  /// Has the engine make what previews of these photos have in common while nobody waits for it.
  void PreparePreviews();
  void AbandonRun();
  bool CanPreview() const;
  void DropPreview();
  void ReleaseLostOutcome();
  void SetRunning(bool running);
  void HandleDocumentChange();
  void HandleDone(quint64 job, const std::shared_ptr<const SwapOutcome>& outcome);
  void HandlePreview(quint64 job, const std::shared_ptr<const SwapOutcome>& outcome);
  void HandleFailure(quint64 job, const Failure& failure);
  void HandleCancelled(quint64 job);
  /// True if `job` was the preview under way, which it is no longer.
  bool EndsPreview(quint64 job);

  SwapDocument* document_;
  EngineWorker* worker_;
  WorkerThread thread_;
  QTimer restart_timer_;
  bool is_running_ = false;
  bool follows_changes_ = true;
  quint64 last_job_ = 0;
  quint64 awaited_job_ = 0;          ///< 0: reports of no swap are heard.
  quint64 preview_job_ = 0;          ///< The preview under way; 0: none.
  bool preview_is_stale_ = false;    ///< The document changed since it was begun.
  bool run_waits_ = false;           ///< For the end of previews.
  bool are_previews_ready_ = false;  ///< PreparePreviews() was called for these photos.
  CancelSwitch swap_switch_;
  CancelSwitch preview_switch_;
  CancelSwitch preparing_switch_;
  CancelSwitch faces_switch_;
  std::shared_ptr<const SwapOutcome> outcome_;
  std::shared_ptr<const SwapOutcome> preview_;
  std::optional<Failure> failure_;
};

}  // namespace heser
