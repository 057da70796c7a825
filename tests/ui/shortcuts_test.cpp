#include "ui/shortcuts.h"

#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>

#include "tests/app/fake_engine.h"
#include "ui/main_window.h"
#include "ui/shortcuts_dialog.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;

/// Keys of commands, as people choose them.
class ShortcutsTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    MainWindow window{FakeEngineFactory(std::make_shared<EngineControl>())};

    QList<QAction*> Commands() const { return CommandsWithKeys(*window.menuBar()); }
    QAction* Command(const QString& title) const {
      for (QAction* command : Commands()) {
        if (TitleOf(*command) == title) return command;
      }
      QTest::qFail(qPrintable("no command " + title), __FILE__, __LINE__);
      return nullptr;
    }
  };

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("ShortcutsTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void init() { QSettings().clear(); }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void NoTwoCommandsComeWithTheSameKeys() {
    const Fixture f;
    QStringList keys;
    for (const QAction* command : f.Commands()) {
      for (const QKeySequence& sequence : command->shortcuts()) keys.push_back(sequence.toString());
    }
    QVERIFY(keys.size() > 30);
    QCOMPARE(keys.removeDuplicates(), 0);
  }

  void UndoIsCalledTheSameWhateverItWouldTakeBack() {
    const Fixture f;
    for (const char* title : {"Undo", "Redo"}) {
      QAction* command = f.Command(title);
      command->setText(command->text() + " Move Head");
      QCOMPARE(TitleOf(*command), QString(title));
    }
  }

  void KeysThatTheGuideNamesAreThereOnEveryDesktop() {
    const Fixture f;
    const std::pair<const char*, const char*> named[] = {{"Open Project…", "Ctrl+O"},
                                                         {"Save Project", "Ctrl+S"},
                                                         {"Save Project As…", "Ctrl+Shift+S"},
                                                         {"New", "Ctrl+N"},
                                                         {"Quit", "Ctrl+Q"},
                                                         {"Undo", "Ctrl+Z"},
                                                         {"Redo", "Ctrl+Shift+Z"},
                                                         {"Paste", "Ctrl+V"}};
    for (const auto& [title, keys] : named) {
      const QAction* command = f.Command(title);
      QVERIFY(command != nullptr);
      QVERIFY2(command->shortcuts().contains(QKeySequence(keys)), title);
    }
  }

  void ChosenKeysCountAtOnceAndTheNextTime() {
    {
      Fixture f;
      ShortcutsDialog dialog(f.Commands());
      dialog.Assign(f.Command("Brush"), QKeySequence("Ctrl+B"));
      QCOMPARE(f.Command("Brush")->shortcut(), QKeySequence("Ctrl+B"));
      QVERIFY(f.Command("Brush")->toolTip().contains("Ctrl+B"));
      dialog.Assign(f.Command("Swap"), {});
      QVERIFY(!f.Command("Swap")->toolTip().contains("("));
    }
    const Fixture next;
    QCOMPARE(next.Command("Brush")->shortcut(), QKeySequence("Ctrl+B"));
    QVERIFY(next.Command("Swap")->shortcut().isEmpty());
    QCOMPARE(next.Command("Eraser")->shortcut(), QKeySequence("E"));
  }

  void KeysThatACommandHadAreTakenFromIt() {
    Fixture f;
    ShortcutsDialog dialog(f.Commands());
    dialog.Assign(f.Command("Brush"), QKeySequence("E"));
    QCOMPARE(f.Command("Brush")->shortcut(), QKeySequence("E"));
    QVERIFY(f.Command("Eraser")->shortcut().isEmpty());
    const auto* list = dialog.findChild<QTreeWidget*>();
    QCOMPARE(list->findItems("Brush", Qt::MatchExactly).constFirst()->text(1), QString("E"));
  }

  void AllUsualKeysComeBack() {
    Fixture f;
    ShortcutsDialog dialog(f.Commands());
    dialog.Assign(f.Command("Brush"), QKeySequence("E"));
    dialog.ResetAll();
    QCOMPARE(f.Command("Brush")->shortcut(), QKeySequence("B"));
    QCOMPARE(f.Command("Eraser")->shortcut(), QKeySequence("E"));
    QVERIFY(QSettings().allKeys().filter("shortcuts").isEmpty());
  }
};

}  // namespace heser

QTEST_MAIN(heser::ShortcutsTest)
#include "shortcuts_test.moc"
