#include "ui/measure/latency_meter.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>
#include <ctime>
#include <utility>

namespace heser {
namespace {

/// Often enough to see stalls of a few milliseconds.
constexpr int kHeartbeatMs = 2;

/// Comes before everything else that waits, so right after the frame that it was posted from.
const auto kFrameDone = static_cast<QEvent::Type>(QEvent::registerEventType());

double Milliseconds(LatencyMeter::Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

/// How long this thread has computed, milliseconds; 0 where the system does not say.
double OwnTime() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
#else
  return 0;
#endif
}

}  // namespace

LatencyMeter::LatencyMeter(QObject* application) {
  application->installEventFilter(this);
  heart_.start(kHeartbeatMs, Qt::PreciseTimer, this);
}

void LatencyMeter::Begin(const QString& step) {
  pending_.clear();
  figures_ = {};
  figures_.step = step;
  begun_ = last_turn_ = Clock::now();
  last_own_ = OwnTime();
}

StepFigures LatencyMeter::Take() {
  NoteTurn();
  figures_.unseen += static_cast<int>(std::ranges::count(pending_, false, &Pending::is_preview));
  pending_.clear();
  figures_.seconds = Milliseconds(Clock::now() - begun_) / 1000;
  return std::exchange(figures_, {});
}

void LatencyMeter::NoteInput(QWidget* widget, Clock::time_point when) { Add(widget, when, false); }

void LatencyMeter::NotePreview(QWidget* widget, Clock::time_point when) { Add(widget, when, true); }

void LatencyMeter::Add(QWidget* widget, Clock::time_point when, bool is_preview) {
  pending_.push_back({widget, when, OwnTime(), is_preview});
}

bool LatencyMeter::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::Paint) {
    bool shows_something = false;
    for (Pending& input : pending_) {
      if (input.widget == object && !input.is_painted) {
        input.is_painted = shows_something = true;
      }
    }
    if (shows_something) {
      QCoreApplication::postEvent(this, new QEvent(kFrameDone), Qt::HighEventPriority);
    }
  }
  return false;
}

bool LatencyMeter::event(QEvent* event) {
  if (event->type() == kFrameDone) {
    SettlePainted();
    return true;
  }
  if (event->type() == QEvent::Timer) {
    NoteTurn();
    return true;
  }
  return QObject::event(event);
}

void LatencyMeter::SettlePainted() {
  const Clock::time_point now = Clock::now();
  const double own = OwnTime();
  std::erase_if(pending_, [&](const Pending& input) {
    if (!input.is_painted) return false;
    (input.is_preview ? figures_.previews : figures_.frames)
        .push_back(Milliseconds(now - input.when));
    if (!input.is_preview) figures_.own_frames.push_back(own - input.own);
    return true;
  });
}

void LatencyMeter::NoteTurn() {
  const Clock::time_point now = Clock::now();
  const double own = OwnTime();
  figures_.longest_stall = std::max(figures_.longest_stall, Milliseconds(now - last_turn_));
  figures_.longest_own_stall = std::max(figures_.longest_own_stall, own - last_own_);
  last_turn_ = now;
  last_own_ = own;
}

}  // namespace heser
