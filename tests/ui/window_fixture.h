#pragma once

#include <QAction>
#include <QTest>

#include "tests/app/fake_engine.h"
#include "tests/ui/commands.h"
#include "ui/main_window.h"

namespace heser::test {

/// The shown window over an engine that the test steers.
struct WindowFixture {
  std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
  MainWindow window{FakeEngineFactory(control)};

  WindowFixture() {
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) {
      QTest::qFail("the window does not appear", __FILE__, __LINE__);
    }
  }
  ~WindowFixture() { control->holds = false; }
  SwapDocument* document() { return window.session()->document(); }
  SwapRunner* runner() { return window.session()->runner(); }
  QAction* Action(const QString& text) { return FindCommand(window, text); }
  void LoadPhotos() { document()->SetPhotos({MakePhoto("a"), MakePhoto("b")}, MakePhoto("t")); }
};

}  // namespace heser::test
