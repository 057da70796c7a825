#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "app/messages.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

struct Outcome {
  int code = -1;
  QString output;
  QString errors;
};

Outcome RunHeser(const QStringList& words) {
  QProcess process;
  process.start(QStringLiteral(HESER_COMMAND), words);
  if (!process.waitForFinished(120000)) process.kill();
  Outcome outcome;
  outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
  outcome.output = QString::fromUtf8(process.readAllStandardOutput());
  outcome.errors = QString::fromUtf8(process.readAllStandardError());
  return outcome;
}

QString Shared(const char* file) {
  return QString::fromStdString(test::SharedPhoto(file).string());
}

}  // namespace

/// The command as scripts see it: exit codes, files, standard output.
class CommandTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { QVERIFY(folder_.isValid()); }

  void WrongUseEndsWithOne() {
    QCOMPARE(RunHeser({}).code, kExitWrongUse);
    QCOMPARE(RunHeser({"swap"}).code, kExitWrongUse);
    QCOMPARE(
        RunHeser({"swap", "--source", "a", "--target", "b", "--output", "c.png", "--pose", "2"})
            .code,
        kExitWrongUse);
    QCOMPARE(RunHeser({"sing"}).code, kExitWrongUse);
  }

  void HelpAndVersionEndWithZero() {
    QCOMPARE(RunHeser({"--help"}).code, kExitDone);
    QCOMPARE(RunHeser({"swap", "--help"}).code, kExitDone);
    QCOMPARE(RunHeser({"--version"}).code, kExitDone);
  }

  void SettingsArePrintedForPeopleAndAsJson() {
    const Outcome text = RunHeser({"settings"});
    QCOMPARE(text.code, kExitDone);
    QVERIFY(text.output.contains("expression"));
    const Outcome json = RunHeser({"settings", "--json"});
    QVERIFY(QJsonDocument::fromJson(json.output.toUtf8()).object().contains("aligner"));
  }

  void AMissingPhotoIsNamed() {
    const Outcome outcome = RunHeser({"swap", "--source", File("none.jpg"), "--target",
                                      File("none.jpg"), "--output", File("o.png")});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY(outcome.errors.contains("none.jpg"));
    QVERIFY(!QFile::exists(File("o.png")));
  }

  void AFileThatIsNoPhotoIsNamed() {
    QFile text(File("text.jpg"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("this is no photo, whatever its name says");
    text.close();
    const Outcome outcome = RunHeser({"analyze", File("text.jpg")});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY(outcome.errors.contains("text.jpg"));
  }

  void AnOutputThatCannotBeWrittenIsToldBeforeTheWork() {
    const Outcome outcome = RunHeser({"swap", "--source", "a.jpg", "--target", "b.jpg", "--output",
                                      File("no/such/folder/o.png")});
    QCOMPARE(outcome.code, kExitCannotWrite);
  }

  void AnUnknownOutputFormatIsWrongUse() {
    const Outcome outcome =
        RunHeser({"swap", "--source", "a.jpg", "--target", "b.jpg", "--output", File("o.bmp")});
    QCOMPARE(outcome.code, kExitWrongUse);
  }

  void ASwapWritesThePictureAndWhatWasAskedFor() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    const Outcome outcome = RunHeser(
        {"swap", "--source", Shared("portraits/faker/male_034.jpg"), "--target",
         Shared("portraits/faker/female_016.jpg"), "--output", File("swap.png"), "--debug-dir",
         File("debug"), "--json", "--expression", "0.2", "--light", "0", "--device", "cpu"});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QVERIFY(QFile::exists(File("swap.png")));
    for (const char* name : {"aligned_head", "aligned_head_alpha", "target_labels",
                             "color_reference", "background_fill", "blend_region"}) {
      QVERIFY2(QFile::exists(File(QStringLiteral("debug/%1.png").arg(name))), name);
    }
    const QJsonObject report = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    QCOMPARE(report["output"].toString(), File("swap.png"));
    QVERIFY(report["stages"].isArray());
    QVERIFY(outcome.errors.contains("%"));
  }

  void AnalyzeWritesEveryFile() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    const Outcome outcome =
        RunHeser({"analyze", Shared("portraits/faker/female_016.jpg"), "--labels", File("l.png"),
                  "--matte", File("m.png"), "--json", File("a.json"), "--overlay", File("o.png")});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    for (const char* name : {"l.png", "m.png", "o.png"}) QVERIFY(QFile::exists(File(name)));
    QFile json(File("a.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject report = QJsonDocument::fromJson(json.readAll()).object();
    const auto faces = report["faces"].toArray();
    QVERIFY(!faces.isEmpty());
    QCOMPARE(faces.at(0).toObject()["landmarks"].toArray().size(), 468);
  }

  void AnInterruptLeavesNothingBehind() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    QProcess process;
    process.start(QStringLiteral(HESER_COMMAND),
                  {"swap", "--source", Shared("portraits/faker/male_034.jpg"), "--target",
                   Shared("portraits/faker/female_016.jpg"), "--output", File("interrupted.png")});
    // The first stage is announced on standard error; from then on there is work to interrupt.
    QVERIFY(process.waitForStarted());
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead(60000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), kExitInterrupted);
    QVERIFY(QDir(folder_.path())
                .entryList({"*interrupted*"}, QDir::AllEntries | QDir::Hidden)
                .isEmpty());
  }

 private:
  QString File(const QString& name) const { return folder_.filePath(name); }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::CommandTest)
#include "command_test.moc"
