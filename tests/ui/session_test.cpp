#include <QAction>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/start_page.h"

namespace heser {

/// A whole session in the real window with the real engine, as people work.
class SessionTest : public QObject {
  Q_OBJECT

 private:
  static constexpr int kSwapLimitMs = 240000;

  struct Fixture {
    MainWindow window{PipelineEngineFactory("cpu")};
    SwapSession& session = *window.session();
    SwapDocument& document = *session.document();
    CanvasView* canvas = nullptr;

    Fixture() {
      window.show();
      canvas = window.findChild<CanvasView*>();
    }
    void Trigger(const QString& text) {
      for (QAction* action : window.findChildren<QAction*>()) {
        if (action->text().remove('&') == text) {
          action->trigger();
          return;
        }
      }
      QTest::qFail(qPrintable("no command " + text), __FILE__, __LINE__);
    }
    bool WaitForResult() {
      return QTest::qWaitFor(
          [this] { return session.runner()->IsOutcomeCurrent() && !session.runner()->IsRunning(); },
          kSwapLimitMs);
    }
    /// From one place of the target to another, shares of its size.
    void Drag(QPointF from, QPointF to) {
      const QSizeF size = canvas->content().extent;
      const auto place = [&](QPointF share) {
        return (QRectF(canvas->rect()).center() +
                QPointF((share.x() - 0.5) * size.width(), (share.y() - 0.5) * size.height()) *
                    canvas->zoom())
            .toPoint();
      };
      QTest::mousePress(canvas, Qt::LeftButton, {}, place(from));
      QMouseEvent move(QEvent::MouseMove, place(to), canvas->mapToGlobal(place(to)), Qt::NoButton,
                       Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(canvas, &move);
      QTest::mouseRelease(canvas, Qt::LeftButton, {}, place(to));
    }
  };

  static QByteArray BytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("SessionTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(60))); }

  void WhatIsTouchedUpByHandIsSavedUndoneRedoneAndExportedAsRendered() {
    Fixture f;
    const QTemporaryDir folder;
    f.session.OpenFiles(StartPage::SamplePhotos());
    QTRY_VERIFY_WITH_TIMEOUT(f.document.IsSwappable(), 60000);
    f.Trigger("Swap");
    QVERIFY(f.WaitForResult());
    const DocumentState untouched = f.document.state();

    f.Trigger("Masks");
    f.Trigger("Brush");
    f.Drag({0.40, 0.20}, {0.55, 0.20});
    QVERIFY(f.WaitForResult());
    f.Trigger("Blend Region");
    f.Trigger("Eraser");
    f.Drag({0.30, 0.70}, {0.40, 0.70});
    f.Trigger("Move the Head");
    QVERIFY(f.canvas->content().head.has_value());
    f.Drag({0.50, 0.40}, {0.52, 0.39});
    f.Trigger("Move the Head");
    f.Trigger("Pick Skin Colour");
    f.Drag({0.50, 0.45}, {0.50, 0.45});
    f.document.SetSourceWeight(f.document.sources()[0].id, 0.5);
    QCOMPARE(f.document.undo_stack()->count(), 6);
    QVERIFY(f.WaitForResult());

    const DocumentState touched = f.document.state();
    f.document.undo_stack()->setIndex(1);
    QVERIFY(SameState(f.document.state(), untouched));
    f.document.undo_stack()->setIndex(6);
    QVERIFY(SameState(f.document.state(), touched));
    QVERIFY(f.WaitForResult());

    const QString project = folder.filePath("session.heser");
    QSignalSpy saved(f.session.project_desk(), &ProjectDesk::Saved);
    f.session.project_desk()->Save(project);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 60000);
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.session.Export({}, folder.filePath("edited.png"));
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 60000);

    QProcess render;
    render.start(QStringLiteral(HESER_COMMAND),
                 {"render", project, "--output", folder.filePath("rendered.png"), "--device", "cpu",
                  "--quiet"});
    QVERIFY(render.waitForFinished(kSwapLimitMs));
    QCOMPARE(render.exitCode(), 0);
    QVERIFY(!BytesOf(folder.filePath("edited.png")).isEmpty());
    QCOMPARE(BytesOf(folder.filePath("rendered.png")), BytesOf(folder.filePath("edited.png")));
  }
};

}  // namespace heser

QTEST_MAIN(heser::SessionTest)
#include "session_test.moc"
