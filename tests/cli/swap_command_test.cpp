#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "app/document/document_state.h"
#include "app/jobs/photo_loading.h"
#include "app/messages.h"
#include "app/project/project_file.h"
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
    const int middle = qRound(box[0].toDouble() + 0.63 * box[2].toDouble());
    QVERIFY(photo.copy(middle, 0, photo.width() - middle, photo.height()).save(File("half.png")));
    QImage erased = photo.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < erased.height(); ++y) {
      auto* row = reinterpret_cast<QRgb*>(erased.scanLine(y));
      for (int x = 0; x < erased.width(); ++x) row[x] &= RGB_MASK;
    }
    QVERIFY(erased.save(File("erased.png")));
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

  void ASourceThatCannotBeReadIsLeftOutWhereAnotherCan() {
    QVERIFY(QImage(20, 20, QImage::Format_RGB32).save(File("tiny.png")));
    QFile damaged(File("damaged.jpg"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(FileBytes(Sample("source.jpg")).left(3000));
    damaged.close();
    const QStringList unusable{File("damaged.jpg"), File("tiny.png")};
    const Outcome outcome = RunHeser(SwapOf(unusable + QStringList{Sample("source.jpg")}, "r.png"));
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QVERIFY(QFile::exists(File("r.png")));
    const QString errors = outcome.errors;
    QVERIFY2(errors.contains("note: " + File("damaged.jpg") + " cannot be read as a photo (") &&
                 errors.contains("note: " + File("tiny.png") + " is too small (20 of") &&
                 errors.count("so it was left out") == 2,
             qPrintable(errors));
    // One that is alone leads nobody.
    QVERIFY2(!errors.contains(" leads"), qPrintable(errors));

    const Outcome none = RunHeser(SwapOf(unusable, "none_read.png"));
    QCOMPARE(none.code, kExitBadInput);
    QVERIFY2(IsOneSentence(none.errors) &&
                 none.errors.contains(File("damaged.jpg") + " cannot be read as a photo, " +
                                      File("tiny.png") + " is too small"),
             qPrintable(none.errors));
    const Outcome alone = RunHeser(SwapOf({File("tiny.png")}, "none_read.png"));
    QCOMPARE(alone.code, kExitBadInput);
    QVERIFY2(alone.errors.contains("tiny.png or the face in it is too small"),
             qPrintable(alone.errors));
    // A name that leads nowhere is a slip.
    const Outcome missing = RunHeser(SwapOf({Sample("source.jpg"), File("gone.jpg")}, "g.png"));
    QCOMPARE(missing.code, kExitBadInput);
    QVERIFY2(missing.errors.contains(File("gone.jpg") + " does not exist"),
             qPrintable(missing.errors));
    QVERIFY(!QFile::exists(File("none_read.png")) && !QFile::exists(File("g.png")));
  }

  void ASettingThatHidesTheFaceIsNamed() {
    QFile settings(File("least.json"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"analyzer": {"least_face": 4000}})");
    settings.close();
    const Outcome outcome = RunHeser(SwapOf({Sample("source.jpg")}, "least.png") +
                                     QStringList{"--settings", File("least.json")});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(
        IsOneSentence(outcome.errors) && outcome.errors.contains("the setting analyzer.least_face"),
        qPrintable(outcome.errors));
  }

  void RenderNamesAPhotoByItsPlaceInTheProject() {
    DocumentState state;
    state.sources = {{1, LoadPhotoFile(File("wall.png")), {}, true, {}}};
    state.target.photo = LoadPhotoFile(Sample("target.jpg"));
    WriteProject(state, {}, File("wall.heser").toStdString());
    const Outcome outcome = RunHeser(
        {"render", File("wall.heser"), "--output", File("w.png"), "--device", "cpu", "--quiet"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(outcome.errors.contains("No face was found in " + File("wall.heser") + "/wall.png;"),
             qPrintable(outcome.errors));
  }

  void ASourceOfAProjectThatCannotBeUsedIsLeftOutAsEverywhere() {
    DocumentState state;
    state.sources = {{1, LoadPhotoFile(File("wall.png")), {}, true, {}},
                     {2, LoadPhotoFile(Sample("source.jpg")), {}, true, {}}};
    state.target.photo = LoadPhotoFile(Sample("target.jpg"));
    WriteProject(state, {}, File("mixed.heser").toStdString());
    const QString note =
        "No face was found in " + File("mixed.heser") + "/wall.png, so it was left";
    const Outcome rendered = RunHeser({"render", File("mixed.heser"), "--output", File("mixed.png"),
                                       "--device", "cpu", "--quiet"});
    QVERIFY2(rendered.code == kExitDone, qPrintable(rendered.errors));
    QVERIFY2(rendered.errors.contains("heser: note: " + note), qPrintable(rendered.errors));
    QFile jobs(File("mixed.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"project":"mixed.heser","output":"mixed2.png"}]})");
    jobs.close();
    const Outcome batch = RunHeser({"batch", File("mixed.json"), "--device", "cpu", "--quiet"});
    QVERIFY2(batch.code == kExitDone, qPrintable(batch.errors));
    QVERIFY2(batch.errors.contains("heser: note on job 1: " + note), qPrintable(batch.errors));
    QCOMPARE(FileBytes(File("mixed2.png")), FileBytes(File("mixed.png")));
  }

  void AHalfTransparentTargetIsToldAndSoIsTheLossOfItsAlpha() {
    QImage ghost = QImage(Sample("target.jpg")).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < ghost.height(); ++y) {
      for (int x = 0; x < ghost.width(); ++x) {
        const QRgb pixel = ghost.pixel(x, y);
        ghost.setPixel(x, y, qRgba(qRed(pixel), qGreen(pixel), qBlue(pixel), 128));
      }
    }
    QVERIFY(ghost.save(File("ghost.png")));
    const auto notes_of = [&](const char* output) {
      return RunHeser({"swap", "--source", Sample("source.jpg"), "--target", File("ghost.png"),
                       "--output", File(output), "--device", "cpu", "--quiet"})
          .errors;
    };
    const QString kept = notes_of("ghost_out.png");
    QVERIFY2(kept.contains("is partly transparent, and so will be the new head"), qPrintable(kept));
    QVERIFY2(!kept.contains("JPEG cannot hold"), qPrintable(kept));
    const QString lost = notes_of("ghost_out.jpg");
    QVERIFY2(lost.contains("JPEG cannot hold"), qPrintable(lost));
  }

  void WhereNoSourceCanBeUsedAllAreNamed() {
    const Outcome outcome = RunHeser(SwapOf(
        {File("cut.png"), File("wall.png"), File("half.png"), File("erased.png")}, "none.png"));
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors), qPrintable(outcome.errors));
    for (const QString& reason :
         {"the border of " + File("cut.png") + " cuts through the face",
          "no face was found in " + File("wall.png"),
          // Of which the detectors see nothing at all.
          "the border of " + File("half.png") + " cuts through the face",
          "too much of the face in " + File("erased.png") + " is transparent"}) {
      QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
    }
    QVERIFY(!QFile::exists(File("none.png")));
  }

  void WhatWasAskedOfASourceThatIsLeftOutIsSaidToCountForNothing() {
    QStringList words = SwapOf({Sample("source.jpg"), File("wall.png")}, "led.png");
    words[words.indexOf("cpu")] = "cuda:63";
    const Outcome outcome = RunHeser(words + QStringList{"--lead", "2", "--source-face", "2:1"});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    for (const QString& note :
         {File("wall.png") + " was to lead, but was left out",
          "The face that was chosen in " + File("wall.png") + " does not count",
          QString("The device cuda:63 is not there")}) {
      QVERIFY2(outcome.errors.contains("heser: note: " + note), qPrintable(outcome.errors));
    }
  }

  void ASourceThatIsGivenTwiceCountsOnceAndThatIsSaid() {
    QVERIFY(QFile::copy(Sample("source.jpg"), File("copy.jpg")));
    const Outcome alone = RunHeser(SwapOf({Sample("source.jpg")}, "once.png"));
    QCOMPARE(alone.code, kExitDone);
    const Outcome outcome = RunHeser(
        SwapOf({Sample("source.jpg"), File("copy.jpg"), Sample("source.jpg")}, "twice.png") +
        QStringList{"--lead", "3", "--source-face", "2:1", "--json"});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QCOMPARE(FileBytes(File("twice.png")), FileBytes(File("once.png")));
    const QJsonObject report = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    // Numbers are those of the command line.
    QCOMPARE(report["source_used"].toInt(), 3);
    QStringList texts;
    for (const QJsonValue warning : report["warnings"].toArray()) {
      texts << QString::number(warning["source"].toInt()) + ": " + warning["text"].toString();
    }
    QCOMPARE(texts, (QStringList{
                        "1: " + Sample("source.jpg") + " is given more than once; it counts once.",
                        "2: " + File("copy.jpg") + " shows the very same head as " +
                            Sample("source.jpg") + "; both together count once."}));
  }

  void ACopyOfAnotherSourceIsTold() {
    QVERIFY(QImage(Sample("source.jpg")).save(File("saved.jpg"), "JPG", 60));
    const Outcome outcome =
        RunHeser(SwapOf({Sample("source.jpg"), File("saved.jpg")}, "of_copy.png"));
    QCOMPARE(outcome.code, kExitDone);
    QVERIFY2(outcome.errors.contains("heser: note: " + File("saved.jpg") +
                                     " seems to be a copy of " + Sample("source.jpg")),
             qPrintable(outcome.errors));
    QVERIFY(!outcome.errors.contains("another person"));
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

  void HoweverOftenItIsInterruptedItSaysSoOnce() {
    // As from programs that interrupt all that they started; after a second more it is insistence.
    QStringList words = SwapOf({Sample("source.jpg")}, "insisted.png");
    words.removeAll("--quiet");
    const Outcome outcome = InterruptHeser(words, SIGINT, true);
    QCOMPARE(outcome.code, kExitInterrupted);
    QVERIFY2(outcome.errors.count("heser: interrupted") == 1 && outcome.errors.endsWith(".\n"),
             qPrintable(outcome.errors));
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
