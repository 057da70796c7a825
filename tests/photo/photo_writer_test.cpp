#include "engine/photo/photo_writer.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include <opencv2/imgproc.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

#include "engine/photo/photo_reader.h"
#include "engine/photo/picture_files.h"
#include "tests/photo/fixtures.h"

namespace heser {
using namespace fixtures;

class PhotoWriterTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path PathOf(const std::string& name) {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  int FilesIn(const std::filesystem::path& folder) {
    const auto entries = std::filesystem::directory_iterator(folder);
    return static_cast<int>(std::distance(begin(entries), end(entries)));
  }

 private slots:
  void PixelsOutsideTheEditAreTheTargets_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    for (int type : {CV_8UC1, CV_8UC2, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC2, CV_16UC3, CV_16UC4}) {
      for (const char* extension : {"png", "tif"}) {
        const std::string name = cv::typeToString(type) + "." + extension;
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << type;
      }
    }
    QTest::newRow("webp") << "colour.webp" << CV_8UC3;
  }
  void PixelsOutsideTheEditAreTheTargets() {
    QFETCH(QString, name);
    QFETCH(int, type);
    const auto target_path = PathOf("target_" + name.toStdString());
    Extras extras;
    if (CV_MAT_CN(type) > 2) extras.icc = Profile("p3");
    Save(Scene(type), target_path, extras);
    const Photo target = ReadPhoto(target_path);
    const cv::Rect box(40, 30, 50, 50);
    AlphaMap where(box.size(), 0.0f);
    cv::circle(where, {25, 25}, 20, 1.0, cv::FILLED);
    const Photo result =
        target.WithPixels(box, ColorImage(box.size(), cv::Vec3f(0.9f, 0.6f, 0.5f)), where);
    WritePhoto(result, PathOf(name.toStdString()));
    const Photo written = ReadPhoto(PathOf(name.toStdString()));
    QCOMPARE(written.samples().type(), type);
    QCOMPARE(LargestDifference(written.samples(), result.samples()), 0.0);
    cv::Mat outside = written.samples().clone();
    cv::Mat1b inside(target.size(), uchar{0});
    inside(box).setTo(255, where > 0);
    target.samples().copyTo(outside, inside);
    QCOMPARE(LargestDifference(outside, target.samples()), 0.0);
    QVERIFY(written.metadata().icc == target.metadata().icc);
  }

  void JpegAndWebpHoldEightBits() {
    const Photo photo(MutedScene(CV_16UC3));
    cv::Mat expected;
    photo.samples().convertTo(expected, CV_8U, 1 / 257.0);
    WritePhoto(photo, PathOf("eight.webp"));
    QCOMPARE(LargestDifference(ReadPhoto(PathOf("eight.webp")).samples(), expected), 0.0);
    WritePhoto(photo, PathOf("eight.jpg"));
    QVERIFY(LargestDifference(ReadPhoto(PathOf("eight.jpg")).samples(), expected) < 12);
  }

  void TheDepthCanBeChosenWhereTheFormatHoldsIt() {
    const cv::Mat eight = MutedScene(CV_8UC3);
    cv::Mat sixteen;
    eight.convertTo(sixteen, CV_16U, 257);
    for (const char* name : {"depth.png", "depth.tif"}) {
      WritePhoto(Photo(eight), PathOf(name), {.depth = StoredDepth::kSixteen});
      const cv::Mat deep = ReadPhoto(PathOf(name)).samples();
      QCOMPARE(deep.type(), CV_16UC3);
      QCOMPARE(LargestDifference(deep, sixteen), 0.0);
      WritePhoto(Photo(sixteen), PathOf(name), {.depth = StoredDepth::kEight});
      const cv::Mat shallow = ReadPhoto(PathOf(name)).samples();
      QCOMPARE(shallow.type(), CV_8UC3);
      QCOMPARE(LargestDifference(shallow, eight), 0.0);
    }
    WritePhoto(Photo(eight), PathOf("depth.jpg"), {.depth = StoredDepth::kSixteen});
    QCOMPARE(ReadPhoto(PathOf("depth.jpg")).samples().type(), CV_8UC3);
  }

