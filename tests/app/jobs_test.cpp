#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/jobs/swap_session.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

/// The jobs around the engine, with an engine that the test steers. Nothing here depends on how
/// fast anything is.
class JobsTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    SwapDocument document;
    SwapRunner runner{&document, FakeEngineFactory(control)};

    Fixture() { document.SetPhotos({MakePhoto("a")}, MakePhoto("t")); }
    ~Fixture() { control->holds = false; }

    /// The first result, and the preview that is made ready after it and never shown.
    void Begin() {
      runner.Start();
      if (!QTest::qWaitFor([this] { return control->previews == 1; })) {
        QTest::qFail("no preview is made ready", __FILE__, __LINE__);
      }
      control->previews = 0;
    }
    /// Until the engine has done, or given up, all that it was told before.
    bool WaitForEngine() {
      QSignalSpy faces(&runner, &SwapRunner::FacesFound);
      runner.FindFaces(document.target()->photo);
      return QTest::qWaitFor([&] { return faces.count() == 1; }, 20000);
    }
  };

 private slots:
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void TheEngineRunsInAnotherThreadWhileEventsGoOn() {
    Fixture f;
    f.control->holds = true;
    int events = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++events; });
    timer.start(0);
    f.runner.Start();
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    QTRY_VERIFY(events > 100);
    QCOMPARE(f.control->runs_ended.load(), 0);
    QVERIFY(f.control->thread.load() != QThread::currentThread());
    f.control->holds = false;
    QTRY_VERIFY(f.runner.outcome() != nullptr);
  }

  void AResultIsOfTheStateThatTheDocumentIsIn() {
    Fixture f;
    f.runner.Start();
    QVERIFY(f.runner.IsRunning());
    QTRY_VERIFY(!f.runner.IsRunning());
    QVERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.runner.outcome()->result.picture.get(), f.document.target()->photo->photo.get());
    QCOMPARE(f.runner.outcome()->pictures.result.picture.size(), QSize(96, 64));
  }

  void ALateResultIsDroppedAndTheRunStartedAnew() {
    Fixture f;
    f.control->holds = true;
    f.control->is_deaf = true;
    f.runner.Start();
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    f.document.SetTarget(MakePhoto("other", Qt::red, {80, 80}));
    QSignalSpy outcomes(&f.runner, &SwapRunner::OutcomeChanged);
    f.control->holds = false;
    QTRY_COMPARE(outcomes.count(), 1);
    QCOMPARE(f.control->runs_begun.load(), 2);
    QCOMPARE(f.runner.outcome()->snapshot.target_name, QString("other"));
    QVERIFY(f.runner.IsOutcomeCurrent());
  }

  void CancellingIsSeenAtOnceAndItsResultNeverComes() {
    Fixture f;
    f.control->holds = true;
    f.control->is_deaf = true;
    QSignalSpy outcomes(&f.runner, &SwapRunner::OutcomeChanged);
    f.runner.Start();
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    f.runner.Cancel();
    QVERIFY(!f.runner.IsRunning());
    f.control->holds = false;
    QTRY_COMPARE(f.control->runs_ended.load(), 1);
    f.runner.FindFaces(f.document.target()->photo);
    QSignalSpy faces(&f.runner, &SwapRunner::FacesFound);
    QTRY_COMPARE(faces.count(), 1);  // Came after all that the run might have sent.
    QCOMPARE(outcomes.count(), 0);
    QVERIFY(f.runner.outcome() == nullptr);
  }

  void ACancelledRunStopsInsideTheEngine() {
    Fixture f;
    f.control->holds = true;
    f.runner.Start();
    QTRY_COMPARE(f.control->runs_begun.load(), 1);
    f.runner.Cancel();
    QSignalSpy faces(&f.runner, &SwapRunner::FacesFound);
    f.runner.FindFaces(f.document.target()->photo);
    QTRY_COMPARE(faces.count(), 1);  // The engine still holds: only the switch can have freed it.
    QCOMPARE(f.control->runs_ended.load(), 0);
  }

  void ChangesAreFollowedIfWanted() {
    Fixture f;
    QVERIFY(f.runner.IsRunning());
    f.document.SetSetting("aligner.expression", 0.2, 0);
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.control->runs_begun.load(), 1);
    f.document.SetSetting("aligner.expression", 0.3, 0);
    QVERIFY(f.runner.IsRunning());
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.control->runs_begun.load(), 2);

    f.runner.SetFollowsChanges(false);
    f.document.SetSetting("aligner.expression", 0.4, 0);
    QVERIFY(!f.runner.IsRunning());
    QVERIFY(!f.runner.IsOutcomeCurrent());
    QVERIFY(f.runner.outcome() != nullptr);
  }

  void AChangeIsPreviewedAtOnceAndFinishedAfterwards() {
    Fixture f;
    f.Begin();
    QVERIFY(f.runner.IsOutcomeCurrent());
    const auto before = f.runner.outcome();
    f.control->holds = true;
    f.document.SetSetting("aligner.expression", 0.3, 0);
    QSignalSpy previews(&f.runner, &SwapRunner::PreviewChanged);
    QTRY_COMPARE(previews.count(), 1);
    QCOMPARE(f.runner.outcome(), before);
    QVERIFY(f.runner.shown() != before);
    QCOMPARE(f.runner.shown()->snapshot.revision, f.document.revision());
    QVERIFY(f.runner.IsRunning());
    f.control->holds = false;
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.runner.shown(), f.runner.outcome());
    QCOMPARE(f.control->previews.load(), 1);
  }

  void ChangesThatComeWhileAPreviewIsMadeShareTheNextOne() {
    Fixture f;
    f.Begin();
    QVERIFY(f.runner.IsOutcomeCurrent());
    f.control->holds_previews = true;
    const int drag = f.document.BeginGesture();
    for (double value : {0.1, 0.2, 0.3, 0.4}) {
      f.document.SetSetting("aligner.expression", value, drag);
    }
    QTRY_COMPARE(f.control->previews.load(), 1);
    f.control->holds_previews = false;
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.control->previews.load(), 2);
  }

  void TheFinalRunComesAfterThePreviewOfTheSameState() {
    Fixture f;
    f.Begin();
    QVERIFY(f.runner.IsOutcomeCurrent());
    f.control->holds = true;
    f.control->holds_previews = true;
    f.document.SetSetting("aligner.expression", 0.1, 0);
    QTRY_COMPARE(f.control->previews.load(), 1);
    f.document.SetSetting("aligner.expression", 0.2, 0);
    QTest::qWait(600);  // The hand rests for longer than it takes to begin the final run.
    f.control->holds_previews = false;
    // The second preview is shown although the final run never ends.
    QTRY_COMPARE(f.runner.shown()->snapshot.revision, f.document.revision());
    QTRY_COMPARE(f.control->runs_begun.load(), 2);
    f.control->holds = false;
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
  }

  void OtherPhotosAreNotPreviewed() {
    Fixture f;
    f.Begin();
    QSignalSpy previews(&f.runner, &SwapRunner::PreviewChanged);
    f.document.SetTarget(MakePhoto("other"));
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    // Made ready anew for these, and not seen.
    QTRY_COMPARE(f.control->previews.load(), 1);
    QTest::qWait(50);
    QCOMPARE(previews.count(), 0);
    QCOMPARE(f.runner.shown(), f.runner.outcome());
  }

  void PreviewsAreMadeReadyOnceForTheSamePhotos() {
    Fixture f;
    f.Begin();
    f.document.SetSetting("aligner.expression", 0.3, 0);
    QTRY_COMPARE(f.control->previews.load(), 1);
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QTest::qWait(50);
    QCOMPARE(f.control->previews.load(), 1);
  }

  void CancellingGoesBackToTheLastResult() {
    Fixture f;
    f.runner.Start();
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    f.control->holds = true;
    f.document.SetSetting("aligner.expression", 0.3, 0);
    QTRY_VERIFY(f.runner.shown() != f.runner.outcome());
    f.runner.Cancel();
    QCOMPARE(f.runner.shown(), f.runner.outcome());
    QVERIFY(!f.runner.IsOutcomeCurrent());
  }

  void UndoBackToTheStateOfTheResultRunsNothing() {
    Fixture f;
    f.Begin();
    const auto outcome = f.runner.outcome();
    f.control->holds = true;
    f.document.SetSetting("aligner.expression", 0.3, 0);
    QTRY_VERIFY(f.runner.shown() != outcome);
    QVERIFY(f.runner.IsRunning());
    f.document.undo_stack()->undo();
    QVERIFY(!f.runner.IsRunning());
    QVERIFY(f.runner.IsOutcomeCurrent());
    QCOMPARE(f.runner.shown(), outcome);
    f.control->holds = false;
    // On a slow machine the final run was just about to begin.
    QVERIFY(f.WaitForEngine());
    const int begun = f.control->runs_begun;
    f.document.RemoveTarget();
    f.document.undo_stack()->undo();
    QVERIFY(!f.runner.IsRunning());
    QTest::qWait(400);  // Longer than a run waits for the hand to rest.
    QVERIFY(f.WaitForEngine());
    QCOMPARE(f.control->runs_begun.load(), begun);
    QCOMPARE(f.runner.outcome(), outcome);
  }

  void AResultThatNothingLeadsBackToIsLetGoOf() {
    Fixture f;
    f.runner.Start();
    QTRY_VERIFY(f.runner.IsOutcomeCurrent());
    QTRY_COMPARE(f.control->previews.load(), 1);
    const std::weak_ptr<const SwapOutcome> outcome = f.runner.outcome();
    f.document.SetTarget(MakePhoto("other"));
    f.runner.Cancel();
    QVERIFY(f.runner.outcome() != nullptr);  // Undo leads back.
    f.document.Replace({});
    QVERIFY(f.runner.outcome() == nullptr);
    QTRY_VERIFY(outcome.expired());
  }

  void RemovingTheTargetEndsTheRun() {
    Fixture f;
    f.control->holds = true;
    f.runner.Start();
    f.document.RemoveTarget();
    QVERIFY(!f.runner.IsRunning());
    f.runner.Start();
    QVERIFY(!f.runner.IsRunning());
  }

  void AFailureEndsTheRunAndKeepsItsFacts() {
    Fixture f;
    f.control->fail = [] { throw Error(ErrorKind::kNoFace, "t"); };
    QSignalSpy failures(&f.runner, &SwapRunner::Failed);
    f.runner.Start();
    QTRY_COMPARE(failures.count(), 1);
    const auto failure = failures[0][0].value<Failure>();
    QVERIFY(failure.error.has_value());
    QCOMPARE(failure.error->kind(), ErrorKind::kNoFace);
    QVERIFY(!f.runner.IsRunning());
  }

  void RunningOutOfMemoryIsAnErrorOfItsOwn() {
    Fixture f;
    f.control->fail = [] { throw std::bad_alloc(); };
    QSignalSpy failures(&f.runner, &SwapRunner::Failed);
    f.runner.Start();
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures[0][0].value<Failure>().error->kind(), ErrorKind::kOutOfMemory);
  }

  void DestroyingARunnerWhoseEngineIsBusyDoesNotWait() {
    auto control = std::make_shared<EngineControl>();
    control->holds = true;
    control->is_deaf = true;
    {
      SwapDocument document;
      document.SetPhotos({MakePhoto("a")}, MakePhoto("t"));
      SwapRunner runner(&document, FakeEngineFactory(control));
      runner.Start();
      QTRY_COMPARE(control->runs_begun.load(), 1);
    }
    QCOMPARE(control->runs_ended.load(), 0);
    control->holds = false;
  }

  void PhotosArriveInTheOrderThatTheyWereAskedForIn() {
    QTemporaryDir folder;
    QStringList paths;
    for (int index = 0; index < 3; ++index) {
      // The first is the largest: it would come last if each were added when it is ready.
      QImage image(900 - 400 * index, 100, QImage::Format_RGB32);
      image.fill(Qt::blue);
      paths.push_back(folder.filePath(QStringLiteral("%1.png").arg(index)));
      QVERIFY(image.save(paths.back()));
    }
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    session.OpenFiles(paths);
    QTRY_VERIFY(session.document()->target() != nullptr);
    QCOMPARE(session.document()->target()->photo->name, QString("2.png"));
    QCOMPARE(session.document()->sources().size(), std::size_t(2));
    QCOMPARE(session.document()->sources()[0].photo->name, QString("0.png"));
    QCOMPARE(session.document()->sources()[0].photo->picture.size(), QSize(900, 100));
  }

  void AFileThatCannotBeReadIsToldAndTheOthersComeThrough() {
    QTemporaryDir folder;
    const QString good = folder.filePath("good.png");
    QVERIFY(QImage(80, 80, QImage::Format_RGB32).save(good));
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    QList<SessionMessage> messages;
    connect(&session, &SwapSession::MessageRaised, this,
            [&](const SessionMessage& message) { messages.push_back(message); });
    session.AddSources({folder.filePath("missing.png"), good}, 0);
    QTRY_COMPARE(session.document()->sources().size(), std::size_t(1));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].kind, SessionMessage::Kind::kError);
    QVERIFY2(messages[0].text.contains("missing.png"), qPrintable(messages[0].text));
  }

  void EveryFileThatCannotBeReadIsNamed() {
    QTemporaryDir folder;
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    QList<SessionMessage> messages;
    connect(&session, &SwapSession::MessageRaised, this,
            [&](const SessionMessage& message) { messages.push_back(message); });
    const auto open = [&](int count) {
      QStringList paths;
      for (int i = 0; i < count; ++i) {
        paths << folder.filePath(QStringLiteral("missing_%1.png").arg(i));
      }
      messages.clear();
      session.OpenFiles(paths);
      QTRY_COMPARE(messages.size(), 1);
      for (int i = 0; i < count; ++i) {
        QVERIFY2(messages[0].text.contains(QStringLiteral("missing_%1.png").arg(i)),
                 qPrintable(messages[0].text));
      }
    };
    open(2);
    open(8);
  }

  void APhotoBesideAProjectIsSaidToStayClosed() {
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    QStringList messages;
    connect(&session, &SwapSession::MessageRaised, this,
            [&](const SessionMessage& message) { messages << message.text; });
    session.OpenFiles({"a.heser", "b.png"});
    QTRY_COMPARE(messages.size(), 2);
    QVERIFY2(messages[0].startsWith("Only a.heser"), qPrintable(messages[0]));
    QVERIFY2(messages[1].startsWith("a.heser"), qPrintable(messages[1]));
  }

  void FacesOfNewPhotosAreLookedForAndRemembered() {
    auto control = std::make_shared<EngineControl>();
    control->faces = 3;
    SwapSession session(FakeEngineFactory(control));
    session.document()->SetTarget(MakePhoto("t"));
    const PhotoHandle photo = session.document()->target()->photo;
    QTRY_VERIFY(session.FacesOf(photo) != nullptr);
    QCOMPARE(session.FacesOf(photo)->size(), std::size_t(3));
    QVERIFY(session.ProblemOf(photo).isEmpty());
  }

  void APhotoWithoutFaceHasAProblemThatNamesIt() {
    auto control = std::make_shared<EngineControl>();
    control->faces = 0;
    SwapSession session(FakeEngineFactory(control));
    session.document()->InsertSources({MakePhoto("wall.jpg")}, 0);
    const PhotoHandle photo = session.document()->sources()[0].photo;
    QTRY_VERIFY(!session.ProblemOf(photo).isEmpty());
    QVERIFY(session.ProblemOf(photo).contains("wall.jpg"));
  }

  void AFailureToLookForFacesIsTold() {
    auto control = std::make_shared<EngineControl>();
    control->faces = -1;
    SwapSession session(FakeEngineFactory(control));
    QString text;
    connect(&session, &SwapSession::MessageRaised, this,
            [&](const SessionMessage& message) { text = message.text; });
    session.document()->InsertSources({MakePhoto("a.jpg")}, 0);
    QTRY_VERIFY2(text.contains("head_net.hwt"), qPrintable(text));
    QVERIFY(!session.ProblemOf(session.document()->sources()[0].photo).isEmpty());
  }

  void ARenewedEngineIsMadeByTheFactoryAgain() {
    auto control = std::make_shared<EngineControl>();
    std::atomic<int> made = 0;
    SwapSession session([&made, factory = FakeEngineFactory(control)] {
      ++made;
      return factory();
    });
    session.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    session.runner()->Start();
    QTRY_VERIFY(session.runner()->IsOutcomeCurrent());
    session.runner()->Start();
    QTRY_COMPARE(control->runs_ended.load(), 2);
    QCOMPARE(made.load(), 1);
    session.runner()->RenewEngine();
    session.runner()->Start();
    QTRY_COMPARE(control->runs_ended.load(), 3);
    QCOMPARE(made.load(), 2);
  }

  void AnExportedPictureIsTheResult() {
    QTemporaryDir folder;
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    session.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t", QColor(10, 200, 30)));
    session.runner()->Start();
    QTRY_VERIFY(session.runner()->outcome() != nullptr);
    QSignalSpy saved(session.export_desk(), &ExportDesk::Exported);
    const QString path = folder.filePath("out.png");
    session.Export({}, path);
    QTRY_COMPARE(saved.count(), 1);
    const QImage image(path);
    QCOMPARE(image.size(), QSize(96, 64));
    QCOMPARE(image.pixelColor(50, 30), QColor(10, 200, 30));
  }

  void AnExportThatFailsIsTold() {
    QTemporaryDir folder;
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    session.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    session.runner()->Start();
    QTRY_VERIFY(session.runner()->outcome() != nullptr);
    QString text;
    connect(&session, &SwapSession::MessageRaised, this,
            [&](const SessionMessage& message) { text = message.text; });
    session.Export({}, folder.filePath("no_such_folder/out.png"));
    QTRY_VERIFY2(text.contains("out.png"), qPrintable(text));
  }

  void PicturesOfThePhotoKeepTheirColoursOnTheScreen() {
    const PhotoHandle photo = MakePhoto("t", QColor(250, 128, 3), {700, 500});
    QCOMPARE(photo->picture.Full().pixelColor(699, 499), QColor(250, 128, 3));
    QCOMPARE(photo->picture.LevelFor(0.3).size(), QSize(350, 250));
    QCOMPARE(photo->picture.LevelFor(0.6).size(), QSize(700, 500));
    QCOMPARE(photo->picture.LevelFor(0.3).pixelColor(10, 10), QColor(250, 128, 3));
    QCOMPARE(photo->thumbnail.width(), kThumbnailSide);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::JobsTest)
#include "jobs_test.moc"
