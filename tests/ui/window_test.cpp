#include <QAbstractButton>
#include <QAction>
#include <QDoubleSpinBox>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "app/document/setting_access.h"
#include "engine/edits/hand_edits.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas_view.h"
#include "ui/notices.h"
#include "ui/paint_bar.h"
#include "ui/setting_row.h"
#include "ui/sources_model.h"
#include "ui/sources_strip.h"
#include "ui/start_page.h"
#include "ui/view_bar.h"
#include "ui/view_content.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;
using Fixture = test::WindowFixture;

/// The window as people meet it, over an engine that the test steers.
class WindowTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("WindowTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void AWindowWithNothingToAskLeavesAtTheFirstTime() {
    Fixture f;
    f.Action("Quit")->trigger();
    QVERIFY(!f.window.isVisible());
  }

  void AnEmptyWindowShowsTheStepsAndOffersNoSwap() {
    Fixture f;
    QVERIFY(f.window.findChild<StartPage*>()->isVisible());
    QVERIFY(!f.window.findChild<CanvasView*>()->isVisible());
    QVERIFY(!f.Action("Swap")->isEnabled());
    QVERIFY(!f.Action("Export…")->isEnabled());
    QVERIFY(!f.Action("Cancel")->isEnabled());
  }

  void WithSourceAndTargetASwapIsOfferedAndDone() {
    Fixture f;
    f.Action("Update after every change")->setChecked(false);
    f.LoadPhotos();
    QVERIFY(!f.runner()->IsRunning());
    QVERIFY(f.window.findChild<CanvasView*>()->isVisible());
    QVERIFY(f.Action("Swap")->isEnabled());
    f.Action("Swap")->trigger();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    QVERIFY(f.Action("Export…")->isEnabled());
  }

  void TheFirstSwapStartsByItselfWhenChangesAreFollowed() {
    Fixture f;
    f.document()->SetTarget(MakePhoto("t"));
    QVERIFY(!f.runner()->IsRunning());
    f.document()->InsertSources({MakePhoto("a")}, 0);
    QVERIFY(f.runner()->IsRunning());
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    QCOMPARE(f.control->runs_begun.load(), 1);
  }

  void FollowingChangesBringsTheResultUpToDate() {
    Fixture f;
    QAction* follow = f.Action("Update after every change");
    follow->setChecked(false);
    f.LoadPhotos();
    QVERIFY(!f.runner()->IsRunning());
    follow->setChecked(true);
    QVERIFY(f.runner()->IsRunning());
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
  }

  void ARunningSwapCanOnlyBeCancelled() {
    Fixture f;
    f.control->holds = true;
    f.LoadPhotos();
    QVERIFY(!f.Action("Swap")->isEnabled());
    QVERIFY(f.Action("Cancel")->isEnabled());
    f.Action("Cancel")->trigger();
    QVERIFY(!f.runner()->IsRunning());
    QVERIFY(f.Action("Swap")->isEnabled());
  }

  void ClosingTheWindowDuringASwapNeitherWaitsNorCrashes() {
    auto control = std::make_shared<EngineControl>();
    control->holds = true;
    control->is_deaf = true;
    {
      MainWindow window(FakeEngineFactory(control));
      window.session()->document()->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
      window.session()->runner()->Start();
      QTRY_COMPARE(control->runs_begun.load(), 1);
      window.close();
    }
    QCOMPARE(control->runs_ended.load(), 0);
    control->holds = false;
  }

  void DraggingASliderIsOneUndoStep() {
    Fixture f;
    auto* slider = f.window.findChild<SettingRow*>()->findChild<QSlider*>();
    QVERIFY(slider->isVisible());
    const SwapSettings before = f.document()->settings();
    slider->setSliderDown(true);
    for (int step : {10, 20, 30}) {
      slider->setValue(step);
    }
    slider->setSliderDown(false);
    QCOMPARE(f.document()->undo_stack()->count(), 1);
    f.Action("Undo Change Expression")->trigger();
    QVERIFY(SameSettings(f.document()->settings(), before));
    QVERIFY(slider->value() != 30);
  }

  void PressingBesideTheHandleTakesItThereInTheSameStep() {
    Fixture f;
    auto* slider = f.window.findChild<SettingRow*>()->findChild<QSlider*>();
    slider->setValue(slider->minimum());
    f.document()->undo_stack()->clear();
    const QPoint place(slider->width() * 3 / 4, slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, place);
    const double share = double(slider->value()) / slider->maximum();
    QVERIFY2(share > 0.7 && share < 0.8, qPrintable(QString::number(share)));
    QTest::mouseMove(slider, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier,
                        QPoint(slider->width() / 2, slider->height() / 2));
    QVERIFY(std::abs(slider->value() - slider->maximum() / 2) < slider->maximum() / 20);
    QCOMPARE(f.document()->undo_stack()->count(), 1);
    // On the handle itself nothing moves.
    const int before = slider->value();
    QTest::mouseClick(slider, Qt::LeftButton, Qt::NoModifier,
                      QPoint(slider->width() / 2 + 3, slider->height() / 2));
    QCOMPARE(slider->value(), before);
  }

  void EverySettingThatChangesThePictureHasARow() {
    Fixture f;
    QStringList missing;
    for (const SettingInfo& setting : AllSettings()) {
      const auto rows = f.window.findChildren<SettingRow*>();
      const bool is_shown = std::ranges::any_of(
          rows, [&](const SettingRow* row) { return row->key() == setting.key; });
      if (!is_shown) {
        missing.push_back(QString::fromStdString(setting.key));
      }
    }
    // These number the faces of photos before a swap has settings of its own.
    QCOMPARE(missing, QStringList({"analyzer.least_presence", "analyzer.least_face"}));
  }

  void AChangedSettingOffersToBeReset() {
    Fixture f;
    auto* row = f.window.findChild<SettingRow*>();
    auto* reset = row->findChild<QToolButton*>();
    QVERIFY(!reset->isVisible());
    f.document()->SetSetting(row->key(), SettingByKey(row->key()).option.minimum, 0);
    QVERIFY(reset->isVisible());
    reset->click();
    QVERIFY(SameSettings(f.document()->settings(), SwapSettings()));
    QVERIFY(!reset->isVisible());
  }

  void TheWheelOverThePanelChangesNoSetting() {
    Fixture f;
    auto* slider = f.window.findChild<SettingRow*>()->findChild<QSlider*>();
    slider->clearFocus();
    const int before = slider->value();
    const QPointF place(slider->rect().center());
    QWheelEvent turn(place, slider->mapToGlobal(place), {}, QPoint(0, -120), Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(slider, &turn);
    QCOMPARE(slider->value(), before);
  }

  void UndoIsTheDocumentsWhereAFieldOfANumberHasTheFocus() {
    Fixture f;
    auto* row = f.window.findChild<SettingRow*>();
    auto* field = row->findChild<QDoubleSpinBox*>();
    const auto value = [&] { return SettingValue(f.document()->settings(), row->key()); };
    const double before = value();
    f.window.activateWindow();
    field->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    const auto type = [&](const char* digits) {
      field->selectAll();
      QTest::keyClicks(field, digits);
    };
    type("25");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(value(), 0.25);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value(), before);
    QCOMPARE(field->value(), before * 100);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(value(), 0.25);
    // What is being typed is nobody's but the field's.
    type("75");
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value(), 0.25);
    QVERIFY(!field->text().contains("75"));
    // It does not come back, and what comes next is the document's again.
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!field->text().contains("75"));
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value(), before);
    QCOMPARE(field->value(), before * 100);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(value(), 0.25);
  }

  void EverySettingRowKeepsValuesThatItCannotShowExactly() {
    Fixture f;
    f.document()->SetSetting("aligner.expression", 0.123456, 0);
    f.document()->SetSetting("blender.feather", 0.01234, 0);
    QCOMPARE(SettingValue(f.document()->settings(), "aligner.expression"), 0.123456);
    QCOMPARE(SettingValue(f.document()->settings(), "blender.feather"), 0.01234);
  }

  void LengthsSayWhatTheirPercentAreOf() {
    Fixture f;
    for (const auto* row : f.window.findChildren<SettingRow*>()) {
      const auto* field = row->findChild<QDoubleSpinBox*>();
      if (field == nullptr) continue;
      const bool is_length = SettingByKey(row->key()).option.unit == std::string("face sizes");
      QCOMPARE(field->toolTip().contains("In percent of the face's size.\n"), is_length);
    }
  }

  void TheKeyboardSwitchesMovesAndRemovesSources() {
    Fixture f;
    f.LoadPhotos();
    auto* strip = f.window.findChild<SourcesStrip*>();
    strip->setCurrentIndex(strip->model()->index(0, 0));
    QTest::keyClick(strip, Qt::Key_Space);
    QVERIFY(!f.document()->sources()[0].enabled);
    QTest::keyClick(strip, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(f.document()->sources()[1].photo->name, QString("a"));
    QCOMPARE(strip->currentIndex().row(), 1);
    QTest::keyClick(strip, Qt::Key_Delete);
    QCOMPARE(f.document()->sources().size(), std::size_t(1));
    QCOMPARE(f.document()->sources()[0].photo->name, QString("b"));
  }

  void DraggingASourceReordersTheDocument() {
    Fixture f;
    f.LoadPhotos();
    QAbstractItemModel* model = f.window.findChild<SourcesStrip*>()->model();
    const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0)}));
    QVERIFY(model->dropMimeData(dragged.get(), Qt::MoveAction, 2, 0, {}));
    QCOMPARE(f.document()->sources()[0].photo->name, QString("b"));
    QCOMPARE(f.document()->sources()[1].photo->name, QString("a"));
  }

  void EveryViewShowsSomethingAfterASwap() {
    Fixture f;
    f.LoadPhotos();
    f.runner()->Start();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    for (ViewKind view : kEveryView) {
      const CanvasContent content = ComposeView(*f.window.session(), view, MaskOwner::kAlignedHead);
      QCOMPARE(content.extent, QSizeF(96, 64));
      QVERIFY(!content.layers.empty());
    }
    const CanvasContent result =
        ComposeView(*f.window.session(), ViewKind::kResult, MaskOwner::kTarget);
    QVERIFY(!result.before.picture.IsEmpty());
  }

  void ClickingAFaceOnTheTargetChoosesIt() {
    Fixture f;
    f.control->faces = 3;
    f.LoadPhotos();
    const PhotoHandle photo = f.document()->target()->photo;
    QTRY_VERIFY(f.window.session()->FacesOf(photo) != nullptr);
    f.Action("Target")->trigger();
    const CanvasContent content =
        ComposeView(*f.window.session(), ViewKind::kTarget, MaskOwner::kTarget);
    QCOMPARE(content.faces.size(), std::size_t(3));
    // A small picture is shown 1:1 in the middle of the canvas.
    auto* canvas = f.window.findChild<CanvasView*>();
    QCOMPARE(canvas->zoom(), 1.0);
    const QPointF corner =
        QRectF(canvas->rect()).center() -
        QPointF(photo->picture.size().width() / 2.0, photo->picture.size().height() / 2.0);
    QTest::mouseClick(canvas, Qt::LeftButton, {},
                      (corner + content.faces[2].box.center()).toPoint());
    QVERIFY(f.document()->target()->face.number.has_value());
    QCOMPARE(*f.document()->target()->face.number, 2);
  }

  void AClickOnASourceWithSeveralFacesOffersThem() {
    Fixture f;
    f.control->faces = 3;
    f.LoadPhotos();
    const PhotoHandle photo = f.document()->sources()[0].photo;
    QTRY_VERIFY(f.window.session()->FacesOf(photo) != nullptr);
    auto* strip = f.window.findChild<SourcesStrip*>();
    const QRect card = strip->visualRect(strip->model()->index(0, 0));
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, card.topLeft() + QPoint(30, 35));
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().size(), 3);
    // Large enough to tell faces apart.
    QVERIFY(menu->actionGeometry(menu->actions()[0]).height() >= 64);
    menu->actions()[1]->trigger();
    menu->close();
    QCOMPARE(f.document()->sources()[0].face.number.value(), 1);
  }

  void ABrushPaintsOnTheMasksAndUndoTakesItBack() {
    Fixture f;
    f.LoadPhotos();
    f.runner()->Start();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    QVERIFY(f.window.findChild<PaintBar*>()->isVisible());
    QVERIFY(!f.Action("Brush")->isEnabled());
    f.Action("Masks")->trigger();
    f.Action("Brush")->trigger();
    auto* canvas = f.window.findChild<CanvasView*>();
    QCOMPARE(canvas->zoom(), 1.0);
    const QPoint middle = canvas->rect().center();
    const int steps = f.document()->undo_stack()->count();
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle);
    QTest::mouseMove(canvas, middle + QPoint(10, 0));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle + QPoint(10, 0));
    QCOMPARE(f.document()->undo_stack()->count(), steps + 1);
    QVERIFY(f.document()->target()->labels != nullptr);
    // The photo, 96 x 64, stands in the middle of the canvas.
    QCOMPARE(f.document()->target()->labels->At(48 + 5, 32),
             LabelEdit(f.window.session()->paint_desk()->label()));
    f.Action("Undo Paint Mask")->trigger();
    QVERIFY(f.document()->target()->labels == nullptr);
  }

  void TheEyedropperIsPutAwayByEscapeAndWarnsOfWhatIsNoSkin() {
    Fixture f;
    f.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::green));
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent() && !f.runner()->IsRunning());
    QAction* pick = f.Action("Pick Skin Colour");
    pick->trigger();
    QVERIFY(pick->isChecked());
    QTest::keyClick(&f.window, Qt::Key_Escape);
    QVERIFY(!pick->isChecked() && !f.Action("Cancel")->isEnabled());
    QCOMPARE(f.document()->settings().color_reference.picked, 0.0);
    pick->trigger();
    auto* canvas = f.window.findChild<CanvasView*>();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
    QCOMPARE(f.document()->settings().color_reference.picked, 1.0);
    const auto warning = [&] {
      return f.window.findChild<Notices*>()->TextOf(SessionMessage::Matter::kPainting);
    };
    QVERIFY2(warning().contains("does not look like skin"), qPrintable(warning()));
    f.document()->SetTarget(MakePhoto("t", QColor(205, 160, 135)));
    pick->trigger();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
    QCOMPARE(warning(), QString());
  }

  void SpaceMovesThePictureWithABrushInHand() {
    Fixture f;
    f.LoadPhotos();
    f.runner()->Start();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    f.Action("Blend Region")->trigger();
    f.Action("Brush")->trigger();
    auto* canvas = f.window.findChild<CanvasView*>();
    const QPoint middle = canvas->rect().center();
    QTest::keyPress(canvas, Qt::Key_Space);
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle);
    QTest::mouseMove(canvas, middle + QPoint(30, 0));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle + QPoint(30, 0));
    QTest::keyRelease(canvas, Qt::Key_Space);
    QVERIFY(f.document()->target()->region == nullptr);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, middle);
    QVERIFY(f.document()->target()->region != nullptr);
  }

  void AWindowWithUnsavedWorkAsksBeforeItCloses() {
    Fixture f;
    f.LoadPhotos();
    QVERIFY(f.window.isWindowModified());
    f.window.close();
    QVERIFY(f.window.isVisible());
    auto* box = f.window.findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    box->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!f.window.isVisible());
  }

  void TheWheelZoomsAndADoubleClickFitsAgain() {
    Fixture f;
    f.LoadPhotos();
    auto* canvas = f.window.findChild<CanvasView*>();
    const double before = canvas->zoom();
    const QPointF place(100, 100);
    QWheelEvent wheel(place, canvas->mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &wheel);
    QVERIFY(canvas->zoom() > before * 1.5);
    QTest::mouseDClick(canvas, Qt::LeftButton);
    QCOMPARE(canvas->zoom(), before);
  }

  void EverythingThatCanBePressedHasAName() {
    Fixture f;
    f.LoadPhotos();
    for (const auto* button : f.window.findChildren<QAbstractButton*>()) {
      const bool is_part_of_another = button->objectName().startsWith("qt_");
      QVERIFY2(
          is_part_of_another || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
          qPrintable(button->toolTip() + button->metaObject()->className()));
    }
    for (const auto* slider : f.window.findChildren<QSlider*>()) {
      QVERIFY(!slider->accessibleName().isEmpty());
    }
  }

  void ViewsHaveNamesWhereThereIsRoomAndGiveWayWhereThereIsNone() {
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    auto* bar = f.window.findChild<ViewBar*>();
    const auto unnamed = [&] {
      const auto actions = bar->view_actions();
      int count = 0;
      for (const auto* button : bar->findChildren<QToolButton*>()) {
        const bool is_view = actions.contains(button->defaultAction());
        count += is_view && button->toolButtonStyle() == Qt::ToolButtonIconOnly ? 1 : 0;
      }
      return count;
    };
    f.window.resize(1600, 820);
    QTRY_COMPARE(unnamed(), 0);
    const int left = f.window.findChild<SourcesStrip*>()->width();
    for (QAction* view : bar->view_actions()) {
      view->trigger();
      QTest::qWait(20);
      QCOMPARE(unnamed(), 0);
      QCOMPARE(f.window.findChild<SourcesStrip*>()->width(), left);
    }
    bar->resize(bar->minimumWidth(), bar->height());
    QTRY_VERIFY(unnamed() > 0);
  }

  void NoTwoCommandsShareAShortcut() {
    Fixture f;
    QList<QKeySequence> seen;
    for (const QAction* action : f.window.findChildren<QAction*>()) {
      for (const QKeySequence& shortcut : action->shortcuts()) {
        QVERIFY2(!seen.contains(shortcut), qPrintable(action->text()));
        seen.push_back(shortcut);
      }
    }
    QVERIFY(seen.size() > 10);
  }
};

}  // namespace heser

QTEST_MAIN(heser::WindowTest)
#include "window_test.moc"
