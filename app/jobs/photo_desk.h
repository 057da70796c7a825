#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <map>
#include <vector>

#include "app/jobs/photo_worker.h"
#include "app/jobs/worker_thread.h"
#include "engine/core/progress.h"

namespace heser {

/// Opens photos off the GUI thread. GUI thread only; never waits. What is under way when it is
/// destroyed is forgotten.
class PhotoDesk : public QObject {
  Q_OBJECT

 public:
  /// Receives what could be read, in the order that was asked for; failures are signalled.
  using Receiver = std::function<void(const std::vector<PhotoHandle>& photos)>;

  explicit PhotoDesk(QObject* parent = nullptr);
  ~PhotoDesk() override;

  void Load(const QStringList& paths, Receiver receiver);
  void Adopt(const QImage& image, const QString& name, Receiver receiver);

  bool IsBusy() const { return pending_ > 0; }

 signals:
  void BusyChanged(bool busy);
  /// What could not be read of the photos that were asked for together; comes after the last.
  void LoadFailed(const std::vector<heser::Failure>& failures);

 private:
  /// Photos that were asked for together.
  struct Batch {
    std::vector<PhotoHandle> photos;  ///< Null: not there yet, or failed.
    std::vector<Failure> failures;
    std::size_t missing = 0;
    Receiver receiver;
  };
  struct Place {
    std::shared_ptr<Batch> batch;
    std::size_t index = 0;
  };

  /// Has the worker do this unless the desk is gone by then.
  template <typename Task>
  void PostReading(Task task);
  quint64 Expect(const std::shared_ptr<Batch>& batch, std::size_t index);
  void Settle(quint64 request, const PhotoHandle& photo);
  void CountPending(int change);

  PhotoWorker* worker_;
  WorkerThread thread_;
  CancelSwitch closing_;
  quint64 last_request_ = 0;
  std::map<quint64, Place> expected_;
  int pending_ = 0;
};

}  // namespace heser
