#include "app/jobs/project_desk.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace heser {

ProjectDesk::ProjectDesk(SwapDocument* document, PicturesMaker pictures, QObject* parent)
    : QObject(parent),
      document_(document),
      pictures_(std::move(pictures)),
      worker_(new ProjectWorker),
      thread_(QStringLiteral("projects"), worker_) {
  idle_timer_.setSingleShot(true);
  idle_timer_.setInterval(kAutosaveIdleMs);
  longest_timer_.setSingleShot(true);
  longest_timer_.setInterval(kAutosaveLongestMs);
  connect(&idle_timer_, &QTimer::timeout, this, &ProjectDesk::Autosave);
  connect(&longest_timer_, &QTimer::timeout, this, &ProjectDesk::Autosave);
  connect(worker_, &ProjectWorker::Opened, this, &ProjectDesk::HandleOpened);
  connect(worker_, &ProjectWorker::OpenFailed, this, &ProjectDesk::HandleFailure);
  connect(worker_, &ProjectWorker::Saved, this, &ProjectDesk::HandleSaved);
  connect(worker_, &ProjectWorker::SaveFailed, this, &ProjectDesk::HandleFailure);
  connect(document_, &SwapDocument::Changed, this, &ProjectDesk::HandleDocumentChange);
  connect(document_->undo_stack(), &QUndoStack::cleanChanged, this, &ProjectDesk::StateChanged);
}

ProjectDesk::~ProjectDesk() = default;

Picture ProjectDesk::SavedResult() const {
  const TargetItem* target = document_->target();
  return target != nullptr && target->photo == saved_target_.lock() ? saved_result_ : Picture();
}

bool ProjectDesk::IsFileOther() const {
  return file_mark_.has_value() && !IsBusy() && MarkOf(path_) != file_mark_;
}

std::optional<ProjectDesk::FileMark> ProjectDesk::MarkOf(const QString& path) {
  const QFileInfo file(path);
  if (!file.exists()) return std::nullopt;
  return FileMark{file.size(), file.lastModified()};
}

void ProjectDesk::Open(const QString& path) {
  const quint64 number = Expect(Task::kOpen, path);
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, number, path] { worker->Open(number, path); },
      Qt::QueuedConnection);
}

void ProjectDesk::Save(const QString& path) {
  PostSave(Task::kSave, path);
  // What comes after this moment makes the document differ from the file; a failure takes it back.
  document_->undo_stack()->setClean();
  emit StateChanged();
}

void ProjectDesk::ForgetDocument() {
  for (Request& request : requests_) request.is_of_document = false;
  path_.clear();
  file_mark_.reset();
  is_read_in_part_ = false;
  saved_result_ = {};
}

void ProjectDesk::StartAnew() {
  ForgetDocument();
  document_->Replace({});
  document_->undo_stack()->setClean();  // Work that was restored and given up never was.
  ForgetRecovery();
  emit StateChanged();
}

void ProjectDesk::KeepRecoveryIn(const QString& folder) {
  recovery_folder_ = folder;
  recovery_ = std::make_unique<RecoverySlot>(folder);
}

void ProjectDesk::Recover(const RecoveryFile& file) {
  if (!recovery_) {
    return;
  }
  // Not over the copy of the open document, which may be being written.
  auto slot = std::make_unique<RecoverySlot>(recovery_folder_);
  if (!slot->Adopt(file)) {
    return;
  }
  ForgetRecovery();
  recovery_ = std::move(slot);
  const QString path = recovery_->path();
  const quint64 number = Expect(Task::kRecover, path);
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, number, path] { worker->Open(number, path); },
      Qt::QueuedConnection);
}

void ProjectDesk::ForgetRecovery() {
  idle_timer_.stop();
  longest_timer_.stop();
  if (recovery_) {
    // Behind a copy that may be being written.
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, path = recovery_->path()] { worker->Remove(path); },
        Qt::QueuedConnection);
  }
}

