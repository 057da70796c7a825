#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/batch/output_names.h"
#include "app/document/head_pose.h"
#include "app/document/setting_access.h"
#include "app/jobs/swap_session.h"
#include "engine/photo/photo_reader.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

/// The editor's batch with an engine that the test steers. Nothing here depends on how fast
/// anything is.
class BatchTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    QTemporaryDir folder;
    SwapDocument document;
    BatchDesk desk{&document, FakeEngineFactory(control)};
    BatchChoices choices;

    Fixture() {
      document.InsertSources({MakePhoto("head")}, 0);
      QDir(folder.path()).mkdir("in");
      choices.folder = Path("out");
    }
    ~Fixture() { control->holds = false; }
    QString Path(const QString& name) const { return folder.filePath(name); }
    /// A photo file in the folder of targets.
    QString MakeTarget(const QString& name, QColor color = Qt::gray) const {
      QImage image(96, 64, QImage::Format_RGB32);
      image.fill(color);
      image.save(Path("in/" + name));
      return Path("in/" + name);
    }
    bool Add(const QStringList& paths) {
      desk.Add(paths);
      return QTest::qWaitFor([this] { return !desk.IsListing(); }, 20000);
    }
    bool WaitForEnd() {
      return QTest::qWaitFor([this] { return !desk.IsRunning(); }, 20000);
    }
    const BatchItem& Item(int row) const {
      return desk.list()->items().at(static_cast<std::size_t>(row));
    }
    QStringList Results() const { return QDir(Path("out")).entryList(QDir::Files, QDir::Name); }
  };

  static QByteArray BytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static void Write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    file.open(QIODevice::WriteOnly);
    file.write(bytes);
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("BatchTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void NamesFollowThePatternAndAreNeverTwiceTheSame() {
    const auto name = [](const QString& path, const QString& pattern, const QSet<QString>& taken) {
      return OutputNameFor({path, 7}, "/out", pattern, PhotoFormat::kJpeg, taken,
                           [](const QString& file) { return file == "/out/y 2.jpg"; })
          .path;
    };
    QCOMPARE(name("/in/a.b.png", "{name} swapped", {}), QString("/out/a.b swapped.jpg"));
    QCOMPARE(name("/in/a.png", "{number}-{name}", {}), QString("/out/007-a.jpg"));
    QCOMPARE(name("/in/{number}.png", "{name}", {}), QString("/out/{number}.jpg"));
    QCOMPARE(name("/in/a.png", "{name}", {ComparablePath("/out/A.jpg")}), QString("/out/a 2.jpg"));
    QCOMPARE(name("/in/a.png", "x", {ComparablePath("/out/x.jpg"), ComparablePath("/out/x 2.jpg")}),
             QString("/out/x 3.jpg"));
    QCOMPARE(name("/in/a.png", "y", {ComparablePath("/out/y.jpg")}), QString("/out/y 3.jpg"));
  }

  void APatternIsTheNameOfAFile() {
    QVERIFY(IsUsablePattern("{name} swapped"));
    for (const char* wrong : {"../{name}", "a/b", "a\\b", "a:b", "a\nb"}) {
      QVERIFY2(FaultOf(wrong) == PatternFault::kWrongLetter, wrong);
    }
    for (const char* wrong : {".hidden", "{name}.", " . "}) {
      QVERIFY2(FaultOf(wrong) == PatternFault::kDot, wrong);
    }
    QVERIFY(FaultOf("") == PatternFault::kEmpty && FaultOf("  ") == PatternFault::kEmpty);
  }

  void EveryPhotoOfAFolderGetsItsPicture() {
    Fixture f;
    f.MakeTarget("b.png");
    f.MakeTarget("a.png", Qt::red);
    Write(f.Path("in/notes.txt"), "no photo");
    QVERIFY(f.Add({f.Path("in"), f.Path("in/a.png")}));
    QCOMPARE(f.desk.list()->rowCount(), 2);
    QVERIFY(f.Item(0).thumbnail.isNull());
    QSignalSpy finished(&f.desk, &BatchDesk::Finished);
    f.desk.Start(f.choices);
    QVERIFY(f.desk.IsRunning());
    QVERIFY(f.WaitForEnd());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(f.Results(), QStringList({"a swapped.png", "b swapped.png"}));
    QCOMPARE(f.Item(0).state, BatchState::kDone);
    QCOMPARE(f.Item(0).output, f.Path("out/a swapped.png"));
    QCOMPARE(f.Item(0).thumbnail.pixelColor(3, 3), QColor(Qt::red));
    QCOMPARE(f.desk.list()->Fraction(), 1.0);
    QVERIFY(f.control->thread.load() != QThread::currentThread());
  }

  void PhotosOfTelephonesAreTargetsToo() {
    Fixture f;
    for (const char* name : {"a.HEIC", "b.avif", "c.heif", "d.hif", "e.mov"}) {
      Write(f.Path(QStringLiteral("in/") + name), "by its name");
    }
    QVERIFY(f.Add({f.Path("in")}));
    QCOMPARE(f.desk.list()->rowCount(), 4);
    // Results take a format that is written.
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).output, f.Path("out/a swapped.png"));
    QVERIFY(f.Item(0).reason.contains("HEIC or AVIF"));
  }

  void WithoutSourceTargetOrFolderNothingStarts() {
    Fixture f;
    QVERIFY(!f.desk.CanStart());
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    QVERIFY(f.desk.CanStart());
    f.choices.folder.clear();
    f.desk.Start(f.choices);
    QVERIFY(!f.desk.IsRunning());
    f.document.SetSourceEnabled(f.document.sources()[0].id, false);
    QVERIFY(!f.desk.CanStart());
  }

  void AFailureIsToldAndDoesNotStopTheRest() {
    Fixture f;
    Write(f.Path("in/broken.png"), "no picture");
    QVERIFY(f.Add({f.Path("in/broken.png"), f.Path("in/missing.png"), f.MakeTarget("good.png")}));
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).state, BatchState::kFailed);
    QVERIFY(f.Item(0).reason.startsWith("broken.png cannot be read as a photo"));
    QCOMPARE(f.Item(1).reason, QString("missing.png does not exist; check its name and folder."));
    QCOMPARE(f.Item(2).state, BatchState::kDone);
    QCOMPARE(f.Results(), QStringList("good swapped.png"));

    f.MakeTarget("broken.png");
    f.desk.RetryFailed();
    QCOMPARE(f.Item(0).state, BatchState::kWaiting);
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).state, BatchState::kDone);
    QCOMPARE(f.Item(1).state, BatchState::kFailed);
    QCOMPARE(f.control->runs_begun.load(), 2);  // What was done is not done again.
  }

  void AFileIsReplacedOnlyWhenThatIsAskedFor() {
    Fixture f;
    const QString there = f.Path("out/a swapped.png");
    Write(there, "something dear");
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(BytesOf(there), QByteArray("something dear"));
    QCOMPARE(f.Item(0).output, f.Path("out/a swapped 2.png"));

    f.desk.Remove({f.Item(0).id});
    QVERIFY(f.Add({f.Path("in/a.png")}));
    QFile::remove(there);
    QVERIFY(QFile::copy(f.MakeTarget("done.png", Qt::red), there));
    const QByteArray done = BytesOf(there);
    f.choices.existing = ExistingFile::kKeep;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(BytesOf(there), done);
    QVERIFY(f.Item(0).was_there);
    QCOMPARE(f.control->runs_begun.load(), 1);

    f.desk.Remove({f.Item(0).id});
    QVERIFY(f.Add({f.Path("in/a.png")}));
    f.choices.existing = ExistingFile::kReplace;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).state, BatchState::kDone);
    QCOMPARE(ReadPhoto(there.toStdString()).size(), cv::Size(96, 64));
    QCOMPARE(f.Results(), QStringList({"a swapped 2.png", "a swapped.png"}));
  }

  void AFileThatIsToBeKeptMustBeAPicture() {
    Fixture f;
    const QString there = f.Path("out/a swapped.png");
    Write(there, "something dear");
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.choices.existing = ExistingFile::kKeep;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).state, BatchState::kFailed);
    QVERIFY2(f.Item(0).reason.contains("no picture"), qPrintable(f.Item(0).reason));
    QCOMPARE(BytesOf(there), QByteArray("something dear"));
    QCOMPARE(f.control->runs_begun.load(), 0);
  }

  void ANameThatTheProgramMakesUpReplacesNothing() {
    Fixture f;
    const QString others = f.Path("out/a swapped 2.png");
    Write(others, "something dear");
    Write(f.Path("out/a swapped 3.settings.json"), "settings of another one");
    QVERIFY(f.Add({f.MakeTarget("a.png"), f.MakeTarget("a.jpg", Qt::red)}));
    f.choices.existing = ExistingFile::kReplace;
    f.choices.file.settings_file = true;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(BytesOf(others), QByteArray("something dear"));
    QCOMPARE(BytesOf(f.Path("out/a swapped 3.settings.json")),
             QByteArray("settings of another one"));
    QCOMPARE(f.Item(0).output, f.Path("out/a swapped.png"));
    QCOMPARE(f.Item(1).output, f.Path("out/a swapped 4.png"));
  }

  void ATargetIsNeverReplaced() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png"), f.MakeTarget("a 2.png", Qt::red)}));
    const QByteArray before = BytesOf(f.Path("in/a.png"));
    f.choices.folder = f.Path("in");
    f.choices.pattern = "{name}";
    f.choices.existing = ExistingFile::kReplace;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(BytesOf(f.Path("in/a.png")), before);
    QCOMPARE(f.Item(0).output, f.Path("in/a 3.png"));
    QCOMPARE(f.Item(1).output, f.Path("in/a 2 2.png"));
  }

  void ATargetIsNotReplacedByAnotherNameOfItsFolder() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    const QByteArray before = BytesOf(f.Path("in/a.png"));
    QVERIFY(QFile::link(f.Path("in"), f.Path("other")));
    f.choices.folder = f.Path("other");
    f.choices.pattern = "{name}";
    f.choices.existing = ExistingFile::kReplace;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Item(0).state, BatchState::kFailed);
    QCOMPARE(BytesOf(f.Path("in/a.png")), before);
  }

  void CancellingIsSeenAtOnceAndLeavesNoFile() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png"), f.MakeTarget("b.png")}));
    f.control->holds = true;
    f.control->is_deaf = true;
    QSignalSpy finished(&f.desk, &BatchDesk::Finished);
    f.desk.Start(f.choices);
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    f.desk.Cancel();
    QVERIFY(!f.desk.IsRunning());
    QCOMPARE(f.Item(0).state, BatchState::kCancelled);
    QCOMPARE(f.Item(1).state, BatchState::kCancelled);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(f.desk.list()->Fraction(), 0.0);
    f.control->holds = false;
    QVERIFY(f.Add({f.MakeTarget("c.png")}));
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());  // After all that the cancelled run might have done.
    QCOMPARE(f.Item(0).state, BatchState::kCancelled);
    QCOMPARE(f.desk.list()->Fraction(), 1.0 / 3);
    QCOMPARE(f.Results(), QStringList("c swapped.png"));

    f.desk.RetryFailed();
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Results(), QStringList({"a swapped.png", "b swapped.png", "c swapped.png"}));
  }

  void RemovingWhatRunsGoesOnWithTheNext() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png"), f.MakeTarget("b.png")}));
    f.control->holds = true;
    f.desk.Start(f.choices);
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    f.desk.Remove({f.Item(0).id});
    QCOMPARE(f.Item(0).state, BatchState::kRunning);
    f.control->holds = false;
    QVERIFY(f.WaitForEnd());
    QCOMPARE(f.Results(), QStringList("b swapped.png"));
  }

  void WhatIsAddedWhileItRunsIsDoneAsWell() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.desk.SetPaused(true);
    f.desk.Start(f.choices);
    QVERIFY(f.Add({f.MakeTarget("b.png")}));
    QCOMPARE(f.control->runs_begun.load(), 0);
    f.desk.SetPaused(false);
    QTRY_COMPARE(f.Results(), QStringList({"a swapped.png", "b swapped.png"}));
  }

  void ARunKeepsTheSettingsThatItBeganWith() {
    Fixture f;
    f.document.SetSetting("aligner.expression", 0.25, 0);
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.choices.file.settings_file = true;
    f.desk.SetPaused(true);
    f.desk.Start(f.choices);
    f.document.SetSetting("aligner.expression", 0.75, 0);
    f.desk.SetPaused(false);
    QVERIFY(f.WaitForEnd());
    const QString written = f.Path("out/a swapped.settings.json");
    QCOMPARE(SettingsFromJson(BytesOf(written).toStdString(), "settings").aligner.expression, 0.25);
  }

  void MovesOfTheHeadByHandStayWithTheWindowsTarget() {
    Fixture f;
    f.document.SetSettings(SettingsOf({.yaw = 12, .size = 1.2, .shift_x = 0.25}), "Move Head", 0);
    f.document.SetSetting("aligner.pose", 0.25, 0);
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.choices.file.settings_file = true;
    f.desk.Start(f.choices);
    QVERIFY(f.WaitForEnd());
    const QString written = f.Path("out/a swapped.settings.json");
    const SwapSettings used = SettingsFromJson(BytesOf(written).toStdString(), "settings");
    QCOMPARE(used.aligner.pose, 0.25);
    SwapSettings unmoved;
    unmoved.aligner.pose = 0.25;
    QVERIFY(SameSettings(used, unmoved));
    QCOMPARE(f.document.settings().aligner.size, 1.2);
  }

  void ACancelledRunThatIsPausedEnds() {
    Fixture f;
    QVERIFY(f.Add({f.MakeTarget("a.png")}));
    f.desk.SetPaused(true);
    f.desk.Start(f.choices);
    f.desk.Cancel();
    QCOMPARE(f.control->runs_begun.load(), 0);
    // cleanup() finds that the worker ends although it may not go on.
  }

  void TheBatchWaitsWhileTheWindowSwaps() {
    const auto control = std::make_shared<EngineControl>();
    SwapSession session(FakeEngineFactory(control));
    control->holds = true;
    session.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    QVERIFY(session.batch_desk()->IsPaused());
    session.runner()->Cancel();
    QVERIFY(!session.batch_desk()->IsPaused());
    control->holds = false;
  }

  void ChoicesAreRememberedExceptThatOfReplacing() {
    BatchChoices choices;
    choices.folder = "/somewhere";
    choices.pattern = "{number}";
    choices.existing = ExistingFile::kKeep;
    choices.file.format = PhotoFormat::kWebp;
    RememberBatchChoices(choices);
    QCOMPARE(RememberedBatchChoices().folder, choices.folder);
    QCOMPARE(RememberedBatchChoices().pattern, choices.pattern);
    QCOMPARE(RememberedBatchChoices().existing, ExistingFile::kKeep);
    QVERIFY(RememberedBatchChoices().file == choices.file);
    QVERIFY(RememberedExportChoices() == ExportChoices());
    choices.existing = ExistingFile::kReplace;
    RememberBatchChoices(choices);
    QCOMPARE(RememberedBatchChoices().existing, ExistingFile::kNewName);
  }
};

}  // namespace heser

QTEST_MAIN(heser::BatchTest)
#include "batch_test.moc"
