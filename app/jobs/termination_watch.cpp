#include "app/jobs/termination_watch.h"

#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace heser {
namespace {

constexpr std::array<int, 3> kEndingSignals = {SIGTERM, SIGINT, SIGHUP};

/// Of the pipe that tells the event loop; -1: nobody listens.
std::atomic<int>& WritingEnd() {
  static std::atomic<int> end{-1};
  return end;
}

/// Only what is allowed in a handler: an atomic load, a write, a change of disposition.
void OnSignal(int number) {
  const char byte = 0;
  const ssize_t told = write(WritingEnd().load(), &byte, 1);
  std::signal(number, SIG_DFL);
  if (told != 1) std::raise(number);
}

/// Puts `now` in place of `before`, and of nothing else: nohup and shells have signals ignored.
void Exchange(int number, void (*before)(int), void (*now)(int)) {
  const auto found = std::signal(number, now);
  if (found != before) std::signal(number, found);
}

}  // namespace

TerminationWatch::TerminationWatch(QObject* parent) : QObject(parent) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;  // Then signals end it as before.
  reading_end_ = ends[0];
  WritingEnd() = ends[1];
  auto* notifier = new QSocketNotifier(reading_end_, QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
    notifier->setEnabled(false);
    emit Requested();
  });
  for (const int number : kEndingSignals) Exchange(number, SIG_DFL, OnSignal);
}

TerminationWatch::~TerminationWatch() {
  if (reading_end_ < 0) return;
  for (const int number : kEndingSignals) Exchange(number, OnSignal, SIG_DFL);
  close(WritingEnd().exchange(-1));
  close(reading_end_);
}

}  // namespace heser
