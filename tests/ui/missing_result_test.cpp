#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>

#include "tests/app/fake_engine.h"
#include "tests/ui/commands.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/paint_bar.h"
#include "ui/run_box.h"
#include "ui/view_bar.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

/// What views show before there is a result: never something that looks like one and is none.
class MissingResultTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    QTemporaryDir recovery;
    MainWindow window{FakeEngineFactory(control), {}, recovery.path()};
    CanvasView* canvas = window.findChild<CanvasView*>();

    Fixture() { window.show(); }
    ~Fixture() { window.session()->project_desk()->ForgetRecovery(); }
    SwapSession* session() { return window.session(); }
    const CanvasContent& Shown() { return canvas->content(); }
    bool Save(const QString& path) {
      QSignalSpy saved(session()->project_desk(), &ProjectDesk::Saved);
      session()->project_desk()->Save(path);
      return QTest::qWaitFor([&] { return saved.count() > 0; }, 20000);
    }
    bool Open(const QString& path) {
      QSignalSpy opened(session()->project_desk(), &ProjectDesk::Opened);
      session()->project_desk()->Open(path);
      return QTest::qWaitFor([&] { return opened.count() > 0; }, 20000);
    }
  };

  static QColor MiddleOf(const PlacedPicture& placed) {
    const QImage image = placed.picture.Full();
    return image.pixelColor(image.rect().center());
  }
  static bool IsNear(QColor a, QColor b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
               std::abs(a.blue() - b.blue()) <
           12;
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("MissingResultTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void TheTargetIsDimmedAndSaysWhatIsMissing() {
    Fixture f;
    f.session()->document()->SetTarget(MakePhoto("t"));
    QVERIFY(f.Shown().is_dimmed);
    QVERIFY(f.Shown().hint.contains("photo of the head"));
    f.control->holds = true;
    f.session()->document()->InsertSources({MakePhoto("a")}, 0);
    QVERIFY(f.session()->runner()->IsRunning());
    QVERIFY(f.Shown().is_dimmed);
    QVERIFY(f.Shown().hint.startsWith("Making"));
    f.control->holds = false;
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QVERIFY(!f.Shown().is_dimmed);
    QVERIFY(f.Shown().hint.isEmpty());
  }

  void AToolIsTakenUpWhileTheMasksAreMade() {
    Fixture f;
    f.control->holds = true;
    f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    f.session()->runner()->Start();
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kMasks);
    QAction* brush =
        f.window.findChild<PaintBar*>()->tool_actions().at(static_cast<int>(PaintTool::kBrush));
    QVERIFY(brush->isEnabled());
    brush->trigger();
    QVERIFY(f.Shown().hint.startsWith("You can paint"));
    QVERIFY(!f.session()->paint_desk()->IsPainting());
    f.control->holds = false;
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QCOMPARE(f.session()->paint_desk()->tool(), PaintTool::kBrush);
    QVERIFY(f.session()->paint_desk()->IsPainting());
    QVERIFY(f.Shown().hint.isEmpty());
    // Where nothing is painted no tool looks chosen.
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kResult);
    for (const QAction* tool : f.window.findChild<PaintBar*>()->tool_actions()) {
      QVERIFY(!tool->isChecked() && !tool->isEnabled());
    }
  }

  void ASwapThatFailedSaysSoAndWhatToDo() {
    Fixture f;
    f.control->fails = true;
    f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(f.session()->runner()->failure().has_value());
    QTRY_VERIFY2(f.Shown().hint.startsWith("The swap failed."), qPrintable(f.Shown().hint));
    QVERIFY(f.Shown().hint.contains("above Swap"));
    // That is where the reason is.
    const auto labels = f.window.findChild<RunBox*>()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
      return label->text().contains("No face was found in a");
    }));
    f.control->fails = false;
    f.session()->runner()->Start();
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QVERIFY(f.Shown().hint.isEmpty());
  }

  void TheTargetViewShowsTheTargetAsItIs() {
    Fixture f;
    f.session()->document()->SetTarget(MakePhoto("t"));
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kTarget);
    QVERIFY(!f.Shown().is_dimmed);
  }

  void AnOpenedProjectShowsItsSavedResultUntilThereIsANewOne() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    {
      // The stand-in for an engine gives the target back: a green one is a result to be known by.
      Fixture f;
      f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::green));
      QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
      QVERIFY(f.Save(path));
    }
    Fixture f;
    f.control->holds = true;
    QVERIFY(f.Open(path));
    QVERIFY(!f.Shown().is_dimmed);
    QVERIFY(f.Shown().hint.startsWith("As it was saved"));
    QCOMPARE(f.Shown().layers.size(), std::size_t(2));
    QVERIFY(IsNear(MiddleOf(f.Shown().layers.back()), Qt::green));
    QVERIFY(f.Shown().layers.back().place == f.Shown().layers.front().place);
    f.session()->runner()->Cancel();
    QVERIFY(f.Shown().hint.contains("Press Swap"));

    f.control->holds = false;
    f.session()->runner()->Start();
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QVERIFY(f.Shown().hint.isEmpty());
  }

  void AResultThatWasNotUpToDateIsNotSaved() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    Fixture f;
    f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    f.control->holds = f.control->holds_previews = true;
    f.session()->document()->SetSetting("aligner.expression", 0.25, 0);
    QVERIFY(f.Save(path));
    QVERIFY(f.Open(path));
    QVERIFY(f.Shown().is_dimmed);
    QVERIFY(f.session()->project_desk()->SavedResult().IsEmpty());
    f.control->holds = f.control->holds_previews = false;
  }

  void TheSizeOfThePictureThatIsShownStandsBelowIt() {
    Fixture f;
    f.control->blends = true;
    QLabel* label = nullptr;
    for (auto* some : f.window.statusBar()->findChildren<QLabel*>()) {
      if (some->accessibleName() == "Size of the picture") label = some;
    }
    QVERIFY(label != nullptr);
    QCOMPARE(label->text(), QString());
    f.session()->document()->SetPhotos({MakePhoto("a", Qt::blue, {90, 70})},
                                       MakePhoto("t", Qt::red, {320, 240}));
    QCOMPARE(label->text(), QString("320 × 240 pixels"));
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QCOMPARE(label->text(), QString("320 × 240 pixels"));
    // The masks of a source lie on its own photo.
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kMasks);
    auto* owners = f.window.findChild<ViewBar*>()->owner_box();
    owners->setCurrentIndex(owners->findText("of a"));
    QCOMPARE(label->text(), QString("90 × 70 pixels"));
    f.session()->document()->SetTarget(MakePhoto("u", Qt::red, {200, 100}));
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kTarget);
    QCOMPARE(label->text(), QString("200 × 100 pixels"));
    f.session()->project_desk()->StartAnew();
    QCOMPARE(label->text(), QString());
  }

  void OnlyAResultOfThePresentPhotosIsExportedAndMoved() {
    Fixture f;
    QAction* exports = test::FindCommand(f.window, "Export…");
    QAction* moves = test::FindCommand(f.window, "Move the Head");
    QAction* compares = f.window.findChild<ViewBar*>()->compare_action();
    const auto offers = [&] {
      return std::array{exports->isEnabled(), moves->isEnabled(), compares->isEnabled()};
    };
    constexpr std::array kAll{true, true, true};
    constexpr std::array kNone{false, false, false};
    QVERIFY(offers() == kNone);
    SwapDocument* document = f.session()->document();
    document->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QVERIFY(offers() == kAll);
    f.session()->runner()->SetFollowsChanges(false);
    document->SetSetting("aligner.expression", 0.3, 0);
    QVERIFY(offers() == kAll);
    document->SetTarget(MakePhoto("other"));
    QVERIFY(offers() == kNone);
    document->undo_stack()->undo();
    QVERIFY(offers() == kAll);
    // The target is the same, but the result shows somebody else's head.
    document->InsertSources({MakePhoto("b")}, 0);
    QVERIFY(!exports->isEnabled());
    document->undo_stack()->undo();
    QVERIFY(exports->isEnabled());
    const auto says_time = [&] {
      const auto labels = f.window.statusBar()->findChildren<QLabel*>();
      return std::ranges::any_of(
          labels, [](const QLabel* label) { return label->text().startsWith("Done in"); });
    };
    QVERIFY(!says_time());
    f.session()->runner()->Start();
    QTRY_VERIFY(says_time());
    f.session()->project_desk()->StartAnew();
    QVERIFY(offers() == kNone);
    QVERIFY(!says_time());
  }

  void AResultIsUpToDateAgainAfterUndo() {
    Fixture f;
    const auto says = [&](const QString& text) {
      const auto labels = f.window.findChild<RunBox*>()->findChildren<QLabel*>();
      return std::ranges::any_of(labels,
                                 [&](const QLabel* label) { return label->text().contains(text); });
    };
    SwapDocument* document = f.session()->document();
    document->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    f.session()->runner()->SetFollowsChanges(false);
    document->SetSetting("aligner.expression", 0.3, 0);
    QVERIFY(says("older than the last change"));
    document->undo_stack()->undo();
    QVERIFY(!says("older than the last change"));
    document->undo_stack()->redo();
    QVERIFY(says("older than the last change"));
    // Of another target there is no result that could be older.
    document->SetTarget(MakePhoto("other"));
    QVERIFY(!says("older than the last change"));
  }

  void ATargetWithoutAFaceIsNotOfferedToBeSwapped() {
    Fixture f;
    f.control->faces = 0;
    f.control->fail = [] { throw Error(ErrorKind::kNoFace, "t"); };
    f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(!f.session()->runner()->IsRunning());
    QTRY_VERIFY2(f.Shown().hint.startsWith("No face was found"), qPrintable(f.Shown().hint));
  }

  void AnotherTargetHasNoSavedResult() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    Fixture f;
    f.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QTRY_VERIFY(f.session()->runner()->IsOutcomeCurrent());
    QVERIFY(f.Save(path));
    QVERIFY(f.Open(path));
    QVERIFY(!f.session()->project_desk()->SavedResult().IsEmpty());
    f.session()->document()->SetTarget(MakePhoto("other"));
    QVERIFY(f.session()->project_desk()->SavedResult().IsEmpty());
  }
};

}  // namespace heser

QTEST_MAIN(heser::MissingResultTest)
#include "missing_result_test.moc"
