#include "ui/batch_dialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "tests/app/fake_engine.h"
#include "ui/main_window.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

class BatchDialogTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    SwapSession session{FakeEngineFactory(control)};
    QTemporaryDir folder;
    QStringList chosen_photos;
    QStringList opened;
    std::unique_ptr<BatchDialog> dialog;

    Fixture() {
      QSettings().clear();
      session.document()->InsertSources({MakePhoto("head")}, 0);
      Open();
    }
    ~Fixture() { control->holds = false; }
    void Open() {
      BatchDialog::Desktop desktop;
      desktop.choose_photos = [this](QWidget*, const auto& receiver) { receiver(chosen_photos); };
      desktop.choose_folder = [this](QWidget*, const auto& receiver) {
        receiver({folder.filePath("in")});
      };
      desktop.choose_output = [this](QWidget*, const QString&, const auto& receiver) {
        receiver({folder.filePath("out")});
      };
      desktop.open = [this](const QString& path) { opened << path; };
      dialog = std::make_unique<BatchDialog>(&session, desktop);
      dialog->show();
    }
    QString MakeTarget(const QString& name) const {
      QDir(folder.path()).mkpath("in");
      QImage image(96, 64, QImage::Format_RGB32);
      image.fill(Qt::gray);
      image.save(folder.filePath("in/" + name));
      return folder.filePath("in/" + name);
    }
    QAbstractButton* Button(const QString& text) {
      for (auto* button : dialog->findChildren<QAbstractButton*>()) {
        if (button->text().remove('&') == text) return button;
      }
      return nullptr;
    }
    template <typename Widget>
    Widget* Named(const QString& name) {
      for (auto* widget : dialog->findChildren<Widget*>()) {
        if (widget->accessibleName() == name) return widget;
      }
      return nullptr;
    }
    QString State() { return Named<QLabel>("State of the batch")->text(); }
    QListView* Queue() { return Named<QListView>("Targets"); }
    /// The entry of the menu on what is chosen.
    void ChooseFromMenu(const QString& text) {
      emit Queue()->customContextMenuRequested({});
      for (auto* menu : dialog->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
          if (action->text() == text) {
            action->trigger();
            menu->close();
            return;
          }
        }
      }
      QTest::qFail(qPrintable("no entry " + text), __FILE__, __LINE__);
    }
    bool DoAll() {
      Button("Start")->click();
      return QTest::qWaitFor([this] { return !session.batch_desk()->IsRunning(); }, 20000);
    }
  };

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("BatchDialogTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void WhatIsMissingIsSaidUntilItCanStart() {
    Fixture f;
    const quint64 source = f.session.document()->sources()[0].id;
    f.session.document()->SetSourceEnabled(source, false);
    QCOMPARE(f.State(), QString("Add a source in the window first."));
    f.session.document()->SetSourceEnabled(source, true);
    QCOMPARE(f.State(), QString("Add the photos that get the head."));
    QDir(f.folder.path()).mkpath("in/deeper");
    f.Button("Add Folder…")->click();
    QTRY_COMPARE(f.State(),
                 QString("The folder in holds no photos; folders inside it are not looked into."));
    f.MakeTarget("a.png");
    f.Button("Add Folder…")->click();
    QTRY_COMPARE(f.State(), QString("Choose a folder for the results."));
    QVERIFY(!f.Button("Start")->isEnabled());
    f.Button("Choose…")->click();
    QCOMPARE(f.State(), QString("0 of 1 done"));
    QVERIFY(f.Button("Start")->isEnabled());
    auto* name = f.Named<QLineEdit>("Name of the files");
    name->clear();
    QTest::keyClicks(name, "a/b");
    QVERIFY(f.State().startsWith("Give the files a name"));
    QVERIFY(!f.Button("Start")->isEnabled());
  }

  void ResultsComeAndAreOpened() {
    Fixture f;
    f.chosen_photos = {f.MakeTarget("a.png"), f.folder.filePath("in/gone.png")};
    f.Button("Add Photos…")->click();
    QTRY_COMPARE(f.Queue()->model()->rowCount(), 2);
    f.Button("Choose…")->click();
    QVERIFY(f.DoAll());
    QCOMPARE(f.State(), QString("1 of 2 done, 1 failed"));
    const QString result = f.folder.filePath("out/a swapped.png");
    QVERIFY(QFileInfo::exists(result));
    f.Queue()->setCurrentIndex(f.Queue()->model()->index(0, 0));
    QCOMPARE(f.Queue()->currentIndex().data(Qt::AccessibleDescriptionRole).toString(),
             QString("Saved as a swapped.png"));
    QTest::keyClick(f.Queue(), Qt::Key_Return);
    QCOMPARE(f.opened, QStringList(result));
    f.ChooseFromMenu("Open Its Folder");
    QCOMPARE(f.opened.last(), f.folder.filePath("out"));
    f.ChooseFromMenu("Open as the Window's Target");
    QTRY_VERIFY(f.session.document()->target() != nullptr);
    QCOMPARE(f.session.document()->target()->photo->path, f.chosen_photos[0]);
  }

  void FailedOnesAreTriedAgain() {
    Fixture f;
    f.chosen_photos = {f.folder.filePath("in/late.png")};
    f.Button("Add Photos…")->click();
    f.Button("Choose…")->click();
    QTRY_COMPARE(f.Queue()->model()->rowCount(), 1);
    QVERIFY(!f.Button("Retry")->isEnabled());
    QVERIFY(f.DoAll());
    QVERIFY(f.Button("Retry")->isEnabled());
    f.MakeTarget("late.png");
    f.Button("Retry")->click();
    QTRY_COMPARE(f.State(), QString("1 of 1 done"));
  }

  void ItGoesOnBehindAClosedDialogAndIsCancelledInANewOne() {
    Fixture f;
    f.chosen_photos = {f.MakeTarget("a.png"), f.MakeTarget("b.png")};
    f.Button("Add Photos…")->click();
    f.Button("Choose…")->click();
    QTRY_COMPARE(f.Queue()->model()->rowCount(), 2);
    f.control->holds = true;
    f.Button("Start")->click();
    QVERIFY(!f.Named<QLineEdit>("Name of the files")->isEnabled());
    f.Open();
    QVERIFY(f.Button("Cancel")->isEnabled());
    QVERIFY(!f.Button("Start")->isEnabled());
    f.Button("Cancel")->click();
    QCOMPARE(f.State(), QString("0 of 2 done, 2 cancelled"));
    QVERIFY(f.Named<QLineEdit>("Name of the files")->isEnabled());
  }

  void ReturnInAFieldStartsNothing() {
    Fixture f;
    f.chosen_photos = {f.MakeTarget("a.png")};
    f.Button("Add Photos…")->click();
    f.Button("Choose…")->click();
    QTRY_VERIFY(f.Button("Start")->isEnabled());
    QTest::keyClick(f.Named<QLineEdit>("Name of the files"), Qt::Key_Return);
    QVERIFY(!f.session.batch_desk()->IsRunning());
  }

  void DeleteTakesPhotosOutOfTheQueueAndLeavesTheFiles() {
    Fixture f;
    f.chosen_photos = {f.MakeTarget("a.png"), f.MakeTarget("b.png")};
    f.Button("Add Photos…")->click();
    QTRY_COMPARE(f.Queue()->model()->rowCount(), 2);
    // Shortcuts work in the active window alone.
    f.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
    f.Queue()->selectAll();
    f.Queue()->setFocus();
    QTest::keyClick(f.Queue(), Qt::Key_Delete);
    QTRY_COMPARE(f.Queue()->model()->rowCount(), 0);
    QVERIFY(QFileInfo::exists(f.chosen_photos[0]));
    QVERIFY(!f.Button("Remove")->isEnabled());
  }

  void LeavingTheWindowWhileItRunsIsAskedAbout() {
    QSettings().clear();
    const auto control = std::make_shared<EngineControl>();
    MainWindow window(FakeEngineFactory(control));
    window.show();
    Fixture f;
    SwapSession* session = window.session();
    session->document()->InsertSources({MakePhoto("head")}, 0);
    session->document()->undo_stack()->setClean();
    session->batch_desk()->Add({f.MakeTarget("a.png")});
    QTRY_COMPARE(session->batch_desk()->list()->rowCount(), 1);
    control->holds = true;
    BatchChoices choices;
    choices.folder = f.folder.filePath("out");
    session->batch_desk()->Start(choices);
    window.close();
    QVERIFY(window.isVisible());
    auto* box = window.findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    box->button(QMessageBox::Ok)->click();
    QVERIFY(!session->batch_desk()->IsRunning());
    QTRY_VERIFY(!window.isVisible());
    control->holds = false;
  }
};

}  // namespace heser

QTEST_MAIN(heser::BatchDialogTest)
#include "batch_dialog_test.moc"
