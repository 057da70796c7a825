#pragma once

#include <QObject>
#include <QString>
#include <QThread>
#include <chrono>

namespace heser {

/// A thread with an event loop in which one worker object lives. Destroying it never waits: it asks
/// the thread to end and hands it over, together with its worker, to a list of threads that finish
/// on their own. GUI thread only.
class WorkerThread {
 public:
  /// Takes the worker, which must have no parent; it is deleted in the thread at its end.
  WorkerThread(const QString& name, QObject* worker);
  ~WorkerThread();
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  /// For the end of main(), when no window is left: waits until handed-over threads have ended.
  /// Returns false if some still run after this time; static objects must not be destroyed then.
  static bool WaitForLeftovers(std::chrono::milliseconds limit);

 private:
  QThread* thread_;
};

}  // namespace heser
