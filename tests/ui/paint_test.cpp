#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTabletEvent>
#include <QTest>
#include <algorithm>

#include "engine/edits/hand_edits.h"
#include "tests/ui/paint_fixture.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/mask_panel.h"
#include "ui/notices.h"
#include "ui/view_bar.h"
#include "ui/view_content.h"

namespace heser {

using test::BlackUpToColumn;
using Fixture = test::PaintFixture;

/// Painting on masks in the window. The target is 96 x 64 pixels, shown 1:1 in the middle of the
/// canvas; its middle 48 x 32 were found to be hair.
class PaintTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("PaintTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void FillingGivesAPieceTheChosenClassInOneStep() {
    Fixture f;
    f.desk()->SetLabel(Label::kHeadwear);
    f.Trigger("Fill");
    const int steps = f.document()->undo_stack()->count();
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(48, 32));
    QTRY_COMPARE(f.EditAt(48, 32), LabelEdit(Label::kHeadwear));
    QCOMPARE(f.EditAt(26, 18), LabelEdit(Label::kHeadwear));
    QCOMPARE(f.EditAt(10, 10), std::uint8_t{0});
    QCOMPARE(f.document()->undo_stack()->count(), steps + 1);
    f.document()->undo_stack()->undo();
    QVERIFY(f.document()->target()->labels == nullptr);
  }

  void AClassGrowsShrinksAndIsSmoothedByCommands() {
    Fixture f;
    f.desk()->SetLabel(Label::kHair);
    f.desk()->SetEdgeWidth(5);
    f.Trigger("Grow");
    QTRY_COMPARE(f.EditAt(21, 32), LabelEdit(Label::kHair));
    QCOMPARE(f.EditAt(15, 32), std::uint8_t{0});
    f.document()->undo_stack()->undo();
    f.Trigger("Shrink");
    QTRY_COMPARE(f.EditAt(26, 32), LabelEdit(Label::kBackground));
    QCOMPARE(f.EditAt(40, 32), std::uint8_t{0});
    f.document()->undo_stack()->undo();
    f.Trigger("Smooth");
    QTRY_COMPARE(f.EditAt(24, 16), LabelEdit(Label::kBackground));
    QCOMPARE(f.EditAt(24, 32), std::uint8_t{0});
  }

  void AStrokeGoesToTheEdgeOfThePictureInOneStep() {
    Fixture f(BlackUpToColumn(76));
    f.desk()->SetLabel(Label::kHair);
    f.desk()->SetRadius(8);
    f.Trigger("Snap Every Stroke");
    const int steps = f.document()->undo_stack()->count();
    f.desk()->SetTool(PaintTool::kBrush);
    f.desk()->BeginStroke({74, 32});  // Over the edge by 6 pixels.
    f.desk()->EndStroke();
    QTRY_COMPARE(f.document()->undo_stack()->count(), steps + 1);
    QCOMPARE(f.EditAt(74, 32), LabelEdit(Label::kHair));
    QCOMPARE(f.EditAt(79, 32), LabelEdit(Label::kBackground));
    QCOMPARE(f.document()->undo_stack()->undoText(), QString("Paint Mask"));
    f.document()->undo_stack()->undo();
    QVERIFY(f.document()->target()->labels == nullptr);
  }

  void SnappingRightAfterAStrokeWorksOnThatStroke() {
    Fixture f(BlackUpToColumn(76));
    f.desk()->SetLabel(Label::kHair);
    f.desk()->SetRadius(6);
    f.desk()->SetTool(PaintTool::kBrush);
    for (const double y : {25.0, 39.0}) {
      f.desk()->BeginStroke({74, y});
      f.desk()->EndStroke();
    }
    QCOMPARE(f.EditAt(78, 25), LabelEdit(Label::kHair));
    QCOMPARE(f.EditAt(78, 39), LabelEdit(Label::kHair));
    f.Trigger("Snap to Edges");
    QTRY_COMPARE(f.EditAt(78, 39), LabelEdit(Label::kBackground));
    QCOMPARE(f.EditAt(78, 25), LabelEdit(Label::kHair));
    // Now something else was done since the stroke: all of the class is meant.
    f.desk()->SetEdgeWidth(6);
    f.Trigger("Snap to Edges");
    QTRY_COMPARE(f.EditAt(78, 25), LabelEdit(Label::kBackground));
    QCOMPARE(f.EditAt(74, 25), LabelEdit(Label::kHair));
  }

  void WithoutAnEdgeInThePhotoTheStrokeStaysAndThatIsSaid() {
    Fixture f;  // Grey all over.
    f.desk()->SetLabel(Label::kHair);
    f.desk()->SetRadius(8);
    f.desk()->SetTool(PaintTool::kBrush);
    f.desk()->BeginStroke({74, 32});
    f.desk()->EndStroke();
    const TileMap painted = *f.document()->target()->labels;
    const int steps = f.document()->undo_stack()->count();
    const auto told = [&] {
      return f.window.findChild<Notices*>()->TextOf(SessionMessage::Matter::kPainting);
    };
    QVERIFY(told().isEmpty());
    f.Trigger("Snap to Edges");
    QTRY_VERIFY(told().contains("no edge"));
    QVERIFY(*f.document()->target()->labels == painted);
    QCOMPARE(f.document()->undo_stack()->count(), steps);

    f.window.findChild<Notices*>()->Dismiss(SessionMessage::Matter::kPainting);
    f.Trigger("Snap Every Stroke");
    f.desk()->BeginStroke({20, 52});
    f.desk()->EndStroke();
    QTRY_VERIFY(told().contains("no edge"));
    QCOMPARE(f.EditAt(20 + 7, 52), LabelEdit(Label::kHair));
    QCOMPARE(f.EditAt(20 + 10, 52), std::uint8_t{0});
  }

  void TheMenuHoldsEveryCommandWhateverIsPaintedOn() {
    Fixture f;
    QMenu* paint = nullptr;
    for (QAction* action : f.window.menuBar()->actions()) {
      if (action->text() == "&Paint") paint = action->menu();
    }
    QVERIFY(paint != nullptr);
    for (const char* view : {"Masks", "Blend Region", "Background Fill", "Result"}) {
      f.Trigger(view);
      for (const QAction* action : paint->actions()) QVERIFY2(action->isVisible(), view);
    }
  }

  void TheMatteGrowsShrinksAndFeathersByCommands() {
    Fixture f;
    f.desk()->SetPrefersMatte(true);
    f.desk()->SetTool(PaintTool::kBrush);
    f.desk()->SetRadius(10);
    f.desk()->SetHardness(1);
    f.desk()->BeginStroke({48, 32});
    f.desk()->EndStroke();
    const auto matte = [&](int x) {
      const EditHandle& edits = f.document()->target()->matte;
      return edits ? RegionAmount(edits->At(x, 32)) : 0.f;
    };
    QVERIFY(matte(48) > 0.99f && matte(48 + 14) == 0);
    f.desk()->SetEdgeWidth(6);
    const int steps = f.document()->undo_stack()->count();
    f.Trigger("Grow");
    QTRY_COMPARE(f.document()->undo_stack()->count(), steps + 1);
    QCOMPARE(f.document()->undo_stack()->undoText(), QString("Grow Matte"));
    QVERIFY(matte(48 + 14) > 0.9f);
    f.document()->undo_stack()->undo();
    QCOMPARE(matte(48 + 14), 0.f);
    f.Trigger("Feather");
    QTRY_COMPARE(f.document()->undo_stack()->undoText(), QString("Feather Matte"));
    QVERIFY(matte(48 + 8) < 0.9f && matte(48 + 12) > 0.05f);
    f.Trigger("Shrink");
    QTRY_COMPARE(f.document()->undo_stack()->undoText(), QString("Shrink Matte"));
    QVERIFY(matte(48 + 8) < 0.3f);
  }

  void TheMatteIsPaintedInsteadOfClasses() {
    Fixture f;
    const QComboBox* classes = nullptr;
    for (QComboBox* box : f.window.findChildren<QComboBox*>()) {
      if (box->accessibleName() == "Class to paint") {
        box->setCurrentIndex(box->count() - 1);
        classes = box;
      }
    }
    QVERIFY(classes != nullptr && classes->isVisible());
    QCOMPARE(f.desk()->layer()->kind, EditLayer::Kind::kTargetMatte);
    QCOMPARE(f.canvas->content().legend.size(), std::size_t(1));
    f.desk()->SetOpacity(0.5);
    f.Trigger("Brush");
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(48, 32));
    QVERIFY(f.document()->target()->matte != nullptr);
    QVERIFY(f.document()->target()->labels == nullptr);
    QVERIFY(std::abs(RegionAmount(f.document()->target()->matte->At(48, 32)) - 0.5f) < 0.01f);
    f.desk()->SetPrefersMatte(false);
    QCOMPARE(f.desk()->layer()->kind, EditLayer::Kind::kTargetLabels);
    QVERIFY(f.canvas->content().overlay.picture.size() == QSize(96, 64));
  }

  void WhatChangedMeanwhileIsNotOverwritten() {
    Fixture f;
    f.desk()->SetLabel(Label::kHair);
    f.Trigger("Grow");
    TileMap other;
    other.Writable({0, 0})[0] = LabelEdit(Label::kNeck);
    f.document()->SetEdits({EditLayer::Kind::kTargetLabels, 0}, other, "other", 0);
    QTest::qWait(300);
    QVERIFY(*f.document()->target()->labels == other);
  }

  void AnOutlineIsDrawnFromCornerToCorner() {
    Fixture f;
    f.desk()->SetLabel(Label::kSkin);
    f.Trigger("Lasso");
    const int steps = f.document()->undo_stack()->count();
    for (const QPoint corner : {QPoint(5, 5), QPoint(20, 5), QPoint(20, 15), QPoint(5, 15)}) {
      QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(corner.x(), corner.y()));
    }
    QCOMPARE(f.document()->undo_stack()->count(), steps);
    QTest::keyClick(f.canvas, Qt::Key_Return);
    QCOMPARE(f.document()->undo_stack()->count(), steps + 1);
    QCOMPARE(f.EditAt(12, 10), LabelEdit(Label::kSkin));
    QCOMPARE(f.EditAt(30, 10), std::uint8_t{0});
  }

  void EscapeDropsAnOutline() {
    Fixture f;
    f.Trigger("Lasso");
    const int steps = f.document()->undo_stack()->count();
    for (const QPoint corner : {QPoint(5, 5), QPoint(20, 5), QPoint(20, 15)}) {
      QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(corner.x(), corner.y()));
    }
    QTest::keyClick(f.canvas, Qt::Key_Escape);
    QTest::keyClick(f.canvas, Qt::Key_Return);
    QCOMPARE(f.document()->undo_stack()->count(), steps);
    QVERIFY(!f.desk()->HasStroke());
  }

  void AnOutlineDrawnFreelyEndsWithTheButton() {
    Fixture f;
    f.Trigger("Lasso");
    QTest::mousePress(f.canvas, Qt::LeftButton, {}, f.PlaceOf(5, 5));
    for (const QPoint place : {QPoint(20, 5), QPoint(20, 15), QPoint(5, 15)}) {
      const QPoint at = f.PlaceOf(place.x(), place.y());
      QMouseEvent move(QEvent::MouseMove, at, f.canvas->mapToGlobal(at), Qt::NoButton,
                       Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(f.canvas, &move);
    }
    QTest::mouseRelease(f.canvas, Qt::LeftButton, {}, f.PlaceOf(5, 15));
    QVERIFY(f.EditAt(12, 10) != 0);
  }

  void TheBackgroundFillIsCloned() {
    Fixture f;
    QVERIFY(f.ShowFill());
    QVERIFY(!f.canvas->content().hint.isEmpty());
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(20, 20));  // Where from.
    QVERIFY(f.canvas->content().hint.isEmpty());
    QVERIFY(f.document()->fill() == nullptr);
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(60, 40));
    QTRY_VERIFY(f.document()->fill() != nullptr);
    QVERIFY(f.document()->fill()->At(60, 40).coverage() != 0);
    QCOMPARE(f.desk()->CloneOffsetAt({}), QPointF(-40, -20));

    QTest::mouseClick(f.canvas, Qt::LeftButton, Qt::ControlModifier, f.PlaceOf(30, 50));
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(40, 50));
    QTRY_VERIFY(f.document()->fill()->At(40, 50).coverage() != 0);
    QCOMPARE(f.desk()->CloneOffsetAt({}), QPointF(-10, 0));
    f.document()->undo_stack()->undo();
    f.document()->undo_stack()->undo();
    QVERIFY(f.document()->fill() == nullptr);
  }

  void TheBlendRegionGrowsAroundWhatWasCloned() {
    Fixture f;
    QVERIFY(f.ShowFill());
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(20, 20));  // Where from.
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(60, 40));
    QTRY_VERIFY(f.document()->fill() != nullptr);
    QTRY_VERIFY(f.window.session()->runner()->IsOutcomeCurrent());
    f.Trigger("Blend Region");
    f.desk()->SetEdgeWidth(6);
    f.Trigger("Grow");
    QTRY_VERIFY(f.document()->target()->region != nullptr);
    QVERIFY(f.document()->target()->region->At(68, 40) > kRegionNeutral);
    QCOMPARE(f.document()->target()->region->At(80, 40), std::uint8_t{0});
  }

  void AClassCanBeLeftOutOfTheColours() {
    Fixture f;
    auto* panel = f.window.findChild<MaskPanel*>();
    QVERIFY(panel->isVisible());
    auto* hair = panel->findChild<QCheckBox*>();
    QCOMPARE(hair->text(), QString("Hair"));
    const auto is_colored = [&] {
      const QImage image = f.canvas->content().overlay.picture.Full();
      return image.pixelColor(48, 32).alpha() > 0;
    };
    QVERIFY(is_colored());
    hair->click();
    QTRY_VERIFY(!is_colored());
    hair->click();
    QTRY_VERIFY(is_colored());
    QCOMPARE(f.document()->undo_stack()->count(), 1);
  }

  void APenPaintsAsWideAsItIsPressed() {
    Fixture f;
    f.desk()->SetLabel(Label::kSkin);
    f.desk()->SetRadius(10);
    f.Trigger("Brush");
    const QPointingDevice pen(
        "pen", 7, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    const auto send_pen = [&](QEvent::Type type, double pressure) {
      const QPointF place = f.PlaceOf(12, 12);
      QTabletEvent event(type, &pen, place, f.canvas->mapToGlobal(place), pressure, 0, 0, 0, 0, 0,
                         Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
      QApplication::sendEvent(f.canvas, &event);
    };
    send_pen(QEvent::TabletPress, 0.3);
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(12, 12));
    send_pen(QEvent::TabletRelease, 0);
    QCOMPARE(f.EditAt(13, 12), LabelEdit(Label::kSkin));
    QCOMPARE(f.EditAt(17, 12), std::uint8_t{0});
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(12, 12));
    QCOMPARE(f.EditAt(19, 12), LabelEdit(Label::kSkin));
  }

  void TheEyedropperPicksColoursForHairToo() {
    Fixture f;
    f.Trigger("Pick Skin Colour");
    f.Trigger("Pick Hair Colour");  // Instead.
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(10, 10));
    const ColorReferenceOptions& options = f.document()->settings().color_reference;
    QCOMPARE(options.picked, 0.0);
    QCOMPARE(options.regions.hair, 1.0);
    QCOMPARE(options.regions.hair_picked, 1.0);
    QVERIFY(std::abs(options.regions.hair_red - QColor(Qt::gray).redF()) < 0.01);
    QCOMPARE(f.document()->undo_stack()->undoText(), QString("Pick Hair Colour"));
  }

  void TheEyedropperPicksASkinColourOnce() {
    Fixture f;
    f.Trigger("Pick Skin Colour");
    QVERIFY(f.window.findChild<ViewBar*>()->view() == ViewKind::kTarget);
    const int steps = f.document()->undo_stack()->count();
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(10, 10));
    QCOMPARE(f.document()->undo_stack()->count(), steps + 1);
    QCOMPARE(f.document()->settings().color_reference.picked, 1.0);
    QVERIFY(f.window.findChild<ViewBar*>()->view() == ViewKind::kResult);
    QTest::mouseClick(f.canvas, Qt::LeftButton, {}, f.PlaceOf(20, 10));
    QCOMPARE(f.document()->undo_stack()->count(), steps + 1);
  }

  void LinesBetweenPixelsShowWhereThoseAreLarge() {
    Fixture f;
    f.Trigger("Result");
    const auto changes_with_grid = [&] {
      const QImage with = f.canvas->grab().toImage();
      f.Trigger("Pixel Grid");
      const QImage without = f.canvas->grab().toImage();
      f.Trigger("Pixel Grid");
      return with != without;
    };
    QVERIFY(!changes_with_grid());
    f.canvas->ZoomStep(10);
    QVERIFY(f.canvas->zoom() > CanvasView::kGridZoom);
    QVERIFY(changes_with_grid());
  }

  void TheColoursCoverThePictureAsFarAsIsWished() {
    Fixture f;
    const auto color_in_the_middle = [&] {
      return f.canvas->grab().toImage().pixelColor(f.PlaceOf(48, 32) *
                                                   f.canvas->devicePixelRatio());
    };
    auto* opacity = f.window.findChild<MaskPanel*>()->findChild<QSlider*>();
    opacity->setValue(0);
    QCOMPARE(color_in_the_middle(), QColor(Qt::gray));
    opacity->setValue(100);
    QVERIFY(color_in_the_middle() != QColor(Qt::gray));
    f.Trigger("Result");
    QVERIFY(!f.window.findChild<MaskPanel*>()->isVisible());
  }
};

}  // namespace heser

QTEST_MAIN(heser::PaintTest)
#include "paint_test.moc"
