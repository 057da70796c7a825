#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/messages.h"
#include "tests/cli/heser_process.h"

namespace heser {

using test::FileBytes;
using test::IsOneSentence;
using test::Outcome;
using test::RunHeser;
using test::Sample;

/// What the command prints, and what becomes of it where nobody or nothing takes it.
class StreamsTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { QVERIFY(folder_.isValid()); }

  void WhatIsPrintedOnAClosedStreamDoesNoHarm() {
    const QString output = folder_.filePath("closed.png");
    const QStringList swap = {"swap",     "--source",           Sample("source.jpg"),
                              "--target", Sample("target.jpg"), "--output",
                              output};
    QFile jobs(File("jobs.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{QJsonObject{
                                                      {"sources", QJsonArray{Sample("source.jpg")}},
                                                      {"target", Sample("target.jpg")},
                                                      {"output", output}}}}})
                   .toJson());
    jobs.close();
    const QStringList batch = {"batch", jobs.fileName()};
    const QStringList analyze = {"analyze", Sample("source.jpg"), "--json", File("faces.json")};
    // Whatever becomes of what is printed beside it, the work is done.
    const Outcome silent = RunInShell(">&- 2>&-", swap);
    QCOMPARE(silent.code, kExitCannotWrite);
    QVERIFY(!QImage(output).isNull());
    for (const QStringList& words : {swap, batch, analyze}) {
      const QStringList quiet = words + QStringList{"--quiet"};
      const Outcome closed = RunInShell(">&-", quiet);
      QCOMPARE(closed.code, kExitCannotWrite);
      QCOMPARE(closed.errors,
               QString("heser: standard output cannot be written (it is closed; files that were to "
                       "be written are there); choose another place or name.\n"));
      const Outcome full = RunInShell(">/dev/full", quiet);
      QCOMPARE(full.code, kExitCannotWrite);
      QVERIFY2(full.errors.contains("(No space left on device; files that were to be written are "
                                    "there)"),
               qPrintable(full.errors));
    }
    // What is printed is all that is wanted of these.
    for (const QStringList& words :
         {swap + QStringList{"--json"}, QStringList{"settings"}, QStringList{"--version"},
          QStringList{"batch", "--help"}, QStringList{"analyze", Sample("source.jpg")}}) {
      const Outcome lost = RunInShell(">&-", words);
      QCOMPARE(lost.code, kExitCannotWrite);
      QVERIFY2(IsOneSentence(lost.errors) && lost.errors.contains("standard output"),
               qPrintable(lost.errors));
    }
    const Outcome full = RunInShell(">/dev/full", {"settings"});
    QCOMPARE(full.code, kExitCannotWrite);
    QCOMPARE(full.errors,
             QString("heser: standard output cannot be written (No space left on device); choose "
                     "another place or name.\n"));
  }

  void ASwapWhoseMessagesNobodyReadsIsFinished() {
    QProcess process;
    const QString output = File("unread.png");
    process.start("sh",
                  {"-c",
                   "code=$1; shift; { \"$0\" \"$@\"; echo $? > \"$code\"; } 2>&1 >/dev/null "
                   "| true",
                   QStringLiteral(HESER_COMMAND), File("code"), "swap", "--source",
                   Sample("source.jpg"), "--target", Sample("target.jpg"), "--output", output});
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(FileBytes(File("code")), QByteArray("0\n"));
    QVERIFY(!QImage(output).isNull());
  }

  void AReaderThatLeavesEndsWhatIsPrintedInSilence() {
    for (const char* words : {"settings", "--version", "swap --help"}) {
      QProcess process;
      // The reader is gone before the first word.
      process.start("bash", {"-c",
                             QStringLiteral("{ sleep 0.2; \"$0\" %1; echo $? >&2; } | exec true")
                                 .arg(QLatin1String(words)),
                             QStringLiteral(HESER_COMMAND)});
      QCOMPARE(test::OutcomeOf(process, 60000).errors, QString::number(128 + SIGPIPE) + "\n");
    }
  }

  void ADashMeansStandardOutput() {
    QDir::setCurrent(folder_.path());
    const Outcome outcome = RunHeser({"analyze", Sample("source.jpg"), "--json", "-", "--quiet"});
    QCOMPARE(outcome.code, kExitDone);
    const QJsonDocument report = QJsonDocument::fromJson(outcome.output.toUtf8());
    QCOMPARE(report.object()["faces"].toArray().size(), 1);
    QVERIFY(!QFile::exists(File("-")));
    const auto refused = [](const QStringList& words) {
      const Outcome picture = RunHeser(words);
      return picture.code == kExitWrongUse && IsOneSentence(picture.errors) &&
             picture.errors.contains("heser: - ") && picture.errors.contains("standard output");
    };
    for (const char* option : {"--labels", "--matte", "--overlay"}) {
      QVERIFY2(refused({"analyze", Sample("source.jpg"), option, "-"}), option);
    }
    QVERIFY(refused({"swap", "--source", "a", "--target", "b", "--output", "-"}));
    QVERIFY(refused({"render", "a.heser", "--output", "-"}));
  }

  void OfSeveralFilesAllAreWrittenOrNone() {
    QFile older(File("older.png"));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.close();
    // Labels fit below the limit, the picture with landmarks does not.
    const Outcome outcome =
        RunLimited(64, {"analyze", Sample("source.jpg"), "--labels", File("labels.png"), "--matte",
                        File("older.png"), "--overlay", File("overlay.png"), "--quiet"});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("overlay.png"),
             qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(File("labels.png")) && !QFile::exists(File("overlay.png")));
    QVERIFY(QFile::exists(File("older.png")));
  }

 private:
  /// With redirections of its streams.
  static Outcome RunInShell(const QString& redirection, const QStringList& words) {
    QProcess process;
    process.start("sh", QStringList{"-c", "exec \"$0\" \"$@\" " + redirection,
                                    QStringLiteral(HESER_COMMAND)} +
                            words);
    return test::OutcomeOf(process, 120000);
  }

  /// With files of at most so many kilobytes.
  static Outcome RunLimited(int kilobytes, const QStringList& words) {
    QProcess process;
    process.start(
        "bash", QStringList{"-c", QStringLiteral("ulimit -f %1; exec \"$0\" \"$@\"").arg(kilobytes),
                            QStringLiteral(HESER_COMMAND)} +
                    words);
    return test::OutcomeOf(process, 120000);
  }

  QString File(const QString& name) const { return folder_.filePath(name); }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::StreamsTest)
#include "streams_test.moc"
