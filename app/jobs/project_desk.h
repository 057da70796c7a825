#pragma once

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "app/document/swap_document.h"
#include "app/jobs/project_worker.h"
#include "app/jobs/recovery.h"
#include "app/jobs/worker_thread.h"

namespace heser {

/// Opens and saves the document as a project off the GUI thread, keeps a copy of unsaved work for
/// recovery, and knows what is saved. GUI thread only; never waits.
class ProjectDesk : public QObject {
  Q_OBJECT

 public:
  /// Pictures of the document that saved projects show; each may be null.
  struct Pictures {
    QImage thumbnail;
    QImage result;  ///< Of the document's present state only.
  };
  using PicturesMaker = std::function<Pictures()>;

  /// The document must outlive it.
  ProjectDesk(SwapDocument* document, PicturesMaker pictures, QObject* parent = nullptr);
  ~ProjectDesk() override;

  /// The project's file; empty if it was never saved.
  QString path() const { return path_; }
  /// True if there is something that saving would keep: the document has changed, or what was saved
  /// is no longer in its file.
  bool IsModified() const { return !document_->undo_stack()->isClean() || IsFileOther(); }
  /// True if the project's file is gone, or was written by somebody else since it was opened or
  /// saved.
  bool IsFileOther() const;
  /// True if something of the project's file could not be read when it was opened: saving there
  /// would lose that for good.
  bool IsReadInPart() const { return is_read_in_part_; }
  bool IsBusy() const { return pending_ > 0; }

  /// What the target of the open project looked like with its new head when it was saved; empty
  /// where that is not known, or the target is another one by now.
  Picture SavedResult() const;

  /// Puts the project in place of the document once it is read.
  void Open(const QString& path);
  /// What changes while it is written is not saved with it and counts as modified. The file is the
  /// project's once it is written; after a failure path() stays what it was.
  void Save(const QString& path);
  /// An empty document without file.
  void StartAnew();

  /// From now on unsaved work is copied to this folder: within kAutosaveIdleMs once the hand rests,
  /// within kAutosaveLongestMs while it does not.
  void KeepRecoveryIn(const QString& folder);
  /// Continues what another run of the program left behind, in place of the document and of what
  /// was kept of it for recovery.
  void Recover(const RecoveryFile& file);
  /// The window closes in good order: nothing is left to recover.
  void ForgetRecovery();
  /// The process is told to end: unsaved work is copied once more for recovery, whatever was copied
  /// before, and the copy says how the process ended. RecoveryLeft says when that is done, or could
  /// not be.
  void LeaveForRecovery();

  static constexpr int kAutosaveIdleMs = 5000;
  static constexpr int kAutosaveLongestMs = 60000;
  /// In place of kAutosaveLongestMs.
  void SetLongestUnsaved(int seconds) { longest_timer_.setInterval(1000 * seconds); }

 signals:
  /// path() or IsModified() changed.
  void StateChanged();
  void BusyChanged(bool busy);
  void Opened(const QString& path, const std::vector<heser::ProjectRemark>& remarks);
  void Saved(const QString& path);
  void Failed(const heser::Failure& failure);
  /// A copy for recovery was written.
  void RecoverySaved();
  /// A copy for recovery could not be written, after one that could or as the first.
  void RecoveryFailed(const heser::Failure& failure);
  /// There is nothing more to do before the process ends.
  void RecoveryLeft();

 private:
  enum class Task { kOpen, kRecover, kSave, kAutosave, kLastCopy };
  struct Request {
    quint64 number = 0;
    Task task = Task::kOpen;
    QString path;
    bool is_of_document = true;  ///< False once another document took the place of what it saves.
  };

  /// Whether people wait for it.
  static bool IsAwaited(Task task) { return task != Task::kAutosave && task != Task::kLastCopy; }
  quint64 Expect(Task task, const QString& path);
  std::optional<Request> Settle(quint64 number);
  void PostSave(Task task, const QString& path);
  /// Another document takes the place of the one that is there.
  void ForgetDocument();
  void HandleOpened(quint64 number, const std::shared_ptr<const OpenedProject>& project);
  void HandleSaved(quint64 number);
  void HandleFailure(quint64 number, const Failure& failure);
  void EndLeaving();
  void HandleDocumentChange();
  void Autosave();

  SwapDocument* document_;
  PicturesMaker pictures_;
  ProjectWorker* worker_;
  WorkerThread thread_;
  /// What a file is known by. A file that is gone has none.
  struct FileMark {
    qint64 size = 0;
    QDateTime changed;

    bool operator==(const FileMark&) const = default;
  };
  static std::optional<FileMark> MarkOf(const QString& path);

  QString path_;
  std::optional<FileMark> file_mark_;  ///< Of path_, as it was opened or saved; unknown without.
  bool is_read_in_part_ = false;
  bool has_recovery_failed_ = false;  ///< When a copy was last tried.
  Picture saved_result_;
  std::weak_ptr<const LoadedPhoto> saved_target_;  ///< What saved_result_ is of.
  std::vector<Request> requests_;
  quint64 last_request_ = 0;
  int pending_ = 0;  ///< Requests that people wait for.
  QString recovery_folder_;
  std::unique_ptr<RecoverySlot> recovery_;
  QTimer idle_timer_;
  QTimer longest_timer_;
};

}  // namespace heser
