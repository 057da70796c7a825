#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "app/document/setting_access.h"
#include "app/jobs/photo_loading.h"
#include "app/messages.h"
#include "app/project/project_file.h"
#include "app/project/zip_archive.h"
#include "engine/core/error.h"
#include "engine/edits/hand_edits.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::MakePhoto;

/// Project files: what comes back of them, whole and damaged.
class ProjectTest : public QObject {
  Q_OBJECT

 private:
  std::string Path(const char* name) const { return folder_.filePath(name).toStdString(); }

  static std::shared_ptr<const std::string> Bytes(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
  }

  static DocumentState SomeState() {
    DocumentState state;
    const PhotoHandle twice = MakePhoto("anna ü.jpg", Qt::red);
    state.sources = {{7, twice, {2, {}}, true, {}}, {9, MakePhoto("b", Qt::blue), {}, false, {}}};
    state.sources[1].face.place = cv::Point2d(12.25, 30);
    state.sources[0].weight = 0.3;
    TileMap labels;
    labels.Writable({0, 0})[70] = LabelEdit(Label::kHair);
    state.sources[1].labels = std::make_shared<const TileMap>(labels);
    TileMap region;
    region.Writable({0, 0}).fill(kRegionReplaced);
    region.Writable({1, 0})[3] = kRegionTarget;
    state.target = {twice, {0, {}}, {}, std::make_shared<const TileMap>(region)};
    ColorTileMap fill;
    fill.Writable({0, 0})[9] = {{1, 300, 65535, 40000}};
    state.target.fill = std::make_shared<const ColorTileMap>(fill);
    TileMap matte;
    matte.Writable({1, 0})[5] = 60;
    state.sources[0].matte = std::make_shared<const TileMap>(matte);
    matte.Writable({0, 0})[6] = 200;
    state.target.matte = std::make_shared<const TileMap>(matte);
    SetSettingValue(state.settings, "aligner.yaw", 1.0 / 3);
    SetSettingValue(state.settings, "blender.patches", 0);
    return state;
  }

  static void WriteFile(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }

  static QByteArray FileBytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  /// A project whose manifest is this text, with ' for ", and that holds the given entries.
  static void WriteArchive(const std::string& path, std::string manifest,
                           const std::map<std::string, std::string>& entries) {
    std::ranges::replace(manifest, '\'', '"');
    ZipWriter writer;
    writer.Add("manifest.json", Bytes(std::move(manifest)), ZipWriter::Packing::kDeflated);
    for (const auto& [name, bytes] : entries) {
      writer.Add(name, Bytes(bytes), ZipWriter::Packing::kDeflated);
    }
    WriteFile(path, QByteArray::fromStdString(writer.Finish()));
  }

