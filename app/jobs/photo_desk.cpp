#include "app/jobs/photo_desk.h"

#include <utility>

namespace heser {

PhotoDesk::PhotoDesk(QObject* parent)
    : QObject(parent), worker_(new PhotoWorker), thread_(QStringLiteral("photos"), worker_) {
  connect(worker_, &PhotoWorker::Loaded, this, &PhotoDesk::Settle);
  connect(worker_, &PhotoWorker::LoadFailed, this, [this](quint64 request, const Failure& failure) {
    expected_.at(request).batch->failures.push_back(failure);
    Settle(request, nullptr);
  });
}

PhotoDesk::~PhotoDesk() { closing_.Cancel(); }

template <typename Task>
void PhotoDesk::PostReading(Task task) {
  QMetaObject::invokeMethod(
      worker_,
      [closing = closing_, task] {
        if (!closing.IsCancelled()) {
          task();
        }
      },
      Qt::QueuedConnection);
}

void PhotoDesk::Load(const QStringList& paths, Receiver receiver) {
  if (paths.isEmpty()) {
    return;
  }
  auto batch = std::make_shared<Batch>();
  batch->photos.resize(static_cast<std::size_t>(paths.size()));
  batch->missing = batch->photos.size();
  batch->receiver = std::move(receiver);
  for (qsizetype index = 0; index < paths.size(); ++index) {
    const quint64 request = Expect(batch, static_cast<std::size_t>(index));
    PostReading([worker = worker_, request, path = paths[index]] { worker->Load(request, path); });
  }
}

void PhotoDesk::Adopt(const QImage& image, const QString& name, Receiver receiver) {
  auto batch = std::make_shared<Batch>();
  batch->photos.resize(1);
  batch->missing = 1;
  batch->receiver = std::move(receiver);
  const quint64 request = Expect(batch, 0);
  PostReading([worker = worker_, request, image, name] { worker->Adopt(request, image, name); });
}

quint64 PhotoDesk::Expect(const std::shared_ptr<Batch>& batch, std::size_t index) {
  expected_[++last_request_] = {batch, index};
  CountPending(+1);
  return last_request_;
}

void PhotoDesk::Settle(quint64 request, const PhotoHandle& photo) {
  const auto found = expected_.find(request);
  const Place place = found->second;
  expected_.erase(found);
  CountPending(-1);
  place.batch->photos[place.index] = photo;
  if (--place.batch->missing > 0) {
    return;
  }
  if (!place.batch->failures.empty()) {
    emit LoadFailed(place.batch->failures);
  }
  std::erase(place.batch->photos, nullptr);
  if (!place.batch->photos.empty()) {
    place.batch->receiver(place.batch->photos);
  }
}

void PhotoDesk::CountPending(int change) {
  const bool was_busy = IsBusy();
  pending_ += change;
  if (IsBusy() != was_busy) {
    emit BusyChanged(IsBusy());
  }
}

}  // namespace heser
