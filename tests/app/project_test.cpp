#include <QTest>
#include <map>
#include <random>

#include "app/jobs/photo_loading.h"
#include "app/messages.h"
#include "app/project/project_file.h"
#include "engine/core/error.h"
#include "tests/app/project_folder.h"
#include "tests/photo/heif_files.h"

namespace heser {

using test::MakePhoto;

/// Project files: what comes back of them.
class ProjectTest : public QObject, test::ProjectFolder {
  Q_OBJECT

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
    QVERIFY(after.sources[0].pinned && !after.sources[1].pinned);
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

  void PhotosOfTelephonesAreKeptAsTheyAre() {
    for (const auto& [name, format] :
         {std::pair{"anna.heic", PhotoFormat::kHeic}, {"ben.avif", PhotoFormat::kAvif}}) {
      if (!fixtures::CanEncode(format)) QSKIP("no encoder of this format here");
      const std::string path = Path(name);
      fixtures::SaveHeif({cv::Mat(96, 128, CV_8UC3, cv::Scalar(120, 80, 60))}, path);
      DocumentState state;
      state.target.photo = LoadPhotoFile(QString::fromStdString(path));
      WriteProject(state, {}, Path("phone.heser"));
      QVERIFY(ZipReader(Path("phone.heser"))
                  .Has("photos/1" + std::filesystem::path(name).extension().string()));
      const OpenedProject opened = ReadProject(Path("phone.heser"));
      QVERIFY(opened.remarks.empty());
      const LoadedPhoto& photo = *opened.state.target.photo;
      QCOMPARE(*photo.file, *state.target.photo->file);
      QCOMPARE(photo.name, QString(name));
      QCOMPARE(photo.photo->origin().format, format);
      QCOMPARE(photo.picture.size(), QSize(128, 96));
      QVERIFY(!photo.thumbnail.isNull());
    }
  }

  void TheResultComesBackReducedIfItIsOfTheTarget() {
    DocumentState state;
    state.target.photo = MakePhoto("wide", Qt::gray, {3000, 1000});
    QImage result(1500, 500, QImage::Format_RGB32);
    result.fill(Qt::red);
    WriteProject(state, {.result = result}, Path("result.heser"));
    const Picture back = ReadProject(Path("result.heser")).result;
    QCOMPARE(back.size(), QSize(kSavedResultSide, 682));
    QVERIFY(back.Full().pixelColor(700, 300).red() > 240);
    WriteProject(state, {}, Path("none.heser"));
    QVERIFY(ReadProject(Path("none.heser")).result.IsEmpty());

    // A small one is kept as large as it is; without a target there is nothing to show it for.
    state.target.photo = MakePhoto("small", Qt::gray, {96, 64});
    WriteProject(state, {.result = result}, Path("small.heser"));
    QCOMPARE(ReadProject(Path("small.heser")).result.size(), QSize(96, 64));
    WriteProject({}, {.result = result}, Path("without.heser"));
    QVERIFY(ReadProject(Path("without.heser")).result.IsEmpty());
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
      QCOMPARE(error.kind(), ErrorKind::kNoFolder);
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
    QVERIFY(!Opens(Path(".")));
    QVERIFY(!Opens(Path("missing.heser")));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ProjectTest)
#include "project_test.moc"