  /// Whether it opens or is refused; anything but a heser::Error fails the test.
  static bool Opens(const std::string& path) {
    try {
      ReadProject(path);
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  static std::string ManifestWithSource(const std::string& entry) {
    return "{'format':'heser-project','version':1,'sources':[{'photo':'" + entry +
           "','name':'a.jpg'}]}";
  }

  QTemporaryDir folder_;

 private slots:
  void EverythingComesBack() {
    const DocumentState before = SomeState();
    WriteProject(before, {}, Path("all.heser"));
    const OpenedProject opened = ReadProject(Path("all.heser"));
    const DocumentState& after = opened.state;
    QVERIFY(opened.remarks.empty());
    QCOMPARE(after.sources.size(), std::size_t(2));
    QCOMPARE(after.sources[0].photo->name, QString("anna ü.jpg"));
    QCOMPARE(*after.sources[0].photo->file, *before.sources[0].photo->file);
    QCOMPARE(after.sources[0].face.number.value(), 2);
    QVERIFY(after.sources[0].enabled && !after.sources[1].enabled);
    QVERIFY(after.sources[0].weight == 0.3 && after.sources[1].weight == 1);
    QVERIFY(after.sources[1].face.place == before.sources[1].face.place);
    QVERIFY(!after.sources[1].face.number.has_value());
    QCOMPARE(after.target.face.number.value(), 0);
    QVERIFY(SameSettings(after.settings, before.settings));
    QVERIFY(*after.sources[1].labels == *before.sources[1].labels);
    QVERIFY(*after.target.region == *before.target.region);
    QVERIFY(*after.target.fill == *before.target.fill);
    QVERIFY(*after.sources[0].matte == *before.sources[0].matte);
    QVERIFY(*after.target.matte == *before.target.matte);
    QVERIFY(!after.sources[1].matte);
    QVERIFY(!after.sources[0].labels && !after.target.labels);
    // A photo that is used twice is stored and held once.
    QCOMPARE(after.target.photo, after.sources[0].photo);
  }

  void SavingWhatWasOpenedGivesTheSameFile() {
    WriteProject(SomeState(), {}, Path("one.heser"));
    WriteProject(ReadProject(Path("one.heser")).state, {}, Path("two.heser"));
    QVERIFY(!FileBytes(Path("one.heser")).isEmpty());
    QCOMPARE(FileBytes(Path("two.heser")), FileBytes(Path("one.heser")));
  }

  void PastedPicturesKeepEveryPixel() {
    QImage picture(70, 80, QImage::Format_ARGB32);
    std::mt19937 random(3);
    for (int y = 0; y < picture.height(); ++y) {
      for (int x = 0; x < picture.width(); ++x) {
        picture.setPixel(x, y, static_cast<QRgb>(random()));
      }
    }
    picture.setDotsPerMeterX(5000);
    DocumentState state;
    state.target.photo = PhotoFromImage(picture, "Pasted");
    WriteProject(state, {}, Path("pasted.heser"));
    const PhotoHandle back = ReadProject(Path("pasted.heser")).state.target.photo;
    const cv::Mat& samples = back->photo->samples();
    QCOMPARE(samples.type(), CV_8UC4);
    for (int y = 0; y < picture.height(); ++y) {
      for (int x = 0; x < picture.width(); ++x) {
        const QRgb pixel = picture.pixel(x, y);
        QCOMPARE(samples.at<cv::Vec4b>(y, x),
                 cv::Vec4b(qRed(pixel), qGreen(pixel), qBlue(pixel), qAlpha(pixel)));
      }
    }
  }

  void AnEmptyProjectOpens() {
    WriteProject({}, {}, Path("empty.heser"));
    const DocumentState state = ReadProject(Path("empty.heser")).state;
    QVERIFY(state.sources.empty() && state.target.photo == nullptr);
  }

  void AFileThatCannotBeWrittenIsAnErrorAndLeavesNothing() {
    try {
      WriteProject({}, {}, Path("no/such/folder.heser"));
      QFAIL("was written");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kCannotWrite);
    }
  }

  void ANewerVersionIsRefusedAsSuch() {
    WriteArchive(Path("newer.heser"), "{'format':'heser-project','version':3}", {});
    try {
      ReadProject(Path("newer.heser"));
      QFAIL("was opened");
    } catch (const Error& error) {
      QVERIFY(IsOfNewerVersion(error));
      QVERIFY(MessageFor(error).contains("newer.heser"));
    }
  }

  void AProjectOfTheFirstVersionOpensWithoutMattes() {
    WriteProject(SomeState(), {}, Path("second.heser"));
    const ZipReader second(Path("second.heser"));
    std::map<std::string, std::string> entries;
    std::string manifest = second.Read("manifest.json", 1 << 20);
    const auto take_out = [&manifest](const std::string& text) {
      const std::size_t at = manifest.find(text);
      QVERIFY2(at != std::string::npos, text.c_str());
      manifest.erase(at, text.size());
    };
    take_out(",\n      \"matte\": \"edits/source-1-matte.tiles\"");
    take_out(",\n    \"matte\": \"edits/target-matte.tiles\"");
    manifest.replace(manifest.find("\"version\": 2"), 12, "\"version\": 1");
    for (const char* name : {"photos/1.png", "photos/2.png", "edits/source-2-labels.tiles",
                             "edits/target-region.tiles", "edits/target-fill.tiles"}) {
      QVERIFY2(second.Has(name), name);
      entries[name] = second.Read(name, 1 << 24);
    }
    WriteArchive(Path("first.heser"), manifest, entries);
    const OpenedProject opened = ReadProject(Path("first.heser"));
    QVERIFY(opened.remarks.empty());
    DocumentState without = ReadProject(Path("second.heser")).state;
    without.sources[0].matte = without.target.matte = nullptr;
    QVERIFY(*opened.state.target.region == *without.target.region);
    QVERIFY(*opened.state.sources[1].labels == *without.sources[1].labels);
    QVERIFY(SameSettings(opened.state.settings, without.settings));
    QVERIFY(!opened.state.sources[0].matte && !opened.state.target.matte);
  }

  void WhatIsNoProjectIsRefused() {
    WriteFile(Path("text.heser"), "this is no project, whatever its name says");
    QVERIFY(!Opens(Path("text.heser")));
    WriteArchive(Path("other.heser"), "{'format':'something else','version':1}", {});
    QVERIFY(!Opens(Path("other.heser")));
    WriteArchive(Path("broken.heser"), "{'format':", {});
    QVERIFY(!Opens(Path("broken.heser")));
    QVERIFY(!Opens(folder_.path().toStdString()));
    QVERIFY(!Opens(Path("missing.heser")));
  }

  void ADamagedPhotoIsLeftOutAndNamed() {
    WriteArchive(Path("lost.heser"), ManifestWithSource("photos/1.png"),
                 {{"photos/1.png", "no photo"}});
    const OpenedProject opened = ReadProject(Path("lost.heser"));
    QVERIFY(opened.state.sources.empty());
    QCOMPARE(opened.remarks.size(), std::size_t(1));
    QCOMPARE(opened.remarks[0].kind, ProjectRemark::Kind::kSourceLost);
    QCOMPARE(opened.remarks[0].subject, QString("a.jpg"));
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
    QVERIFY(!QFile::exists(folder_.path() + "/../written.png"));
    QVERIFY(!QFile::exists(folder_.filePath("written.png")));
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

  void TruncatedProjectsOpenOrAreRefused() {
    WriteProject(SomeState(), {}, Path("whole.heser"));
    const QByteArray whole = FileBytes(Path("whole.heser"));
    int refused = 0;
    for (qsizetype length = 0; length < whole.size(); length += whole.size() / 60 + 1) {
      WriteFile(Path("cut.heser"), whole.left(length));
      refused += Opens(Path("cut.heser")) ? 0 : 1;
    }
    QVERIFY(refused > 50);
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

QTEST_GUILESS_MAIN(heser::ProjectTest)
#include "project_test.moc"
