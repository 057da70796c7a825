#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "app/jobs/label_colors.h"
#include "app/preferences/languages.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas_view.h"
#include "ui/mask_panel.h"
#include "ui/notices.h"
#include "ui/paint_bar.h"
#include "ui/theme.h"
#include "ui/view_bar.h"

namespace heser {

using Fixture = test::WindowFixture;

/// How small a screen the window has room on, whatever is chosen in it and whatever its language.
class WindowSizeTest : public QObject {
  Q_OBJECT

 private:
  static constexpr QSize kSmallScreen{1024, 768};
  static constexpr QSize kScreen{1280, 800};

  static void Speak(const QString& language, Fixture& f) {
    const QPointer<CanvasView> before = f.window.findChild<CanvasView*>();
    ApplyLanguage(language);
    QEvent changed(QEvent::LanguageChange);
    QApplication::sendEvent(&f.window, &changed);
    QTRY_VERIFY(before == nullptr);
  }

  static void ShowDocks(Fixture& f) {
    for (auto* dock : f.window.findChildren<QDockWidget*>()) dock->show();
    QCoreApplication::processEvents();
  }

  /// The least that the window can be made.
  static QSize LeastSize(const Fixture& f) {
    QCoreApplication::processEvents();
    return f.window.minimumSizeHint().expandedTo(f.window.minimumSize());
  }

