#include "app/cli/console_progress.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <ctime>

#include <unistd.h>

#include "app/cli/early_signals.h"
#include "app/cli/last_words.h"
#include "app/messages.h"

namespace heser::cli {
namespace {

constexpr int kBarWidth = 32;
constexpr std::chrono::milliseconds kRedrawInterval(50);

CancelSwitch& Switch() {
  static CancelSwitch interrupt;
  return interrupt;
}

// Milliseconds; a program that starts others interrupts them several times over, and nobody presses
// a key again within this.
constexpr std::int64_t kSameInterrupt = 1000;
// All work asks at least every 50 ms whether it is to stop, and pictures that are being written are
// written within seconds: what is not over by then waits for something that never comes.
constexpr unsigned kLongestEndSeconds = 120;

std::atomic<std::int64_t> interrupted_at = 0;  // Milliseconds; 0: not yet.
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

std::atomic<bool> end_is_told = false;
static_assert(std::atomic<bool>::is_always_lock_free);

std::int64_t Now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000 + 1;
}

void EndInterrupted(int) {
  if (end_is_told) ::_exit(kExitInterrupted);
  EndAtOnce(kExitInterrupted, "interrupted at once; what was being written is not complete.");
}

// Whatever is called in here is allowed in a handler.
void OnInterrupt(int signal_number) {
  std::int64_t first = 0;
  if (interrupted_at.compare_exchange_strong(first, Now())) {
    Switch().Cancel();
    alarm(kLongestEndSeconds);
  } else if (signal_number == SIGINT && Now() - first > kSameInterrupt) {
    // Who presses Ctrl+C again insists. A terminal that closes hangs up twice, by itself and by its
    // shell, and who tells a process to end may do so over and over: that is no haste.
    EndInterrupted(signal_number);
  }
}

}  // namespace

void InstallInterruptHandlers() {
  Switch();
  std::signal(SIGINT, OnInterrupt);
  std::signal(SIGTERM, OnInterrupt);
  std::signal(SIGALRM, EndInterrupted);
  // Who ignores it, as nohup does, goes on ignoring it.
  if (std::signal(SIGHUP, OnInterrupt) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
  LetSignalsThrough();
}

void EndIsTold() { end_is_told = true; }

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
  std::string text = StageName(stage).toStdString();
  if (!text.empty() && !task_.empty()) text.insert(0, task_ + ": ");
  const bool is_new = text != last_text_;
  if (!terminal_) {
    if (is_new && !text.empty()) std::fprintf(stderr, "%3.0f%% %s\n", fraction * 100, text.c_str());
    last_text_ = text;
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (!is_new && bar_shown_ && fraction < 1 && now - last_shown_ < kRedrawInterval) return;
  last_shown_ = now;
  std::array<char, kBarWidth + 1> bar{};
  const int done = std::clamp(static_cast<int>(std::lround(fraction * kBarWidth)), 0, kBarWidth);
  std::fill(bar.begin(), bar.begin() + done, '#');
  std::fill(bar.begin() + done, bar.end() - 1, '.');
  // Over all of what stood there before.
  const int width = bar_shown_ ? static_cast<int>(last_text_.size()) : 0;
  std::fprintf(stderr, "\r[%s] %3.0f%% %-*s", bar.data(), fraction * 100, width, text.c_str());
  std::fflush(stderr);
  last_text_ = text;
  bar_shown_ = true;
}

}  // namespace heser::cli
