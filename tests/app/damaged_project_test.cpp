#include <QBuffer>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "app/messages.h"
#include "app/project/project_file.h"
#include "engine/core/error.h"
#include "tests/app/project_folder.h"

namespace heser {

using test::MakePhoto;

/// Project files that were damaged, or made by anybody: what can be read of them is, and what
/// cannot is named.
class DamagedProjectTest : public QObject, test::ProjectFolder {
  Q_OBJECT

 private:
  static std::vector<QString> SubjectsOf(const OpenedProject& opened, ProjectRemark::Kind kind) {
    std::vector<QString> subjects;
    for (const ProjectRemark& remark : opened.remarks) {
      if (remark.kind == kind) subjects.push_back(remark.subject);
    }
    return subjects;
  }

  static std::string ManifestWithSource(const std::string& entry) {
    return "{'format':'heser-project','version':1,'sources':[{'photo':'" + entry +
           "','name':'a.jpg'}]}";
  }

 private slots:
  void ADamagedPhotoIsLeftOutAndNamed() {
    WriteArchive(Path("lost.heser"), ManifestWithSource("photos/1.png"),
                 {{"photos/1.png", "no photo"}});
    const OpenedProject opened = ReadProject(Path("lost.heser"));
    QVERIFY(opened.state.sources.empty());
    QCOMPARE(opened.remarks.size(), std::size_t(1));
    QCOMPARE(opened.remarks[0].kind, ProjectRemark::Kind::kSourceLost);
    QCOMPARE(opened.remarks[0].subject, QString("a.jpg"));
  }

  void APhotoThatIsTooSmallIsNotCalledDamaged() {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(QImage(1, 1, QImage::Format_RGB32).save(&buffer, "png"));
    WriteArchive(Path("small.heser"), ManifestWithSource("photos/1.png"),
                 {{"photos/1.png", bytes.toStdString()}});
    const OpenedProject opened = ReadProject(Path("small.heser"));
    QCOMPARE(opened.remarks.size(), std::size_t(1));
    QCOMPARE(opened.remarks[0].kind, ProjectRemark::Kind::kSourceLost);
    QCOMPARE(opened.remarks[0].reason, ErrorKind::kTooSmall);
  }

  void DamagedEditsAreLeftOutAndNamed() {
    const std::string photo = *SomeState().target.photo->file;
    WriteArchive(Path("edits.heser"),
                 "{'format':'heser-project','version':1,'target':{'photo':'p.png','name':'t.png','"
                 "labels':'e1','region':'e2','fill':'e1'}}",
                 {{"p.png", photo}, {"e1", "HST1 and then nothing that fits"}});
    const OpenedProject opened = ReadProject(Path("edits.heser"));
    QVERIFY(opened.state.target.photo != nullptr);
    QVERIFY(!opened.state.target.labels && !opened.state.target.region);
    QVERIFY(!opened.state.target.fill);
    QCOMPARE(opened.remarks.size(), std::size_t(3));
    QCOMPARE(opened.remarks[0].kind, ProjectRemark::Kind::kEditsLost);
  }

  void EditsThatNameNoEntryOrHoldNothingAreNamedToo() {
    const std::string photo = *SomeState().target.photo->file;
    WriteArchive(Path("none.heser"),
                 "{'format':'heser-project','version':2,'target':{'photo':'p.png','name':'t.png','"
                 "matte':3,'labels':'e1'}}",
                 {{"p.png", photo}, {"e1", "HST1"}});
    const OpenedProject opened = ReadProject(Path("none.heser"));
    QVERIFY(opened.state.target.photo != nullptr);
    QCOMPARE(opened.remarks.size(), std::size_t(2));
    QCOMPARE(opened.remarks[1].kind, ProjectRemark::Kind::kEditsLost);
  }

