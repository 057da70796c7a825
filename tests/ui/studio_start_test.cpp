#include <QProcess>
#include <QTest>

#include "app/messages.h"

namespace heser {

/// The editor's program where there is no display.
class StudioStartTest : public QObject {
  Q_OBJECT

 private:
  struct Outcome {
    int code = -1;  ///< -1: it crashed or took too long.
    QString output;
    QString errors;
  };

  static Outcome RunStudio(const QStringList& words, const QString& display = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
      environment.remove(name);
    }
    if (!display.isEmpty()) environment.insert("DISPLAY", display);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HESER_STUDIO_COMMAND), words);
    if (!process.waitForFinished(120000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
  }

 private slots:
  void HelpAndVersionNeedNone() {
    const Outcome help = RunStudio({"--help"});
    QCOMPARE(help.code, kExitDone);
    QVERIFY2(help.output.contains("--measure-json"), qPrintable(help.output + help.errors));
    const Outcome version = RunStudio({"--version"});
    QCOMPARE(version.code, kExitDone);
    QVERIFY2(version.output.startsWith("HeSer Studio "), qPrintable(version.output));
  }

  void WithoutOneItSaysSoInOneSentence() {
    // None at all, and one that nobody answers at.
    for (const char* display : {"", ":4711"}) {
      const Outcome outcome = RunStudio({"a.jpg"}, display);
      QCOMPARE(outcome.code, kExitNoResources);
      QVERIFY2(outcome.errors.startsWith("heser-studio: ") && outcome.errors.endsWith(".\n") &&
                   outcome.errors.count('\n') == 1,
               qPrintable(outcome.errors));
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::StudioStartTest)
#include "studio_start_test.moc"
