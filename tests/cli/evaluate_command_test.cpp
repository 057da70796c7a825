#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include <unistd.h>

#include "app/messages.h"
#include "tests/cli/heser_process.h"

namespace heser {
namespace {

using test::IsOneSentence;
using test::Outcome;
using test::RunHeser;

constexpr const char* kHeader = "name,kind,target,sources\n";

}  // namespace

/// `heser evaluate` as scripts see it: exit codes, the report's files, standard output.
class EvaluateCommandTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }

  void ABadListIsToldInOneSentence() {
    const auto refused = [&](const QByteArray& text, int code, const QString& part) {
      const Outcome outcome = Evaluate(text);
      QVERIFY2(
          outcome.code == code && IsOneSentence(outcome.errors) && outcome.errors.contains(part),
          qPrintable(outcome.errors));
    };
    refused("nothing", kExitBadInput, "line 1");
    refused(QByteArray(kHeader) + "a,portrait,target.jpg\n", kExitBadInput, "line 2");
    refused(QByteArray(kHeader) + "a,portrait,target.jpg,none.jpg\n", kExitBadInput, "none.jpg");
    const Outcome missing = RunHeser({"evaluate", File("none.csv"), "--report", File("report")});
    QCOMPARE(missing.code, kExitBadInput);
    QVERIFY(missing.errors.contains("none.csv"));
  }

  void AKindThatIsNotThereIsWrongUse() {
    const Outcome outcome =
        Evaluate(QByteArray(kHeader) + "a,portrait,target.jpg,source.jpg\n", {"--only", "profile"});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("there are portrait"),
             qPrintable(outcome.errors));
  }

  void AFolderThatCannotBeWrittenIsToldBeforeTheWork() {
    WriteFile("file", "no folder");
    const Outcome outcome = RunHeser({"evaluate", List("a,portrait,target.jpg,source.jpg\n"),
                                      "--data", Photos(), "--report", File("file/report")});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors) && !outcome.errors.contains("probe"),
             qPrintable(outcome.errors));
  }

  void WhatIsNoReportOfItsOwnIsKept() {
    QDir().mkpath(File("mine"));
    WriteFile("mine/index.html", "precious");
    const Outcome outcome = RunHeser({"evaluate", List("a,portrait,target.jpg,source.jpg\n"),
                                      "--data", Photos(), "--report", File("mine")});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("index.html"),
             qPrintable(outcome.errors));
    QCOMPARE(Bytes("mine/index.html"), QByteArray("precious"));
  }

  void OneFailureDoesNotStopTheRestAndWhatIsDoneIsKept() {
    QDir().mkpath(File("data"));
    for (const char* name : {"source.jpg", "target.jpg"}) {
      QVERIFY(QFile::copy(Photos() + "/" + name, File("data/") + name));
    }
    WriteFile("data/broken.jpg", "no photo");
    QDir().mkpath(File("lists"));
    WriteFile("lists/pairs.csv", QByteArray(kHeader) +
                                     "bad,portrait,target.jpg,broken.jpg\n"
                                     "good,portrait,target.jpg,source.jpg\n"
                                     "self,same_person,source.jpg,source.jpg\n");
    const QStringList words = {
        "evaluate", File("lists/pairs.csv"), "--report", File("report"), "--device", "cpu",
        "--quiet"};
    const Outcome first = RunHeser(words);
    QVERIFY2(first.code == kExitBadInput, qPrintable(first.errors));
    QVERIFY(first.errors.contains("broken.jpg"));
    QVERIFY2(first.output.contains("failed full/bad"), qPrintable(first.output));

    const auto document = QJsonDocument::fromJson(Bytes("report/figures.json"));
    const QJsonArray results =
        document.object()["variants"].toArray()[0].toObject()["results"].toArray();
    QCOMPARE(results.size(), 3);
    QVERIFY(results[0].toObject()["failure"].toString().contains("broken.jpg"));
    const QJsonObject good = results[1].toObject();
    QVERIFY(!good.contains("psnr") && good["pose"].toDouble() < 8);
    QCOMPARE(good["background"].toDouble(), 0.0);
    QVERIFY(good["seconds"].toDouble() > 0);
    QVERIFY(results[2].toObject()["psnr"].toDouble() > 20);
    for (const char* name : {"report/index.html", "report/figures.csv", "report/full/good.png",
                             "report/full/good.jpg", "report/pictures/good_source_1.jpg"}) {
      QVERIFY2(QFile::exists(File(name)), name);
    }

    const QDateTime made = QFileInfo(File("report/full/good.png")).lastModified();
    const QByteArray before = Bytes("report/figures.json");
    QCOMPARE(RunHeser(words).code, kExitBadInput);
    QCOMPARE(QFileInfo(File("report/full/good.png")).lastModified(), made);
    QCOMPARE(Bytes("report/figures.json"), before);

    const Outcome changed =
        RunHeser(words + QStringList{"--only", "portrait", "--expression", "0"});
    QCOMPARE(changed.code, kExitBadInput);
    QVERIFY(QFileInfo(File("report/full/good.png")).lastModified() != made);
  }

  void AnInterruptLeavesAReportOfWhatIsDone() {
    QByteArray lines;
    for (int i = 0; i < 50; ++i) {
      lines += "pair_" + QByteArray::number(i) + ",portrait,target.jpg,source.jpg\n";
    }
    QProcess process;
    process.start(QStringLiteral(HESER_COMMAND),
                  {"evaluate", List(lines), "--data", Photos(), "--report", File("report"),
                   "--device", "cpu", "--quiet"});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(File("report/full/pair_0.json")), 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), kExitInterrupted);
    const QString page = QString::fromUtf8(Bytes("report/index.html"));
    QVERIFY(page.contains("interrupted") && page.contains("pair_0") && page.endsWith("</html>\n"));
  }

 private:
  /// A list of its own and what comes of it.
  Outcome Evaluate(const QByteArray& list, const QStringList& further = {}) {
    WriteFile("pairs.csv", list);
    return RunHeser(QStringList{"evaluate", File("pairs.csv"), "--data", Photos(), "--report",
                                File("report"), "--quiet"} +
                    further);
  }
  QString List(const QByteArray& lines) {
    WriteFile("pairs.csv", kHeader + lines);
    return File("pairs.csv");
  }
  void WriteFile(const QString& name, const QByteArray& bytes) {
    QFile file(File(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QByteArray Bytes(const QString& name) const {
    QFile file(File(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QString Photos() { return QStringLiteral(HESER_SOURCE_DIR "/docs/images"); }
  QString File(const QString& name) const { return folder_->filePath(name); }

  std::unique_ptr<QTemporaryDir> folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::EvaluateCommandTest)
#include "evaluate_command_test.moc"
