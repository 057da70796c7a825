#include "engine/training/batch_queue.h"

namespace heser {
namespace {

constexpr int kBatchesAhead = 4;  // Beside those that are being made.

}  // namespace

BatchQueue::BatchQueue(int first_step, int workers, std::function<TensorBatch(int)> make)
    : make_(std::move(make)),
      next_to_make_(first_step),
      next_to_take_(first_step),
      ahead_(kBatchesAhead + workers) {
  for (int i = 0; i < workers; ++i) threads_.emplace_back([this] { Work(); });
}

BatchQueue::~BatchQueue() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

TensorBatch BatchQueue::Next() {
  std::unique_lock lock(mutex_);
  changed_.wait(
      lock, [&] { return ready_.contains(next_to_take_) || failures_.contains(next_to_take_); });
  if (const auto failure = failures_.find(next_to_take_); failure != failures_.end()) {
    std::rethrow_exception(failure->second);
  }
  TensorBatch batch = std::move(ready_.extract(next_to_take_).mapped());
  ++next_to_take_;
  changed_.notify_all();
  return batch;
}

void BatchQueue::Work() {
  while (true) {
    int step = 0;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stop_ || next_to_make_ < next_to_take_ + ahead_; });
      if (stop_) return;
      step = next_to_make_++;
    }
    TensorBatch batch;
    std::exception_ptr failure;
    try {
      batch = make_(step);
    } catch (...) {
      failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      if (failure) {
        failures_[step] = failure;
        stop_ = true;  // Nobody goes beyond a batch that cannot be made.
      } else {
        ready_[step] = std::move(batch);
      }
    }
    changed_.notify_all();
  }
}

}  // namespace heser
