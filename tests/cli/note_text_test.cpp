#include "app/cli/note_text.h"

#include <QTest>

#include "app/messages.h"

namespace heser::cli {

class NoteTextTest : public QObject {
  Q_OBJECT

 private slots:
  void ANoteNamesWhatIsToBeTyped_data() {
    using Kind = SwapWarning::Kind;
    QTest::addColumn<SwapWarning>("warning");
    QTest::addColumn<QString>("of_options");
    QTest::addColumn<QString>("of_job");
    QTest::newRow("target's face") << SwapWarning{Kind::kSeveralFaces, -1, 3} << "wrong (--face 2)."
                                   << R"(wrong ("face": 2).)";
    QTest::newRow("source's face")
        << SwapWarning{Kind::kSeveralFaces, 1, 3} << "wrong (--source-face 2:2)."
        << R"(wrong ("source_faces": ["2:2"]).)";
    QTest::newRow("head beyond")
        << SwapWarning{Kind::kHeadBeyond, -1, 0.3}
        << "(--settings: aligner.size, aligner.shift_x, aligner.shift_y)."
        << R"(("settings": aligner.size, aligner.shift_x, aligner.shift_y).)";
    QTest::newRow("no hair") << SwapWarning{Kind::kHairUnseen, -1, 0}
                             << "(--settings: color_reference.hair_picked)."
                             << R"(("settings": color_reference.hair_picked).)";
    QTest::newRow("other skin") << SwapWarning{Kind::kSkinFar, -1, 3} << "neck (--blend 0.5)."
                                << R"(neck ("settings": color_reference.amount).)";
  }
  void ANoteNamesWhatIsToBeTyped() {
    QFETCH(SwapWarning, warning);
    QFETCH(QString, of_options);
    QFETCH(QString, of_job);
    const QStringList sources{"anna.jpg", "berta.jpg"};
    const QString by_options = NoteText(warning, sources, "beach.jpg", ToldBy::kOptions);
    QVERIFY2(by_options.endsWith(of_options), qPrintable(by_options));
    const QString by_job = NoteText(warning, sources, "beach.jpg", ToldBy::kJob);
    QVERIFY2(by_job.endsWith(of_job), qPrintable(by_job));
    // What is in brackets is all that is added.
    const QString plain = MessageFor(warning, sources, "beach.jpg");
    QCOMPARE(by_options.left(by_options.lastIndexOf(" (")) + '.', plain);
    QCOMPARE(NoteText(warning, sources, "beach.jpg", ToldBy::kProject), plain);
  }

  void TheLeadingSourceIsNamedWithTheOptionThatChoosesAnother() {
    const QStringList two{"anna.jpg", "berta.jpg"};
    const QString text = LeadText(two, 0, ToldBy::kOptions);
    QVERIFY2(text.startsWith("anna.jpg (source 1 of 2) leads, since its pose") &&
                 text.endsWith(" (--lead 2)."),
             qPrintable(text));
    QVERIFY(LeadText(two, 1, ToldBy::kOptions).endsWith(" (--lead 1)."));
    QVERIFY(LeadText(two, 0, ToldBy::kJob).endsWith(R"( ("lead": 2).)"));
    QCOMPARE(LeadText(two, 0, ToldBy::kProject), MessageForLead("anna.jpg", 1, 2));
    const QStringList three{"anna.jpg", "berta.jpg", "clara.jpg"};
    const QString of_three = LeadText(three, 2, ToldBy::kOptions);
    QVERIFY2(of_three.startsWith("clara.jpg (source 3 of 3)") && of_three.endsWith(" (--lead N)."),
             qPrintable(of_three));
  }

  void AllThatIsSaidOfAResultIsSaidWhoeverTellsIt() {
    const SwapWarning blurred{SwapWarning::Kind::kSourceBlurred, 1, 4};
    const PhotoNames names{{"anna.jpg", "berta.jpg"}, "beach.jpg"};
    for (const ToldBy told_by : {ToldBy::kOptions, ToldBy::kJob, ToldBy::kProject}) {
      const QStringList expected{NoteText(blurred, names.sources, names.target, told_by),
                                 LeadText(names.sources, 1, told_by)};
      QCOMPARE(NoteTexts({blurred}, 1, names, told_by), expected);
      QCOMPARE(NoteTexts({}, {}, names, told_by), QStringList());
    }
  }

  void OthersAreLeftAsTheyAre() {
    const SwapWarning blurred{SwapWarning::Kind::kSourceBlurred, 0, 4};
    QCOMPARE(NoteText(blurred, {"anna.jpg"}, "beach.jpg", ToldBy::kOptions),
             MessageFor(blurred, {"anna.jpg"}, "beach.jpg"));
  }

  void EverySettingThatIsNamedIsThere() {
    using Kind = SwapWarning::Kind;
    for (const Kind kind : {Kind::kHeadBeyond, Kind::kHairUnseen, Kind::kBodyHidden}) {
      const QString text = NoteText({kind, -1, 0}, {}, "beach.jpg", ToldBy::kOptions);
      const qsizetype begin = text.indexOf("--settings: ") + 12;
      for (const QString& key : text.mid(begin, text.size() - 2 - begin).split(", ")) {
        const std::string json = "{\"" + key.section('.', 0, 0).toStdString() + "\":{\"" +
                                 key.section('.', 1).toStdString() +
                                 (kind == Kind::kBodyHidden ? "\":true}}" : "\":1}}");
        SettingsFromJson(json, "test");  // Throws for a name that there is not.
      }
    }
  }
};

}  // namespace heser::cli

QTEST_GUILESS_MAIN(heser::cli::NoteTextTest)
#include "note_text_test.moc"
