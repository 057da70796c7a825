#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/training/training_sample.h"

namespace heser {

/// Makes batches ahead on a thread of its own, in order. The destructor stops it.
class SampleQueue {
 public:
  /// `make(step)` is called for first_step, first_step + 1, ... on the queue's thread.
  SampleQueue(int first_step, std::function<std::vector<TrainingSample>(int step)> make);
  ~SampleQueue();
  SampleQueue(const SampleQueue&) = delete;
  SampleQueue& operator=(const SampleQueue&) = delete;

  /// Waits for the next batch; rethrows what `make` threw.
  std::vector<TrainingSample> Next();

 private:
  void Work(int step);

  std::function<std::vector<TrainingSample>(int)> make_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<TrainingSample>> ready_;
  std::exception_ptr failure_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace heser