  static void AddLanguages() {
    QTest::addColumn<QString>("language");
    for (const Language& language : Languages()) {
      QTest::newRow(qPrintable(language.code)) << language.code;
    }
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("WindowSizeTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    ApplyTheme(Theme::kLight);  // Sizes are those of the product's own style.
  }
  void cleanup() {
    ApplyLanguage("en");
    QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20)));
  }

  void TheWindowFitsWhateverIsChosen_data() { AddLanguages(); }
  void TheWindowFitsWhateverIsChosen() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    Speak(language, f);
    ShowDocks(f);
    const auto fits = [&](const QString& what) {
      const QSize least = LeastSize(f);
      QString columns;
      const auto* splitter = f.window.findChild<QSplitter*>();
      for (int i = 0; i < splitter->count(); ++i) {
        const QSize column = splitter->widget(i)->minimumSizeHint();
        columns += QString(" %1 x %2").arg(column.width()).arg(column.height());
      }
      QVERIFY2(least.width() <= kSmallScreen.width() && least.height() <= kSmallScreen.height(),
               qPrintable(QString("%1: %2 x %3, columns%4")
                              .arg(what)
                              .arg(least.width())
                              .arg(least.height())
                              .arg(columns)));
    };
    auto* view_bar = f.window.findChild<ViewBar*>();
    auto* owners = view_bar->owner_box();
    for (const ViewKind view : kEveryView) {
      view_bar->SetView(view);
      for (int owner = 0; owner < owners->count(); ++owner) {
        owners->setCurrentIndex(owner);
        for (const bool matte : {false, true}) {
          f.window.session()->paint_desk()->SetPrefersMatte(matte);
          for (const PaintTool tool : kEveryPaintTool) {
            f.window.session()->paint_desk()->SetTool(tool);
            fits(QString("view %1, masks %2, tool %3, matte %4")
                     .arg(static_cast<int>(view))
                     .arg(owner)
                     .arg(static_cast<int>(tool))
                     .arg(matte));
          }
        }
      }
    }
    for (auto* button : f.window.findChildren<QToolButton*>()) {
      if (button->property("opensMore").toBool()) button->setChecked(true);
    }
    fits("all settings");
    f.window.session()->runner()->Start();
    fits("while it computes");
    f.document()->Replace({});
    fits("start page");
  }

  void EveryDialogFits_data() { AddLanguages(); }
  void EveryDialogFits() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    Speak(language, f);
    for (const char* keys : {"Ctrl+E", "Ctrl+B", "Ctrl+,"}) {
      const auto actions = f.window.findChildren<QAction*>();
      const auto action = std::ranges::find_if(actions, [&](const QAction* a) {
        return a->shortcut() == QKeySequence(keys) && a->isEnabled();
      });
      QVERIFY2(action != actions.end(), keys);
      (*action)->trigger();
      QCoreApplication::processEvents();
      QDialog* dialog = nullptr;
      for (auto* shown : f.window.findChildren<QDialog*>()) {
        if (shown->isVisible()) dialog = shown;
      }
      QVERIFY2(dialog != nullptr, keys);
      const QSize least = dialog->minimumSizeHint().expandedTo(dialog->minimumSize());
      QVERIFY2(least.width() <= kSmallScreen.width() && least.height() <= kSmallScreen.height(),
               qPrintable(QString("%1: %2 x %3").arg(keys).arg(least.width()).arg(least.height())));
      QVERIFY(dialog->width() <= kSmallScreen.width());
      QVERIFY(dialog->height() <= kSmallScreen.height());
      dialog->close();
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
  }

  void ThePictureStaysInItsPlaceWhateverIsPaintedOnOrSaid_data() { AddLanguages(); }
  void ThePictureStaysInItsPlaceWhateverIsPaintedOnOrSaid() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    Speak(language, f);
    f.window.resize(kScreen);
    QCoreApplication::processEvents();
    const auto place = [&] {
      QCoreApplication::processEvents();
      const auto* canvas = f.window.findChild<CanvasView*>();
      return QRect(canvas->mapTo(&f.window, QPoint(0, 0)), canvas->size());
    };
    constexpr int kOneRow = 50;
    QTRY_VERIFY(f.window.findChild<PaintBar*>()->height() < kOneRow);
    const QRect before = place();
    for (const ViewKind view : kEveryView) {
      f.window.findChild<ViewBar*>()->SetView(view);
      for (const bool matte : {false, true}) {
        f.window.session()->paint_desk()->SetPrefersMatte(matte);
        QCOMPARE(place(), before);
      }
    }
    auto* notices = f.window.findChild<Notices*>();
    notices->Show({SessionMessage::Kind::kError, QString("What went wrong. ").repeated(20),
                   SessionMessage::Matter::kFiles});
    notices->Show({SessionMessage::Kind::kWarning, "More.", SessionMessage::Matter::kSwap});
    QCOMPARE(place(), before);
    QVERIFY(notices->height() > 50 && notices->width() == before.width());
    notices->Dismiss(SessionMessage::Matter::kFiles);
    notices->Dismiss(SessionMessage::Matter::kSwap);
    QCOMPARE(place(), before);
    QCOMPARE(notices->height(), 0);
  }

  void NamesOfClassesAreShownWhole_data() { AddLanguages(); }
  void NamesOfClassesAreShownWhole() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    Speak(language, f);
    f.window.resize(kScreen);
    auto* canvas = f.window.findChild<CanvasView*>();
    CanvasContent content = canvas->content();
    for (int label = 1; label < kLabelCount; ++label) {
      const auto which = static_cast<Label>(label);
      content.legend.push_back({LabelColor(which), LabelTitle(which), which});
    }
    canvas->SetContent(content);
    const auto boxes = f.window.findChild<MaskPanel*>()->findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), kLabelCount - 1);
    for (const QCheckBox* box : boxes) {
      QTRY_VERIFY2(box->width() >= box->sizeHint().width(), qPrintable(box->text()));
    }
  }

  void ViewsKeepTheirNamesInEveryView_data() { AddLanguages(); }
  void ViewsKeepTheirNamesInEveryView() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    Speak(language, f);
    f.window.resize(kScreen);
    auto* bar = f.window.findChild<ViewBar*>();
    for (const ViewKind view : kEveryView) {
      bar->SetView(view);
      QCoreApplication::processEvents();
      for (QAction* action : bar->view_actions()) {
        for (auto* button : bar->findChildren<QToolButton*>()) {
          if (button->defaultAction() != action) continue;
          QVERIFY(button->toolButtonStyle() != Qt::ToolButtonIconOnly);
          QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(action->text()));
        }
      }
    }
  }

  void TheWindowStartsWithinTheScreen() {
    Fixture f;
    // Nor smaller than it can be.
    const QSize most = f.window.screen()->availableSize().expandedTo(LeastSize(f));
    QVERIFY(f.window.width() <= most.width());
    QVERIFY(f.window.height() < most.height());
  }

  void OnASmallScreenEveryControlIsWithinTheWindow_data() { AddLanguages(); }
  void OnASmallScreenEveryControlIsWithinTheWindow() {
    QFETCH(QString, language);
    Fixture f;
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    Speak(language, f);
    ShowDocks(f);
    f.window.resize(kScreen);
    f.window.findChild<ViewBar*>()->SetView(ViewKind::kMasks);
    for (const bool matte : {false, true}) {
      f.window.session()->paint_desk()->SetPrefersMatte(matte);
      QCoreApplication::processEvents();
      QCOMPARE(f.window.size(), kScreen);
      auto* bar = f.window.findChild<PaintBar*>();
      QVERIFY(bar->isVisible());
      for (auto* control : bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (!control->isVisible()) continue;
        QVERIFY2(bar->rect().contains(control->geometry()),
                 qPrintable(control->accessibleName() + control->metaObject()->className()));
        QVERIFY(control->width() >= control->minimumSizeHint().width());
      }
      const QRect status = f.window.statusBar()->geometry();
      QVERIFY(f.window.rect().contains(status));
      QVERIFY(f.window.findChild<CanvasView*>()->width() >= 300);
    }
  }
};

}  // namespace heser

QTEST_MAIN(heser::WindowSizeTest)
#include "window_size_test.moc"
