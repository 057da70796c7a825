#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <vector>

#include "app/preferences/languages.h"

namespace heser {
namespace {

struct Text {
  QString source;
  QString translation;
  bool is_finished = false;
};

std::vector<Text> TextsOf(const QString& path) {
  QFile file(path);
  std::vector<Text> texts;
  if (!file.open(QIODevice::ReadOnly)) return texts;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("source")) {
      texts.push_back({xml.readElementText(), {}, false});
    } else if (xml.name() == QLatin1String("translation") && !texts.empty()) {
      texts.back().is_finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      texts.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
  }
  return texts;
}

QStringList PlaceholdersOf(const QString& text) {
  static const QRegularExpression placeholder("%[0-9n]");
  QStringList found;
  auto matches = placeholder.globalMatch(text);
  while (matches.hasNext()) found.push_back(matches.next().captured());
  found.removeDuplicates();
  found.sort();
  return found;
}

}  // namespace

/// Every text of the program in every language that it offers.
class TranslationsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!QFile::exists(QStringLiteral(HESER_LUPDATE))) QSKIP("lupdate is not installed");
    QVERIFY(folder_.isValid());
  }

  void EveryTextIsTranslated_data() {
    QTest::addColumn<QString>("code");
    for (const Language& language : Languages()) {
      if (language.code != "en") QTest::newRow(qPrintable(language.code)) << language.code;
    }
  }
  void EveryTextIsTranslated() {
    QFETCH(QString, code);
    const QString name = QStringLiteral("heser_%1.ts").arg(code);
    const QString kept = QStringLiteral(HESER_SOURCE_DIR "/translations/") + name;
    const QString fresh = folder_.filePath(name);
    QVERIFY2(QFile::copy(kept, fresh), qPrintable(kept));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(HESER_SOURCE_DIR));
    lupdate.start(QStringLiteral(HESER_LUPDATE), {"-silent", "-I", ".", "-locations", "none",
                                                  "-no-obsolete", "app", "ui", "-ts", fresh});
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);
    const std::vector<Text> texts = TextsOf(fresh);
    QVERIFY(texts.size() > 400);
    for (const Text& text : texts) {
      QVERIFY2(text.is_finished && !text.translation.isEmpty(), qPrintable(text.source));
      QVERIFY2(PlaceholdersOf(text.source) == PlaceholdersOf(text.translation),
               qPrintable(text.source + " | " + text.translation));
    }
  }

 private:
  QTemporaryDir folder_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TranslationsTest)
#include "translations_test.moc"
