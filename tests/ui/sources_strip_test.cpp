#include "ui/sources_strip.h"

#include <QStandardPaths>
#include <QTest>

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
};

}  // namespace heser

QTEST_MAIN(heser::SourcesStripTest)
#include "sources_strip_test.moc"
