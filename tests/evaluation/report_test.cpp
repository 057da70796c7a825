#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>
#include <set>

#include "engine/core/error.h"
#include "engine/evaluation/pair_record.h"
#include "engine/evaluation/report_html.h"
#include "engine/evaluation/report_plots.h"
#include "engine/evaluation/report_tables.h"
#include "engine/evaluation/stage_seconds.h"
#include "engine/evaluation/statistics.h"

namespace heser {
namespace {

PairRecord Record(const char* name, const char* kind, double identity, double pose) {
  PairRecord record;
  record.pair = {name, kind, "t.jpg", {"s.jpg"}};
  record.figures[Figure::kIdentitySource] = identity;
  record.figures[Figure::kPose] = pose;
  return record;
}

PairRecord Failed(const char* name, const char* kind) {
  PairRecord record;
  record.pair = {name, kind, "t.jpg", {"s.jpg"}};
  record.failure = "No face, \"none\" & <nothing>.";
  return record;
}

/// Two kinds, a failure, and a variant that turns the head worse.
Evaluation Example() {
  Evaluation evaluation;
  evaluation.device = "cpu";
  evaluation.pair_count = 4;
  evaluation.has_identity = true;
  evaluation.variants.push_back({kFullVariant,
                                 {Record("a", "portrait", 0.9, 1), Record("b", "portrait", 0.8, 2),
                                  Record("c", "large_yaw", 0.6, 6), Failed("d", "large_yaw")}});
  evaluation.variants.push_back({{"no_feedback", "no pose feedback"},
                                 {Record("a", "portrait", 0.9, 3), Record("b", "portrait", 0.8, 5),
                                  Record("c", "large_yaw", 0.7, 6), Failed("d", "large_yaw")}});
  return evaluation;
}

std::vector<Figures> Poses(std::initializer_list<double> values) {
  std::vector<Figures> figures;
  for (const double value : values) figures.emplace_back()[Figure::kPose] = value;
  return figures;
}

/// Attributes without value and void elements made into XML, so that a reader of XML can check that
/// every element is closed.
QString AsXml(const std::string& html) {
  QString xml = QString::fromStdString(html);
  xml.remove(QStringLiteral("<!DOCTYPE html>"));
  xml.remove(QRegularExpression(QStringLiteral("<script>.*</script>|<style>.*</style>"),
                                QRegularExpression::DotMatchesEverythingOption |
                                    QRegularExpression::InvertedGreedinessOption));
  xml.replace(QRegularExpression(QStringLiteral("<(meta|img)([^>]*)>")),
              QStringLiteral("<\\1\\2/>"));
  xml.replace(QStringLiteral("&uarr;"), QString()).replace(QStringLiteral("&darr;"), QString());
  return xml;
}

}  // namespace

class ReportTest : public QObject {
  Q_OBJECT

 private slots:
  void QuantilesAreInterpolated() {
    QCOMPARE(Median({3, 1, 2}), 2.0);
    QCOMPARE(Median({4, 1, 3, 2}), 2.5);
    QCOMPARE(Quantile({0, 10}, 0.9), 9.0);
    QCOMPARE(Quantile({7}, 0.9), 7.0);
  }

  void ASummaryKnowsWhichEndIsTheWorse() {
    std::vector<Figures> figures(11);
    for (int i = 0; i <= 10; ++i) {
      figures[static_cast<std::size_t>(i)][Figure::kPose] = i;
      figures[static_cast<std::size_t>(i)][Figure::kPsnr] = 20 + i;
    }
    const FigureSummary pose = Summarize(figures, Figure::kPose);
    QCOMPARE(pose.count, 11);
    QCOMPARE(pose.median, 5.0);
    QCOMPARE(pose.tail, 9.0);
    QCOMPARE(pose.worst, 10.0);
    const FigureSummary psnr = Summarize(figures, Figure::kPsnr);
    QCOMPARE(psnr.tail, 21.0);
    QCOMPARE(psnr.worst, 20.0);
    QCOMPARE(Summarize(figures, Figure::kSsim).count, 0);
  }

  void ChangesAreThoseOfThePairs() {
    const FigureChange change = CompareFigures(Poses({1, 5, 9}), Poses({2, 3, 10}), Figure::kPose);
    QCOMPARE(change.count, 3);
    QCOMPARE(change.median, 1.0);
    QCOMPARE(change.better, 1);
    QCOMPARE(change.worse, 2);
    // What no table shows is no change.
    const FigureChange small = CompareFigures(Poses({1, 5}), Poses({1.004, 4.996}), Figure::kPose);
    QCOMPARE(small.better + small.worse, 0);
  }

  void TheWorstOfAListHasTheHighestBadness() {
    const std::vector<double> badness = Badness(Poses({5, 1, 9}));
    QCOMPARE(badness, (std::vector<double>{0.5, 0, 1}));
  }

  void EveryFigureHasANameOfItsOwn() {
    std::set<std::string> names;
    for (const FigureInfo& info : AllFigures()) names.insert(info.name);
    QCOMPARE(names.size(), kFigureCount);
  }

  void EveryVariantHasAFolderOfItsOwnAndChangesSomething() {
    SwapSettings everything;
    everything.refinement.amount = 1;
    everything.blender.network = 1;
    std::set<std::string> names;
    for (const Variant& variant : AblationVariants()) {
      names.insert(variant.name);
      SwapSettings settings = everything;
      if (variant.change != nullptr) variant.change(settings);
      settings.Check();
      const bool changes =
          SettingsToJson(settings) != SettingsToJson(everything) || variant.sources > 0;
      QVERIFY2(changes != (std::string(variant.name) == kFullVariant.name), variant.name);
    }
    QCOMPARE(names.size(), AblationVariants().size());
    QVERIFY(!names.contains("pictures"));
  }