  void WebpKeepsAlphaAndEveryVisibleColor() {
    const Photo photo(Scene(CV_8UC4), {.icc = Profile("p3")});
    WritePhoto(photo, PathOf("alpha.webp"));
    const Photo written = ReadPhoto(PathOf("alpha.webp"));
    QCOMPARE(written.samples().type(), CV_8UC4);
    cv::Mat1b alpha;
    cv::extractChannel(photo.samples(), alpha, 3);
    cv::Mat expected = photo.samples().clone(), actual = written.samples().clone();
    expected.setTo(0, alpha == 0);
    actual.setTo(0, alpha == 0);
    QCOMPARE(LargestDifference(actual, expected), 0.0);
    QVERIFY(written.metadata().icc == photo.metadata().icc);
    WritePhoto(photo, PathOf("lossy.webp"), {.webp_lossless = false});
    QVERIFY(LargestDifference(ReadPhoto(PathOf("lossy.webp")).Alpha({0, 0, 160, 120}),
                              photo.Alpha({0, 0, 160, 120})) < 0.05);
    QVERIFY(ReadPhoto(PathOf("lossy.webp")).metadata().icc == photo.metadata().icc);
  }

  void JpegQualityIsFollowed() {
    const Photo photo(Scene(CV_8UC3, {400, 300}));
    WritePhoto(photo, PathOf("fine.jpg"));
    WritePhoto(photo, PathOf("coarse.jpg"), {.jpeg_quality = 20});
    QVERIFY(std::filesystem::file_size(PathOf("coarse.jpg")) * 2 <
            std::filesystem::file_size(PathOf("fine.jpg")));
  }

  void TransparentPartsStandBeforeWhiteInJpeg() {
    for (int depth : {CV_8U, CV_16U}) {
      const double full = depth == CV_8U ? 255 : 65535;
      cv::Mat samples(64, 64, CV_MAKETYPE(depth, 4), cv::Scalar(0, 0, 0, 0));
      samples.colRange(0, 32).setTo(cv::Scalar(full / 2, 0, 0, full));
      WritePhoto(Photo(samples), PathOf("flat.jpg"));
      const cv::Mat flat = ReadPhoto(PathOf("flat.jpg")).samples();
      QCOMPARE(flat.type(), CV_8UC3);
      QVERIFY(flat.at<cv::Vec3b>(10, 50)[1] > 250);
      QVERIFY(std::abs(flat.at<cv::Vec3b>(10, 10)[0] - 127) < 6);
    }
  }

  void UnknownNamesAreRefused() {
    const Photo photo(Scene(CV_8UC3));
    for (const char* name : {"photo", "photo.gif", "photo.heic", ".jpg"}) {
      QVERIFY(KindOfErrorFrom([&] { WritePhoto(photo, PathOf(name)); }) == ErrorKind::kWrongUse);
    }
    QVERIFY(KindOfErrorFrom([&] { WritePhoto(photo, PathOf("a.jpg"), {.jpeg_quality = 101}); }) ==
            ErrorKind::kWrongUse);
    QVERIFY(KindOfErrorFrom([&] { WritePhoto(Photo(), PathOf("a.jpg")); }) == ErrorKind::kWrongUse);
  }

  void PlacesThatCannotBeWrittenAreNamedWithTheReason() {
    const Photo photo(Scene(CV_8UC3));
    try {
      WritePhoto(photo, PathOf("missing/photo.png"));
      QFAIL("it was written");
    } catch (const Error& error) {
      QVERIFY(error.kind() == ErrorKind::kNoFolder);
      QCOMPARE(error.detail(), PathOf("missing").string());
      QCOMPARE(error.subject(), PathOf("missing/photo.png").string());
    }
    std::filesystem::create_directory(PathOf("folder.png"));
    QVERIFY(KindOfErrorFrom([&] { WritePhoto(photo, PathOf("folder.png")); }) ==
            ErrorKind::kCannotWrite);
    QCOMPARE(mkfifo(PathOf("pipe.png").c_str(), 0600), 0);
    QVERIFY(KindOfErrorFrom([&] { WritePhoto(photo, PathOf("pipe.png")); }) ==
            ErrorKind::kCannotWrite);
  }

