#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <new>

#include "app/jobs/swap_session.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

/// What a session says of sources before they are swapped, with facts that the test makes up: of
/// photos wider than 100 pixels the face is blurred, of green ones it is another person's.
class SourceCheckTest : public QObject {
  Q_OBJECT

 private:
  /// What the worker did; it may outlive the test.
  struct Seen {
    std::atomic<int> measured = 0;
    std::atomic<int> identified = 0;
    std::atomic<QThread*> thread = nullptr;
  };

  static FaceMeasure MeasureOf(const std::shared_ptr<Seen>& seen) {
    return [seen](const Photo& photo, const DetectedFace& face, FaceQuestion question) {
      seen->thread = QThread::currentThread();
      FaceFacts facts;
      facts.mesh = face.mesh;
      facts.blur = photo.size().width > 100 ? 4 : 1;
      if (question == FaceQuestion::kIdentity) {
        ++seen->identified;
        const cv::Vec3b pixel = photo.Proxy(16)(4, 4);
        const bool is_green = pixel[1] > pixel[0];
        facts.identity = is_green ? std::vector<double>{0, 1} : std::vector<double>{1, 0};
      }
      ++seen->measured;
      return facts;
    };
  }

  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    std::shared_ptr<Seen> seen = std::make_shared<Seen>();
    SwapSession session{FakeEngineFactory(control), MeasureOf(seen)};

    Fixture() { session.runner()->SetFollowsChanges(false); }
    SwapDocument& document() { return *session.document(); }
    QString RemarksOn(int row) {
      return session.RemarksOn(document().sources().at(static_cast<std::size_t>(row)).id);
    }
    QString BriefOn(int row) {
      const quint64 id = document().sources().at(static_cast<std::size_t>(row)).id;
      return session.BriefRemarksOn(id).join(", ");
    }
  };

 private slots:
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void ABlurredSourceIsToldBeforeAnySwap() {
    Fixture f;
    f.document().InsertSources({MakePhoto("soft.jpg", Qt::gray, {120, 80})}, 0);
    QTRY_COMPARE(f.BriefOn(0), QString("Blurred"));
    QCOMPARE(f.RemarksOn(0),
             QString("soft.jpg is blurred, and so will be the result; use a sharper photo."));
    QCOMPARE(f.control->runs_begun.load(), 0);
    QVERIFY(f.seen->thread.load() != QThread::currentThread());
    QCOMPARE(f.seen->identified.load(), 0);  // Nobody to compare a single one with.
  }

  void AnotherPersonThanTheFirstIsTold() {
    Fixture f;
    f.document().InsertSources({MakePhoto("a", Qt::gray)}, 0);
    QTRY_COMPARE(f.seen->measured.load(), 1);
    f.document().InsertSources({MakePhoto("b", Qt::green)}, 1);
    QTRY_COMPARE(f.BriefOn(1), QString("Another person?"));
    QCOMPARE(f.BriefOn(0), QString());
    QCOMPARE(f.seen->identified.load(), 2);
    f.document().MoveSource(f.document().sources()[1].id, 0);
    QTRY_COMPARE(f.BriefOn(0), QString());
    QCOMPARE(f.BriefOn(1), QString("Another person?"));
    QCOMPARE(f.seen->identified.load(), 2);  // What is known is not measured again.
  }

  void ASourceThatIsOffCountsForNothing() {
    Fixture f;
    f.document().InsertSources({MakePhoto("a", Qt::gray), MakePhoto("b", Qt::green)}, 0);
    QTRY_COMPARE(f.BriefOn(1), QString("Another person?"));
    f.document().SetSourceEnabled(f.document().sources()[0].id, false);
    QCOMPARE(f.BriefOn(1), QString());
  }

  void AFaceThatCannotBeMeasuredIsPassedOver() {
    const auto control = std::make_shared<EngineControl>();
    const auto tries = std::make_shared<std::atomic<int>>(0);
    SwapSession session(FakeEngineFactory(control),
                        [tries](const Photo&, const DetectedFace&, FaceQuestion) -> FaceFacts {
                          ++*tries;
                          throw std::bad_alloc();
                        });
    session.runner()->SetFollowsChanges(false);
    session.document()->InsertSources({MakePhoto("a")}, 0);
    QTRY_COMPARE(tries->load(), 1);
    QCOMPARE(session.RemarksOn(session.document()->sources()[0].id), QString());
  }

  void WhatAResultSaysBesideItsLeadingSourceEndsWithAnotherPin() {
    const auto control = std::make_shared<EngineControl>();
    control->warnings = {{SwapWarning::Kind::kSourceUnlike, 1, 0.04},
                         {SwapWarning::Kind::kClippedLight, 1, 0.2}};
    // Nothing is measured: all that is said comes from the result.
    SwapSession session(FakeEngineFactory(control), {});
    session.runner()->SetFollowsChanges(false);
    SwapDocument& document = *session.document();
    document.InsertSources({MakePhoto("a"), MakePhoto("b")}, 0);
    const quint64 second = document.sources()[1].id;
    document.SetTarget(MakePhoto("t"));
    session.runner()->Start();
    QTRY_COMPARE(session.BriefRemarksOn(second).value(0), QString("Unlike the other photo"));
    QVERIFY(session.RemarksOn(second).contains("than in the other photo ("));
    document.PinSource(second);
    // Nothing is made anew.
    QCOMPARE(control->runs_begun.load(), 1);
    QCOMPARE(session.BriefRemarksOn(second).value(0), QString("Harsh light"));
    document.PinSource(0);
    QCOMPARE(session.BriefRemarksOn(second).value(0), QString("Unlike the other photo"));
    document.InsertSources({MakePhoto("c")}, 2);
    QCOMPARE(session.BriefRemarksOn(second).value(0), QString("Unlike the other photos"));
  }

  void ASourceWhoseFaceTheBorderCutsIsAProblem() {
    Fixture f;
    f.control->faces = 5;
    f.document().InsertSources({MakePhoto("edge.jpg")}, 0);
    const auto source = [&]() -> const SourceItem& { return f.document().sources()[0]; };
    QTRY_VERIFY(f.session.FacesOf(source().photo) != nullptr);
    QCOMPARE(f.session.ProblemOf(source()), QString());
    f.document().SetSourceFace(source().id, {4, {}});  // Lies beyond the right border.
    QVERIFY(f.session.IsFaceCut(source()));
    QCOMPARE(f.session.ProblemOf(source()),
             QString("The border of edge.jpg cuts through the face; use a photo that shows all of "
                     "it."));
    QCOMPARE(f.session.ProblemOf(source().photo), QString());  // As a target it would do.
  }

  void APhotoWithoutFaceIsNotMeasured() {
    Fixture f;
    f.control->faces = 0;
    f.document().InsertSources({MakePhoto("a")}, 0);
    QTRY_VERIFY(!f.session.ProblemOf(f.document().sources()[0].photo).isEmpty());
    QCOMPARE(f.seen->measured.load(), 0);
  }
};

}  // namespace heser

QTEST_MAIN(heser::SourceCheckTest)
#include "source_check_test.moc"
