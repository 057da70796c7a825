#include "engine/training/sample_queue.h"

namespace heser {
namespace {

constexpr std::size_t kBatchesAhead = 4;

}  // namespace

SampleQueue::SampleQueue(int first_step, std::function<std::vector<TrainingSample>(int)> make)
    : make_(std::move(make)), thread_([this, first_step] { Work(first_step); }) {}

SampleQueue::~SampleQueue() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::vector<TrainingSample> SampleQueue::Next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !ready_.empty() || failure_; });
  if (ready_.empty()) std::rethrow_exception(failure_);
  std::vector<TrainingSample> batch = std::move(ready_.front());
  ready_.pop_front();
  changed_.notify_all();
  return batch;
}

void SampleQueue::Work(int step) {
  while (true) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stop_ || ready_.size() < kBatchesAhead; });
      if (stop_) return;
    }
    try {
      std::vector<TrainingSample> batch = make_(step++);
      const std::lock_guard lock(mutex_);
      ready_.push_back(std::move(batch));
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
    changed_.notify_all();
  }
}

}  // namespace heser
