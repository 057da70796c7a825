#include "app/batch/batch_desk.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>
#include <utility>

#include "app/batch/output_names.h"
#include "app/document/color_patch.h"
#include "app/document/head_pose.h"

namespace heser {
namespace {

QStringList PhotosIn(const QString& folder) {
  QStringList photos;
  for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name | QDir::IgnoreCase)) {
    if (FormatOfExtension(name.toStdString())) photos << QDir(folder).filePath(name);
  }
  return photos;
}

struct FoundPhotos {
  QStringList photos;
  QStringList empty_folders;
};

/// Files as they are, of folders those with a photo's extension, by name.
FoundPhotos PhotosAmong(const QStringList& paths) {
  FoundPhotos found;
  for (const QString& path : paths) {
    const bool is_folder = QFileInfo(path).isDir();
    const QStringList photos = is_folder ? PhotosIn(path) : QStringList{path};
    if (photos.isEmpty()) found.empty_folders << path;
    found.photos << photos;
  }
  return found;
}

void MakeWaiting(BatchItem& item) {
  item.state = BatchState::kWaiting;
  item.fraction = 0;
  item.stage.clear();
  item.reason.clear();
}

}  // namespace

BatchDesk::BatchDesk(const SwapDocument* document, SwapEngineFactory factory, QObject* parent)
    : QObject(parent),
      document_(document),
      worker_(new BatchWorker(std::move(factory))),
      thread_(QStringLiteral("batch"), worker_) {
  connect(worker_, &BatchWorker::Progressed, this,
          [this](quint64 job, double fraction, const QString& stage) {
            if (job != awaited_job_) return;
            list_.Update(running_item_, [&](BatchItem& item) {
              item.fraction = fraction;
              item.stage = stage;
            });
            emit ProgressChanged();
          });
  connect(worker_, &BatchWorker::TargetRead, this, [this](quint64 job, const QImage& thumbnail) {
    if (job != awaited_job_) return;
    list_.Update(running_item_, [&](BatchItem& item) { item.thumbnail = thumbnail; });
  });
  connect(worker_, &BatchWorker::Done, this, [this](quint64 job, const BatchProduct& product) {
    Settle(job, [&](BatchItem& item) {
      item.state = BatchState::kDone;
      item.output = product.file;
      item.was_there = product.was_there;
      item.remarks = product.remarks;
      if (!product.thumbnail.isNull()) item.thumbnail = product.thumbnail;
    });
  });
  connect(worker_, &BatchWorker::Failed, this, [this](quint64 job, const Failure& failure) {
    Settle(job, [&](BatchItem& item) {
      item.state = BatchState::kFailed;
      item.reason = MessageFor(failure);
    });
  });
}

BatchDesk::~BatchDesk() { switch_.Cancel(); }

void BatchDesk::Add(const QStringList& paths) {
  if (paths.isEmpty()) return;
  ++listings_;
  empty_folders_.clear();
  // Not by the worker: what is added while it runs must not wait until that is done.
  QtConcurrent::run([paths] {
    return PhotosAmong(paths);
  }).then(this, [this](const FoundPhotos& found) {
    --listings_;
    empty_folders_ << found.empty_folders;
    list_.Add(found.photos);
    emit StateChanged();
  });
  emit StateChanged();
}

bool BatchDesk::CanStart() const {
  return !is_running_ && list_.NextWaiting() != nullptr &&
         std::ranges::any_of(document_->sources(), &SourceItem::enabled);
}

void BatchDesk::Start(const BatchChoices& choices) {
  if (!CanStart() || !AreUsable(choices)) return;
  choices_ = choices;
  snapshot_ = document_->Snapshot();
  snapshot_.request.settings = WithoutHandMoves(WithoutPickedColors(snapshot_.request.settings));
  source_paths_.clear();
  for (const SourceItem& source : document_->sources()) {
    if (!source.photo->path.isEmpty()) source_paths_ << source.photo->path;
  }
  is_running_ = true;
  empty_folders_.clear();
  RunNext();
}