void ProjectDesk::LeaveForRecovery() {
  if (recovery_ && IsModified()) {
    idle_timer_.stop();
    longest_timer_.stop();
    PostSave(Task::kLastCopy, recovery_->path());
    return;
  }
  ForgetRecovery();
  emit RecoveryLeft();
}

quint64 ProjectDesk::Expect(Task task, const QString& path) {
  requests_.push_back({++last_request_, task, path});
  if (IsAwaited(task) && pending_++ == 0) {
    emit BusyChanged(true);
  }
  return last_request_;
}

std::optional<ProjectDesk::Request> ProjectDesk::Settle(quint64 number) {
  const auto found = std::ranges::find(requests_, number, &Request::number);
  if (found == requests_.end()) {
    return std::nullopt;
  }
  Request request = std::move(*found);
  requests_.erase(found);
  if (IsAwaited(request.task) && --pending_ == 0) {
    emit BusyChanged(false);
  }
  return request;
}

void ProjectDesk::PostSave(Task task, const QString& path) {
  const quint64 number = Expect(task, path);
  const Pictures pictures = pictures_();
  // What comes back of a project that was read in part must not be saved over it.
  const ProjectExtras extras{pictures.thumbnail, pictures.result,
                             IsAwaited(task) || is_read_in_part_ ? QString() : path_};
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, state = document_->state(), extras, path] {
        worker->Save(number, state, extras, path);
      },
      Qt::QueuedConnection);
}

void ProjectDesk::HandleOpened(quint64 number,
                               const std::shared_ptr<const OpenedProject>& project) {
  const std::optional<Request> request = Settle(number);
  if (!request) {
    return;
  }
  const bool recovers = request->task == Task::kRecover;
  ForgetDocument();
  path_ = recovers ? project->recovered_path : request->path;
  file_mark_ = recovers ? std::nullopt : MarkOf(path_);
  is_read_in_part_ = !project->remarks.empty();
  saved_result_ = project->result;
  saved_target_ = project->state.target.photo;
  document_->Replace(project->state);
  if (recovers) {
    document_->undo_stack()->resetClean();
  } else {
    document_->undo_stack()->setClean();
    ForgetRecovery();
  }
  emit StateChanged();
  emit Opened(path_, project->remarks);
}

void ProjectDesk::HandleSaved(quint64 number) {
  const std::optional<Request> request = Settle(number);
  if (!request) {
    return;
  }
  if (!IsAwaited(request->task)) {
    has_recovery_failed_ = false;
    emit RecoverySaved();
    if (request->task == Task::kLastCopy) EndLeaving();
    return;
  }
  if (request->is_of_document) {
    path_ = request->path;
    file_mark_ = MarkOf(path_);
    is_read_in_part_ = false;
    emit StateChanged();
  }
  if (!IsModified()) {
    ForgetRecovery();
  }
  emit Saved(request->path);
}

void ProjectDesk::HandleFailure(quint64 number, const Failure& failure) {
  const std::optional<Request> request = Settle(number);
  if (!request) {
    return;
  }
  if (request->task == Task::kSave && request->is_of_document) {
    document_->undo_stack()->resetClean();
    emit StateChanged();
  }
  if (IsAwaited(request->task)) {
    emit Failed(failure);
  } else if (!std::exchange(has_recovery_failed_, true)) {
    emit RecoveryFailed(failure);
  }
  if (request->task == Task::kLastCopy) EndLeaving();
}

void ProjectDesk::EndLeaving() {
  recovery_->Leave();
  emit RecoveryLeft();
}

void ProjectDesk::HandleDocumentChange() {
  if (!recovery_) {
    return;
  }
  idle_timer_.start();
  if (!longest_timer_.isActive()) {
    longest_timer_.start();
  }
}

void ProjectDesk::Autosave() {
  idle_timer_.stop();
  longest_timer_.stop();
  if (IsModified()) {
    PostSave(Task::kAutosave, recovery_->path());
  }
}

}  // namespace heser
