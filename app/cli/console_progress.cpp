#include "app/cli/console_progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdio>

#include <unistd.h>

#include "app/cli/early_signals.h"

namespace heser::cli {
namespace {

constexpr int kBarWidth = 32;
constexpr std::chrono::milliseconds kRedrawInterval(50);

CancelSwitch& Switch() {
  static CancelSwitch interrupt;
  return interrupt;
}

void OnInterrupt(int signal_number) {
  // Only an atomic store and a change of disposition: both are allowed in a handler.
  Switch().Cancel();
  // Who presses Ctrl+C again insists. A terminal that closes hangs up twice, by itself and by its
  // shell, and who tells a process to end may do so over and over: that is no haste.
  if (signal_number == SIGINT) std::signal(signal_number, SIG_DFL);
}

}  // namespace

void InstallInterruptHandlers() {
  Switch();
  std::signal(SIGINT, OnInterrupt);
  std::signal(SIGTERM, OnInterrupt);
  // Who ignores it, as nohup does, goes on ignoring it.
  if (std::signal(SIGHUP, OnInterrupt) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
  LetSignalsThrough();
}

CancelSwitch InterruptSwitch() { return Switch(); }

ConsoleProgress::ConsoleProgress(bool quiet)
    : quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0) {}

ConsoleProgress::~ConsoleProgress() { Finish(); }

Progress ConsoleProgress::MakeProgress() {
  if (quiet_) return {Progress::Sink(), Switch()};
  return {[this](double fraction, std::string_view stage) { Show(fraction, stage); }, Switch()};
}

void ConsoleProgress::Finish() {
  if (bar_shown_) std::fputc('\n', stderr);
  bar_shown_ = false;
}

void ConsoleProgress::Show(double fraction, std::string_view stage) {
  const bool new_stage = stage != last_stage_;
  last_stage_ = stage;
  if (!terminal_) {
    if (new_stage && !stage.empty()) {
      std::fprintf(stderr, "%3.0f%% %s\n", fraction * 100, last_stage_.c_str());
    }
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (!new_stage && fraction < 1 && now - last_shown_ < kRedrawInterval) return;
  last_shown_ = now;
  std::array<char, kBarWidth + 1> bar{};
  const int done = std::clamp(static_cast<int>(std::lround(fraction * kBarWidth)), 0, kBarWidth);
  std::fill(bar.begin(), bar.begin() + done, '#');
  std::fill(bar.begin() + done, bar.end() - 1, '.');
  std::fprintf(stderr, "\r[%s] %3.0f%% %-18s", bar.data(), fraction * 100, last_stage_.c_str());
  std::fflush(stderr);
  bar_shown_ = true;
}

}  // namespace heser::cli
