#pragma once

// LibTorch header: include it in training sources only.
#include <chrono>
#include <memory>
#include <string>

#include "engine/core/progress.h"
#include "engine/nn/device.h"
#include "engine/nn/shared_batch.h"
#include "engine/training/process_place.h"

namespace heser {

/// How far a training is, as its leader says for all.
struct Pace {
  double fraction = 0;  ///< Of the run that is done.
  bool stop = false;    ///< Somebody was told to stop.

  bool IsLast() const { return stop || fraction >= 1; }
};

/// The processes that train one network together, met over LibTorch's c10d: tensors on the
/// processor go by Gloo, those on GPUs by NCCL; few words go by a TCP store that the leader keeps.
/// Every call is made by all processes in one order, on the thread that trains. All throw
/// Error{kPeerLost} when another process is gone or keeps silent for longer than `patience`.
class ProcessGroup : public BatchSharers {
 public:
  /// Waits for the others, then sees that they are up to the same thing: `plan` says what on one
  /// line. Throws Error{kWrongUse} if another's differs, Error{kDeviceFailed} if this LibTorch has
  /// no backend for the device, Cancelled.
  ProcessGroup(const ProcessPlace& place, const Device& device, const std::string& plan,
               std::chrono::seconds patience, const Progress& progress);
  ~ProcessGroup() override;
  ProcessGroup(const ProcessGroup&) = delete;
  ProcessGroup& operator=(const ProcessGroup&) = delete;

  bool is_leader() const { return place_.rank == 0; }
  const ProcessPlace& place() const { return place_; }

  int count() const override { return place_.size; }
  void Sum(torch::Tensor& tensor) override;

  /// The leader's bytes; what the others hand in is not looked at.
  std::string FromLeader(const std::string& bytes);

  /// The leader's pace before its step `step`; its `stop` is set if anybody's was at his last call.
  /// Costs the GPU no wait.
  Pace Agree(int step, const Pace& own);

 private:
  class Meeting;

  ProcessPlace place_;
  std::unique_ptr<Meeting> meeting_;
  bool last_word_said_ = false;
};

}  // namespace heser
