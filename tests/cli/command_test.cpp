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
#include <cstdlib>
#include <filesystem>

#include "app/document/document_state.h"
#include "app/document/setting_access.h"
#include "app/export/export_choices.h"
#include "app/jobs/photo_loading.h"
#include "app/messages.h"
#include "app/project/project_file.h"
#include "engine/core/process_memory.h"
#include "tests/cli/heser_process.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

using test::FileBytes;
using test::InterruptHeser;
using test::IsOneSentence;
using test::Outcome;
using test::RunHeser;
using test::Sample;

QString Shared(const char* file) {
  return QString::fromStdString(test::SharedPhoto(file).string());
}

}  // namespace

/// The command as scripts see it: exit codes, files, standard output.
class CommandTest : public QObject {
  Q_OBJECT

 private slots:
  // As the command: what is compared bit by bit needs one order of sums.
  void initTestCase() { ConfigureProcessThreads(); }
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

  void WrongUseIsOneSentenceThatSaysWhatIsAllowed() {
    const QStringList swap = {"swap", "--source", "a", "--target", "b", "--output", "c.png"};
    const auto says = [](const QStringList& words, const QStringList& parts) {
      const Outcome outcome = RunHeser(words);
      QVERIFY2(outcome.code == kExitWrongUse && IsOneSentence(outcome.errors),
               qPrintable(outcome.errors));
      for (const QString& part : parts) {
        QVERIFY2(outcome.errors.contains(part), qPrintable(outcome.errors));
      }
    };
    for (const char* amount : {"2", "nan", "0.5x"}) {
      says(swap + QStringList{"--pose", amount}, {"--pose", "from 0 to 1", amount});
    }
    says({"bench", "--source", "a", "--target", "b", "--repetitions", "0"},
         {"--repetitions", "from 1 to 1000"});
    says({"sing"}, {"sing", "swap, batch, render, analyze, settings, train, evaluate or bench"});
    says({"train", "everything"}, {"everything", "analysis"});
    says({}, {"a command is missing", "swap"});
    says(swap + QStringList{"--loud"}, {"heser: --loud ", "no such option", "heser swap --help"});
    says({"swap", "--sorce", "a", "--target", "b"}, {"heser: --sorce ", "no such option"});
    says(swap + QStringList{"more"}, {"heser: more ", "one word too many"});
    says(swap + QStringList{"--target", "d"}, {"heser: --target ", "given 2 times, give it once"});
    says({"swap", "--source", "a", "--target", "b", "--output"},
         {"heser: --output ", "nothing stands after it"});
    // A variable that is not set and has no quotes.
    says({"swap", "--source", "--target", "b", "--output", "c.png"},
         {"heser: --source ", "nothing stands after it"});
    says(swap + QStringList{"--json=maybe"}, {"heser: --json ", "no value may follow it"});
    const QStringList render = {"render", "a", "--output", "c.png"};
    says(render + QStringList{"--quality", "500"},
         {"heser: --quality ", "must be a whole number from 1 to 100, not \"500\""});
    says(render + QStringList{"--depth", "12"},
         {"heser: --depth ", "it must be 16, 8 or as-target, not \"12\""});
    says({"render", "a", "--output", "c.jpg", "--depth", "16"},
         {"heser: c.jpg ", "must be .png or .tif for --depth 16"});
    says({"swap", "--target", "b"}, {"heser swap", "--source"});
    says(swap + QStringList{"--device"}, {"--device"});
    says({"train", "analysis", "--data", ".", "--net", "leg"}, {"--net", "leg", "head", "mesh"});
    says({"swap", "--source", "", "--target", "b", "--output", "c.png"}, {"--source", "empty"});
    says({"train", "analysis", "--data", ".", "--steps", "many"},
         {"heser: --steps ", "it wants a whole number, not \"many\""});
    // A script's variable that is not set.
    for (const char* option : {"--settings", "--debug-dir", "--face"}) {
      says(swap + QStringList{option, ""}, {option, "empty"});
    }
    says({"analyze", "a", "--labels", ""}, {"--labels", "empty"});
    const auto swap_to = [](const char* output, const QStringList& more = {}) {
      return QStringList{"swap",     "--quiet",
                         "--source", Sample("source.jpg"),
                         "--target", Sample("target.jpg"),
                         "--output", output} +
             more;
    };
    // An empty variable after =: the next word is no value of it.
    for (const char* option : {"--lead", "--face", "--source-face", "--device", "--pose"}) {
      says({"swap", QString(option) + "=", "--source", "a", "--target", "b", "--output", "c.png"},
           {option, "nothing stands after its ="});
    }
    says(swap_to("c.png", {"--source-face", "2:1"}), {"names source 2", "there is one source"});
    says(swap_to("c.png", {"--source", Sample("target.jpg"), "--source-face", "3:1"}),
         {"names source 3", "there are 2 sources"});
    says(swap_to("c.png", {"--source-face", "1:1", "1:2"}), {"--source-face", "source 1 twice"});
    says(swap_to("c.png", {"--debug-dir", ""}), {"--debug-dir", "it must name a folder"});
    says(swap_to("c.png", {"--lead", "2"}), {"--lead", "names source 2", "there is one source"});
    // No progress comes before it.
    says({"swap", "--source", "a", "b", "--target", "c", "--output", "c.png", "--lead", "3"},
         {"names source 3", "there are 2 sources"});
    says(swap_to("c.png", {"--lead", "first"}), {"--lead", "number (from 1)", "\"first\""});
    says(swap_to("c.png", {"--device", "tpu"}),
         {"\"tpu\"", "auto, cpu, cuda or cuda:N", "has cpu"});
    says(swap_to(".png"), {"heser: .png ", "a name is missing before .png"});
    says(swap_to("out/.JPG"), {"a name is missing before .JPG"});
    says(swap_to("./"), {"heser: ./ ", "not a folder"});
    says(swap_to("c.gif"), {"must end in .png"});
    // What is read only.
    for (const char* name : {"c.heic", "c.HIF", "c.avif"}) {
      says(swap_to(name), {"must end in .png, .jpg, .tif or .webp"});
    }
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

  void AMissingFolderForTemporaryFilesIsToldInOneSentence() {
    const Outcome outcome = RunHeser({"bench", "--source", Sample("source.jpg"), "--target",
                                      Sample("target.jpg"), "--filter", "swap/cold"},
                                     {{"TMPDIR", File("none")}});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(outcome.errors.contains("heser: TMPDIR "), qPrintable(outcome.errors));
  }

  void AResourceFolderThatIsNoneIsNamedByItsVariable() {
    const Outcome outcome =
        RunHeser({"swap", "--source", Sample("source.jpg"), "--target", Sample("target.jpg"),
                  "--output", File("o.png"), "--device", "cpu", "--quiet"},
                 {{"HESER_RESOURCES", File("nowhere")}});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("nowhere/models") &&
                 outcome.errors.contains("HESER_RESOURCES"),
             qPrintable(outcome.errors));
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

  void SettingsThatCannotBeReadAreToldInOneSentence() {
    const auto says = [&](const QString& settings, const QString& part) {
      const Outcome outcome =
          RunHeser({"swap", "--source", Sample("source.jpg"), "--target", Sample("target.jpg"),
                    "--output", File("o.png"), "--quiet", "--settings", settings});
      QVERIFY2(outcome.code == kExitBadInput && IsOneSentence(outcome.errors) &&
                   outcome.errors.contains(part) && outcome.errors.contains(settings),
               qPrintable(outcome.errors));
    };
    says(folder_.path(), "a folder");
    says(File("none.json"), "does not exist");
    says("/dev/zero", "too large");
    says("/dev/null", "an empty file");
  }

  void AnOutputThatCannotBeWrittenIsToldBeforeTheWork() {
    const Outcome outcome = RunHeser({"swap", "--source", "a.jpg", "--target", "b.jpg", "--output",
                                      File("no/such/folder/o.png")});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors) &&
                 outcome.errors.contains("there is no folder " + File("no/such/folder")),
             qPrintable(outcome.errors));
  }

  void HalfAFaceIsRefusedAsASource() {
    const QImage photo(Sample("source.jpg"));
    RunHeser({"analyze", Sample("source.jpg"), "--json", File("whole.json"), "--quiet"});
    const auto report = QJsonDocument::fromJson(FileBytes(File("whole.json"))).object();
    const QJsonArray box = report["faces"][0]["box"].toArray();
    const int middle = qRound(box[0].toDouble() + 0.6 * box[2].toDouble());
    QVERIFY(photo.copy(0, 0, middle, photo.height()).save(File("half.png")));
    const Outcome outcome = RunHeser({"swap", "--source", File("half.png"), "--target",
                                      Sample("target.jpg"), "--output", File("o.png"), "--quiet"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(
        IsOneSentence(outcome.errors) && outcome.errors.contains("half.png cuts through the face"),
        qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(File("o.png")));
  }

  void ANameThatIsTooLongIsToldBeforeTheWork() {
    const Outcome outcome = RunHeser({"swap", "--source", "a.jpg", "--target", "b.jpg", "--output",
                                      File(QString(300, 'a') + ".png"), "--quiet"});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors), qPrintable(outcome.errors.right(200)));
  }

  void LinksThatLeadInACircleAreToldInOneSentence() {
    QVERIFY(QFile::link("circle", File("circle")));
    const Outcome outcome = RunHeser(
        {"analyze", Sample("source.jpg"), "--labels", File("circle/labels.png"), "--quiet"});
    QVERIFY2(outcome.code == kExitCannotWrite && IsOneSentence(outcome.errors),
             qPrintable(outcome.errors));
  }

  void NamesNeedNotBeUtf8() {
    const std::string odd = (folder_.path() + "/caf").toStdString() + "\xe9.jpg";
    std::filesystem::copy_file(Sample("source.jpg").toStdString(), odd);
    // Of a name that is no text QProcess would make another one.
    const std::string command = std::string("\"") + HESER_COMMAND + "\" analyze --quiet --json \"" +
                                File("odd.json").toStdString() + "\" \"" + odd + "\" > /dev/null";
    QCOMPARE(std::system(command.c_str()), 0);
    const QJsonObject report = QJsonDocument::fromJson(FileBytes(File("odd.json"))).object();
    QVERIFY2(report["photo"].toString().endsWith(QString("caf") + QChar(0xfffd) + ".jpg"),
             qPrintable(report["photo"].toString()));
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

  void RenderGivesWhatTheEditorExports() {
    DocumentState state;
    state.sources = {{1, LoadPhotoFile(Sample("source.jpg")), {}, true, {}}};
    state.target.photo = LoadPhotoFile(Sample("target.jpg"));
    SetSettingValue(state.settings, "aligner.expression", 0.3);
    SwapPipeline pipeline(ResolveDevice("cpu"));
    // The editor looks at previews before it finishes.
    SwapRequest request = RequestOf(state);
    request.quality = SwapQuality::kPreview;
    pipeline.Run(request, {});
    const SwapResult result = pipeline.Run(RequestOf(state), {});
    const auto export_as_editor = [&](const ExportChoices& choices, const char* name) {
      WriteExport(*ExportedPhoto(result, request, choices), state.settings, choices,
                  File(name).toStdString());
    };
    export_as_editor({}, "editor.png");
    export_as_editor({.subject = ExportSubject::kHead,
                      .depth = StoredDepth::kSixteen,
                      .metadata = KeptMetadata::kNone,
                      .settings_file = true},
                     "editor_head.png");
    WriteProject(state, {}, File("project.heser").toStdString());

    const Outcome outcome = RunHeser(
        {"render", File("project.heser"), "--output", File("rendered.png"), "--device", "cpu"});
    QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
    QCOMPARE(FileBytes(File("rendered.png")), FileBytes(File("editor.png")));
    QCOMPARE(RunHeser({"render", File("project.heser"), "--output", File("rendered_head.png"),
                       "--head-alone", "--depth", "16", "--metadata", "none", "--settings-file",
                       "--device", "cpu"})
                 .code,
             kExitDone);
    QCOMPARE(FileBytes(File("rendered_head.png")), FileBytes(File("editor_head.png")));
    QVERIFY(!FileBytes(File("rendered_head.settings.json")).isEmpty());
    QCOMPARE(FileBytes(File("rendered_head.settings.json")),
             FileBytes(File("editor_head.settings.json")));
  }

  void AHeadAloneNeedsAFormatWithTransparency() {
    const Outcome outcome = RunHeser(
        {"render", File("none.heser"), "--output", File("head.jpg"), "--head-alone", "--quiet"});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(outcome.errors.contains("head.jpg"), qPrintable(outcome.errors));
  }

  void AProjectThatCannotBeRenderedIsRefusedInOneSentence() {
    WriteProject({}, {}, File("empty.heser").toStdString());
    const Outcome empty =
        RunHeser({"render", File("empty.heser"), "--output", File("empty.png"), "--quiet"});
    QCOMPARE(empty.code, kExitBadInput);
    QVERIFY(empty.errors.contains("empty.heser"));
    QVERIFY(!QFile::exists(File("empty.png")));
    QCOMPARE(RunHeser({"render", File("none.heser"), "--output", File("none.png")}).code,
             kExitBadInput);
  }

  void ADamagedProjectIsToldInOneSentenceThatNamesIt() {
    DocumentState state;
    state.sources = {{1, LoadPhotoFile(Sample("source.jpg")), {}, true, {}}};
    state.target.photo = LoadPhotoFile(Sample("target.jpg"));
    WriteProject(state, {}, File("hit.heser").toStdString());
    // Both photos are stored as they are; a byte of each is enough for the checksum not to fit.
    QByteArray bytes = FileBytes(File("hit.heser"));
    for (const char* photo : {"source.jpg", "target.jpg"}) {
      const qsizetype place = bytes.indexOf(FileBytes(Sample(photo)));
      QVERIFY(place > 0);
      bytes[place + 1000] = static_cast<char>(~bytes[place + 1000]);
    }
    QFile file(File("hit.heser"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const Outcome outcome =
        RunHeser({"render", File("hit.heser"), "--output", File("hit.png"), "--quiet"});
    QCOMPARE(outcome.code, kExitBadInput);
    QVERIFY2(IsOneSentence(outcome.errors), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("hit.heser") && outcome.errors.contains("target is damaged"),
             qPrintable(outcome.errors));
  }

  void SettingsAndDebugPicturesAreNotWrittenOver() {
    const Outcome settings = RunHeser({"settings", "--json"});
    QFile file(File("settings.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(settings.output.toUtf8());
    file.close();
    const QStringList swap = {"swap", "--source", Sample("source.jpg"), "--target",
                              Sample("target.jpg")};
    const Outcome over = RunHeser(
        swap + QStringList{"--settings", File("settings.png"), "--output", File("settings.png")});
    QCOMPARE(over.code, kExitWrongUse);
    QVERIFY2(over.errors.contains("settings.png"), qPrintable(over.errors));
    QCOMPARE(FileBytes(File("settings.png")), settings.output.toUtf8());
    const Outcome twice = RunHeser(
        swap + QStringList{"--debug-dir", File("twice"), "--output", File("twice/target.png")});
    QCOMPARE(twice.code, kExitWrongUse);
    QVERIFY2(twice.errors.contains("--debug-dir"), qPrintable(twice.errors));
  }

  void AProjectIsNotWrittenOver() {
    WriteProject({}, {}, File("kept.png").toStdString());
    const QByteArray before = FileBytes(File("kept.png"));
    const Outcome outcome = RunHeser({"render", File("kept.png"), "--output", File("kept.png")});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(outcome.errors.contains("the project"), qPrintable(outcome.errors));
    QCOMPARE(FileBytes(File("kept.png")), before);
  }

  void SettingsBesideAPictureReplaceNoFile() {
    QFile older(File("old.settings.json"));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("{}");
    older.close();
    const Outcome outcome =
        RunHeser({"render", File("none.heser"), "--output", File("old.png"), "--settings-file"});
    QCOMPARE(outcome.code, kExitCannotWrite);
    QVERIFY2(IsOneSentence(outcome.errors) && outcome.errors.contains("old.settings.json"),
             qPrintable(outcome.errors));
    QCOMPARE(FileBytes(File("old.settings.json")), QByteArray("{}"));
  }

  void AnalyzeRefusesOutputsThatCannotAllBe() {
    const QString photo = Sample("source.jpg");
    QCOMPARE(RunHeser({"analyze", photo, "--overlay", File("o.xyz")}).code, kExitWrongUse);
    QVERIFY(!QFile::exists(File("o.xyz")));
    QCOMPARE(RunHeser({"analyze", photo, "--labels", File("q.png"), "--matte", File("q.png")}).code,
             kExitWrongUse);
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

  void AnInterruptThatComesTooLateIsNotSaidToHaveStoppedAnything() {
    QProcess process;
    process.start(QStringLiteral(HESER_COMMAND),
                  {"swap", "--source", Sample("source.jpg"), "--target", Sample("target.jpg"),
                   "--output", File("late.png"), "--debug-dir", File("late"), "--quiet"});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(File("late/target.png")), 120000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), kExitDone);
    QVERIFY(QFile::exists(File("late.png")) && QFile::exists(File("late/result.png")));
  }

  void AFolderThatGotNoPicturesGoesAgain() {
    QVERIFY(QDir().mkpath(File("known")));
    for (const char* folder : {"made/anew", "known"}) {
      const Outcome outcome = InterruptHeser({"swap", "--source", Sample("source.jpg"), "--target",
                                              Sample("target.jpg"), "--output", File("never.png"),
                                              "--debug-dir", File(folder)});
      QCOMPARE(outcome.code, kExitInterrupted);
      QVERIFY(!QFile::exists(File("never.png")));
    }
    QVERIFY(!QFile::exists(File("made")));
    QVERIFY(QFile::exists(File("known")));
  }

  void AnInterruptWhileTheProgramStartsEndsItLikeAnyOther() {
#ifdef HESER_INTERRUPTING_START
    for (const int signal : {SIGINT, SIGTERM}) {
      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
      environment.insert("LD_PRELOAD", HESER_INTERRUPTING_START);
      environment.insert("HESER_TEST_SIGNAL", QString::number(signal));
      QProcess process;
      process.setProcessEnvironment(environment);
      process.start(QStringLiteral(HESER_COMMAND),
                    {"swap", "--source", Sample("source.jpg"), "--target", Sample("target.jpg"),
                     "--output", File("early.png")});
      QVERIFY(process.waitForFinished(60000));
      QCOMPARE(process.exitStatus(), QProcess::NormalExit);
      QCOMPARE(process.exitCode(), kExitInterrupted);
      const QString errors = QString::fromUtf8(process.readAllStandardError());
      QVERIFY2(IsOneSentence(errors), qPrintable(errors));
      QVERIFY(QDir(folder_.path()).entryList({"*early*"}, QDir::Files | QDir::Hidden).isEmpty());
    }
#else
    QSKIP("a sanitizer does not let itself be preceded");
#endif
  }

  void AnInterruptLeavesNothingBehind() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    QCOMPARE(InterruptHeser({"swap", "--source", Shared("portraits/faker/male_034.jpg"), "--target",
                             Shared("portraits/faker/female_016.jpg"), "--output",
                             File("interrupted.png")})
                 .code,
             kExitInterrupted);
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
