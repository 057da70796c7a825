#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "app/messages.h"
#include "tests/cli/heser_process.h"

namespace heser {

using test::FileBytes;
using test::InterruptHeser;
using test::IsOneSentence;
using test::Outcome;
using test::RunHeser;
using test::Sample;

/// `heser batch` as scripts see it.
class BatchCommandTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { QVERIFY(folder_.isValid()); }

  void ABatchGoesOnAfterAFailureAndKeepsWhatIsDone() {
    QFile jobs(File("jobs.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject good{{"sources", QJsonArray{Sample("source.jpg")}},
                           {"target", Sample("target.jpg")},
                           {"output", "made/good.png"}};
    const QJsonObject bad{{"sources", QJsonArray{"missing.jpg"}},
                          {"target", Sample("target.jpg")},
                          {"output", "made/bad.png"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{bad, good}}}).toJson());
    jobs.close();
    const Outcome first = RunHeser({"batch", File("jobs.json"), "--device", "cpu"});
    QCOMPARE(first.code, kExitBadInput);
    QVERIFY2(first.output.contains("failed") && first.output.contains("done"),
             qPrintable(first.output));
    QVERIFY(first.errors.contains("missing.jpg"));
    QVERIFY(QFile::exists(File("made/good.png")));
    QVERIFY(!QFile::exists(File("made/bad.png")));
    const Outcome second = RunHeser({"batch", File("jobs.json"), "--device", "cpu", "--quiet"});
    QVERIFY2(second.output.contains("kept"), qPrintable(second.output));
  }

  void AJobsFileThatIsWrongSaysWhere() {
    for (const char* text :
         {R"({"jobs":[{"target":"t.jpg","output":"o.png"}]})",
          R"({"jobs":[{"sources":["s"],"target":"t","output":"o.png","x":1}]})",
          R"({"jobs":[{"sources":["s"],"target":"t","output":"o\u0000.png"}]})",
          R"({"jobs":[{"project":"p","target":"t","output":"o.png"}]})", R"({"jobs":[7]})"}) {
      QFile jobs(File("wrong.json"));
      QVERIFY(jobs.open(QIODevice::WriteOnly));
      jobs.write(text);
      jobs.close();
      const Outcome outcome = RunHeser({"batch", File("wrong.json")});
      QCOMPARE(outcome.code, kExitBadInput);
      QVERIFY2(outcome.errors.contains("job 1"), qPrintable(outcome.errors));
    }
  }

  void AListThatIsNoJsonSaysWhere() {
    QFile jobs(File("broken.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write("{\n  \"jobs\": [\n    {\"sources\": [\"s.jpg\"],}\n  ]\n}\n");
    jobs.close();
    const Outcome outcome = RunHeser({"batch", File("broken.json")});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("line 3, column 27"),
             qPrintable(outcome.errors));
  }

  void WhatIsGivenAsEmptyIsNotTakenForNotGiven() {
    for (const QByteArray given :
         {R"("lead":"")", R"("face":"")", R"("settings":"")", R"("source_faces":[""])"}) {
      QFile jobs(File("empty.json"));
      QVERIFY(jobs.open(QIODevice::WriteOnly));
      jobs.write(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"e.png",)" + given +
                 "}]}");
      jobs.close();
      const Outcome outcome = RunHeser({"batch", File("empty.json"), "--quiet"});
      QCOMPARE(outcome.code, kExitBadInput);
      const QString key = given.mid(1, given.indexOf("\":") - 1);
      QVERIFY2(outcome.errors.contains("(" + key + " must not"), qPrintable(outcome.errors));
    }
    QFile jobs(File("empty.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"sources":[""],"target":"t.jpg","output":"e.png"}]})");
    jobs.close();
    const Outcome outcome = RunHeser({"batch", File("empty.json"), "--quiet"});
    QVERIFY2(outcome.errors.contains("(sources must not hold an empty text)"),
             qPrintable(outcome.errors));
  }

  void NumbersOfFaceAndLeadNeedNoQuotes() {
    const auto errors_of = [&](const char* choice) {
      QFile jobs(File("numbers.json"));
      if (!jobs.open(QIODevice::WriteOnly)) return QString();
      jobs.write(QByteArray(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"n.png",)") +
                 choice + "}]}");
      jobs.close();
      return RunHeser({"batch", File("numbers.json"), "--quiet"}).errors;
    };
    // Read, and found to be none of this job's sources.
    QVERIFY2(errors_of(R"("lead":2)").contains("names source 2"),
             qPrintable(errors_of("\"lead\":2")));
    QVERIFY(errors_of(R"("lead":"2")").contains("names source 2"));
    // It is the key that is named, which is what the list has.
    QVERIFY(
        errors_of(R"("lead":2.0)").contains("lead cannot be used like this: it names source 2"));
    QVERIFY(!errors_of(R"("lead":2)").contains("--"));
    QVERIFY(!errors_of(R"("face":0)").contains("--"));
    QVERIFY(errors_of(R"("source_faces":["1:1","1:2"])")
                .contains("source_faces cannot be used like this: it names source 1 twice"));
    QVERIFY(errors_of(R"("lead":1,"lead":1)").contains("the key \"lead\" stands twice"));
    QVERIFY(errors_of(R"("lead":1,"face":1)").contains("s.jpg does not exist"));
    QVERIFY(errors_of(R"("face":0)").contains("face cannot be used like this"));
    for (const char* wrong : {R"("face":1.5)", R"("lead":true)", R"("face":[1])"}) {
      QVERIFY2(errors_of(wrong).contains("must be a text or a whole number"), wrong);
    }
  }

  void AJobWhosePictureIsThereIsCheckedAllTheSame() {
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QVERIFY(picture.save(File("there.png")));
    const QByteArray before = FileBytes(File("there.png"));
    const auto run = [&](const char* choice) {
      QFile jobs(File("there.json"));
      if (!jobs.open(QIODevice::WriteOnly)) return Outcome();
      jobs.write(
          QByteArray(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"there.png",)") +
          choice + "}]}");
      jobs.close();
      return RunHeser({"batch", File("there.json"), "--quiet"});
    };
    for (const char* wrong :
         {R"("lead":2)", R"("lead":"x")", R"("face":0)", R"("source_faces":["2:1"])"}) {
      const Outcome outcome = run(wrong);
      QCOMPARE(outcome.code, kExitWrongUse);
      QVERIFY2(outcome.output.startsWith("failed job 1: " + File("there.png") + ": "),
               qPrintable(outcome.output));
    }
    const Outcome unset = run(R"("settings":"missing.json")");
    QCOMPARE(unset.code, kExitBadInput);
    QVERIFY2(unset.errors.contains("missing.json"), qPrintable(unset.errors));
    QCOMPARE(run(R"("lead":1)").output,
             QString("kept job 1: %1\n1 job: 0 done, 1 kept (there before), 0 failed\n")
                 .arg(File("there.png")));
    QCOMPARE(FileBytes(File("there.png")), before);
  }

  void AKeyThatStandsTwiceInAJobFailsThatJobAlone() {
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QVERIFY(picture.save(File("kept.png")));
    const auto run = [&](const char* text) {
      QFile jobs(File("twice.json"));
      if (!jobs.open(QIODevice::WriteOnly)) return Outcome();
      jobs.write(text);
      jobs.close();
      return RunHeser({"batch", File("twice.json"), "--quiet"});
    };
    const Outcome outcome =
        run(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"kept.png"},
                        {"sources":["s.jpg"],"lead":1,"lead":1,"target":"t.jpg","output":"x.png"}]})");
    QCOMPARE(outcome.code, kExitBadInput);
    QCOMPARE(outcome.output,
             QString("kept job 1: %1\nfailed job 2: %3: its entry in %2 is wrong (the key "
                     "\"lead\" stands twice); mend it.\n2 jobs: 0 done, 1 kept (there "
                     "before), 1 failed\n")
                 .arg(File("kept.png"), File("twice.json"), File("x.png")));
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("job 2: ") &&
                 outcome.errors.contains("the key \"lead\" stands twice"),
             qPrintable(outcome.errors));
    // Beside the jobs it concerns all.
    const Outcome list = run(R"({"jobs":[],"jobs":[]})");
    QVERIFY2(list.output.isEmpty() && list.errors.contains("the key \"jobs\" stands twice"),
             qPrintable(list.errors));
  }

  void AnInterruptedBatchThatMakesAllAnewSaysWhichPicturesAreOld() {
    QVERIFY(QFile::copy(Sample("target.jpg"), File("old.jpg")));
    QFile jobs(File("anew.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject job{{"sources", QJsonArray{Sample("source.jpg")}},
                          {"target", Sample("target.jpg")},
                          {"output", "old.jpg"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{job}}}).toJson());
    jobs.close();
    const auto [code, output, errors] =
        InterruptHeser({"batch", File("anew.json"), "--device", "cpu", "--again"});
    QCOMPARE(code, kExitInterrupted);
    QVERIFY2(errors.contains("that of job 1 is the old one; remove it and run it again without"),
             qPrintable(errors));
  }

  void ANameWithALineBreakIsOneLineOfTheResults() {
    QFile jobs(File("line_break.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"a\nb.png","lead":2}]})");
    jobs.close();
    const Outcome outcome = RunHeser({"batch", File("line_break.json"), "--quiet"});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(outcome.output.startsWith("failed job 1: " + File("a?b.png") + ": "),
             qPrintable(outcome.output));
    QCOMPARE(outcome.output.count('\n'), 2);
  }

  void AJobThatIsWrittenWronglyFailsAloneAndTheOthersAreDone() {
    QFile jobs(File("one_wrong.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject good{{"sources", QJsonArray{Sample("source.jpg")}},
                           {"target", Sample("target.jpg")},
                           {"output", "made/beside_wrong.png"}};
    const QJsonObject wrong{{"sources", Sample("source.jpg")}, {"output", "made/wrong.png"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{wrong, good, 7}}}).toJson());
    jobs.close();
    const Outcome outcome =
        RunHeser({"batch", File("one_wrong.json"), "--device", "cpu", "--quiet"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY(QFile::exists(File("made/beside_wrong.png")));
    // The reason stands beside the failure, and on the stream for messages as well.
    const QString first = QString(
                              "its entry in %1 is wrong (sources must be a list); "
                              "mend it.\n")
                              .arg(File("one_wrong.json"));
    const QString third = QString(
                              "its entry in %1 is wrong (must be an object); mend "
                              "it.\n")
                              .arg(File("one_wrong.json"));
    QCOMPARE(outcome.output, "failed job 1: " + File("made/wrong.png") + ": " + first +
                                 "done job 2: " + File("made/beside_wrong.png") +
                                 "\nfailed job 3: " + third +
                                 "3 jobs: 1 done, 0 kept (there before), 2 failed\n");
    QCOMPARE(outcome.errors, "heser: job 1: " + first + "heser: job 3: " + third);
  }

  void WhereBothStreamsGoTogetherAFailureIsToldOnce() {
    QFile jobs(File("together.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"o.png"}]})");
    jobs.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(HESER_COMMAND), {"batch", jobs.fileName(), "--quiet"});
    const Outcome outcome = test::OutcomeOf(process, 60000);
    QCOMPARE(outcome.code, kExitBadInput);
    QCOMPARE(outcome.output.count("s.jpg does not exist"), 1);
    QVERIFY2(outcome.output.startsWith("failed job 1: " + File("o.png") + ": "),
             qPrintable(outcome.output));
  }

  void ANumberThatIsTooLargeFailsItsJobAlone() {
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QVERIFY(picture.save(File("beside_huge.png")));
    const auto run = [&](const QByteArray& text) {
      QFile jobs(File("huge.json"));
      if (!jobs.open(QIODevice::WriteOnly)) return Outcome();
      jobs.write(text);
      jobs.close();
      return RunHeser({"batch", File("huge.json"), "--quiet"});
    };
    const Outcome outcome = run(
        R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","face":1e999,"output":"x.png"},
                    {"sources":["s.jpg"],"target":"t.jpg","output":"beside_huge.png"}]})");
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(outcome.output.startsWith("failed job 1: ") &&
                 outcome.output.contains("the number 1e999 is too large") &&
                 outcome.output.contains("\nkept job 2: " + File("beside_huge.png") + "\n"),
             qPrintable(outcome.output));
    // Beside the jobs it concerns all.
    const Outcome list = run(R"({"settings":1e999,"jobs":[]})");
    QVERIFY2(list.output.isEmpty() && IsOneSentence(list.errors) &&
                 list.errors.contains("the number 1e999 is too large"),
             qPrintable(list.errors));
  }

  void ASourceThatCannotBeUsedIsLeftOutOfAJobAndThatIsSaid() {
    QImage wall(400, 300, QImage::Format_RGB32);
    wall.fill(Qt::gray);
    QVERIFY(wall.save(File("wall.png")));
    QFile jobs(File("left_out.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject some{{"sources", QJsonArray{"wall.png", Sample("source.jpg")}},
                           {"target", Sample("target.jpg")},
                           {"output", "left_out.png"}};
    const QJsonObject none{{"sources", QJsonArray{"wall.png"}},
                           {"target", Sample("target.jpg")},
                           {"output", "none.png"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{some}}}).toJson());
    jobs.close();
    const Outcome outcome =
        RunHeser({"batch", File("left_out.json"), "--device", "cpu", "--quiet"});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QVERIFY(QFile::exists(File("left_out.png")));
    QVERIFY2(outcome.errors.contains("heser: note on job 1: No face was found in ") &&
                 outcome.errors.contains("wall.png, so it was left out"),
             qPrintable(outcome.errors));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{none}}}).toJson());
    jobs.close();
    const Outcome refused =
        RunHeser({"batch", File("left_out.json"), "--device", "cpu", "--quiet"});
    QCOMPARE(refused.code, kExitBadInput);
    QVERIFY(!QFile::exists(File("none.png")));
  }

  void AnInterruptedBatchSaysHowToGoOn_data() {
    QTest::addColumn<bool>("again");
    QTest::addColumn<int>("number");
    QTest::newRow("kept") << false << SIGINT;
    QTest::newRow("anew") << true << SIGINT;
    QTest::newRow("terminated") << false << SIGTERM;
    QTest::newRow("hung up") << false << SIGHUP;
  }
  void AnInterruptedBatchSaysHowToGoOn() {
    QFETCH(bool, again);
    QFETCH(int, number);
    QFile jobs(File("stopped.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject job{{"sources", QJsonArray{Sample("source.jpg")}},
                          {"target", Sample("target.jpg")},
                          {"output", "stopped.png"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{job}}}).toJson());
    jobs.close();
    const auto [code, output, errors] =
        InterruptHeser(QStringList{"batch", File("stopped.json"), "--device", "cpu"} +
                           (again ? QStringList{"--again"} : QStringList()),
                       number, number != SIGINT);
    QCOMPARE(code, kExitInterrupted);
    QVERIFY2(errors.count("heser: ") == 1 && errors.contains("run it again"), qPrintable(errors));
    QCOMPARE(errors.contains("without --again"), again);
    QVERIFY(!QFile::exists(File("stopped.png")));
  }

  void AJobMayTakeAnEarlierOnesPictureTheFirstTimeAndEveryTime() {
    QFile jobs(File("chain.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QJsonObject first{{"sources", QJsonArray{Sample("source.jpg"), Sample("source.jpg")}},
                            {"target", Sample("target.jpg")},
                            {"output", "between.png"}};
    const QJsonObject second{{"sources", QJsonArray{Sample("target.jpg")}},
                             {"target", "between.png"},
                             {"output", "last.png"}};
    jobs.write(QJsonDocument(QJsonObject{{"jobs", QJsonArray{first, second}}}).toJson());
    jobs.close();
    const auto run = [&](const QStringList& options) {
      return RunHeser(QStringList{"batch", jobs.fileName(), "--device", "cpu", "--quiet"} +
                      options);
    };
    const QString done =
        QString("done job 1: %1\ndone job 2: %2\n").arg(File("between.png"), File("last.png"));
    const QString counts = QString("2 jobs: %1 done, %2 kept (there before), 0 failed\n");
    const Outcome once = run({});
    QVERIFY2(once.code == kExitDone, qPrintable(once.errors));
    QCOMPARE(once.output, done + counts.arg(2).arg(0));
    QVERIFY2(once.errors.contains("heser: note on job 1: " + Sample("source.jpg") +
                                  " is given more than once"),
             qPrintable(once.errors));
    const QByteArray picture = FileBytes(File("last.png"));
    QCOMPARE(run({}).output, QString(done).replace("done", "kept") + counts.arg(0).arg(2));
    const Outcome again = run({"--again"});
    QVERIFY2(again.code == kExitDone, qPrintable(again.errors));
    QCOMPARE(again.output, done + counts.arg(2).arg(0));
    QCOMPARE(FileBytes(File("last.png")), picture);
  }

  void AMisspeltKeyBesideTheJobsIsRefused() {
    QFile jobs(File("misspelt.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"setings":"s.json","jobs":[{"project":"p.heser","output":"o.png"}]})");
    jobs.close();
    const Outcome outcome = RunHeser({"batch", File("misspelt.json")});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors) &&
                 outcome.errors.contains("\"setings\", only jobs, settings"),
             qPrintable(outcome.errors));
  }

  void AFileThatIsNoPictureIsNotKeptAsDone() {
    QFile jobs(File("own.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"own.json"}]})");
    jobs.close();
    const Outcome outcome = RunHeser({"batch", File("own.json"), "--quiet"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(outcome.errors.contains("this list itself"), qPrintable(outcome.errors));

    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"own.png"}]})");
    jobs.close();
    QFile other(File("own.png"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("something dear");
    other.close();
    const Outcome kept = RunHeser({"batch", File("own.json"), "--quiet"});
    QCOMPARE(kept.code, kExitCannotWrite);
    QVERIFY2(kept.errors.contains("own.png") && kept.errors.contains("no picture"),
             qPrintable(kept.errors));
    QCOMPARE(FileBytes(File("own.png")), QByteArray("something dear"));
  }

  void ABatchThatWouldWriteOverSomethingIsRefusedBeforeItStarts() {
    const auto refused = [&](const QByteArray& text, const QStringList& options = {}) {
      QFile jobs(File("clash.json"));
      if (!jobs.open(QIODevice::WriteOnly)) return Outcome{};
      jobs.write(text);
      jobs.close();
      return RunHeser(QStringList{"batch", File("clash.json")} + options);
    };
    const Outcome twice =
        refused(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"o.png"},
                                     {"sources":["s.jpg"],"target":"u.jpg","output":"./o.png"}]})");
    QCOMPARE(twice.code, kExitBadInput);
    QVERIFY2(twice.errors.contains("jobs 1 and 2"), qPrintable(twice.errors));
    const QString folder = QDir::currentPath();
    QVERIFY(QDir::setCurrent(File("")));
    const Outcome beside = RunHeser({"batch", "clash.json"});
    QVERIFY(QDir::setCurrent(folder));
    QCOMPARE(beside.code, kExitBadInput);
    QVERIFY2(beside.errors.contains("jobs 1 and 2"), qPrintable(beside.errors));
    QFile::copy(Sample("source.jpg"), File("own.jpg"));
    const Outcome own =
        refused(R"({"jobs":[{"sources":["own.jpg"],"target":"t.jpg","output":"own.jpg"}]})");
    QCOMPARE(own.code, kExitWrongUse);
    QVERIFY2(IsOneSentence(own.errors) && own.errors.contains("job 1 cannot be used") &&
                 own.errors.contains("own.jpg: it would be written over a photo"),
             qPrintable(own.errors));
    QCOMPARE(refused(R"({"jobs":[]})").code, kExitBadInput);

    const QByteArray before = FileBytes(File("own.jpg"));
    const Outcome others =
        refused(R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"own.jpg"},
                            {"sources":["s.jpg"],"target":"./own.jpg","output":"p.png"}]})",
                {"--again"});
    QCOMPARE(others.code, kExitBadInput);
    QVERIFY2(IsOneSentence(others.errors) && others.errors.contains("which job 2 reads"),
             qPrintable(others.errors));
    QCOMPARE(FileBytes(File("own.jpg")), before);
    // Whether the picture is there or not.
    for (const char* name : {"own.jpg", "not_there.jpg"}) {
      const Outcome later =
          refused(QByteArray(R"({"jobs":[{"sources":["s.jpg"],"target":"NAME","output":"p.png"},
                                         {"sources":["s.jpg"],"target":"t.jpg","output":"NAME"}]})")
                      .replace("NAME", name));
      QCOMPARE(later.code, kExitBadInput);
      QVERIFY2(later.errors.contains("job 2 would write over ") &&
                   later.errors.contains("which job 1 reads"),
               qPrintable(later.errors));
    }
    QVERIFY(QFile::copy(File("own.jpg"), File("settings.png")));
    const Outcome settings = refused(
        R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"settings.png",
                     "settings":"settings.png"}]})");
    QCOMPARE(settings.code, kExitWrongUse);
    QVERIFY2(IsOneSentence(settings.errors) &&
                 settings.errors.contains("written over the settings that were given"),
             qPrintable(settings.errors));

    const QByteArray list =
        R"({"jobs":[{"sources":["s.jpg"],"target":"t.jpg","output":"list.png"}]})";
    QFile jobs(File("list.png"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    jobs.write(list);
    jobs.close();
    for (const QStringList& options : {QStringList(), QStringList{"--again"}}) {
      const Outcome itself = RunHeser(QStringList{"batch", File("list.png")} + options);
      QCOMPARE(itself.code, kExitBadInput);
      QVERIFY2(IsOneSentence(itself.errors) && itself.errors.contains("this list itself"),
               qPrintable(itself.errors));
      QCOMPARE(FileBytes(File("list.png")), list);
    }
  }

 private:
  QString File(const QString& name) const { return folder_.filePath(name); }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::BatchCommandTest)
#include "batch_command_test.moc"
