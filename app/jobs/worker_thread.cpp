#include "app/jobs/worker_thread.h"

#include <QDeadlineTimer>

#ifdef __linux__
#include <sys/resource.h>
#endif
#include <vector>

namespace heser {
namespace {

/// The window's thread must not wait for a core that a job has. Threads that a job starts inherit
/// this.
void YieldToTheWindow() {
#ifdef __linux__
  constexpr int kNicer = 5;
  // 0: the calling thread. Relative, so that it yields within what the program itself may take.
  setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNicer);
#endif
}

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
  QObject::connect(thread_, &QThread::started, worker, &YieldToTheWindow);
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