  void EditsThatWereExchangedAreNamedAndNothingElseIsLost() {
    DocumentState state = SomeState();
    state.sources[0].labels = state.sources[1].labels;
    TileMap others;
    others.Writable({0, 0})[3] = LabelEdit(Label::kSkin);
    state.target.labels = std::make_shared<const TileMap>(others);
    WriteProject(state, {}, Path("whole.heser"));
    std::map<std::string, std::string> entries = EntriesOf(
        Path("whole.heser"),
        {"manifest.json", "photos/1.png", "photos/2.png", "edits/source-1-labels.tiles",
         "edits/source-1-matte.tiles", "edits/source-2-labels.tiles", "edits/target-labels.tiles",
         "edits/target-matte.tiles", "edits/target-region.tiles", "edits/target-fill.tiles"});
    const std::string manifest = entries.at("manifest.json");
    entries.erase("manifest.json");
    std::swap(entries.at("edits/source-2-labels.tiles"), entries.at("edits/target-labels.tiles"));
    WriteArchive(Path("exchanged.heser"), manifest, entries);
    const OpenedProject opened = ReadProject(Path("exchanged.heser"));
    QCOMPARE(opened.remarks.size(), std::size_t(2));
    QCOMPARE(SubjectsOf(opened, ProjectRemark::Kind::kEditsLost),
             std::vector<QString>({"b", "anna ü.jpg"}));
    QVERIFY(!opened.state.sources[1].labels && !opened.state.target.labels);
    QVERIFY(*opened.state.sources[0].labels == *state.sources[0].labels);
    QVERIFY(*opened.state.target.region == *state.target.region);
    QVERIFY(*opened.state.target.fill == *state.target.fill);
    QVERIFY(*opened.state.target.matte == *state.target.matte);

    // A photo that can be read is kept, whatever it is.
    std::swap(entries.at("edits/source-2-labels.tiles"), entries.at("edits/target-labels.tiles"));
    std::swap(entries.at("photos/1.png"), entries.at("photos/2.png"));
    WriteArchive(Path("exchanged.heser"), manifest, entries);
    const OpenedProject turned = ReadProject(Path("exchanged.heser"));
    QCOMPARE(turned.remarks.size(), std::size_t(2));
    QCOMPARE(SubjectsOf(turned, ProjectRemark::Kind::kPhotoExchanged),
             std::vector<QString>({"anna ü.jpg", "b"}));
    QCOMPARE(*turned.state.sources[0].photo->file, *state.sources[1].photo->file);
    QVERIFY(turned.state.target.photo != nullptr && turned.state.target.labels != nullptr);
  }

  void WithoutChecksumsEditsThatAreNoClassesAreStillNamed() {
    TileMap mattes;
    mattes.Writable({0, 0})[6] = 200;
    WriteArchive(Path("old.heser"),
                 "{'format':'heser-project','version':2,'target':{'photo':'p.png','name':'t.png','"
                 "labels':'e1','matte':'e1'}}",
                 {{"p.png", *SomeState().target.photo->file}, {"e1", BytesOfTiles(mattes)}});
    const OpenedProject opened = ReadProject(Path("old.heser"));
    QCOMPARE(opened.remarks.size(), std::size_t(1));
    QCOMPARE(opened.remarks[0].kind, ProjectRemark::Kind::kEditsLost);
    QVERIFY(!opened.state.target.labels && opened.state.target.matte);
  }

