#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "app/preferences/recent_projects.h"
#include "app/project/project_file.h"
#include "tests/app/fake_engine.h"
#include "ui/about_dialog.h"
#include "ui/canvas_view.h"
#include "ui/main_window.h"
#include "ui/preferences_dialog.h"
#include "ui/settings_panel.h"
#include "ui/start_page.h"
#include "ui/theme.h"
#include "ui/view_bar.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

namespace {

/// A language that says everything in brackets.
class Brackets : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* text, const char*, int) const override {
    return QStringLiteral("[%1]").arg(QString::fromUtf8(text));
  }
};

}  // namespace

/// Preferences, languages, the start page and About.
class PreferencesDialogTest : public QObject {
  Q_OBJECT

 private:
  static QAction* FindAction(MainWindow& window, const QString& text) {
    for (QAction* action : window.findChildren<QAction*>()) {
      if (action->text().remove('&') == text) return action;
    }
    return nullptr;
  }
  static QComboBox* FindBox(const QDialog& dialog, const QString& name) {
    for (auto* box : dialog.findChildren<QComboBox*>()) {
      if (box->accessibleName() == name) return box;
    }
    return nullptr;
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("PreferencesDialogTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void init() { QSettings().clear(); }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void ALanguageIsSwitchedWithoutRestart() {
    MainWindow window(FakeEngineFactory(std::make_shared<EngineControl>()));
    window.show();
    SwapDocument* document = window.session()->document();
    document->SetPhotos({MakePhoto("a")}, MakePhoto("t"));
    window.findChild<ViewBar*>()->SetView(ViewKind::kTarget);
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_VERIFY(FindAction(window, "[Swap]") != nullptr);
    QVERIFY(FindAction(window, "Swap") == nullptr);
    QVERIFY(window.findChild<ViewBar*>()->view() == ViewKind::kTarget);
    QCOMPARE(document->sources().size(), std::size_t(1));
    QTRY_VERIFY(window.findChild<CanvasView*>()->isVisible());
    // Everything is connected, and once.
    FindAction(window, "[Swap]")->trigger();
    QTRY_VERIFY(window.session()->runner()->IsOutcomeCurrent());
    QTRY_VERIFY(FindAction(window, "[Export…]")->isEnabled());
    QCOMPARE(window.findChildren<CanvasView*>().size(), 1);
    QCOMPARE(window.findChildren<QMenuBar*>(Qt::FindDirectChildrenOnly).size(), 1);
    document->undo_stack()->undo();
    QVERIFY(!window.findChild<CanvasView*>()->isVisible());
    QCoreApplication::removeTranslator(&brackets);
    QTRY_VERIFY(FindAction(window, "Swap") != nullptr);
    document->undo_stack()->setClean();
  }

  void AnotherLanguageLeavesTheSettingsWhereTheyWere() {
    MainWindow window(FakeEngineFactory(std::make_shared<EngineControl>()));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QPointer<SettingsPanel> panel = window.findChild<SettingsPanel*>();
    panel->SetLook({0, {true, false, true}});
    QTRY_VERIFY(panel->verticalScrollBar()->maximum() > 200);
    panel->verticalScrollBar()->setValue(200);
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_VERIFY(panel == nullptr);
    panel = window.findChild<SettingsPanel*>();
    QTRY_COMPARE(panel->verticalScrollBar()->value(), 200);
    QCOMPARE(panel->look().unfolded, (std::vector<bool>{true, false, true, false}));
    QCoreApplication::removeTranslator(&brackets);
    const QPointer<SettingsPanel> in_brackets = panel;
    QTRY_VERIFY(in_brackets == nullptr);
  }

  void AThemeCountsAtOnce() {
    MainWindow window(FakeEngineFactory(std::make_shared<EngineControl>()));
    window.show();
    PreferencesDialog dialog(&window);
    auto* box = FindBox(dialog, "Theme");
    const auto choose = [&](Theme theme) {
      const int index = box->findData(static_cast<int>(theme));
      box->setCurrentIndex(index);
      emit box->activated(index);
    };
    choose(Theme::kDark);
    QVERIFY(IsDark(QApplication::palette()));
    choose(Theme::kLight);
    QVERIFY(!IsDark(QApplication::palette()));
    QCOMPARE(PreferenceValue(Preference::kTheme).toInt(), static_cast<int>(Theme::kLight));
  }

  void TheDialogShowsWhatIsSetAndEveryDevice() {
    Preferences::Shared()->Set(Preference::kDevice, "cpu");
    Preferences::Shared()->Set(Preference::kLanguage, "fr");
    const PreferencesDialog dialog;
    QCOMPARE(FindBox(dialog, "Language")->currentData().toString(), QString("fr"));
    QTRY_COMPARE(FindBox(dialog, "Device")->currentData().toString(), QString("cpu"));
  }

  void TheStartPageOffersRecentProjectsThatAreThere() {
    QTemporaryDir folder;
    WriteProject({}, {}, folder.filePath("kept.heser").toStdString());
    RememberRecentProject(folder.filePath("gone.heser"));
    RememberRecentProject(folder.filePath("kept.heser"));
    SwapSession session(FakeEngineFactory(std::make_shared<EngineControl>()));
    StartPage page(&session);
    page.show();
    QString wanted;
    connect(&page, &StartPage::ProjectWanted, this, [&](const QString& path) { wanted = path; });
    int shown = 0;
    for (auto* button : page.findChildren<QAbstractButton*>()) {
      QVERIFY(button->text() != "gone");
      if (button->text() == "kept") {
        button->click();
        ++shown;
      }
    }
    QCOMPARE(shown, 1);
    QCOMPARE(wanted, folder.filePath("kept.heser"));
  }

  void SamplePhotosOpenFromTheStartPage() {
    MainWindow window(FakeEngineFactory(std::make_shared<EngineControl>()));
    window.show();
    QCOMPARE(StartPage::SamplePhotos().size(), 2);
    for (auto* button : window.findChild<StartPage*>()->findChildren<QPushButton*>()) {
      if (button->text() == "Try It with Sample Photos") button->click();
    }
    QTRY_VERIFY(window.session()->document()->IsSwappable());
    QCOMPARE(window.session()->document()->target()->photo->name, QString("grace_hopper.jpg"));
    window.session()->document()->undo_stack()->setClean();
  }

  void AboutNamesTheLicences() {
    const AboutDialog dialog;
    QString text;
    for (const auto* label : dialog.findChildren<QLabel*>()) text += label->text();
    QVERIFY(text.contains(QLatin1String(qVersion())));
    QVERIFY(text.contains("Apache"));
  }
};

}  // namespace heser

QTEST_MAIN(heser::PreferencesDialogTest)
#include "preferences_test.moc"
