#pragma once

#include <QPointF>
#include <functional>
#include <vector>

#include "ui/measure/latency_meter.h"
#include "ui/measure/measure_script.h"

class QEvent;

namespace heser {

class CanvasView;
class MainWindow;

/// Plays a measuring script on the real window by synthesised events and measures each step.
/// Processes the program's events itself, in place of QApplication::exec(). GUI thread only.
class WindowDriver {
 public:
  /// `folder` is what files of the script are relative to. Both must outlive it.
  WindowDriver(MainWindow* window, const QString& folder);

  /// Throws Error{kBadFile} about `script` for steps that this window cannot do, and where a wait
  /// takes longer than kLongestWaitMs.
  std::vector<StepFigures> Play(const std::vector<MeasureStep>& steps, const QString& script);

  static constexpr int kLongestWaitMs = 300000;

 private:
  using Clock = LatencyMeter::Clock;

  void Perform(const MeasureStep& step);
  void Open(const MeasureStep& step);
  void Swap();
  void SwitchView(const QString& name);
  void ChooseTool(const QString& name);
  void ChooseClass(const QString& name);
  void Stroke(int count, int points);
  void Line(QPointF from, QPointF to);
  void DragHead(int count, int points);
  void TurnSetting(const QString& key, int count);
  void Zoom(int count);
  void Pan(int count);
  void StepHistory(int count, bool back);
  void Press(const QString& keys);
  void Close();
  void Grab(const QString& file);

  /// Waits for the moment of the next input, which is given to the window then.
  void Give(QWidget* receiver, const std::function<void()>& input);
  /// Of the left button, over the canvas.
  void GiveMouse(int event_type, QPointF position);
  void GiveWheel(QWidget* widget, int notches);
  /// Along a line over the canvas: press, points, release.
  void GiveDrag(QPointF from, QPointF step, int points);
  /// From here on the engine's answer to the document as it is now is waited for.
  void ExpectPreview(Clock::time_point when);
  void HandleShown();
  void WaitUntil(const std::function<bool()>& is_there, int limit_ms);
  void Settle();
  void WaitForResult();
  void WaitForFrames();
  [[noreturn]] void Refuse(const QString& reason) const;

  struct Expected {
    quint64 revision = 0;
    Clock::time_point when;
  };

  MainWindow* window_;
  CanvasView* canvas_;
  LatencyMeter meter_;
  QString folder_;
  QString script_;
  const MeasureStep* step_ = nullptr;
  std::vector<Expected> expected_;
  Clock::time_point next_input_;
  Clock::time_point last_input_;
};

}  // namespace heser
