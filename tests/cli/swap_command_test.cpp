#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "app/messages.h"
#include "tests/cli/heser_process.h"

namespace heser {

using test::FileBytes;
using test::InterruptHeser;
using test::IsOneSentence;
using test::Outcome;
using test::RunHeser;
using test::Sample;

/// `heser swap` where not all goes well: sources that cannot be used, debug pictures that cannot be
/// written, signals.
class SwapCommandTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    const QImage photo(Sample("source.jpg"));
    RunHeser({"analyze", Sample("source.jpg"), "--json", File("whole.json"), "--quiet"});
    const auto report = QJsonDocument::fromJson(FileBytes(File("whole.json"))).object();
    const QJsonArray box = report["faces"][0]["box"].toArray();
    const int end = qRound(box[0].toDouble() + 0.65 * box[2].toDouble());
    QVERIFY(photo.copy(0, 0, end, photo.height()).save(File("cut.png")));
    QImage grey(400, 300, QImage::Format_RGB32);
    grey.fill(Qt::gray);
    QVERIFY(grey.save(File("wall.png")));
  }

  void SourcesThatCannotBeUsedAreLeftOutWhereAnotherCan() {
    const Outcome outcome =
        RunHeser(SwapOf({File("cut.png"), Sample("source.jpg"), File("wall.png")}, "left.png") +
                 QStringList{"--lead", "2", "--json", "--debug-dir", File("left")});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QVERIFY(QFile::exists(File("left.png")));
    const QJsonObject report = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    QCOMPARE(report["sources"].toArray().size(), 3);
    QCOMPARE(report["source_used"].toInt(), 2);
    const auto remark_on = [&](int source) {
      QStringList texts;
      for (const QJsonValue warning : report["warnings"].toArray()) {
        if (warning["source"].toInt() == source) texts << warning["text"].toString();
      }
      return texts.join('\n');
    };
    QVERIFY2(remark_on(1).contains("cut.png cuts through the face, so it was left out"),
             qPrintable(outcome.output));
    QVERIFY2(remark_on(3).contains("No face was found in " + File("wall.png")) &&
                 remark_on(3).contains("left out"),
             qPrintable(outcome.output));
    // Numbers are those of the command line.
    QVERIFY(QFile::exists(File("left/source_2.png")));
    QVERIFY(!QFile::exists(File("left/source_1.png")));

    const Outcome alone = RunHeser(SwapOf({Sample("source.jpg")}, "alone.png"));
    QCOMPARE(alone.code, kExitDone);
    QCOMPARE(FileBytes(File("left.png")), FileBytes(File("alone.png")));
  }

  void WhereNoSourceCanBeUsedTheFirstIsRefused() {
    const Outcome outcome = RunHeser(SwapOf({File("cut.png"), File("wall.png")}, "none.png"));
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(
        IsOneSentence(outcome.errors) && outcome.errors.contains("cut.png cuts through the face"),
        qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(File("none.png")));
  }

  void AFaceThatWasAskedForAndIsNotThereIsRefused() {
    const Outcome outcome = RunHeser(SwapOf({Sample("source.jpg"), File("wall.png")}, "asked.png") +
                                     QStringList{"--source-face", "1:7"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("source.jpg"),
             qPrintable(outcome.errors));
  }

  void WhereDebugPicturesFailTheResultStaysAndThatIsSaid() {
    // A folder is where one of the last of them should be.
    QVERIFY(QDir().mkpath(File("debug/result.png/full")));
    const Outcome outcome = RunHeser(SwapOf({Sample("source.jpg")}, "kept.png") +
                                     QStringList{"--debug-dir", File("debug")});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("debug/result.png") &&
                 outcome.errors.contains("the result was written to " + File("kept.png")),
             qPrintable(outcome.errors));
    QVERIFY(!QImage(File("kept.png")).isNull());
  }

  void ASignalEndsASwapInOneSentence_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("repeats");
    QTest::newRow("interrupt") << SIGINT << false;
    QTest::newRow("terminate") << SIGTERM << true;
    // A terminal that closes hangs up, and its shell does once more.
    QTest::newRow("hang up") << SIGHUP << true;
  }
  void ASignalEndsASwapInOneSentence() {
    QFETCH(int, number);
    QFETCH(bool, repeats);
    QStringList words = SwapOf({Sample("source.jpg")}, "stopped.png");
    words.removeAll("--quiet");
    const Outcome outcome = InterruptHeser(words, number, repeats);
    QCOMPARE(outcome.code, kExitInterrupted);
    QVERIFY2(outcome.errors.endsWith("heser: interrupted; nothing was written.\n") &&
                 outcome.errors.count("interrupted") == 1,
             qPrintable(outcome.errors));
    QVERIFY(
        QDir(folder_.path()).entryList({"*stopped*"}, QDir::AllEntries | QDir::Hidden).isEmpty());
  }

 private:
  QString File(const QString& name) const { return folder_.filePath(name); }
  QStringList SwapOf(const QStringList& sources, const QString& output) const {
    return QStringList{"swap", "--source"} + sources + QStringList{"--target", Sample("target.jpg"),
                                                                   "--output", File(output),
                                                                   "--device", "cpu",
                                                                   "--quiet"};
  }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SwapCommandTest)
#include "swap_command_test.moc"
