#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <string_view>

#include <unistd.h>

#include "app/messages.h"
#include "app/project/project_file.h"
#include "engine/core/process_memory.h"
#include "tests/ui/commands.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/notices.h"
#include "ui/start_page.h"

namespace heser {

/// Makes this program the process that is killed, or told to end.
inline constexpr char kWorkUntilKilled[] = "--work-until-killed";
inline constexpr char kWorkUntilTold[] = "--work-until-told";

/// A whole session in the real window with the real engine, as people work.
class SessionTest : public QObject {
  Q_OBJECT

 private:
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static constexpr int kPatience = 10;
#else
  static constexpr int kPatience = 1;
#endif
  static constexpr int kSwapLimitMs = 240000 * kPatience;
  static constexpr int kLimitMs = 60000 * kPatience;

  struct Fixture {
    MainWindow window{PipelineEngineFactory("cpu"), EngineFaceMeasure()};
    SwapSession& session = *window.session();
    SwapDocument& document = *session.document();
    CanvasView* canvas = nullptr;

    Fixture() {
      window.show();
      canvas = window.findChild<CanvasView*>();
    }
    void Trigger(const QString& text) { test::TriggerCommand(window, text); }
    bool WaitForResult() {
      return QTest::qWaitFor(
          [this] { return session.runner()->IsOutcomeCurrent() && !session.runner()->IsRunning(); },
          kSwapLimitMs);
    }
    /// From one place of the target to another, shares of its size.
    void Drag(QPointF from, QPointF to) {
      QTest::mousePress(canvas, Qt::LeftButton, {}, PlaceOf(from));
      const QPoint place = PlaceOf(to);
      QMouseEvent move(QEvent::MouseMove, place, canvas->mapToGlobal(place), Qt::NoButton,
                       Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(canvas, &move);
      QTest::mouseRelease(canvas, Qt::LeftButton, {}, place);
    }
    /// On the canvas, of a place of the target.
    QPoint PlaceOf(QPointF share) const {
      const QSizeF size = canvas->content().extent;
      return (QRectF(canvas->rect()).center() +
              QPointF((share.x() - 0.5) * size.width(), (share.y() - 0.5) * size.height()) *
                  canvas->zoom())
          .toPoint();
    }
  };

  /// What people did until the moment of the kill: `before` is in the copy for recovery, `after`
  /// came when that was written.
  static constexpr double kExpressionBefore = 0.125;
  static constexpr double kExpressionAfter = 0.875;
  static TileMap PaintedRegion() {
    TileMap region;
    region.Writable({2, 3}).fill(200);
    region.Writable({4, 3})[17] = 9;
    return region;
  }

  static QByteArray BytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 public:
  /// Files and settings of tests and not of the person who runs them.
  static void UseTestFolders() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("SessionTest");
    QStandardPaths::setTestModeEnabled(true);
  }

  /// The other process: works until a copy for recovery is written, goes on working, says so, and
  /// waits to be killed.
  static int WorkUntilKilled() {
    MainWindow window(PipelineEngineFactory("cpu"));
    SwapDocument& document = *window.session()->document();
    window.session()->runner()->SetFollowsChanges(false);
    window.show();
    window.session()->OpenFiles(StartPage::SamplePhotos());
    // Queued: a change from within a change would come before it on the undo stack.
    QObject::connect(
        &document, &SwapDocument::TargetChanged, &document,
        [&document] {
          if (document.target()->region == nullptr) {
            document.SetEdits({EditLayer::Kind::kRegion}, PaintedRegion(), "stroke", 0);
            document.SetSetting("aligner.expression", kExpressionBefore, 0);
          }
        },
        Qt::QueuedConnection);
    QObject::connect(window.session()->project_desk(), &ProjectDesk::RecoverySaved, &document,
                     [&document] {
                       document.SetSetting("aligner.expression", kExpressionAfter, 0);
                       std::puts("kept");
                       std::fflush(stdout);
                       for (;;) pause();  // No second copy.
                     });
    return QApplication::exec();
  }