  void VariantsAreChosenByName() {
    const auto chosen = VariantsByName({"no_light", "full", "one_source"});
    QCOMPARE(chosen.size(), 3U);
    QCOMPARE(std::string(chosen[0].name), std::string("full"));
    QCOMPARE(chosen[2].sources, 1U);
    try {
      VariantsByName({"no_lights"});
      QFAIL("an unknown variant was accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kWrongUse);
      QVERIFY(error.detail().find("no_light, ") != std::string::npos);
    }
  }

  void ReusedStagesCountWhatTheyTook() {
    StageSeconds seconds;
    QCOMPARE(seconds.Total({{"view", 1, false}, {"view", 2, false}, {"blend", 4, false}}), 7.0);
    QCOMPARE(seconds.Total({{"view", 0, true}, {"view", 0, true}, {"blend", 8, false}}), 11.0);
    QCOMPARE(seconds.Total({{"view", 0, true}, {"blend", 0, true}}), 9.0);
  }

  void ARecordIsKeptOnlyForWhatItWasMadeWith() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("a.json").toStdString();
    const PairRecord record = Record("a", "portrait", 0.9, 1.25);
    const std::string made_with = MadeWith(record.pair, SettingsToJson({}), "cpu", {});
    QVERIFY(!ReadRecord(file, made_with));
    WriteRecord(record, made_with, file);
    const auto figures = ReadRecord(file, made_with);
    QVERIFY(figures.has_value());
    QCOMPARE((*figures)[Figure::kPose].value(), 1.25);
    QVERIFY(!(*figures)[Figure::kPsnr].has_value());
    SwapSettings other;
    other.aligner.expression = 0.1;
    QVERIFY(!ReadRecord(file, MadeWith(record.pair, SettingsToJson(other), "cpu", {})));
    QVERIFY(!ReadRecord(file, MadeWith(record.pair, SettingsToJson({}), "cuda:0", {})));
    QFile damaged(folder.filePath("a.json"));
    QVERIFY(damaged.resize(damaged.size() / 2));
    QVERIFY(!ReadRecord(file, made_with));
  }

  void TheTextShowsMediansChangesAndFailures() {
    const QString text = QString::fromStdString(TextReport(Example()));
    QVERIFY2(text.contains(QRegularExpression("pairs done +3 +2 +1")), qPrintable(text));
    QVERIFY2(
        text.contains(QRegularExpression("Pose error, degrees +2.00 \\(6.00\\) +1.50 \\(2.00\\)")),
        qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression("no pose feedback +3 +\\+0.000 +\\+2.00")),
             qPrintable(text));
    QVERIFY(text.contains("failed full/d: No face"));
    QVERIFY(!text.contains("PSNR"));
  }

  void TheTableOfCommaSeparatedValuesHasAllResults() {
    const QStringList lines =
        QString::fromStdString(CsvReport(Example())).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 8);
    QVERIFY(lines[0].startsWith("variant,name,kind,psnr,"));
    QCOMPARE(lines[1].count(','), lines[0].count(','));
    QVERIFY(lines[4].endsWith(R"(,"No face, ""none"" & <nothing>.")"));
  }

  void TheJsonHasSummariesChangesAndResults() {
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(JsonReport(Example())));
    const QJsonArray variants = document.object()["variants"].toArray();
    QCOMPARE(variants.size(), 2);
    const QJsonObject full = variants[0].toObject();
    QCOMPARE(
        full["kinds"].toObject()["portrait"].toObject()["pose"].toObject()["median"].toDouble(),
        1.5);
    QCOMPARE(full["results"].toArray()[3].toObject()["failure"].toString(),
             QString("No face, \"none\" & <nothing>."));
    const QJsonObject changes = variants[1].toObject()["changes"].toObject();
    QCOMPARE(changes["all"].toObject()["pose"].toObject()["worse"].toInt(), 2);
  }

  void ThePageIsWellFormedAndAsksNothingOfANetwork() {
    const std::string html = HtmlReport(Example());
    QXmlStreamReader reader(AsXml(html));
    QStringList pairs;
    int dots = 0;
    while (!reader.atEnd()) {
      reader.readNext();
      if (!reader.isStartElement()) continue;
      if (reader.name() == u"section") pairs << reader.attributes().value("id").toString();
      if (reader.name() == u"circle") ++dots;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(pairs, (QStringList{"c", "b", "a"}));  // Worst first, failures apart.
    QCOMPARE(dots, 2 * 3);
    QVERIFY(html.find("://") == std::string::npos);
    QVERIFY(html.find("No face, &quot;none&quot; &amp; &lt;nothing&gt;.") != std::string::npos);
  }

  void APageOfNothingSaysSo() {
    Evaluation evaluation;
    evaluation.pair_count = 1;
    evaluation.interrupted = true;
    evaluation.variants.push_back({kFullVariant, {}});
    const std::string html = HtmlReport(evaluation);
    QXmlStreamReader reader(AsXml(html));
    while (!reader.atEnd()) reader.readNext();
    QVERIFY(!reader.hasError());
    QVERIFY(html.find("interrupted") != std::string::npos);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ReportTest)
#include "report_test.moc"
