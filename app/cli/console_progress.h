#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "engine/core/progress.h"

namespace heser::cli {

/// Shows progress on standard error, with the words that the window has for stages: a bar that
/// redraws itself on a terminal, a line a stage elsewhere. Used from the thread that works.
class ConsoleProgress {
 public:
  explicit ConsoleProgress(bool quiet);
  ~ConsoleProgress();
  ConsoleProgress(const ConsoleProgress&) = delete;
  ConsoleProgress& operator=(const ConsoleProgress&) = delete;

  /// A progress that reports here and stops on SIGINT, SIGTERM and SIGHUP. This object must outlive
  /// it.
  Progress MakeProgress();

  /// What stands before the stages from now on, such as "job 2".
  void SetTask(const std::string& task) { task_ = task; }

  /// Ends the bar's line, if one was begun.
  void Finish();

 private:
  void Show(double fraction, std::string_view stage);

  bool quiet_;
  bool terminal_;
  bool bar_shown_ = false;
  std::string task_;
  std::string last_text_;
  std::chrono::steady_clock::time_point last_shown_;
};

/// Installs handlers for SIGINT, SIGTERM and SIGHUP that throw the switch which every Progress of
/// this process looks at. A SIGINT a second later or more ends the process at once, and so does
/// time where what is told to stop does not; with a sentence and kExitInterrupted, but without
/// cleaning up.
void InstallInterruptHandlers();

/// To be called when this process has said how it ends: who interrupts it still is told nothing
/// more. Thread-safe.
void EndIsTold();

/// The switch that the handlers throw.
CancelSwitch InterruptSwitch();

}  // namespace heser::cli
