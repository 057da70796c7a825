#include "ui/measure/window_driver.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QDir>
#include <QMouseEvent>
#include <QPointer>
#include <QSlider>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/setting_row.h"
#include "ui/view_bar.h"

namespace heser {
namespace {

/// Mice report 125 times a second.
constexpr std::chrono::milliseconds kInputInterval{8};
/// What a frame or a preview is waited for at the end of a step.
constexpr int kLastFramesMs = 1000;
constexpr int kLastPreviewMs = 20000;
/// In which a window has found its layout and a dialog has filled itself.
constexpr int kSettlingMs = 1000;
constexpr int kUsualPoints = 60;
constexpr int kWheelNotch = 120;

const QStringList kViewNames = {"result", "target", "head", "masks", "colors", "region", "fill"};
const QStringList kToolNames = {"move", "brush", "eraser", "restore", "lasso", "fill"};

/// The dialog in front, the window's own ones that leave it usable among them; null: none.
QWidget* OpenDialog(const QWidget* window) {
  if (QWidget* modal = QApplication::activeModalWidget()) return modal;
  const auto dialogs = window->findChildren<QDialog*>();
  const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
  return open == dialogs.end() ? nullptr : *open;
}

}  // namespace

WindowDriver::WindowDriver(MainWindow* window, const QString& folder)
    : window_(window),
      canvas_(window->findChild<CanvasView*>()),
      meter_(QCoreApplication::instance()),
      folder_(folder) {
  const SwapRunner* runner = window_->session()->runner();
  // The window's own connections are older: it has taken the answer over by then.
  for (auto signal : {&SwapRunner::PreviewChanged, &SwapRunner::OutcomeChanged}) {
    QObject::connect(runner, signal, &meter_, [this] { HandleShown(); });
  }
  QObject::connect(runner, &SwapRunner::RunningChanged, &meter_, [this] { HandleShown(); });
}

std::vector<StepFigures> WindowDriver::Play(const std::vector<MeasureStep>& steps,
                                            const QString& script) {
  script_ = script;
  std::vector<StepFigures> figures;
  for (const MeasureStep& step : steps) {
    step_ = &step;
    meter_.Begin(step.text);
    next_input_ = Clock::now();
    Perform(step);
    WaitForFrames();
    figures.push_back(meter_.Take());
  }
  return figures;
}

void WindowDriver::Perform(const MeasureStep& step) {
  const int count = step.NumberOr(0, 1);
  switch (step.action) {
    case MeasureAction::kWindow:
      window_->resize(count, step.NumberOr(1, count));
      return Settle();
    case MeasureAction::kOpen:
      return Open(step);
    case MeasureAction::kSwap:
      return Swap();
    case MeasureAction::kRest:
      return WaitForResult();
    case MeasureAction::kView:
      return SwitchView(step.words.front());
    case MeasureAction::kTool:
      return ChooseTool(step.words.front());
    case MeasureAction::kClass:
      return ChooseClass(step.words.front());
    case MeasureAction::kBrush:
      return window_->session()->paint_desk()->SetRadius(count);
    case MeasureAction::kStroke:
      return Stroke(count, step.NumberOr(1, kUsualPoints));
    case MeasureAction::kLine:
      return Line(QPointF(count, step.numbers[1]), QPointF(step.numbers[2], step.numbers[3]));
    case MeasureAction::kDragHead:
      return DragHead(count, step.NumberOr(1, kUsualPoints));
    case MeasureAction::kSetting:
      return TurnSetting(step.words.front(), count);
    case MeasureAction::kZoom:
      return Zoom(count);
    case MeasureAction::kPan:
      return Pan(count);
    case MeasureAction::kUndo:
      return StepHistory(count, true);
    case MeasureAction::kRedo:
      return StepHistory(count, false);
    case MeasureAction::kPress:
      return Press(step.words.front());
    case MeasureAction::kClose:
      return Close();
    case MeasureAction::kGrab:
      return Grab(step.words.front());
  }
}

void WindowDriver::Open(const MeasureStep& step) {
  QStringList paths;
  for (const QString& photo : step.words) paths.push_back(QDir(folder_).filePath(photo));
  SwapSession* session = window_->session();
  const quint64 before = session->document()->revision();
  bool fails = false;
  const auto connection = QObject::connect(session->photo_desk(), &PhotoDesk::LoadFailed, &meter_,
                                           [&fails] { fails = true; });
  session->OpenFiles(paths);
  WaitUntil([&] { return fails || session->document()->revision() != before; }, kLongestWaitMs);
  QObject::disconnect(connection);
  if (fails) Refuse("a photo cannot be read");
}

void WindowDriver::Swap() {
  SwapSession* session = window_->session();
  if (!session->document()->IsSwappable()) Refuse("photos are missing");
  session->runner()->Start();
  WaitForResult();
}

void WindowDriver::SwitchView(const QString& name) {
  const qsizetype number = kViewNames.indexOf(name);
  if (number < 0) Refuse("there is no such view, only " + kViewNames.join(", "));
  auto* bar = window_->findChild<ViewBar*>();
  Give(canvas_, [&] { bar->view_actions().at(number)->trigger(); });
}

void WindowDriver::ChooseTool(const QString& name) {
  const qsizetype number = kToolNames.indexOf(name);
  if (number < 0) Refuse("there is no such tool, only " + kToolNames.join(", "));
  PaintDesk* desk = window_->session()->paint_desk();
  if (!desk->layer()) Refuse("nothing can be painted in this view");
  desk->SetTool(static_cast<PaintTool>(number));
}

void WindowDriver::ChooseClass(const QString& name) {
  PaintDesk* desk = window_->session()->paint_desk();
  desk->SetPrefersMatte(name == QLatin1String("matte"));
  if (desk->prefers_matte()) return;
  QStringList known_names;
  for (int number = 0; number < kLabelCount; ++number) {
    const auto label = static_cast<Label>(number);
    const std::string_view known = LabelName(label);
    known_names << QString::fromLatin1(known.data(), static_cast<qsizetype>(known.size()));
    if (name == known_names.back()) {
      desk->SetLabel(label);
      return;
    }
  }
  Refuse("there is no such class, only " + known_names.join(", ") + " and matte");
}

void WindowDriver::Stroke(int count, int points) {
  if (!window_->session()->paint_desk()->IsPainting()) Refuse("no tool is chosen");
  const QPointF middle = QRectF(canvas_->rect()).center();
  for (int i = 0; i < count; ++i) {
    // Around the middle, each stroke in another direction.
    const double angle = 2.4 * i;
    const QPointF way(std::cos(angle), std::sin(angle));
    const double length = 0.3 * std::min(canvas_->width(), canvas_->height());
    GiveDrag(middle + QPointF(-way.y(), way.x()) * length * 0.4 - way * length / 2,
             way * length / points, points);
    ExpectPreview(last_input_);
  }
}

void WindowDriver::Line(QPointF from, QPointF to) {
  if (!window_->session()->paint_desk()->IsPainting()) Refuse("no tool is chosen");
  const QSizeF size = canvas_->content().extent;
  const double scale = canvas_->zoom() / canvas_->devicePixelRatioF();
  const QPointF middle(size.width() / 2, size.height() / 2);
  GiveDrag(QRectF(canvas_->rect()).center() + (from - middle) * scale,
           (to - from) * scale / kUsualPoints, kUsualPoints);
  ExpectPreview(last_input_);
}

void WindowDriver::DragHead(int count, int points) {
  if (!canvas_->content().head) Refuse("no head is shown");
  canvas_->SetHeadHandles(true);
  const QPointF picture_middle(canvas_->content().extent.width() / 2,
                               canvas_->content().extent.height() / 2);
  const QPointF middle =
      QRectF(canvas_->rect()).center() + (canvas_->content().head->box.center() - picture_middle) *
                                             (canvas_->zoom() / canvas_->devicePixelRatioF());
  for (int i = 0; i < count; ++i) {
    GiveDrag(middle, QPointF(i % 2 == 0 ? 0.5 : -0.5, 0), points);
    ExpectPreview(last_input_);
  }
  WaitForFrames();
  canvas_->SetHeadHandles(false);
}

void WindowDriver::TurnSetting(const QString& key, int count) {
  const auto rows = window_->findChildren<SettingRow*>();
  const auto row = std::ranges::find_if(rows, [&](const SettingRow* candidate) {
    return QString::fromStdString(candidate->key()) == key && candidate->isVisible();
  });
  auto* slider = row == rows.end() ? nullptr : (*row)->findChild<QSlider*>();
  if (slider == nullptr) Refuse("no slider of this setting is shown");
  const int down_first = slider->value() > slider->maximum() / 2 ? -1 : 1;
  // The wheel turns only what has the focus.
  window_->activateWindow();
  slider->setFocus();
  for (int i = 0; i < count; ++i) {
    GiveWheel(slider, i < (count + 1) / 2 ? down_first : -down_first);
    ExpectPreview(last_input_);
  }
}

void WindowDriver::Zoom(int count) {
  for (int i = 0; i < count; ++i) GiveWheel(canvas_, i < (count + 1) / 2 ? 1 : -1);
}

void WindowDriver::Pan(int count) {
  Qt::Key key = Qt::Key_Left;
  for (int i = 0; i < count; ++i) {
    Give(canvas_, [&] {
      QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
      QApplication::sendEvent(canvas_, &press);
    });
    key = key == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left;
  }
}

void WindowDriver::StepHistory(int count, bool back) {
  QUndoStack* history = window_->session()->document()->undo_stack();
  for (int i = 0; i < count; ++i) {
    if (!(back ? history->canUndo() : history->canRedo())) Refuse("the history has no more steps");
    Give(canvas_, [&] { back ? history->undo() : history->redo(); });
    ExpectPreview(last_input_);
    WaitForFrames();
    next_input_ = Clock::now();
  }
}

void WindowDriver::Press(const QString& keys) {
  const QKeySequence sequence(keys);
  const auto actions = window_->findChildren<QAction*>();
  const auto action = std::ranges::find_if(actions, [&](const QAction* candidate) {
    return candidate->isEnabled() && candidate->shortcuts().contains(sequence);
  });
  if (action == actions.end()) Refuse("no command has these keys now");
  (*action)->trigger();
}

void WindowDriver::Close() {
  const QPointer<QWidget> dialog = OpenDialog(window_);
  if (dialog == nullptr) Refuse("no dialog is open");
  dialog->close();
  const auto is_closed = [&] { return dialog == nullptr || !dialog->isVisible(); };
  WaitUntil(is_closed, kSettlingMs);
  if (!is_closed()) Refuse("the dialog stays open");
}

void WindowDriver::Settle() {
  WaitUntil([] { return false; }, kSettlingMs);
}

void WindowDriver::Grab(const QString& file) {
  Settle();
  QWidget* dialog = OpenDialog(window_);
  const QPixmap picture = dialog != nullptr ? dialog->grab() : window_->grab();
  if (!picture.save(QDir(folder_).filePath(file))) Refuse("the picture cannot be saved");
}

void WindowDriver::Give(QWidget* receiver, const std::function<void()>& input) {
  WaitUntil([this] { return Clock::now() >= next_input_; }, kLongestWaitMs);
  last_input_ = next_input_;
  // What the window was too busy for comes late, and counts from when it was due.
  meter_.NoteInput(receiver, last_input_);
  input();
  next_input_ += kInputInterval;
}

void WindowDriver::GiveMouse(int event_type, QPointF position) {
  Give(canvas_, [&] {
    const auto type = static_cast<QEvent::Type>(event_type);
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, position, canvas_->mapToGlobal(position), button, held, Qt::NoModifier);
    QApplication::sendEvent(canvas_, &event);
  });
}

