#include <QSignalSpy>
#include <QTest>

#include "app/document/setting_access.h"
#include "app/document/swap_document.h"
#include "engine/core/error.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::MakePhoto;

class DocumentTest : public QObject {
  Q_OBJECT

 private:
  static QStringList NamesOf(const SwapDocument& document) {
    QStringList names;
    for (const SourceItem& source : document.sources()) {
      names.push_back(source.photo->name);
    }
    return names;
  }

  static constexpr char kExpression[] = "aligner.expression";
  static double ExpressionOf(const SwapDocument& document) {
    return SettingValue(document.settings(), kExpression);
  }

 private slots:
  void EveryChangeOfPhotosIsUndoneAndRedone() {
    SwapDocument document;
    document.InsertSources({MakePhoto("a"), MakePhoto("b"), MakePhoto("c")}, 0);
    document.SetTarget(MakePhoto("t"));
    document.MoveSource(document.sources()[2].id, 0);
    document.SetSourceEnabled(document.sources()[1].id, false);
    document.SetSourceFace(document.sources()[0].id, {1, {}});
    document.SetTargetFace({2, {}});
    document.RemoveSource(document.sources()[2].id);
    document.RemoveTarget();
    const QStringList final_names{"c", "a"};
    QCOMPARE(NamesOf(document), final_names);
    QCOMPARE(document.undo_stack()->count(), 8);

    while (document.undo_stack()->canUndo()) {
      document.undo_stack()->undo();
    }
    QVERIFY(document.sources().empty());
    QVERIFY(document.target() == nullptr);

    document.undo_stack()->setIndex(7);
    QCOMPARE(NamesOf(document), final_names);
    QCOMPARE(document.sources()[0].face.number.value(), 1);
    QVERIFY(!document.sources()[1].enabled);
    QCOMPARE(document.target()->photo->name, QString("t"));
    QCOMPARE(document.target()->face.number.value(), 2);
  }

  void ASliderDragIsOneUndoStep() {
    SwapDocument document;
    const double before = ExpressionOf(document);
    const int drag = document.BeginGesture();
    for (double value : {0.1, 0.2, 0.3}) {
      document.SetSetting(kExpression, value, drag);
    }
    QCOMPARE(document.undo_stack()->count(), 1);
    QCOMPARE(ExpressionOf(document), 0.3);
    document.undo_stack()->undo();
    QCOMPARE(ExpressionOf(document), before);
  }

  void TwoDragsAreTwoUndoSteps() {
    SwapDocument document;
    document.SetSetting(kExpression, 0.1, document.BeginGesture());
    document.SetSetting(kExpression, 0.2, document.BeginGesture());
    QCOMPARE(document.undo_stack()->count(), 2);
    document.undo_stack()->undo();
    QCOMPARE(ExpressionOf(document), 0.1);
  }

  void ADragBackToItsBeginningLeavesNoUndoStep() {
    SwapDocument document;
    const double before = ExpressionOf(document);
    const int drag = document.BeginGesture();
    document.SetSetting(kExpression, 0.1, drag);
    document.SetSetting(kExpression, before, drag);
    QCOMPARE(document.undo_stack()->count(), 0);
  }

  void WhatChangesNothingIsNoUndoStep() {
    SwapDocument document;
    document.InsertSources({MakePhoto("a")}, 0);
    document.SetSetting(kExpression, ExpressionOf(document), 0);
    document.MoveSource(document.sources()[0].id, 0);
    document.RemoveSource(999);
    document.RemoveTarget();
    document.SetTargetFace({3, {}});
    document.ResetSettings({kExpression});
    QCOMPARE(document.undo_stack()->count(), 1);
  }

  void ARevisionNeverComesBack() {
    SwapDocument document;
    QList<quint64> revisions{document.revision()};
    connect(&document, &SwapDocument::Changed, this,
            [&] { revisions.push_back(document.revision()); });
    document.SetTarget(MakePhoto("t"));
    document.undo_stack()->undo();
    document.undo_stack()->redo();
    QCOMPARE(revisions.size(), 4);
    for (qsizetype index = 1; index < revisions.size(); ++index) {
      QVERIFY(revisions[index] > revisions[index - 1]);
    }
  }

  void SignalsSayWhichPartChanged() {
    SwapDocument document;
    QSignalSpy sources(&document, &SwapDocument::SourcesChanged);
    QSignalSpy target(&document, &SwapDocument::TargetChanged);
    QSignalSpy settings(&document, &SwapDocument::SettingsChanged);
    document.InsertSources({MakePhoto("a")}, 0);
    QCOMPARE(sources.count() * 100 + target.count() * 10 + settings.count(), 100);
    document.SetTarget(MakePhoto("t"));
    QCOMPARE(sources.count() * 100 + target.count() * 10 + settings.count(), 110);
    document.SetSetting(kExpression, 0.25, 0);
    QCOMPARE(sources.count() * 100 + target.count() * 10 + settings.count(), 111);
  }

  void ASnapshotHoldsOnlySourcesThatAreOn() {
    SwapDocument document;
    document.InsertSources({MakePhoto("a"), MakePhoto("b")}, 0);
    QVERIFY(!document.IsSwappable());
    document.SetTarget(MakePhoto("t"));
    document.SetSourceEnabled(document.sources()[0].id, false);
    QVERIFY(document.IsSwappable());
    const SwapSnapshot snapshot = document.Snapshot();
    QCOMPARE(snapshot.source_names, QStringList{"b"});
    QCOMPARE(snapshot.request.sources.size(), std::size_t(1));
    QCOMPARE(snapshot.request.sources[0].photo.get(), document.sources()[1].photo->photo.get());
    QCOMPARE(snapshot.target_name, QString("t"));
    QCOMPARE(snapshot.revision, document.revision());
    document.SetSourceEnabled(document.sources()[1].id, false);
    QVERIFY(!document.IsSwappable());
  }

  void SourceAndTargetAreExchangedWithTheirFaces() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    document.SetTargetFace({1, {}});
    document.ExchangeSourceAndTarget();
    QCOMPARE(document.target()->photo->name, QString("a"));
    QCOMPARE(NamesOf(document), QStringList{"t"});
    QCOMPARE(document.sources()[0].face.number.value(), 1);
  }

  void EverySettingIsReachedByItsName() {
    QVERIFY(AllSettings().size() > 10);
    for (const SettingInfo& setting : AllSettings()) {
      SwapSettings settings;
      QCOMPARE(SettingValue(settings, setting.key), setting.default_value);
      const double other = setting.default_value == setting.option.maximum ? setting.option.minimum
                                                                           : setting.option.maximum;
      SetSettingValue(settings, setting.key, other);
      QCOMPARE(SettingValue(settings, setting.key), other);
      QVERIFY(!SameSettings(settings, SwapSettings()));
    }
  }

  void ASettingOutOfRangeOrUnknownIsRefused() {
    SwapDocument document;
    QVERIFY_EXCEPTION_THROWN(document.SetSetting(kExpression, 7, 0), Error);
    QVERIFY_EXCEPTION_THROWN(document.SetSetting("aligner.no_such", 0, 0), Error);
    QCOMPARE(document.undo_stack()->count(), 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::DocumentTest)
#include "document_test.moc"