  /// The other process: works, says so before any copy for recovery is due, and is told to end.
  static int WorkUntilTold() {
    MainWindow window(PipelineEngineFactory("cpu"));
    SwapDocument& document = *window.session()->document();
    window.session()->runner()->SetFollowsChanges(false);
    window.LeaveOnSignals();
    window.show();
    window.session()->OpenFiles(StartPage::SamplePhotos());
    QObject::connect(
        &document, &SwapDocument::TargetChanged, &document,
        [&document] {
          document.SetSetting("aligner.expression", kExpressionAfter, 0);
          std::puts("working");
          std::fflush(stdout);
        },
        Qt::QueuedConnection);
    return QApplication::exec();
  }

 private slots:
  void initTestCase() {
    ConfigureProcessThreads();  // As the editor: what is compared bit by bit needs one order of
                                // sums.
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(60))); }

  void WhatIsTouchedUpByHandIsSavedUndoneRedoneAndExportedAsRendered() {
    Fixture f;
    const QTemporaryDir folder;
    f.session.OpenFiles(StartPage::SamplePhotos());
    QTRY_VERIFY_WITH_TIMEOUT(f.document.IsSwappable(), kLimitMs);
    f.Trigger("Swap");
    QVERIFY(f.WaitForResult());
    const DocumentState untouched = f.document.state();

    // A batch over the same target gives the same file.
    const QString plain = folder.filePath("plain.png");
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.session.Export({}, plain);
    f.session.batch_desk()->Add({f.document.target()->photo->path});
    QTRY_VERIFY(!f.session.batch_desk()->IsListing());
    BatchChoices batch;
    batch.folder = folder.filePath("batch");
    f.session.batch_desk()->Start(batch);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session.batch_desk()->IsRunning(), kSwapLimitMs);
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, kLimitMs);
    const QString from_batch = f.session.batch_desk()->list()->items()[0].output;
    QVERIFY(!BytesOf(plain).isEmpty());
    QCOMPARE(BytesOf(from_batch), BytesOf(plain));

    f.Trigger("Masks");
    f.Trigger("Brush");
    f.Drag({0.40, 0.20}, {0.55, 0.20});
    QVERIFY(f.WaitForResult());
    f.session.paint_desk()->SetPrefersMatte(true);
    f.session.paint_desk()->SetOpacity(0.6);
    f.Trigger("Eraser");
    f.Drag({0.60, 0.20}, {0.65, 0.25});
    f.session.paint_desk()->SetPrefersMatte(false);
    QVERIFY(f.document.target()->matte != nullptr);
    f.Trigger("Blend Region");
    f.Trigger("Eraser");
    f.Drag({0.30, 0.70}, {0.40, 0.70});
    f.Trigger("Background Fill");
    f.Trigger("Brush");
    QTest::mouseClick(f.canvas, Qt::LeftButton, Qt::ControlModifier, f.PlaceOf({0.15, 0.30}));
    f.Drag({0.30, 0.25}, {0.35, 0.20});
    QTRY_VERIFY_WITH_TIMEOUT(f.document.fill() != nullptr, kLimitMs);
    QVERIFY(f.WaitForResult());
    f.Trigger("Move the Head");
    QVERIFY(f.canvas->content().head.has_value());
    f.Drag({0.50, 0.40}, {0.52, 0.39});
    f.Trigger("Move the Head");
    f.Trigger("Pick Skin Colour");
    f.Drag({0.50, 0.45}, {0.50, 0.45});
    f.document.SetSourceWeight(f.document.sources()[0].id, 0.5);
    QCOMPARE(f.document.undo_stack()->count(), 8);
    QVERIFY(f.WaitForResult());

    const DocumentState touched = f.document.state();
    f.document.undo_stack()->setIndex(1);
    QVERIFY(SameState(f.document.state(), untouched));
    f.document.undo_stack()->setIndex(8);
    QVERIFY(SameState(f.document.state(), touched));
    QVERIFY(f.WaitForResult());

    const QString project = folder.filePath("session.heser");
    QSignalSpy saved(f.session.project_desk(), &ProjectDesk::Saved);
    f.session.project_desk()->Save(project);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kLimitMs);
    f.session.Export({}, folder.filePath("edited.png"));
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 2, kLimitMs);

    QProcess render;
    render.start(QStringLiteral(HESER_COMMAND),
                 {"render", project, "--output", folder.filePath("rendered.png"), "--device", "cpu",
                  "--quiet"});
    QVERIFY(render.waitForFinished(kSwapLimitMs));
    QCOMPARE(render.exitCode(), 0);
    QVERIFY(!BytesOf(folder.filePath("edited.png")).isEmpty());
    QCOMPARE(BytesOf(folder.filePath("rendered.png")), BytesOf(folder.filePath("edited.png")));
  }

  void AfterAKillTheLastCopyIsOfferedAndNothingElse() {
    const QDir recovery(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                        "/recovery");
    QDir(recovery).removeRecursively();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {kWorkUntilKilled});
    QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 2 * kLimitMs);
    QCOMPARE(other.readLine().trimmed(), QByteArray("kept"));
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitStatus(), QProcess::CrashExit);
    QCOMPARE(recovery.entryList({"*.heser"}).size(), 1);

    Fixture f;
    auto* offer = f.window.findChild<Notices*>();
    QVERIFY(offer->isVisible());
    QPushButton* restore = nullptr;
    for (auto* button : offer->findChildren<QPushButton*>()) {
      if (button->text() == "Restore") restore = button;
    }
    QVERIFY(restore != nullptr);
    f.session.runner()->SetFollowsChanges(false);
    QSignalSpy opened(f.session.project_desk(), &ProjectDesk::Opened);
    restore->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kLimitMs);
    QCOMPARE(f.document.settings().aligner.expression, kExpressionBefore);
    QCOMPARE(f.document.sources().size(), std::size_t(1));
    const QStringList samples = StartPage::SamplePhotos();
    QCOMPARE(QByteArray::fromStdString(*f.document.sources()[0].photo->file), BytesOf(samples[0]));
    QCOMPARE(QByteArray::fromStdString(*f.document.target()->photo->file), BytesOf(samples[1]));
    QVERIFY(f.document.target()->region != nullptr);
    QVERIFY(*f.document.target()->region == PaintedRegion());
    QVERIFY(f.window.isWindowModified());
    f.session.project_desk()->ForgetRecovery();
  }

  void ToldToEndItKeepsUnsavedWorkFirst() {
    const QDir recovery(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                        "/recovery");
    QDir(recovery).removeRecursively();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {kWorkUntilTold});
    QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 2 * kLimitMs);
    QCOMPARE(other.readLine().trimmed(), QByteArray("working"));
    other.terminate();
    QVERIFY(other.waitForFinished(kLimitMs));
    QCOMPARE(other.exitStatus(), QProcess::NormalExit);
    QCOMPARE(other.exitCode(), kExitInterrupted);
    const std::vector<RecoveryFile> found = FindRecoveryFiles(recovery.path());
    QCOMPARE(found.size(), std::size_t(1));
    const OpenedProject kept = ReadProject(found.front().path.toStdString());
    QCOMPARE(kept.state.settings.aligner.expression, kExpressionAfter);
    QVERIFY(kept.state.target.photo != nullptr);
    RemoveRecoveryFile(found.front());
  }
};

}  // namespace heser

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  heser::SessionTest::UseTestFolders();
  if (argc == 2 && argv[1] == std::string_view(heser::kWorkUntilKilled)) {
    return heser::SessionTest::WorkUntilKilled();
  }
  if (argc == 2 && argv[1] == std::string_view(heser::kWorkUntilTold)) {
    const int code = heser::SessionTest::WorkUntilTold();
    // As the editor: engines that are still being made must not outlive what they use.
    heser::WorkerThread::WaitForLeftovers(std::chrono::seconds(60));
    return code;
  }
  heser::SessionTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "session_test.moc"
