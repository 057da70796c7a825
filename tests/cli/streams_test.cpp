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
    const Outcome closed = RunInShell(">&- 2>&-", swap);
    QCOMPARE(closed.code, kExitDone);
    QVERIFY(!QImage(output).isNull());
    // What is printed is all that is wanted of these.
    for (const QStringList& words :
         {swap + QStringList{"--json"}, {"settings"}, {"analyze", Sample("source.jpg")}}) {
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
    const Outcome beside = RunInShell(">/dev/full", swap);
    QCOMPARE(beside.code, kExitCannotWrite);
    QVERIFY2(beside.errors.contains("(No space left on device; files that were to be written are "
                                    "there)"),
             qPrintable(beside.errors));
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
    QProcess process;
    process.start("bash", {"-c", "\"$0\" settings | true; echo ${PIPESTATUS[0]}",
                           QStringLiteral(HESER_COMMAND)});
    const Outcome outcome = test::OutcomeOf(process, 60000);
    QCOMPARE(outcome.output, QString::number(128 + SIGPIPE) + "\n");
    QCOMPARE(outcome.errors, QString());
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