void WindowDriver::GiveWheel(QWidget* widget, int notches) {
  Give(widget, [&] {
    const QPointF middle = QRectF(widget->rect()).center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, kWheelNotch * notches},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
  });
}

void WindowDriver::GiveDrag(QPointF from, QPointF step, int points) {
  GiveMouse(QEvent::MouseButtonPress, from);
  for (int i = 1; i <= points; ++i) GiveMouse(QEvent::MouseMove, from + step * i);
  GiveMouse(QEvent::MouseButtonRelease, from + step * points);
}

void WindowDriver::ExpectPreview(Clock::time_point when) {
  const SwapRunner* runner = window_->session()->runner();
  // What comes back to the state of the result is followed by nothing.
  if (runner->outcome() && runner->FollowsChanges() && !runner->IsOutcomeCurrent()) {
    expected_.push_back({window_->session()->document()->revision(), when});
  }
}

void WindowDriver::HandleShown() {
  const SwapRunner* runner = window_->session()->runner();
  const auto shown = runner->shown();
  if (!shown) return;
  const bool is_current = shown == runner->outcome() && runner->IsOutcomeCurrent();
  std::erase_if(expected_, [&](const Expected& expected) {
    if (!is_current && expected.revision > shown->snapshot.revision) return false;
    meter_.NotePreview(canvas_, expected.when);
    return true;
  });
}

void WindowDriver::WaitUntil(const std::function<bool()>& is_there, int limit_ms) {
  const QDeadlineTimer deadline(limit_ms);
  while (!is_there() && !deadline.hasExpired()) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
}

void WindowDriver::WaitForResult() {
  const SwapSession* session = window_->session();
  WaitUntil([&] { return !session->runner()->IsRunning(); }, kLongestWaitMs);
  if (!session->runner()->IsOutcomeCurrent()) Refuse("the swap fails");
}

void WindowDriver::WaitForFrames() {
  WaitUntil([this] { return expected_.empty(); }, kLastPreviewMs);
  WaitUntil([this] { return !meter_.IsAwaitingFrames(); }, kLastFramesMs);
}

void WindowDriver::Refuse(const QString& reason) const {
  throw MeasureError(script_, *step_, reason);
}

}  // namespace heser