void BatchDesk::RunNext() {
  const BatchItem* next = list_.NextWaiting();
  if (next == nullptr) {
    Rest();
    emit Finished(list_.Counts());
    return;
  }
  const BatchTask task = TaskFor(*next);
  awaited_job_ = task.number;
  running_item_ = next->id;
  switch_ = task.cancel;
  list_.Update(running_item_, [&](BatchItem& item) {
    item.state = BatchState::kRunning;
    item.output = task.output;
  });
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, task] { worker->Run(task); }, Qt::QueuedConnection);
  emit StateChanged();
}

BatchTask BatchDesk::TaskFor(const BatchItem& item) {
  QStringList inputs = source_paths_;
  QSet<QString> taken;
  for (const BatchItem& other : list_.items()) {
    inputs << other.path;
    if (other.id != item.id && !other.output.isEmpty()) taken << ComparablePath(other.output);
  }
  for (const QString& input : inputs) taken << ComparablePath(input);
  BatchTask task;
  task.number = ++last_job_;
  task.target = item.path;
  task.snapshot = snapshot_;
  // To keep what an earlier run has made it must be found under the same name again.
  const auto is_there = [this](const QString& path) {
    return choices_.existing != ExistingFile::kKeep && !IsFree(path.toStdString(), choices_.file);
  };
  const OutputName name = OutputNameFor({item.path, list_.NumberOf(item.id)}, choices_.folder,
                                        choices_.pattern, choices_.file.format, taken, is_there);
  task.output = name.path;
  task.existing = choices_.existing;
  // Nobody has asked to replace a file of a name that this program makes up.
  if (name.is_invented && task.existing == ExistingFile::kReplace) {
    task.existing = ExistingFile::kNewName;
  }
  task.choices = choices_.file;
  task.inputs = std::make_shared<const QStringList>(std::move(inputs));
  task.gate = gate_;
  return task;
}

template <typename Change>
void BatchDesk::Settle(quint64 job, Change change) {
  if (job != awaited_job_) return;
  awaited_job_ = 0;
  list_.Update(std::exchange(running_item_, 0), change);
  RunNext();
}

void BatchDesk::Rest() {
  is_running_ = false;
  RenewEngine();
  emit StateChanged();
}

void BatchDesk::Abandon() {
  switch_.Cancel();
  awaited_job_ = 0;
  running_item_ = 0;
}

void BatchDesk::Cancel() {
  if (!is_running_) return;
  Abandon();
  for (const BatchItem& item : list_.items()) {
    if (item.state != BatchState::kRunning && item.state != BatchState::kWaiting) continue;
    list_.Update(item.id, [](BatchItem& changed) { changed.state = BatchState::kCancelled; });
  }
  Rest();
}

void BatchDesk::Retry(const std::vector<quint64>& ids) {
  for (quint64 id : ids) {
    const BatchItem* item = list_.Find(id);
    if (item != nullptr && CanBeRetried(*item)) list_.Update(id, &MakeWaiting);
  }
  emit StateChanged();
}

void BatchDesk::RetryFailed() {
  std::vector<quint64> ids;
  for (const BatchItem& item : list_.items()) {
    if (CanBeRetried(item)) ids.push_back(item.id);
  }
  Retry(ids);
}

void BatchDesk::Remove(const std::vector<quint64>& ids) {
  const bool stops = running_item_ != 0 && std::ranges::find(ids, running_item_) != ids.end();
  if (stops) Abandon();
  for (quint64 id : ids) list_.Remove(id);
  if (stops) {
    RunNext();
  } else {
    emit StateChanged();
  }
}

void BatchDesk::SetPaused(bool paused) {
  if (std::exchange(is_paused_, paused) == paused) return;
  paused ? gate_->Close() : gate_->Open();
  emit StateChanged();
}

void BatchDesk::RenewEngine() {
  QMetaObject::invokeMethod(worker_, &BatchWorker::DropEngine, Qt::QueuedConnection);
}

}  // namespace heser
