#include <QSignalSpy>
#include <QTest>
#include <random>

#include "app/document/color_patch.h"
#include "app/document/paint_desk.h"
#include "app/document/setting_access.h"
#include "app/document/swap_document.h"
#include "engine/core/error.h"
#include "engine/edits/clone_edits.h"
#include "engine/edits/hand_edits.h"
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

  /// Everything that is painted on with bytes.
  static constexpr EditLayer::Kind kEveryByteLayer[] = {
      EditLayer::Kind::kTargetLabels, EditLayer::Kind::kSourceLabels, EditLayer::Kind::kRegion,
      EditLayer::Kind::kTargetMatte, EditLayer::Kind::kSourceMatte};

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

  void AStrokeIsOneUndoStepOfTheLayerThatItIsOn() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a", Qt::red, {200, 200})}, MakePhoto("t", Qt::red, {300, 200}));
    PaintDesk desk(&document);
    desk.SetTool(PaintTool::kBrush);
    desk.SetLabel(Label::kGlasses);
    desk.BeginStroke({50, 50});
    desk.EndStroke();
    QCOMPARE(document.undo_stack()->count(), 1);  // Nothing to paint on yet.

    const EditLayer layer{EditLayer::Kind::kSourceLabels, document.sources()[0].id};
    desk.SetLayer(layer);
    desk.BeginStroke({50, 50});
    desk.ContinueStroke({90, 60});
    QVERIFY(document.edits(layer) == nullptr);
    desk.EndStroke();
    QCOMPARE(document.undo_stack()->count(), 2);
    QCOMPARE(document.edits(layer)->At(70, 55), LabelEdit(Label::kGlasses));
    QVERIFY(document.target()->labels == nullptr);
    QCOMPARE(document.Snapshot().request.sources[0].labels, document.edits(layer));

    desk.SetTool(PaintTool::kEraser);
    desk.BeginStroke({50, 50});
    desk.EndStroke();
    QCOMPARE(document.edits(layer)->At(50, 50), LabelEdit(Label::kBackground));
    desk.SetTool(PaintTool::kRestore);
    desk.BeginStroke({50, 50});
    desk.EndStroke();
    QCOMPARE(int(document.edits(layer)->At(50, 50)), 0);
    desk.ClearLayer();
    QVERIFY(document.edits(layer) == nullptr);
    document.undo_stack()->setIndex(1);
    QVERIFY(document.edits(layer) == nullptr);
    document.undo_stack()->redo();
    QCOMPARE(document.edits(layer)->At(70, 55), LabelEdit(Label::kGlasses));
  }

  void SoftStrokesOnTheRegionAddUp() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::red, {300, 200}));
    PaintDesk desk(&document);
    const EditLayer layer{EditLayer::Kind::kRegion, 0};
    desk.SetLayer(layer);
    desk.SetTool(PaintTool::kBrush);
    desk.SetOpacity(0.5);
    int before = kRegionNeutral;
    for (int stroke = 0; stroke < 3; ++stroke) {
      desk.BeginStroke({50, 50});
      desk.EndStroke();
      QVERIFY(document.edits(layer)->At(50, 50) > before);
      before = document.edits(layer)->At(50, 50);
    }
    QCOMPARE(document.Snapshot().request.region, document.edits(layer));
    document.SetTarget(MakePhoto("other"));
    QVERIFY(document.edits(layer) == nullptr);
    document.undo_stack()->undo();
    QCOMPARE(int(document.edits(layer)->At(50, 50)), before);
  }

  void MattesArePaintedByTheirOwnStrokesAndReachTheEngine() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a", Qt::red, {200, 200})}, MakePhoto("t", Qt::red, {300, 200}));
    PaintDesk desk(&document);
    const EditLayer of_source{EditLayer::Kind::kSourceMatte, document.sources()[0].id};
    desk.SetLayer(of_source);
    desk.SetTool(PaintTool::kEraser);
    desk.SetOpacity(0.5);
    desk.BeginStroke({50, 50});
    desk.EndStroke();
    QVERIFY(std::abs(RegionAmount(document.edits(of_source)->At(50, 50)) + 0.5f) < 0.01f);
    QCOMPARE(document.undo_stack()->undoText(), QString("Erase Matte"));
    QVERIFY(document.sources()[0].labels == nullptr);
    QCOMPARE(document.Snapshot().request.sources[0].matte, document.edits(of_source));
    const EditLayer of_target{EditLayer::Kind::kTargetMatte};
    desk.SetLayer(of_target);
    desk.SetTool(PaintTool::kBrush);
    desk.BeginStroke({250, 50});
    desk.EndStroke();
    QCOMPARE(document.undo_stack()->undoText(), QString("Paint Matte"));
    QCOMPARE(document.Snapshot().request.target.matte, document.edits(of_target));
    QVERIFY(!desk.HasTool(PaintTool::kFill) && desk.HasEdges());
    document.undo_stack()->undo();
    QVERIFY(document.edits(of_target) == nullptr && document.edits(of_source) != nullptr);
    document.ExchangeSourceAndTarget();
    QVERIFY(document.target()->matte != nullptr && document.sources()[0].matte == nullptr);
  }

  void CloneStrokesThatAreBegunBeforeTheLastIsDoneComeOneAfterTheOther() {
    SwapDocument document;
    const PhotoHandle photo = MakePhoto("t", Qt::red, {300, 200});
    document.SetPhotos({MakePhoto("a")}, photo);
    auto view = std::make_shared<HeadView>();
    view->window = photo->photo->bounds();
    view->color = photo->photo->WorkingPixels(view->window);
    view->labels = LabelMap(view->window.size(), std::uint8_t{0});
    auto automatic = std::make_shared<BlendResult>();
    automatic->background_fill = view->color.clone();
    automatic->background_fill(cv::Rect(0, 0, 20, 20)).setTo(cv::Scalar(0, 1, 0));
    PaintDesk desk(&document);
    desk.SetLayer(EditLayer{EditLayer::Kind::kFill}, {view, automatic});
    desk.SetTool(PaintTool::kEraser);
    QVERIFY(!desk.IsPainting());
    desk.SetTool(PaintTool::kBrush);
    desk.SetRadius(4);
    QSignalSpy applied(&desk, &PaintDesk::StrokeApplied);
    desk.BeginStroke({100, 100});  // From nowhere.
    desk.EndStroke();
    QCOMPARE(applied.count(), 1);
    QVERIFY(!applied.takeFirst().at(0).toBool());

    desk.SetCloneSource({10, 10});
    desk.BeginStroke({100, 100});
    desk.EndStroke();
    // The distance stays: this copies what the first stroke paints.
    desk.BeginStroke({190, 190});
    desk.EndStroke();
    QTRY_VERIFY(!desk.HasPendingStrokes());
    QCOMPARE(applied.count(), 2);
    QCOMPARE(document.undo_stack()->count(), 3);
    QCOMPARE(document.undo_stack()->undoText(), QString("Clone"));
    const auto green_at = [&](int x, int y) {
      return CoverageOf(document.fill()->At(x, y)) * DecodedColor(document.fill()->At(x, y))[1];
    };
    QVERIFY(green_at(100, 100) > 0.99F && green_at(190, 190) > 0.99F);
    QCOMPARE(document.Snapshot().request.fill, document.fill());
    document.undo_stack()->undo();
    QCOMPARE(int(document.fill()->At(190, 190).coverage()), 0);
    document.undo_stack()->undo();
    QVERIFY(document.fill() == nullptr);
  }

  void AnySequenceOfChangesIsUndoneToTheSameDocument() {
    std::mt19937 random(11);
    const auto below = [&](int limit) { return static_cast<int>(random() % unsigned(limit)); };
    SwapDocument document;
    document.SetPhotos({MakePhoto("a"), MakePhoto("b")}, MakePhoto("t"));
    PaintDesk desk(&document);
    std::vector<DocumentState> states{document.state()};
    const auto remember = [&] {
      // One state for each undo step, whatever was merged or came to nothing.
      states.resize(static_cast<std::size_t>(document.undo_stack()->index()));
      states.push_back(document.state());
    };
    document.undo_stack()->clear();
    for (int step = 0; step < 1000; ++step) {
      const auto& sources = document.sources();
      const quint64 id = sources.empty() ? 0 : sources[random() % sources.size()].id;
      switch (below(12)) {
        case 0:
          document.SetSetting(kExpression, below(5) / 4.0, below(3));
          break;
        case 1:
          document.SetSourceEnabled(id, below(2) != 0);
          break;
        case 2:
          document.MoveSource(id, below(4));
          break;
        case 3:
          document.InsertSources({MakePhoto("n")}, below(3));
          break;
        case 4:
          if (sources.size() > 1) document.RemoveSource(id);
          break;
        case 5:
          document.ExchangeSourceAndTarget();
          break;
        case 6:
          if (document.undo_stack()->index() > 0) document.undo_stack()->undo();
          continue;
        case 8:
          document.PinSource(below(3) == 0 ? 0 : id);
          break;
        case 7:
          document.SetSourceWeight(id, (below(10) + 1) / 10.0);
          break;
        case 9: {
          ColorTileMap fill = document.fill() ? *document.fill() : ColorTileMap();
          fill.Writable({0, 0})[random() % 4096] = {
              {1, 2, 3, static_cast<std::uint16_t>(random())}};
          document.SetFill(document.target()->photo, below(4) == 0 ? ColorTileMap() : fill,
                           "clone");
          break;
        }
        default:
          desk.SetLayer(EditLayer{kEveryByteLayer[below(5)], id});
          desk.SetTool(kEveryPaintTool[below(5)]);
          desk.BeginStroke({double(below(96)), double(below(64))});
          desk.ContinueStroke({double(below(96)), double(below(64))});
          desk.ContinueStroke({double(below(96)), double(below(64))});
          desk.EndStroke();
      }
      remember();
    }
    QVERIFY(states.size() > 100);
    for (std::size_t index = states.size(); index-- > 0;) {
      document.undo_stack()->setIndex(static_cast<int>(index));
      QVERIFY(SameState(document.state(), states[index]));
    }
  }

  void OldStepsGoWhenTheHistoryHoldsTooMuch() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::red, {640, 640}));
    const EditLayer layer{EditLayer::Kind::kTargetLabels};
    std::vector<DocumentState> states = {document.state()};
    const auto paint = [&](std::uint8_t value) {
      TileMap edits;
      for (int tile = 0; tile < 100; ++tile) edits.Writable({tile % 10, tile / 10}).fill(value);
      document.SetEdits(layer, edits, "stroke", 0);
      states.push_back(document.state());
    };
    constexpr std::size_t kBudget = 2'000'000;  // A stroke over all tiles leaves .4 MB behind.
    document.SetHistoryBudget(kBudget);
    for (std::uint8_t value = 1; value <= 40; ++value) paint(value);
    QVERIFY(document.HistoryBytes() <= kBudget);
    const int steps = document.undo_stack()->count();
    QVERIFY2(steps >= 4 && steps <= 6, qPrintable(QString::number(steps)));
    QCOMPARE(document.undo_stack()->index(), steps);
    QCOMPARE(document.undo_stack()->undoText(), QString("stroke"));
    for (int step = 0; step < steps; ++step) {
      QVERIFY(SameState(document.state(), states[states.size() - 1 - std::size_t(step)]));
      document.undo_stack()->undo();
    }
    QVERIFY(SameState(document.state(), states[states.size() - 1 - std::size_t(steps)]));
    QVERIFY(!document.undo_stack()->canUndo());
    document.undo_stack()->setIndex(steps);
    QVERIFY(SameState(document.state(), states.back()));
  }

  void OneStepCanBeUndoneHoweverMuchItHolds() {
    SwapDocument document;
    document.SetHistoryBudget(1);
    const PhotoHandle first = MakePhoto("t", Qt::red, {640, 640});
    document.SetTarget(first);
    document.SetTarget(MakePhoto("u"));
    QCOMPARE(document.undo_stack()->count(), 1);
    document.undo_stack()->undo();
    QCOMPARE(document.target()->photo, first);
  }

  void ARemovedPhotoCountsAsLongAsItCanComeBack() {
    SwapDocument document;
    const PhotoHandle photo = MakePhoto("t", Qt::red, {640, 640});
    std::weak_ptr<const LoadedPhoto> watched = photo;
    document.SetTarget(photo);
    const std::size_t before = document.HistoryBytes();
    document.RemoveTarget();
    QVERIFY(document.HistoryBytes() > before + 640 * 640 * 7);
    document.SetSetting(kExpression, 0.1, 0);
    document.SetHistoryBudget(20'000);
    QVERIFY(document.HistoryBytes() <= 20'000);
    QCOMPARE(document.undo_stack()->count(), 1);
  }

  void WhatIsSavedIsKnownWhileOldStepsGo() {
    SwapDocument document;
    QUndoStack& stack = *document.undo_stack();
    for (int step = 1; step <= 20; ++step) {
      document.SetSetting(kExpression, step / 50.0, step);
      if (step == 17) stack.setClean();
    }
    QSignalSpy indexes(&stack, &QUndoStack::indexChanged);
    QSignalSpy clean(&stack, &QUndoStack::cleanChanged);
    const auto budget = document.HistoryBytes() / 4;
    document.SetHistoryBudget(budget);
    QCOMPARE(stack.count(), 5);
    QCOMPARE(stack.cleanIndex(), 2);
    QCOMPARE(indexes.count(), 1);
    QVERIFY(clean.isEmpty());
    stack.setIndex(2);
    QVERIFY(stack.isClean());
    QCOMPARE(ExpressionOf(document), 17 / 50.0);
    // Redone steps are kept; the saved state can go.
    document.SetHistoryBudget(1);
    QCOMPARE(stack.count(), 4);
    QVERIFY(stack.isClean());
    stack.setIndex(4);
    document.SetHistoryBudget(0);
    QCOMPARE(stack.count(), 1);
    QVERIFY(!stack.isClean());
    stack.undo();
    QVERIFY(!stack.isClean());
    QCOMPARE(ExpressionOf(document), 19 / 50.0);
  }

  void ADragGoesOnAsOneStepWhileOldStepsGo() {
    SwapDocument document;
    document.SetHistoryBudget(20'000);
    for (int step = 1; step <= 10; ++step) document.SetSetting(kExpression, step / 50.0, step);
    const int steps = document.undo_stack()->count();
    for (double value : {0.5, 0.6, 0.7}) document.SetSetting(kExpression, value, 99);
    QVERIFY(document.undo_stack()->count() <= steps);
    document.undo_stack()->undo();
    QCOMPARE(ExpressionOf(document), 10 / 50.0);
  }

  void ASourcesWeightReachesTheEngineAndIsUndone() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a"), MakePhoto("b")}, MakePhoto("t"));
    const quint64 id = document.sources()[1].id;
    const int gesture = document.BeginGesture();
    document.SetSourceWeight(id, 0.5, gesture);
    document.SetSourceWeight(id, 0.25, gesture);
    QCOMPARE(document.undo_stack()->count(), 2);
    QCOMPARE(document.Snapshot().request.sources[0].weight, 1.0);
    QCOMPARE(document.Snapshot().request.sources[1].weight, 0.25);
    document.SetSourceWeight(id, 0);
    QCOMPARE(document.sources()[1].weight, kSmallestWeight);
    document.undo_stack()->setIndex(1);
    QCOMPARE(document.sources()[1].weight, 1.0);
  }

  void OneSourceIsPinnedAtATimeAndThatIsUndone() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a"), MakePhoto("b")}, MakePhoto("t"));
    const quint64 first = document.sources()[0].id;
    const quint64 second = document.sources()[1].id;
    const auto pinned = [&] {
      const auto& sources = document.Snapshot().request.sources;
      return std::pair(sources[0].pinned, sources[1].pinned);
    };
    const SwapRequest before = document.Snapshot().request;
    document.PinSource(first);
    QVERIFY(!SameRequest(before, document.Snapshot().request));
    document.PinSource(second);
    QCOMPARE(pinned(), std::pair(false, true));
    document.PinSource(9999);
    QCOMPARE(pinned(), std::pair(false, true));
    document.PinSource(0);
    QCOMPARE(pinned(), std::pair(false, false));
    QCOMPARE(document.undo_stack()->count(), 4);
    document.undo_stack()->undo();
    QCOMPARE(pinned(), std::pair(false, true));
    document.MoveSource(second, 0);
    QCOMPARE(pinned(), std::pair(true, false));
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

  void AnExchangeKeepsFurtherSourcesAndSwitchesThemOff() {
    SwapDocument document;
    document.SetPhotos({MakePhoto("a"), MakePhoto("b"), MakePhoto("c")}, MakePhoto("t"));
    document.SetSourceWeight(document.sources()[1].id, 0.5, 0);
    document.ExchangeSourceAndTarget();
    QCOMPARE(document.target()->photo->name, QString("a"));
    QCOMPARE(NamesOf(document), (QStringList{"t", "b", "c"}));
    QVERIFY(document.sources()[0].enabled);
    QVERIFY(!document.sources()[1].enabled && !document.sources()[2].enabled);
    QCOMPARE(document.sources()[1].weight, 0.5);
    document.undo_stack()->undo();
    QCOMPARE(NamesOf(document), (QStringList{"a", "b", "c"}));
    QVERIFY(document.sources()[1].enabled && document.sources()[2].enabled);
  }

  void PickedColorsAreLeftOutForOtherPhotos() {
    const PhotoHandle photo = MakePhoto("t", Qt::red);
    SwapSettings settings;
    SetSettingValue(settings, "color_reference.amount", 0.6);
    SetSettingValue(settings, "color_reference.light", 0.2);
    const SwapSettings before = settings;
    QVERIFY(SameSettings(WithoutPickedColors(before), before));
    for (const PickedRegion region : kEveryPickedRegion) {
      for (const auto& value : PickedColorSettings(*photo->photo, {9, 9}, region, settings)) {
        SetSettingValue(settings, value.key, value.value);
      }
    }
    QCOMPARE(SettingValue(settings, "color_reference.hair"), 1.0);
    QVERIFY(SameSettings(WithoutPickedColors(settings), before));
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
