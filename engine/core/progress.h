#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace heser {

/// A switch that one thread throws and another looks at. Copies share it. Thread-safe.
class CancelSwitch {
 public:
  void Cancel() { *cancelled_ = true; }
  bool IsCancelled() const { return *cancelled_; }

 private:
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
};

/// How a stage tells how far it is and learns that it should stop. Cheap to copy; handed down by
/// const reference. Long loops call Checkpoint() at least every 50 ms.
class Progress {
 public:
  /// Receives the whole job's fraction, 0 to 1, and the name of the stage that runs. Called on the
  /// thread that does the work.
  using Sink = std::function<void(double fraction, std::string_view stage)>;

  /// Reports to nobody and never stops.
  Progress() = default;
  Progress(Sink sink, CancelSwitch cancel);

  /// Throws Cancelled if the job was told to stop.
  void Checkpoint() const;

  /// Reports this part's own fraction, 0 to 1; throws Cancelled if the job was told to stop.
  void Report(double fraction) const;

  /// The part of this progress between two of its fractions, under the name of a stage (an
  /// identifier such as "align", not a text for people).
  Progress Part(double begin, double end, std::string_view stage = {}) const;

  /// The same switch, reported to nobody: for work on a thread beside the one that reports.
  Progress Unreported() const;

 private:
  Sink sink_;
  CancelSwitch cancel_;
  double begin_ = 0;
  double end_ = 1;
  std::string stage_;
};

}  // namespace heser
