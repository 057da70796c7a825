#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "engine/core/progress.h"

namespace heser {

/// Holds a job up while something more urgent is on, without losing what it has done. Thread-safe.
class PauseGate {
 public:
  void Close() { Set(true); }
  void Open() { Set(false); }

  /// Returns once the gate is open or the job is cancelled.
  void Pass(const CancelSwitch& cancel) {
    // A cancel switch wakes nobody.
    constexpr std::chrono::milliseconds kLook(20);
    std::unique_lock lock(mutex_);
    while (is_closed_ && !cancel.IsCancelled()) changed_.wait_for(lock, kLook);
  }

 private:
  void Set(bool closed) {
    {
      const std::lock_guard lock(mutex_);
      is_closed_ = closed;
    }
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_closed_ = false;
};

}  // namespace heser
