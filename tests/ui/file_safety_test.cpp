#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "app/project/project_file.h"
#include "tests/ui/window_fixture.h"
#include "ui/export_dialog.h"
#include "ui/field_undo.h"

namespace heser {

using test::MakePhoto;

/// Wants every key for itself, as fields do with some on some desktops.
class GreedyField : public QDoubleSpinBox {
 public:
  using QDoubleSpinBox::QDoubleSpinBox;
  QList<int> keys;  ///< That it took, Ctrl itself aside.

 protected:
  bool event(QEvent* event) override {
    if (event->type() != QEvent::ShortcutOverride) return QDoubleSpinBox::event(event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Control) keys << key;
    event->accept();
    return true;
  }
};

/// No file is replaced that nobody meant to replace, and none that is open.
class FileSafetyTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture : test::WindowFixture {
    QTemporaryDir folder;
    QStringList errors;

    Fixture() {
      QSettings().clear();
      QObject::connect(session(), &SwapSession::MessageRaised, &window,
                       [this](const SessionMessage& message) {
                         if (message.kind == SessionMessage::Kind::kError) errors << message.text;
                       });
    }
    SwapSession* session() { return window.session(); }
    ProjectDesk* desk() { return session()->project_desk(); }
    QString Path(const QString& name) const { return folder.filePath(name); }
    QString Write(const QString& name, const QByteArray& bytes) const {
      QFile file(Path(name));
      if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        QTest::qFail("cannot write", __FILE__, __LINE__);
      }
      return Path(name);
    }
    /// A target from a file, a source, and the result of both.
    void SwapOn(const QString& target) {
      QImage image(96, 64, QImage::Format_RGB32);
      image.fill(Qt::gray);
      image.save(target);
      document()->InsertSources({MakePhoto("a")}, 0);
      session()->SetTarget(target);
      Await([this] { return document()->IsSwappable(); });
      runner()->Start();
      Await([this] { return runner()->IsOutcomeCurrent(); });
    }
    static void Await(const std::function<bool()>& condition) {
      if (!QTest::qWaitFor(condition, 20000)) QTest::qFail("waited in vain", __FILE__, __LINE__);
    }
    /// Types the path in the file dialog that is open.
    void Type(const QString& path) {
      auto* dialog = window.findChild<QFileDialog*>();
      QVERIFY(dialog != nullptr);
      dialog->setOption(QFileDialog::DontConfirmOverwrite);
      dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path);
      static_cast<QDialog*>(dialog)->accept();
    }
    void ExportTo(const QString& path) {
      Action("Export…")->trigger();
      auto* dialog = window.findChild<ExportDialog*>();
      QVERIFY(dialog != nullptr);
      for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text().remove('&') == "Export…") button->click();
      }
      Type(path);
    }
    QMessageBox* Question() {
      for (auto* box : window.findChildren<QMessageBox*>()) {
        if (box->isVisible()) return box;
      }
      return nullptr;
    }
  };

  static QByteArray BytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("FileSafetyTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void AProjectThatWasReadInPartIsNotReplacedUnasked() {
    Fixture f;
    f.LoadPhotos();
    const QString path = f.Path("p.heser");
    WriteProject(f.document()->state(), {}, path.toStdString());
    const QByteArray damaged = BytesOf(path).chopped(60);
    f.Write("p.heser", damaged);
    f.desk()->Open(path);
    QTRY_VERIFY(f.desk()->IsReadInPart());
    f.Action("Save Project")->trigger();
    QMessageBox* box = f.Question();
    QVERIFY(box != nullptr);
    QVERIFY(box->text().contains("p.heser could not be read as a whole"));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::SaveAll));
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(f.Question(), nullptr);
    f.Action("Save Project")->trigger();
    f.Question()->defaultButton()->click();
    auto* dialog = f.window.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->selectedFiles(), QStringList(f.Path("p 2.heser")));
    QSignalSpy saved(f.desk(), &ProjectDesk::Saved);
    f.Type(f.Path("p 2.heser"));
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(BytesOf(path), damaged);
    QCOMPARE(f.desk()->path(), f.Path("p 2.heser"));
    // That one is whole.
    f.Action("Save Project")->trigger();
    QCOMPARE(f.Question(), nullptr);
    QTRY_COMPARE(saved.count(), 2);
  }

  void AnExtensionThatIsAddedReplacesNoPictureUnasked() {
    Fixture f;
    f.SwapOn(f.Path("target.png"));
    const QString there = f.Write("typed.jpg.png", "mine");
    QSignalSpy exported(f.session()->export_desk(), &ExportDesk::Exported);
    f.ExportTo(f.Path("typed.jpg"));
    QMessageBox* box = f.Question();
    QVERIFY(box != nullptr);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    QTest::qWait(50);
    QVERIFY(exported.isEmpty());
    QCOMPARE(BytesOf(there), QByteArray("mine"));
    auto* dialog = f.window.findChild<ExportDialog*>();
    QVERIFY(dialog->isVisible());
    delete dialog;
    f.ExportTo(f.Path("typed.jpg"));
    f.Question()->button(QMessageBox::Save)->click();
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(BytesOf(there) != "mine");
  }

  void AProjectIsCalledSoAndReplacesNoFileUnasked() {
    Fixture f;
    f.LoadPhotos();
    const QString there = f.Write("mine.jpg.heser", "mine");
    f.Action("Save Project As…")->trigger();
    f.Type(f.Path("mine.jpg"));
    QVERIFY(f.Question() != nullptr);
    f.Question()->button(QMessageBox::Cancel)->click();
    QCOMPARE(BytesOf(there), QByteArray("mine"));
    QVERIFY(QFile::remove(there));
    f.Action("Save Project As…")->trigger();
    QSignalSpy saved(f.desk(), &ProjectDesk::Saved);
    for (auto* dialog : f.window.findChildren<QFileDialog*>()) {
      if (!dialog->isVisible()) delete dialog;
    }
    f.Type(f.Path("mine.jpg"));
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(QFile::exists(there));
    QVERIFY(!QFile::exists(f.Path("mine.jpg")));
  }

  void PhotosThatAreOpenAreNotReplaced() {
    Fixture f;
    const QString target = f.Path("target.png");
    f.SwapOn(target);
    const QByteArray before = BytesOf(target);
    const QString expected =
        "target.png cannot be used like this: it would be written over a photo that is open; "
        "choose "
        "another name.";
    f.session()->Export({}, target);
    QCOMPARE(f.errors, QStringList(expected));
    f.session()->ExportWhenReady({}, target);
    QVERIFY(!f.session()->IsExportAwaited());
    QCOMPARE(f.errors.size(), 2);
    // By another name as well.
    QVERIFY(QFile::link(target, f.Path("link.heser")));
    QVERIFY(f.session()->RefuseOpenPhoto(f.Path("link.heser")));
    QVERIFY(!f.session()->RefuseOpenPhoto(f.Path("other.png")));
    QCOMPARE(f.errors.size(), 3);
    f.Action("Save Project As…")->trigger();
    f.Type(f.Path("link.heser"));
    QCOMPARE(f.errors.size(), 4);
    QVERIFY(!f.desk()->IsBusy());
    QTest::qWait(50);
    QCOMPARE(BytesOf(target), before);
  }

  void AnExportThatCannotBeWrittenDoesNotWait() {
    Fixture f;
    f.SwapOn(f.Path("target.png"));
    ExportChoices choices;
    choices.settings_file = true;
    f.Write("out.settings.json", "mine");
    f.session()->ExportWhenReady(choices, f.Path("out.png"));
    QVERIFY(!f.session()->IsExportAwaited());
    QCOMPARE(f.errors.size(), 1);
    QVERIFY2(f.errors[0].contains("out.settings.json cannot be written"), qPrintable(f.errors[0]));
    f.session()->ExportWhenReady({}, f.Path("nowhere/out.png"));
    QVERIFY(!f.session()->IsExportAwaited());
    QCOMPARE(f.errors.size(), 2);
  }

  void AnotherProjectIsNotOpenedOverAnAwaitedExportUnasked() {
    Fixture f;
    f.SwapOn(f.Path("target.png"));
    f.control->holds = true;
    f.document()->SetSetting("aligner.expression", 0.1, 0);
    f.document()->undo_stack()->setClean();
    f.session()->ExportWhenReady({}, f.Path("out.png"));
    f.Action("New")->trigger();
    QVERIFY(f.Question() != nullptr);
    QVERIFY(f.session()->IsExportAwaited());
    QVERIFY(f.document()->target() != nullptr);
    f.Question()->done(QMessageBox::Ok);
    QTRY_VERIFY(f.document()->target() == nullptr);
    QVERIFY(!f.session()->IsExportAwaited());
    f.control->holds = false;
  }

  void TheQuestionOnAnAwaitedExportGoesWithIt_data() {
    QTest::addColumn<bool>("is_given_up");
    QTest::newRow("written: it leaves") << false;
    QTest::newRow("given up: it stays") << true;
  }

  void TheQuestionOnAnAwaitedExportGoesWithIt() {
    QFETCH(const bool, is_given_up);
    Fixture f;
    f.SwapOn(f.Path("target.png"));
    f.control->holds = true;
    f.document()->SetSetting("aligner.expression", 0.1, 0);
    f.document()->undo_stack()->setClean();
    f.session()->ExportWhenReady({}, f.Path("out.png"));
    f.window.close();
    QVERIFY(f.Question() != nullptr);
    if (is_given_up) {
      f.runner()->Cancel();
      QTRY_COMPARE(f.Question(), nullptr);
      QVERIFY(f.window.isVisible());
      return;
    }
    f.control->holds = false;
    QTRY_VERIFY(!f.window.isVisible());
    QVERIFY(QFile::exists(f.Path("out.png")));
  }

  void ThatUnsavedWorkCannotBeKeptIsSaidWithoutTheNameOfItsCopy() {
    Fixture f;
    f.desk()->KeepRecoveryIn(f.Path("kept"));
    const QStringList locks = QDir(f.Path("kept")).entryList({"*.heser.lock"}, QDir::Files);
    QCOMPARE(locks.size(), 1);
    QVERIFY(QDir(f.Path("kept")).mkpath(locks.front().chopped(5) + "/inside"));
    f.LoadPhotos();
    QSignalSpy raised(f.session(), &SwapSession::MessageRaised);
    f.desk()->LeaveForRecovery();
    QTRY_COMPARE(raised.count(), 1);
    const auto message = raised[0][0].value<SessionMessage>();
    QCOMPARE(message.text,
             QString("Unsaved work cannot be kept in case the program ends unexpectedly (Is a "
                     "directory); save the project often."));
    QVERIFY(f.errors.isEmpty());
  }

  void ShortcutsOfTheWindowWinOverThoseOfAField() {
    Fixture f;
    f.SwapOn(f.Path("target.png"));
    GreedyField field(f.window.centralWidget());
    LetShortcutsThrough(&field);
    field.show();
    f.window.activateWindow();
    field.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    const std::size_t pasted = f.document()->sources().size();
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field.keys, QList<int>{Qt::Key_V});
    QCOMPARE(f.document()->sources().size(), pasted);
    QTest::keyClick(&field, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(field.keys, QList<int>{Qt::Key_V});
    QVERIFY(f.window.findChild<ExportDialog*>() != nullptr);
  }
};

}  // namespace heser

QTEST_MAIN(heser::FileSafetyTest)
#include "file_safety_test.moc"
