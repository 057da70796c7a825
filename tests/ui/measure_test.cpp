#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "engine/core/error.h"
#include "tests/app/fake_engine.h"
#include "ui/main_window.h"
#include "ui/measure/measure_report.h"
#include "ui/measure/window_driver.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;

/// Measuring scripts on the real window. How long things take is nobody's business here.
class MeasureTest : public QObject {
  Q_OBJECT

 private:
  QString Script(const QByteArray& text) {
    QFile file(folder_.filePath("script.txt"));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
      QTest::qFail("the script cannot be written", __FILE__, __LINE__);
    }
    return file.fileName();
  }
  std::vector<StepFigures> Play(const QByteArray& text) {
    MainWindow window(FakeEngineFactory(std::make_shared<EngineControl>()));
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) {
      QTest::qFail("the window does not appear", __FILE__, __LINE__);
    }
    const QString script = Script(text);
    WindowDriver driver(&window, folder_.path());
    auto figures = driver.Play(ReadMeasureScript(script), script);
    window.session()->project_desk()->ForgetRecovery();
    return figures;
  }
  bool Refuses(const QByteArray& text) {
    try {
      Play(text);
    } catch (const Error& error) {
      return error.kind() == ErrorKind::kBadFile;
    }
    return false;
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("MeasureTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    QImage photo(480, 360, QImage::Format_RGB32);
    photo.fill(Qt::gray);
    QVERIFY(photo.save(folder_.filePath("a photo.png")));
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void EveryInputOfAScriptIsFollowedByAFrame() {
    const std::vector<StepFigures> steps = Play(
        "window 1500 800  # small\n"
        "\n"
        "open \"a photo.png\" \"a photo.png\"\n"
        "swap\n"
        "view masks\n"
        "tool brush\n"
        "class matte\n"
        "brush 4\n"
        "stroke 2 10\n"
        "line 100 100 200 150\n"
        "undo 2\n"
        "redo 1\n"
        "rest\n"
        "view result\n"
        "zoom 4\n"
        "pan 4\n"
        "setting aligner.expression 4\n"
        "press Alt+2\n"
        "press Ctrl+E\n"
        "close\n"
        "press Ctrl+B\n"
        "grab batch.png\n"
        "close\n"
        "grab window.png\n");
    const std::pair<const char*, int> inputs[] = {{"window 1500 800", 0},
                                                  {"open \"a photo.png\" \"a photo.png\"", 0},
                                                  {"swap", 0},
                                                  {"view masks", 1},
                                                  {"tool brush", 0},
                                                  {"class matte", 0},
                                                  {"brush 4", 0},
                                                  {"stroke 2 10", 24},
                                                  {"line 100 100 200 150", 62},
                                                  {"undo 2", 2},
                                                  {"redo 1", 1},
                                                  {"rest", 0},
                                                  {"view result", 1},
                                                  {"zoom 4", 4},
                                                  {"pan 4", 4},
                                                  {"setting aligner.expression 4", 4},
                                                  {"press Alt+2", 0},
                                                  {"press Ctrl+E", 0},
                                                  {"close", 0},
                                                  {"press Ctrl+B", 0},
                                                  {"grab batch.png", 0},
                                                  {"close", 0},
                                                  {"grab window.png", 0}};
    QCOMPARE(steps.size(), std::size(inputs));
    for (std::size_t i = 0; i < steps.size(); ++i) {
      QCOMPARE(steps[i].step, QString(inputs[i].first));
      QCOMPARE(static_cast<int>(steps[i].frames.size()), inputs[i].second);
      QCOMPARE(steps[i].own_frames.size(), steps[i].frames.size());
      QCOMPARE(steps[i].unseen, 0);
      QVERIFY(steps[i].longest_stall > 0);
      QVERIFY(std::ranges::all_of(steps[i].frames, [](double time) { return time > 0; }));
    }
    QCOMPARE(steps[7].previews.size(), std::size_t(2));
    // The last notch comes back to what the result shows.
    QCOMPARE(steps[15].previews.size(), std::size_t(3));
    QCOMPARE(QImage(folder_.filePath("window.png")).width(), 1500);
    QVERIFY(QImage(folder_.filePath("batch.png")).width() < 1500);
    QCOMPARE(QString(MeasureTable(steps)).count('\n'), std::ssize(steps) + 1);
    const QJsonArray lines = QJsonDocument::fromJson(MeasureJson(steps))["steps"].toArray();
    QCOMPARE(lines.size(), std::ssize(steps));
    const QJsonObject stroke = lines[7].toObject();
    QCOMPARE(stroke["inputs"].toInt(), 24);
    QCOMPARE(stroke["frame_ms"]["worst"].toDouble(), std::ranges::max(steps[7].frames));
    QVERIFY(stroke["frame_ms"]["median"].toDouble() <= stroke["frame_ms"]["p99"].toDouble());
    QVERIFY(stroke.contains("stall_ms") && stroke.contains("own_ms") &&
            stroke.contains("preview_ms"));
  }

  void QuantilesAreValuesThatOccur() {
    QCOMPARE(QuantileOf({3, 1, 2, 4}, 0.5), 2.0);
    QCOMPARE(QuantileOf({3, 1, 2, 4}, 0.99), 4.0);
    QCOMPARE(QuantileOf({5}, 0), 5.0);
  }

  void WhatCannotBeDoneIsRefused_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("unknown step") << QByteArray("jump 3");
    QTest::newRow("a number is missing") << QByteArray("stroke");
    QTest::newRow("no number") << QByteArray("zoom in");
    QTest::newRow("a word too many") << QByteArray("rest now");
    QTest::newRow("no photo") << QByteArray("open none.png");
    QTest::newRow("nothing to swap") << QByteArray("swap");
    QTest::newRow("no such view") << QByteArray("view inside");
    QTest::newRow("a class that is none") << QByteArray("class beard");
    QTest::newRow("nothing to paint on") << QByteArray("tool brush");
    QTest::newRow("no tool") << QByteArray("stroke 1");
    QTest::newRow("no head") << QByteArray("drag-head 1");
    QTest::newRow("no such setting") << QByteArray("setting aligner.none 1");
    QTest::newRow("no such keys") << QByteArray("press Ctrl+Alt+F9");
    QTest::newRow("no such folder") << QByteArray("grab none/window.png");
    QTest::newRow("no history") << QByteArray("undo 1");
  }
  void WhatCannotBeDoneIsRefused() {
    QFETCH(const QByteArray, script);
    QVERIFY(Refuses(script));
  }

  void ALineThatIsWrongSaysWhy_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such step") << QByteArray("hop 3")
                                  << "hop 3: there is no such step, only window";
    QTest::newRow("too few") << QByteArray("window 100")
                             << "window 100: is written window WIDTH HEIGHT";
    QTest::newRow("too many") << QByteArray("undo 1 2") << "is written undo COUNT";
    QTest::newRow("no number") << QByteArray("brush big") << "big is no whole number from 1 to";
    QTest::newRow("quotes alone") << QByteArray("\"\"") << "there is no such step";
    QTest::newRow("a picture") << QByteArray("\xff\xd8\xff\xe0") << "what stands there is no text";
    QTest::newRow("view") << QByteArray("view inside") << "no such view, only result, target";
    QTest::newRow("class") << QByteArray("class beard") << "no such class, only background";
  }
  void ALineThatIsWrongSaysWhy() {
    QFETCH(const QByteArray, line);
    QFETCH(const QString, reason);
    try {
      Play("# a comment\n" + line + "\n");
      QFAIL("was played");
    } catch (const Error& error) {
      const QString detail = QString::fromStdString(error.detail());
      QVERIFY2(detail.startsWith("line 2, ") && detail.contains(reason), qPrintable(detail));
    }
  }

  void AMissingScriptIsNamed() {
    QVERIFY_EXCEPTION_THROWN(ReadMeasureScript(folder_.filePath("none.txt")), Error);
  }

 private:
  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_MAIN(heser::MeasureTest)
#include "measure_test.moc"
