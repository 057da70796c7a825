#pragma once

// LibTorch header: include it in training sources only.
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/training/training_loop.h"

namespace heser {

/// Makes batches ahead on threads of its own and gives them out in order. The destructor stops it.
class BatchQueue {
 public:
  /// `make(step)` is called for first_step, first_step + 1, ... on `workers` threads at once.
  BatchQueue(int first_step, int workers, std::function<TensorBatch(int step)> make);
  ~BatchQueue();
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;

  /// Waits for the next batch; rethrows what `make` threw for it.
  TensorBatch Next();

 private:
  void Work();

  std::function<TensorBatch(int)> make_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<int, TensorBatch> ready_;
  std::map<int, std::exception_ptr> failures_;
  int next_to_make_;
  int next_to_take_;
  int ahead_;  ///< Batches that are made or being made beyond the one that is taken next.
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace heser
