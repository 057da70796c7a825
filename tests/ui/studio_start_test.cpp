#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
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

  static Outcome RunStudio(const QStringList& words, const QString& display = {},
                           const QMap<QString, QString>& variables = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
      environment.remove(name);
    }
    if (!display.isEmpty()) environment.insert("DISPLAY", display);
    for (const auto& [name, value] : variables.asKeyValueRange()) environment.insert(name, value);
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

  void AMeasurementLeavesRecoveryFoldersAlone() {
    const QTemporaryDir home;
    QFile script(home.filePath("script.txt"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("open a.jpg\n");
    script.close();
    const Outcome outcome = RunStudio({"--measure", script.fileName()}, {},
                                      {{"QT_QPA_PLATFORM", "offscreen"},
                                       {"HOME", home.path()},
                                       {"XDG_DATA_HOME", home.filePath("data")},
                                       {"XDG_CONFIG_HOME", home.filePath("config")}});
    QVERIFY2(outcome.code >= 0, qPrintable(outcome.errors));
    QDirIterator folders(home.path(), {"recovery"}, QDir::Dirs, QDirIterator::Subdirectories);
    QVERIFY(!folders.hasNext());
  }

  void AMeasurementThatIsPrintedAsJsonStandsAlone() {
    const QTemporaryDir home;
    QFile script(home.filePath("script.txt"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("window 800 600\n");
    script.close();
    const Outcome outcome = RunStudio({"--measure", script.fileName(), "--measure-json", "-"}, {},
                                      {{"QT_QPA_PLATFORM", "offscreen"},
                                       {"HOME", home.path()},
                                       {"XDG_CONFIG_HOME", home.filePath("config")}});
    QCOMPARE(outcome.code, kExitDone);
    const QJsonDocument figures = QJsonDocument::fromJson(outcome.output.toUtf8());
    QCOMPARE(figures["steps"].toArray().size(), 1);
  }

  void WrongUseIsOneSentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown") << QStringList{"--bogus"} << "--bogus cannot be used like this: ";
    QTest::newRow("one letter") << QStringList{"-q", "a.jpg"} << "-q cannot be used like this: ";
    QTest::newRow("no value") << QStringList{"--device"} << "--device";
    QTest::newRow("device") << QStringList{"--device", "tpu"} << "\"tpu\"";
    QTest::newRow("nothing measured")
        << QStringList{"--measure-json", "figures.json"} << "without --measure";
  }
  void WrongUseIsOneSentence() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, part);
    const QTemporaryDir home;
    const Outcome outcome = RunStudio(words, {},
                                      {{"QT_QPA_PLATFORM", "offscreen"},
                                       {"HOME", home.path()},
                                       {"XDG_CONFIG_HOME", home.filePath("config")}});
    QCOMPARE(outcome.code, kExitWrongUse);
    QVERIFY2(outcome.errors.startsWith("heser-studio: ") && outcome.errors.endsWith(".\n") &&
                 outcome.errors.count('\n') == 1 && outcome.errors.contains(part),
             qPrintable(outcome.errors));
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
