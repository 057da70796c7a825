#include "app/jobs/worker_thread.h"

#include <QDeadlineTimer>
#include <vector>

namespace heser {
namespace {

/// Threads that were handed over. Only the GUI thread touches it.
std::vector<QThread*>& Leftovers() {
  static std::vector<QThread*> threads;
  return threads;
}

void ReapFinished() {
  std::erase_if(Leftovers(), [](QThread* thread) {
    if (!thread->isFinished()) {
      return false;
    }
    delete thread;
    return true;
  });
}

}  // namespace

WorkerThread::WorkerThread(const QString& name, QObject* worker) : thread_(new QThread) {
  thread_->setObjectName(name);
  worker->moveToThread(thread_);
  QObject::connect(thread_, &QThread::finished, worker, &QObject::deleteLater);
  thread_->start();
}

WorkerThread::~WorkerThread() {
  thread_->quit();
  ReapFinished();
  Leftovers().push_back(thread_);
}

bool WorkerThread::WaitForLeftovers(std::chrono::milliseconds limit) {
  const QDeadlineTimer deadline(limit);
  for (QThread* thread : Leftovers()) {
    thread->wait(deadline);
  }
  ReapFinished();
  return Leftovers().empty();
}

}  // namespace heser
