#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "app/document/setting_access.h"
#include "app/messages.h"
#include "app/setting_texts.h"
#include "tests/cli/heser_process.h"

namespace heser {

using test::Outcome;
using test::RunHeser;
using test::Sample;

/// What `heser` says to people who know neither the engine nor its stages.
class WordsTest : public QObject {
  Q_OBJECT

 private slots:
  void HelpNamesRangeDefaultAndTheWindowsNameOfEveryAmount() {
    const QString help = RunHeser({"swap", "--help"}).output;
    for (const AmountOption& amount : kAmountOptions) {
      const SettingInfo& setting = SettingByKey(amount.key);
      const QString wanted =
          QStringLiteral("%1 From %2 to %3, %4 if not given.")
              .arg(SettingHelp(amount.key), QString::number(setting.option.minimum),
                   QString::number(setting.option.maximum), QString::number(setting.default_value));
      const QString line = LineWith(help, QString::fromLatin1(amount.option) + " AMOUNT");
      QVERIFY2(line.contains(SettingTitle(amount.key) + ": " + wanted), qPrintable(line));
    }
  }

  void HelpNamesTheOtherDefaults_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("said");
    for (const char* command : {"swap", "render", "batch", "analyze", "bench", "evaluate"}) {
      QTest::addRow("%s", command) << command << "--device DEVICE"
                                   << "auto if not given";
    }
    QTest::newRow("face") << "swap"
                          << "--face N|X,Y"
                          << "the largest if not given";
    QTest::newRow("source face") << "swap"
                                 << "--source-face I:N"
                                 << "the largest if not given";
    QTest::newRow("quality") << "render"
                             << "--quality N"
                             << "JPEG (95 if not given)";
    QTest::newRow("depth") << "render"
                           << "--depth BITS"
                           << "8 or 16; as-target if not given";
    QTest::newRow("metadata") << "render"
                              << "--metadata WHAT"
                              << "none; all if not given";
  }
  void HelpNamesTheOtherDefaults() {
    QFETCH(QString, command);
    QFETCH(QString, option);
    QFETCH(QString, said);
    const QString line = LineWith(RunHeser({command, "--help"}).output, option);
    QVERIFY2(line.contains(said), qPrintable(line));
  }

  void HelpOfBatchShowsAList() {
    const QString help = RunHeser({"batch", "--help"}).output;
    const qsizetype begin = help.indexOf("{\"jobs\"");
    QVERIFY2(begin > 0, qPrintable(help));
    const QByteArray list = help.mid(begin, help.indexOf("]}\n", begin) + 2 - begin).toUtf8();
    QVERIFY2(!QJsonDocument::fromJson(list).isNull(), list.constData());
  }

  void SettingsAreDescribedWithTheNamesOfTheWindowAndTheOptions() {
    const QString text = RunHeser({"settings"}).output;
    for (const SettingInfo& setting : AllSettings()) {
      const QString wanted = SettingTitle(setting.key) + ": " + SettingHelp(setting.key) + "\n";
      QVERIFY2(text.contains(wanted), setting.key.c_str());
      QVERIFY2(text.contains("  " + QString::fromStdString(setting.key).section('.', 1) + " = "),
               setting.key.c_str());
    }
    QVERIFY2(text.contains("  light = 0.3  (0 to 1, amount)  heser swap --light\n"),
             qPrintable(text));
  }

  void ProgressIsToldInWordsAndNeverTwice() {
    QVERIFY(folder_.isValid());
    QFile jobs(folder_.filePath("jobs.json"));
    QVERIFY(jobs.open(QIODevice::WriteOnly));
    const QString swap = R"({"sources":["%1"],"target":"%2","output":"%3.png"})";
    jobs.write(("{\"jobs\":[" + swap.arg(Sample("source.jpg"), Sample("target.jpg"), "a") + "," +
                swap.arg(Sample("source.jpg"), Sample("target.jpg"), "b") + "]}")
                   .toUtf8());
    jobs.close();
    const QStringList device{"--device", "cpu"};
    const QStringList swap_words{"swap",
                                 "--source",
                                 Sample("source.jpg"),
                                 "--target",
                                 Sample("target.jpg"),
                                 "--output",
                                 folder_.filePath("c.png")};
    for (const QStringList& words : {swap_words, QStringList{"analyze", Sample("target.jpg")},
                                     QStringList{"batch", jobs.fileName()}}) {
      const Outcome outcome = RunHeser(words + device);
      QVERIFY2(outcome.code == kExitDone, qPrintable(outcome.errors));
      const bool is_batch = words.front() == "batch";
      const QRegularExpression line(is_batch ? R"(^ *\d+% job [12]: ([A-Z][a-z' ]+)$)"
                                             : R"(^ *\d+% ([A-Z][a-z' ]+)$)");
      QStringList told;
      for (const QString& text : outcome.errors.split('\n', Qt::SkipEmptyParts)) {
        if (text.startsWith("heser: ")) continue;
        QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
        told << text.section('%', 1);
      }
      QVERIFY(told.size() > 2);
      for (qsizetype i = 1; i < told.size(); ++i) QVERIFY(told[i] != told[i - 1]);
      if (is_batch) QVERIFY(told.contains(" job 2: Reading photos"));
    }
  }

  void AnalyzeSaysWhichWayAHeadIsTurned() {
    const QString printed =
        RunHeser({"analyze", Sample("target.jpg"), "--device", "cpu", "--quiet"}).output;
    static const QRegularExpression line(
        R"(  face 1 at \d+,\d+, size \d+x\d+, yaw (-?\d+)([^,]*), pitch (-?\d+)([^,]*), )"
        R"(roll (-?\d+)([^,]*) degrees, presence \d)");
    const QRegularExpressionMatch match = line.match(printed);
    QVERIFY2(match.hasMatch(), qPrintable(printed));
    const auto way = [&](int number, const QString& above, const QString& below) {
      const int degrees = match.captured(number).toInt();
      return degrees == 0 ? QString() : " (" + (degrees > 0 ? above : below) + ")";
    };
    QCOMPARE(match.captured(2),
             way(1, "to the right in the picture", "to the left in the picture"));
    QCOMPARE(match.captured(4), way(3, "up", "down"));
    QCOMPARE(match.captured(6), way(5, "clockwise", "anticlockwise"));
  }

 private:
  /// The line of a help that names an option.
  static QString LineWith(const QString& help, const QString& option) {
    // What does not fit beside a long option stands below it.
    const qsizetype begin = help.indexOf("  " + option);
    if (begin < 0) return {};
    const qsizetype end = help.indexOf("\n  -", begin);
    return help.mid(begin, end - begin).simplified();
  }

  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::WordsTest)
#include "words_test.moc"
