#pragma once

#include <QPainter>
#include <QTest>
#include <memory>

#include "tests/app/fake_engine.h"
#include "tests/ui/commands.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"

namespace heser::test {

/// A window on whose masks is painted. The target is 96 x 64 pixels, shown 1:1 in the middle of the
/// canvas; its middle 48 x 32 were found to be hair.
struct PaintFixture {
  std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
  MainWindow window{FakeEngineFactory(control)};
  CanvasView* canvas = nullptr;

  explicit PaintFixture(const PhotoHandle& target = MakePhoto("t")) {
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) {
      QTest::qFail("the window does not appear", __FILE__, __LINE__);
    }
    document()->SetPhotos({MakePhoto("a")}, target);
    window.session()->runner()->Start();
    if (!QTest::qWaitFor([this] { return window.session()->runner()->IsOutcomeCurrent(); },
                         20000)) {
      QTest::qFail("the swap does not end", __FILE__, __LINE__);
    }
    canvas = window.findChild<CanvasView*>();
    Trigger("Masks");
  }
  SwapDocument* document() { return window.session()->document(); }
  PaintDesk* desk() { return window.session()->paint_desk(); }
  void Trigger(const QString& text) { TriggerCommand(window, text); }
  /// With a brush of 5 pixels that clones; false if that does not come about.
  bool ShowFill() {
    SwapRunner* runner = window.session()->runner();
    control->blends = true;
    runner->Start();
    const bool is_blended =
        QTest::qWaitFor([runner] { return runner->outcome()->result.blend != nullptr; }, 20000);
    Trigger("Background Fill");
    Trigger("Brush");
    desk()->SetRadius(5);
    return is_blended;
  }
  QPoint PlaceOf(int x, int y) { return canvas->rect().center() + QPoint(x - 48, y - 32); }
  /// What the canvas shows of a pixel, with the colours over the picture as strong as can be.
  QColor ShownAt(int x, int y) {
    canvas->SetOverlayOpacity(1);
    const double ratio = canvas->devicePixelRatio();
    return canvas->grab().toImage().pixelColor(PlaceOf(x, y) * ratio);
  }
  std::uint8_t EditAt(int x, int y) {
    const EditHandle& edits = document()->target()->labels;
    return edits ? edits->At(x, y) : 0;
  }
};

/// Black where hair was found and on to this column, white elsewhere.
inline PhotoHandle BlackUpToColumn(int column) {
  QImage image(96, 64, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter(&image).fillRect(24, 16, column - 24, 32, Qt::black);
  return PhotoFromImage(image, "t");
}

}  // namespace heser::test