  void FieldsOfTheWrongTypeAreNamedAndNothingElseIsLost_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    QTest::newRow("version 0") << "\"version\": 2"
                               << "\"version\": 0"
                               << "version";
    QTest::newRow("version -1") << "\"version\": 2"
                                << "\"version\": -1"
                                << "version";
    QTest::newRow("version 1.5") << "\"version\": 2"
                                 << "\"version\": 1.5"
                                 << "version";
    QTest::newRow("version text") << "\"version\": 2"
                                  << "\"version\": \"2\""
                                  << "version";
    QTest::newRow("no version") << "\"version\": 2,"
                                << ""
                                << "version";
    QTest::newRow("name") << "\"name\": \"b\""
                          << "\"name\": 7"
                          << "2.png";
    QTest::newRow("path") << "\"path\": \"\""
                          << "\"path\": [1]"
                          << "path";
    QTest::newRow("face") << "\"number\": 2"
                          << "\"number\": \"2\""
                          << "face";
    QTest::newRow("face below 0") << "\"number\": 2"
                                  << "\"number\": -3"
                                  << "face";
    QTest::newRow("enabled") << "\"enabled\": false"
                             << "\"enabled\": \"no\""
                             << "enabled";
    QTest::newRow("weight") << "\"weight\": 0.3"
                            << "\"weight\": \"0.3\""
                            << "weight";
    QTest::newRow("weight above 1") << "\"weight\": 0.3"
                                    << "\"weight\": 3"
                                    << "weight";
    QTest::newRow("pinned") << "\"pinned\": true"
                            << "\"pinned\": 1"
                            << "pinned";
    QTest::newRow("setting") << "\"patches\": false"
                             << "\"patches\": null"
                             << "blender.patches";
    QTest::newRow("settings") << "\"settings\": {"
                              << "\"settings\": 3, \"x\": {"
                              << "settings";
    QTest::newRow("stage") << "\"aligner\": {"
                           << "\"aligner\": [], \"x\": {"
                           << "aligner";
    QTest::newRow("checksums") << "\"checksums\": {"
                               << "\"checksums\": 1, \"x\": {"
                               << "checksums";
    QTest::newRow("painted on") << "\"painted_on\": {"
                                << "\"painted_on\": [], \"x\": {"
                                << "painted_on";
  }
  void FieldsOfTheWrongTypeAreNamedAndNothingElseIsLost() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, named);
    const DocumentState state = SomeState();
    WriteProject(state, {}, Path("whole.heser"));
    std::map<std::string, std::string> entries =
        EntriesOf(Path("whole.heser"),
                  {"manifest.json", "photos/1.png", "photos/2.png", "edits/source-2-labels.tiles",
                   "edits/source-1-matte.tiles", "edits/target-matte.tiles",
                   "edits/target-region.tiles", "edits/target-fill.tiles"});
    QString manifest = QString::fromStdString(entries.at("manifest.json"));
    entries.erase("manifest.json");
    const qsizetype place = manifest.indexOf(from);
    QVERIFY2(place >= 0, qPrintable(manifest));
    manifest.replace(place, from.size(), to);
    WriteArchive(Path("typed.heser"), manifest.toStdString(), entries);
    const OpenedProject opened = ReadProject(Path("typed.heser"));
    const QString sentence = MessageFor(opened.remarks, "typed.heser");
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QCOMPARE(opened.state.sources.size(), std::size_t(2));
    QVERIFY(*opened.state.sources[1].labels == *state.sources[1].labels);
    QVERIFY(*opened.state.target.region == *state.target.region);
    QVERIFY(*opened.state.target.fill == *state.target.fill);
    const bool keeps_settings = named != "settings" && !named.startsWith("aligner");
    QCOMPARE(SettingValue(opened.state.settings, "aligner.yaw"), keeps_settings ? 1.0 / 3 : 0);
  }

  void APhotoThatIsNoneIsNamedAndTheOthersAreKept() {
    WriteArchive(Path("one.heser"),
                 "{'format':'heser-project','version':2,'sources':[7,{'photo':'p.png','name':"
                 "'a.png'}],'target':'t'}",
                 {{"p.png", *SomeState().target.photo->file}});
    const OpenedProject opened = ReadProject(Path("one.heser"));
    QCOMPARE(opened.state.sources.size(), std::size_t(1));
    QCOMPARE(SubjectsOf(opened, ProjectRemark::Kind::kSourceLost), std::vector<QString>({"1"}));
    QCOMPARE(SubjectsOf(opened, ProjectRemark::Kind::kTargetLost), std::vector<QString>({""}));
    WriteArchive(Path("none.heser"), "{'format':'heser-project','version':2,'sources':{}}", {});
    QCOMPARE(SubjectsOf(ReadProject(Path("none.heser")), ProjectRemark::Kind::kSourceLost),
             std::vector<QString>({""}));
  }

  void NamesThatLeadOutOfTheArchiveFindNothing() {
    const std::string outside = Path("outside.png");
    QVERIFY(QImage(80, 80, QImage::Format_RGB32).save(QString::fromStdString(outside)));
    for (const std::string& name :
         {outside, std::string("../outside.png"), std::string("/etc/passwd")}) {
      WriteArchive(Path("path.heser"), ManifestWithSource(name), {});
      QVERIFY(ReadProject(Path("path.heser")).state.sources.empty());
    }
    // An entry of that name is a photo like any other; nothing is written where its name points.
    WriteArchive(Path("path.heser"), ManifestWithSource("../written.png"),
                 {{"../written.png", FileBytes(outside).toStdString()}});
    QCOMPARE(ReadProject(Path("path.heser")).state.sources.size(), std::size_t(1));
    QVERIFY(!QFile::exists(QString::fromStdString(Path("../written.png"))));
    QVERIFY(!QFile::exists(QString::fromStdString(Path("written.png"))));
  }

  void ABombIsNotUnpacked() {
    WriteArchive(Path("bomb.heser"), ManifestWithSource("photos/1.png"),
                 {{"photos/1.png", std::string(std::size_t{64} << 20, '\0')}});
    QVERIFY(FileBytes(Path("bomb.heser")).size() < (1 << 20));
    const ZipReader reader(Path("bomb.heser"));
    QVERIFY_EXCEPTION_THROWN(reader.Read("photos/1.png", std::size_t{1} << 30, 100), Error);
    QVERIFY(ReadProject(Path("bomb.heser")).state.sources.empty());
    WriteArchive(Path("bomb.heser"), std::string(std::size_t{64} << 20, ' '), {});
    QVERIFY(!Opens(Path("bomb.heser")));
  }

  void SettingsThatAreNotKnownOrOutOfRangeKeepTheirDefaults() {
    WriteArchive(Path("settings.heser"),
                 "{'format':'heser-project','version':1,'settings':{'aligner':{'yaw':1000,'pose':0."
                 "5,'wings':2},'magic':{'wand':true}}}",
                 {});
    const OpenedProject opened = ReadProject(Path("settings.heser"));
    QCOMPARE(opened.remarks.size(), std::size_t(3));
    QCOMPARE(SettingValue(opened.state.settings, "aligner.yaw"), 0.0);
    QCOMPARE(SettingValue(opened.state.settings, "aligner.pose"), 0.5);
  }

  void ProjectsOfTheWrongShapeAreNoDanger() {
    for (const char* manifest :
         {"[]", "{'format':'heser-project','version':'1'}",
          "{'format':'heser-project','version':1,'sources':[1]}",
          "{'format':'heser-project','version':1,'sources':{'photo':1},'target':7}",
          "{'format':'heser-project','version':1,'sources':[{'photo':null,'face':[]}]}",
          "{'format':'heser-project','version':1,'target':{'face':{'number':-1e300}}}",
          "{'format':'heser-project','version':1,'settings':{'aligner':[],'blender':{'x':[]}}}"}) {
      WriteArchive(Path("shape.heser"), manifest, {});
      Opens(Path("shape.heser"));
    }
  }

  void EditsOfAnotherPhotoAreNamed_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("another photo's") << "\"labels\": \"edits/source-2-labels.tiles\""
                                     << "\"labels\": \"edits/target-labels.tiles\"";
    QTest::newRow("another layer's") << "\"labels\": \"edits/source-2-labels.tiles\""
                                     << "\"matte\": \"edits/source-2-labels.tiles\"";
    QTest::newRow("under another photo") << "\"photo\": \"photos/2.png\",\n      \"name\": \"b\""
                                         << "\"photo\": \"photos/1.png\", \"name\": \"b\"";
  }
  void EditsOfAnotherPhotoAreNamed() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    DocumentState state = SomeState();
    TileMap others;
    others.Writable({0, 0})[3] = LabelEdit(Label::kSkin);
    state.target.labels = std::make_shared<const TileMap>(others);
    WriteProject(state, {}, Path("whole.heser"));
    std::map<std::string, std::string> entries =
        EntriesOf(Path("whole.heser"), {"manifest.json", "photos/1.png", "photos/2.png",
                                        "edits/source-2-labels.tiles", "edits/source-1-matte.tiles",
                                        "edits/target-labels.tiles", "edits/target-matte.tiles",
                                        "edits/target-region.tiles", "edits/target-fill.tiles"});
    QString manifest = QString::fromStdString(entries.at("manifest.json"));
    entries.erase("manifest.json");
    QVERIFY2(manifest.contains(from), qPrintable(manifest));
    manifest.replace(manifest.indexOf(from), from.size(), to);
    WriteArchive(Path("pointed.heser"), manifest.toStdString(), entries);
    const OpenedProject opened = ReadProject(Path("pointed.heser"));
    QCOMPARE(opened.remarks.size(), std::size_t(1));
    QCOMPARE(SubjectsOf(opened, ProjectRemark::Kind::kEditsForeign), std::vector<QString>({"b"}));
    QVERIFY(!opened.state.sources[1].labels && !opened.state.sources[1].matte);
    QVERIFY(*opened.state.target.labels == others);
    QVERIFY(*opened.state.sources[0].matte == *state.sources[0].matte);
  }

  /// Whether nothing was opened that is not as it was saved.
  static bool HoldsNothingElse(const DocumentState& opened, const DocumentState& saved) {
    const auto same = [](const auto& a, const auto& b) { return !a || (b && *a == *b); };
    for (const SourceItem& source : opened.sources) {
      const bool is_saved = std::ranges::any_of(saved.sources, [&](const SourceItem& other) {
        return source.photo->name == other.photo->name &&
               *source.photo->file == *other.photo->file && same(source.labels, other.labels) &&
               same(source.matte, other.matte);
      });
      if (!is_saved) return false;
    }
    const TargetItem& target = opened.target;
    return !target.photo ||
           (*target.photo->file == *saved.target.photo->file &&
            same(target.labels, saved.target.labels) && same(target.matte, saved.target.matte) &&
            same(target.region, saved.target.region) && same(target.fill, saved.target.fill));
  }

  void TruncatedProjectsOpenAsFarAsTheyGo() {
    const DocumentState state = SomeState();
    WriteProject(state, {.thumbnail = QImage(20, 20, QImage::Format_RGB32)}, Path("whole.heser"));
    const QByteArray whole = FileBytes(Path("whole.heser"));
    const qsizetype photos_begin = whole.indexOf("photos/1.png") - 30;
    const qsizetype thumbnail_begin = whole.indexOf("thumbnail.png") - 30;
    QVERIFY(photos_begin > 0 && thumbnail_begin > photos_begin);
    std::size_t most_sources = 0;
    for (qsizetype length = 0; length < whole.size(); length += whole.size() / 200 + 1) {
      WriteFile(Path("cut.heser"), whole.left(length));
      if (length < photos_begin) {
        QVERIFY(!Opens(Path("cut.heser")));
        continue;
      }
      const OpenedProject opened = ReadProject(Path("cut.heser"));
      QCOMPARE(opened.remarks.front().kind, ProjectRemark::Kind::kCutShort);
      QVERIFY(MessageFor(opened.remarks, "cut.heser").contains("the end of the file is missing"));
      QVERIFY(HoldsNothingElse(opened.state, state));
      // What follows from the manifest is there, however little of the rest is.
      QCOMPARE(SettingValue(opened.state.settings, "aligner.yaw"), 1.0 / 3);
      // More of the file never gives less of the project.
      QVERIFY(opened.state.sources.size() >= most_sources);
      most_sources = opened.state.sources.size();
      if (length >= thumbnail_begin) {
        QCOMPARE(opened.remarks.size(), std::size_t(1));
        QVERIFY(*opened.state.target.fill == *state.target.fill);
        QVERIFY(*opened.state.sources[1].labels == *state.sources[1].labels);
      }
    }
    QCOMPARE(most_sources, std::size_t(2));
  }

  void TruncatedProjectsWithFlippedBitsHoldNothingElse() {
    const DocumentState state = SomeState();
    WriteProject(state, {}, Path("whole.heser"));
    const QByteArray whole = FileBytes(Path("whole.heser"));
    const qsizetype photos_begin = whole.indexOf("photos/1.png") - 30;
    std::mt19937 random(7);
    int opened = 0;
    for (int round = 0; round < 300; ++round) {
      const auto length =
          photos_begin +
          static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size() - photos_begin));
      QByteArray damaged = whole.left(length);
      for (int flip = 0; flip <= round % 4; ++flip) {
        const auto place = static_cast<qsizetype>(random() % static_cast<unsigned>(length));
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));
      }
      WriteFile(Path("flipped.heser"), damaged);
      try {
        const OpenedProject project = ReadProject(Path("flipped.heser"));
        const bool has_exchanged = std::ranges::any_of(project.remarks, [](const auto& remark) {
          return remark.kind == ProjectRemark::Kind::kPhotoExchanged;
        });
        QVERIFY(has_exchanged || HoldsNothingElse(project.state, state));
        ++opened;
      } catch (const Error&) {
        // Refused is sound, too.
      }
    }
    QVERIFY2(opened > 30, qPrintable(QString::number(opened)));
  }

  void ProjectsWithFlippedBitsOpenOrAreRefused() {
    WriteProject(SomeState(), {}, Path("whole.heser"));
    const QByteArray whole = FileBytes(Path("whole.heser"));
    std::mt19937 random(5);
    int opened = 0;
    for (int round = 0; round < 300; ++round) {
      QByteArray damaged = whole;
      for (int flip = 0; flip <= round % 4; ++flip) {
        const auto place = static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size()));
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));
      }
      WriteFile(Path("flipped.heser"), damaged);
      opened += Opens(Path("flipped.heser")) ? 1 : 0;
    }
    QVERIFY(opened > 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::DamagedProjectTest)
#include "damaged_project_test.moc"
