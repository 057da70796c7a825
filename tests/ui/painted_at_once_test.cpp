#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>

#include "tests/ui/paint_fixture.h"

namespace heser {

using test::BlackUpToColumn;
using Fixture = test::PaintFixture;

/// Strokes, undo and redo show in the next frame, before the engine has seen them.
class PaintedAtOnceTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("PaintedAtOnceTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void StrokesOnMasksAndTheirUndoingShowBeforeTheEngineHasSeenThem() {
    Fixture f;
    f.control->holds = f.control->holds_previews = true;
    f.desk()->SetLabel(Label::kSkin);
    f.desk()->SetRadius(8);
    f.Trigger("Brush");
    const QColor before = f.ShownAt(48, 32);
    const QColor beside = f.ShownAt(30, 20);
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(48, 32));
    const QColor painted = f.ShownAt(48, 32);
    QVERIFY(painted != before);
    QCOMPARE(f.ShownAt(30, 20), beside);
    const auto& legend = f.canvas->content().legend;
    QVERIFY(std::ranges::any_of(
        legend, [](const CanvasLegendEntry& entry) { return entry.label == Label::kSkin; }));
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(48, 32), before);
    f.document()->undo_stack()->redo();
    QCOMPARE(f.ShownAt(48, 32), painted);
    f.desk()->SetTool(PaintTool::kEraser);
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(30, 20));
    QCOMPARE(f.ShownAt(30, 20), QColor(Qt::gray));

    // Once the engine has it, it looks the same.
    f.control->holds = f.control->holds_previews = false;
    QTRY_VERIFY(f.window.session()->runner()->IsOutcomeCurrent());
    QVERIFY(f.canvas->content().overlay_patches.empty());
    QCOMPARE(f.ShownAt(48, 32), painted);
    QCOMPARE(f.ShownAt(30, 20), QColor(Qt::gray));

    // And what the engine has is taken back without it.
    f.control->holds = f.control->holds_previews = true;
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(30, 20), beside);
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(48, 32), before);
    f.control->holds = f.control->holds_previews = false;
  }

  void MasksStayAsFineAsTheyAreWhileSomethingElseIsPreviewed() {
    Fixture f;
    const auto overlay = [&] { return f.canvas->content().overlay.picture.Full(); };
    const QImage fine = overlay();
    QVERIFY(!fine.isNull());
    f.control->holds = true;
    const auto preview = [&](const char* key, double value) {
      f.document()->SetSetting(key, value, 0);
      return QTest::qWaitFor([&] {
        const SwapRunner& runner = *f.window.session()->runner();
        return runner.shown() != runner.outcome() &&
               runner.shown()->snapshot.revision == f.document()->revision();
      });
    };
    QVERIFY(preview("aligner.expression", 0.125));
    QVERIFY(overlay() == fine);
    QVERIFY(!f.canvas->content().legend.empty());
    // Read in another way they are others.
    QVERIFY(preview("analyzer.view_above", 1.5));
    QVERIFY(overlay() != fine);
    f.control->holds = false;
  }

  void StrokesOnTheMatteAndTheirUndoingShowBeforeTheEngineHasSeenThem() {
    Fixture f;
    f.desk()->SetPrefersMatte(true);
    f.desk()->SetRadius(8);
    f.Trigger("Brush");
    QTRY_VERIFY(!f.canvas->content().overlay.picture.IsEmpty());
    f.control->holds = f.control->holds_previews = true;
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(48, 32));
    const QColor painted = f.ShownAt(48, 32);
    QVERIFY(painted != QColor(Qt::gray));
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(48, 32), QColor(Qt::gray));
    f.document()->undo_stack()->redo();
    QCOMPARE(f.ShownAt(48, 32), painted);
    f.control->holds = f.control->holds_previews = false;
  }

  void StrokesOnTheBlendRegionAndTheirUndoingShowBeforeTheEngineHasSeenThem() {
    Fixture f;
    QVERIFY(f.ShowFill());
    f.Trigger("Blend Region");
    f.control->holds = f.control->holds_previews = true;
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(48, 32));
    QVERIFY(f.document()->target()->region != nullptr);
    const QColor painted = f.ShownAt(48, 32);
    QVERIFY(painted != QColor(Qt::gray));
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(48, 32), QColor(Qt::gray));
    f.control->holds = f.control->holds_previews = false;
  }

  void ClonedPixelsAndTheirUndoingShowBeforeTheEngineHasSeenThem() {
    Fixture f(BlackUpToColumn(48));
    QVERIFY(f.ShowFill());
    f.control->holds = f.control->holds_previews = true;
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(36, 32));  // Where from.
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(80, 32));
    QTRY_VERIFY(f.document()->fill() != nullptr);
    QCOMPARE(f.ShownAt(80, 32), QColor(Qt::black));
    f.document()->undo_stack()->undo();
    QCOMPARE(f.ShownAt(80, 32), QColor(Qt::white));
    f.document()->undo_stack()->redo();
    QCOMPARE(f.ShownAt(80, 32), QColor(Qt::black));
    f.control->holds = f.control->holds_previews = false;
  }
};

}  // namespace heser

QTEST_MAIN(heser::PaintedAtOnceTest)
#include "painted_at_once_test.moc"
