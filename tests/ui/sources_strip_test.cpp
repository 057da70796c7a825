#include "ui/sources_strip.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolTip>

#include "tests/app/fake_engine.h"
#include "ui/sources_model.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

class SourcesStripTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void WhatSpeaksAgainstASourceIsShownBeforeTheSwap() {
    const auto control = std::make_shared<EngineControl>();
    SwapSession session(FakeEngineFactory(control),
                        [](const Photo&, const DetectedFace& face, FaceQuestion) {
                          FaceFacts facts;
                          facts.mesh = face.mesh;
                          facts.blur = 9;
                          return facts;
                        });
    session.document()->InsertSources({MakePhoto("soft.jpg")}, 0);
    const SourcesStrip strip(&session);
    const auto told = [&](int role) { return strip.model()->index(0, 0).data(role).toString(); };
    QTRY_COMPARE(told(SourcesModel::kStatusRole), QString("Blurred"));
    const QString sentence = "soft.jpg is blurred, and so will be the result; use a sharper photo.";
    QVERIFY(told(Qt::ToolTipRole).contains(sentence));
    QCOMPARE(told(Qt::AccessibleDescriptionRole), "Blurred. " + sentence);
    QVERIFY(strip.model()->index(0, 0).data(SourcesModel::kHasRemarkRole).toBool());
    QCOMPARE(control->runs_begun.load(), 0);
  }

  void AllThatSpeaksAgainstASourceIsOnItsCard() {
    const auto control = std::make_shared<EngineControl>();
    control->faces = 2;
    SwapSession session(FakeEngineFactory(control),
                        [](const Photo&, const DetectedFace& face, FaceQuestion) {
                          FaceFacts facts;
                          facts.mesh = face.mesh;
                          facts.angles = {50, 0, 80};
                          facts.blur = 9;
                          return facts;
                        });
    session.document()->InsertSources({MakePhoto("poor.jpg")}, 0);
    SourcesStrip strip(&session);
    const QModelIndex card = strip.model()->index(0, 0);
    const QStringList faults{"Not upright", "Blurred", "Turned too far"};
    QTRY_COMPARE(card.data(SourcesModel::kStatusRole).toStringList(), faults);
    QVERIFY(card.data(Qt::AccessibleDescriptionRole).toString().startsWith(faults.join(", ")));
    const QString tip = card.data(Qt::ToolTipRole).toString();
    QCOMPARE(tip.count('\n'), 3);
    // Where the pointer rests on the photo, too, though it offers the faces there.
    strip.resize(260, 200);
    strip.show();
    const QPoint place = strip.visualRect(card).topLeft() + QPoint(30, 30);
    QHelpEvent help(QEvent::ToolTip, place, strip.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(strip.viewport(), &help);
    QTRY_COMPARE(QToolTip::text(), "Choose the face\n" + tip);
    QToolTip::hideText();
  }

  void AFaceThatTheBorderCutsIsShownLikeNoFace() {
    const auto control = std::make_shared<EngineControl>();
    control->faces = 5;
    SwapSession session(FakeEngineFactory(control));
    session.document()->InsertSources({MakePhoto("edge.jpg")}, 0);
    const SourcesStrip strip(&session);
    const auto told = [&](int role) { return strip.model()->index(0, 0).data(role); };
    QTRY_COMPARE(told(SourcesModel::kStatusRole).toString(), QString("Face 1 of 5"));
    QVERIFY(!told(SourcesModel::kHasProblemRole).toBool());
    session.document()->SetSourceFace(session.document()->sources()[0].id, {4, {}});
    QCOMPARE(told(SourcesModel::kStatusRole).toString(), QString("Face cut off"));
    QVERIFY(told(SourcesModel::kHasProblemRole).toBool());
    QVERIFY(told(Qt::ToolTipRole).toString().contains("cuts through the face"));
  }

  void ARefusedPhotoIsLeftOutWhereAnotherCanBeUsed() {
    const auto control = std::make_shared<EngineControl>();
    control->cut_photo = "cut.jpg";
    SwapSession session(FakeEngineFactory(control));
    SwapDocument& document = *session.document();
    const SourcesStrip strip(&session);
    const auto is_on = [&](int row) { return document.sources()[row].enabled; };
    QSignalSpy told(&session, &SwapSession::MessageRaised);
    document.InsertSources({MakePhoto("cut.jpg")}, 0);
    const auto status = [&] {
      return strip.model()->index(0, 0).data(SourcesModel::kStatusRole).toString();
    };
    QTRY_COMPARE(status(), QString("Face cut off"));
    QVERIFY(is_on(0));  // There is nothing else.
    document.InsertSources({MakePhoto("good.jpg")}, 1);
    QTRY_VERIFY(!is_on(0));
    QVERIFY(is_on(1));
    QCOMPARE(status(), QString("Face cut off"));
    QCOMPARE(told.count(), 1);
    const auto message = told.first().first().value<SessionMessage>();
    QVERIFY2(message.kind != SessionMessage::Kind::kError &&
                 message.text.contains("The border of cut.jpg cuts through the face") &&
                 message.text.contains("cut.jpg was switched off"),
             qPrintable(message.text));
    QCOMPARE(document.undo_stack()->undoText(), QString("Leave Out Source"));
    // Who wants it all the same has it on, also by undoing that.
    document.undo_stack()->undo();
    QVERIFY(is_on(0));
    QTest::qWait(50);
    QVERIFY(is_on(0));
    document.undo_stack()->redo();
    document.SetSourceEnabled(document.sources()[0].id, true);
    QTest::qWait(50);
    QVERIFY(is_on(0));
    QCOMPARE(told.count(), 1);
  }

  void LeavingOutARefusedPhotoIsUndoneWithTheStepThatBroughtIt() {
    const auto control = std::make_shared<EngineControl>();
    control->cut_photo = "cut.jpg";
    SwapSession session(FakeEngineFactory(control));
    SwapDocument& document = *session.document();
    document.SetPhotos({MakePhoto("good.jpg"), MakePhoto("cut.jpg")}, MakePhoto("t.jpg"));
    session.runner()->Start();
    QTRY_VERIFY(session.runner()->IsOutcomeCurrent());
    QVERIFY(document.sources()[0].enabled && !document.sources()[1].enabled);
    QCOMPARE(session.runner()->outcome()->snapshot.request.sources.size(), std::size_t(1));
    QCOMPARE(document.undo_stack()->count(), 1);
    document.undo_stack()->undo();
    QVERIFY(document.sources().empty());
    document.undo_stack()->redo();
    QVERIFY(document.sources()[0].enabled && !document.sources()[1].enabled);
    // A face that the border cuts, chosen on a photo of several.
    control->faces = 5;
    document.InsertSources({MakePhoto("several.jpg")}, 0);
    const quint64 several = document.sources()[0].id;
    QTRY_VERIFY(session.FacesOf(document.sources()[0].photo) != nullptr);
    document.SetSourceFace(several, {4, {}});
    QTRY_VERIFY(!document.FindSource(several)->enabled);
  }

  void TheLeadingPhotoIsMarkedAndAnotherCanBePinned() {
    const auto control = std::make_shared<EngineControl>();
    control->blends = true;
    control->lead = 1;
    SwapSession session(FakeEngineFactory(control));
    session.document()->InsertSources({MakePhoto("a.jpg"), MakePhoto("b.jpg")}, 0);
    SourcesStrip strip(&session);
    const auto leads = [&](int row) {
      return strip.model()->index(row, 0).data(SourcesModel::kLeadsRole).toBool();
    };
    const auto told = [&](int row, int role) {
      return strip.model()->index(row, 0).data(role).toString();
    };
    QVERIFY(!leads(0) && !leads(1));
    session.document()->SetTarget(MakePhoto("t.jpg"));
    session.runner()->Start();
    QTRY_VERIFY(leads(1));
    QVERIFY(!leads(0));
    const QString automatic = "This photo leads, since its pose is nearest to the target's";
    QVERIFY(told(1, Qt::ToolTipRole).contains(automatic));
    QVERIFY(told(1, Qt::AccessibleDescriptionRole).contains(automatic));
    QVERIFY(!told(0, Qt::ToolTipRole).contains("leads"));

    const auto choose = [&](int row, const QString& text) {
      const QPoint place = strip.visualRect(strip.model()->index(row, 0)).center();
      QContextMenuEvent event(QContextMenuEvent::Mouse, place, strip.mapToGlobal(place));
      QCoreApplication::sendEvent(strip.viewport(), &event);
      auto* menu = strip.findChild<QMenu*>();
      for (QAction* action : menu->actions()) {
        if (action->text() == text) action->trigger();
      }
      delete menu;
    };
    strip.resize(260, 300);
    strip.show();
    choose(0, "Lead with This Photo");
    // Before anything is made anew.
    QVERIFY(leads(0) && !leads(1));
    QVERIFY(told(0, Qt::ToolTipRole).contains("This photo leads, as you chose"));
    session.document()->SetSourceEnabled(session.document()->sources()[0].id, false);
    QVERIFY(!leads(0) && !leads(1));
    QVERIFY(told(0, Qt::ToolTipRole).contains("it leads, as you chose, as soon as it is on again"));
    session.document()->undo_stack()->undo();
    choose(1, "Choose the Leading Photo Automatically");
    QTRY_VERIFY(leads(1));
  }
};

}  // namespace heser

QTEST_MAIN(heser::SourcesStripTest)
#include "sources_strip_test.moc"
