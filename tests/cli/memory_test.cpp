#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/messages.h"
#include "tests/cli/heser_process.h"

namespace heser {

using test::Outcome;
using test::Sample;

/// `heser` where there is too little memory, and where a library never comes back.
class MemoryTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { QVERIFY(folder_.isValid()); }

  void TooLittleMemoryIsToldAndNeverWaitedFor_data() {
    QTest::addColumn<int>("kilobytes");
    QTest::addColumn<bool>("may_fail_to_load");
    // Libraries set themselves up in vain, or the loader finds no room for them.
    QTest::newRow("to load") << 600000 << true;
    QTest::newRow("to begin") << 700000 << true;
    QTest::newRow("for networks") << 1200000 << false;
  }
  void TooLittleMemoryIsToldAndNeverWaitedFor() {
    QFETCH(int, kilobytes);
    QFETCH(bool, may_fail_to_load);
    QProcess process;
    process.start(
        "bash", QStringList{"-c", QStringLiteral("ulimit -v %1; exec \"$0\" \"$@\"").arg(kilobytes),
                            QStringLiteral(HESER_COMMAND)} +
                    Swap());
    const Outcome outcome = test::OutcomeOf(process, 120000);
    constexpr int kNotLoaded = 127;
    if (may_fail_to_load && outcome.code == kNotLoaded) return;
    QVERIFY2(outcome.code == kExitNoResources,
             qPrintable(QString::number(outcome.code) + outcome.errors));
    QVERIFY2(outcome.errors.endsWith("heser: heser needs more memory than there is; close other "
                                     "programs or use smaller photos.\n"),
             qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(folder_.filePath("picture.png")));
  }

  void ALibraryThatEndsTheProgramIsTakenForOneWithoutMemory() {
    const Outcome outcome = RunPreceded("exit", -1);
    QCOMPARE(outcome.code, kExitNoResources);
    QVERIFY2(outcome.errors.endsWith("\nheser: heser needs more memory than there is; close other "
                                     "programs or use smaller photos.\n"),
             qPrintable(outcome.errors));
  }

  void ALibraryThatThrowsInItsOwnThreadIsTold() {
    const Outcome outcome = RunPreceded("throw", -1);
    QCOMPARE(outcome.code, kExitNoResources);
    QVERIFY2(outcome.errors.contains("heser needs more memory than there is"),
             qPrintable(outcome.errors));
  }

  void AProgramThatHangsCanBeTerminated() {
    const Outcome outcome = RunPreceded("hang", SIGTERM);
    QCOMPARE(outcome.code, kExitInterrupted);
    QVERIFY2(outcome.errors.endsWith("heser: interrupted at once; what was being written is not "
                                     "complete.\n"),
             qPrintable(outcome.errors));
  }

 private:
  QStringList Swap() const {
    return {"swap",
            "--source",
            Sample("source.jpg"),
            "--target",
            Sample("target.jpg"),
            "--output",
            folder_.filePath("picture.png"),
            "--device",
            "cpu",
            "--quiet"};
  }

  /// With a matrix product that does not do its work but `what`, and time that is short. It says
  /// when it is there; then the signal is sent, if there is one.
  Outcome RunPreceded(const char* what, int signal_number) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LD_PRELOAD", HESER_FAILING_BLAS);
    environment.insert("HESER_TEST_BLAS", what);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HESER_COMMAND), Swap());
    process.setReadChannel(QProcess::StandardError);
    if (process.waitForReadyRead(120000) && signal_number > 0) {
      ::kill(static_cast<pid_t>(process.processId()), signal_number);
    }
    return test::OutcomeOf(process, 120000);
  }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::MemoryTest)
#include "memory_test.moc"