  void AFullDiskLeavesTheOldFileAlone_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"full.jpg", "full.png", "full.tif", "full.webp"}) {
      QTest::newRow(name) << name;
    }
  }
  void AFullDiskLeavesTheOldFileAlone() {
    QFETCH(QString, name);
    const auto folder = PathOf(name.toStdString() + "_folder");
    std::filesystem::create_directory(folder);
    const auto path = folder / name.toStdString();
    WriteBytesTo(path, "what was there");
    cv::Mat noise(400, 400, CV_8UC3);
    cv::randu(noise, 0, 256);
    const Photo photo(noise);
    // The nearest to a full disk that needs no rights: no file may exceed 20 kB.
    signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 20000;
    setrlimit(RLIMIT_FSIZE, &small);
    std::string reason;
    try {
      WritePhoto(photo, path);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kCannotWrite) reason = error.detail();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(reason, std::string("File too large"));
    QCOMPARE(ReadBytesOf(path), std::string("what was there"));
    QCOMPARE(FilesIn(folder), 1);
  }

  void WritingReplacesWholeFilesAndKeepsTheirPermissions() {
    const auto folder = PathOf("replaced");
    std::filesystem::create_directory(folder);
    WriteBytesTo(folder / "photo.png", "old");
    chmod((folder / "photo.png").c_str(), 0640);
    WritePhoto(Photo(Scene(CV_8UC3)), folder / "photo.png");
    QCOMPARE(ReadPhoto(folder / "photo.png").size().width, 160);
    QCOMPARE(FilesIn(folder), 1);
    struct stat status {};
    stat((folder / "photo.png").c_str(), &status);
    QCOMPARE(status.st_mode & 0777, 0640u);
  }

  void LinksAreFollowed() {
    WriteBytesTo(PathOf("real.png"), "old");
    std::filesystem::create_symlink(PathOf("real.png"), PathOf("link.png"));
    WritePhoto(Photo(Scene(CV_8UC3)), PathOf("link.png"));
    QVERIFY(std::filesystem::is_symlink(PathOf("link.png")));
    QCOMPARE(ReadPhoto(PathOf("real.png")).size().width, 160);
  }

  void LinksAreFollowedToWhatIsNotThereYet() {
    std::filesystem::create_directories(PathOf("far"));
    std::filesystem::create_symlink("far/new.png", PathOf("dangling.png"));
    std::filesystem::create_symlink(PathOf("dangling.png"), PathOf("further.png"));
    WritePhoto(Photo(Scene(CV_8UC3)), PathOf("further.png"));
    QVERIFY(std::filesystem::is_symlink(PathOf("dangling.png")));
    QVERIFY(std::filesystem::is_symlink(PathOf("further.png")));
    QCOMPARE(ReadPhoto(PathOf("far/new.png")).size().width, 160);
  }

  void LinksThatLeadNowhereAreRefusedAndStay() {
    std::filesystem::create_symlink("no folder/new.png", PathOf("lost.png"));
    std::filesystem::create_symlink("round.png", PathOf("round.png"));
    for (const char* name : {"lost.png", "round.png"}) {
      try {
        WritePhoto(Photo(Scene(CV_8UC3)), PathOf(name));
        QFAIL("was written");
      } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::kCannotWrite);
        QCOMPARE(error.subject(), PathOf(name).string());
      }
      QVERIFY(std::filesystem::is_symlink(PathOf(name)));
    }
  }

  void CancelledWritingLeavesNothing() {
    const auto folder = PathOf("cancelled");
    std::filesystem::create_directory(folder);
    CancelSwitch cancel;
    // Stops when half of the work is reported.
    const Progress progress(
        [&](double fraction, std::string_view) {
          if (fraction > 0.3) cancel.Cancel();
        },
        cancel);
    bool cancelled = false;
    try {
      WritePhoto(Photo(Scene(CV_8UC3, {1500, 1500})), folder / "photo.png", {}, progress);
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    QCOMPARE(FilesIn(folder), 0);
  }

  void PlainPicturesComeBack() {
    const cv::Mat1b labels = Scene(CV_8UC1, {33, 21});
    WriteBytes(labels, PathOf("labels.png"));
    QCOMPARE(LargestDifference(ReadBytes(PathOf("labels.png")), labels), 0.0);
    WriteAlpha(cv::Mat1f(10, 10, 0.5f), PathOf("alpha.png"));
    QCOMPARE(ReadBytes(PathOf("alpha.png"))(3, 3), uchar{128});
    WriteColor(ColorImage(70, 70, cv::Vec3f(0.2f, 2, -1)), PathOf("color.png"));
    QVERIFY(
        (ReadPhoto(PathOf("color.png")).samples().at<cv::Vec3b>(5, 5) == cv::Vec3b(51, 255, 0)));
    QVERIFY(KindOfErrorFrom([&] { ReadBytes(PathOf("color.png")); }) == ErrorKind::kUnreadable);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PhotoWriterTest)
#include "photo_writer_test.moc"
