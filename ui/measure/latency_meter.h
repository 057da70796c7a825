#pragma once

#include <QBasicTimer>
#include <QPointer>
#include <QString>
#include <QWidget>
#include <chrono>
#include <vector>

namespace heser {

/// What was measured during one step, milliseconds. `own` is the window thread's own computing time
/// within it: on a machine that others use, too, the rest is waiting for a core.
struct StepFigures {
  QString step;
  double seconds = 0;              ///< The whole step.
  std::vector<double> frames;      ///< From each input to the end of the frame that shows it.
  std::vector<double> own_frames;  ///< The same, own time.
  std::vector<double> previews;    ///< From a change to the frame with the engine's answer.
  int unseen = 0;                  ///< Inputs that no frame followed.
  double longest_stall = 0;        ///< Between two turns of the event loop.
  double longest_own_stall = 0;    ///< The most own time between two turns.
};

/// Times what people wait for in a window: from an input to the end of the frame that shows it, and
/// between turns of the event loop. GUI thread only.
class LatencyMeter : public QObject {
 public:
  using Clock = std::chrono::steady_clock;

  /// `application` is what all events go through.
  explicit LatencyMeter(QObject* application);

  void Begin(const QString& step);
  StepFigures Take();

  /// An input that came at this moment is given to the window now; a frame of `widget` shows it.
  void NoteInput(QWidget* widget, Clock::time_point when);
  /// The engine's answer to what was changed at this moment was just taken over by `widget`.
  void NotePreview(QWidget* widget, Clock::time_point when);
  bool IsAwaitingFrames() const { return !pending_.empty(); }

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Pending {
    QPointer<QWidget> widget;
    Clock::time_point when;
    double own = 0;
    bool is_preview = false;
    bool is_painted = false;
  };
  void Add(QWidget* widget, Clock::time_point when, bool is_preview);
  void SettlePainted();
  void NoteTurn();

  std::vector<Pending> pending_;
  StepFigures figures_;
  QBasicTimer heart_;
  Clock::time_point begun_;
  Clock::time_point last_turn_;
  double last_own_ = 0;
};

}  // namespace heser
