#include "engine/photo/photo_reader.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/photo/fixtures.h"

namespace heser {
using namespace fixtures;

class PhotoReaderTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path PathOf(const std::string& name) {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  ErrorKind KindOfReading(const std::filesystem::path& path, const PhotoLimits& limits = {}) {
    return KindOfErrorFrom([&] { ReadPhoto(path, limits); });
  }

  bool ThrowsUnreadable(const std::filesystem::path& path) {
    try {
      ReadPhoto(path);
      return false;
    } catch (const Error& error) {
      return error.kind() == ErrorKind::kUnreadable && error.detail() == "damaged or cut short";
    }
  }

  /// Noise, so that the data fills the file evenly.
  static void SaveNoise(const std::filesystem::path& path, const Extras& extras = {}) {
    cv::Mat samples(240, 320, CV_8UC3);
    cv::theRNG().state = 7;
    cv::randu(samples, 0, 256);
    Save(samples, path, extras);
  }

 private slots:
  void LosslessFilesKeepEverySample_data() {
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
  void LosslessFilesKeepEverySample() {
    QFETCH(QString, name);
    QFETCH(int, type);
    const auto path = PathOf(name.toStdString());
    const cv::Mat samples = Scene(type);
    Save(samples, path);
    const Photo photo = ReadPhoto(path);
    QCOMPARE(photo.samples().type(), type);
    QCOMPARE(LargestDifference(photo.samples(), samples), 0.0);
    QVERIFY(photo.origin().format == *FormatOfExtension(path));
    QVERIFY(!photo.origin().was_cmyk);
  }

  void JpegsAreColorOrGrey() {
    Save(Scene(CV_8UC3), PathOf("color.jpg"));
    Save(Scene(CV_8UC1), PathOf("grey.jpg"));
    QCOMPARE(ReadPhoto(PathOf("color.jpg")).samples().type(), CV_8UC3);
    QCOMPARE(ReadPhoto(PathOf("grey.jpg")).samples().type(), CV_8UC1);
    QVERIFY(LargestDifference(ReadPhoto(PathOf("color.jpg")).samples(), Scene(CV_8UC3)) < 12);
  }

  void InksBecomeSrgb() {
    cv::Mat ink(96, 96, CV_8UC4, cv::Scalar(0, 0, 0, 0));
    ink.rowRange(32, 64).setTo(cv::Scalar(0, 255, 255, 0));
    ink.rowRange(64, 96).setTo(cv::Scalar(0, 0, 0, 255));
    Extras extras;
    extras.ink = true;
    for (const std::string& icc : {std::string(), Profile("cmyk")}) {
      extras.icc = icc;
      Save(ink, PathOf("ink.jpg"), extras);
      const Photo photo = ReadPhoto(PathOf("ink.jpg"));
      QVERIFY(photo.origin().was_cmyk);
      QVERIFY(photo.metadata().icc.empty());
      QCOMPARE(photo.samples().type(), CV_8UC3);
      const auto paper = photo.samples().at<cv::Vec3b>(10, 10);
      const auto red = photo.samples().at<cv::Vec3b>(48, 10);
      const auto black = photo.samples().at<cv::Vec3b>(86, 10);
      QVERIFY(paper[0] > 245 && paper[1] > 245 && paper[2] > 240);
      QVERIFY(red[0] > 180 && red[1] < 90 && red[2] < 90);
      QVERIFY(black[0] < 70 && black[1] < 70 && black[2] < 70);
    }
  }

  void PhotosAreTurnedUpright_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("name");
    for (int orientation = 1; orientation <= 8; ++orientation) {
      for (const char* name : {"turned.jpg", "turned.tif"}) {
        QTest::addRow("%s %d", name, orientation) << orientation << name;
      }
    }
  }
  void PhotosAreTurnedUpright() {
    QFETCH(int, orientation);
    QFETCH(QString, name);
    // Four flat quarters of an upright photo: dark, red / green, blue.
    const cv::Vec3b quarters[2][2] = {{{20, 20, 20}, {220, 20, 20}},
                                      {{20, 220, 20}, {20, 20, 220}}};
    const cv::Size upright(160, 96);
    // Where the upright photo's pixel lies in the stored one (Exif 2.32, table 4).
    const auto stored_from_upright = [&](int x, int y) -> cv::Point {
      const int right = upright.width - 1 - x, below = upright.height - 1 - y;
      switch (orientation) {
        case 2:
          return {right, y};
        case 3:
          return {right, below};
        case 4:
          return {x, below};
        case 5:
          return {y, x};
        case 6:
          return {y, right};
        case 7:
          return {below, right};
        case 8:
          return {below, x};
        default:
          return {x, y};
      }
    };
    cv::Mat3b stored(orientation > 4 ? cv::Size(upright.height, upright.width) : upright);
    for (int y = 0; y < upright.height; ++y) {
      for (int x = 0; x < upright.width; ++x) {
        stored(stored_from_upright(x, y)) = quarters[y >= 48][x >= 80];
      }
    }
    Extras extras;
    const auto path = PathOf(name.toStdString());
    if (name.endsWith("jpg"))
      extras.exif = CameraExif(orientation);
    else
      extras.orientation = orientation;
    Save(stored, path, extras);
    const Photo photo = ReadPhoto(path);
    QCOMPARE(photo.size().width, upright.width);
    QCOMPARE(photo.size().height, upright.height);
    for (int y : {20, 75}) {
      for (int x : {30, 130}) {
        const cv::Mat pixel = photo.samples()(cv::Rect(x, y, 1, 1));
        QVERIFY(LargestDifference(pixel, cv::Mat3b(1, 1, quarters[y >= 48][x >= 80])) < 8);
      }
    }
  }

  void TheContentDecidesNotTheName() {
    Save(Scene(CV_8UC3), PathOf("real.png"));
    std::filesystem::copy_file(PathOf("real.png"), PathOf("mislabelled.jpg"));
    const Photo photo = ReadPhoto(PathOf("mislabelled.jpg"));
    QVERIFY(photo.origin().format == PhotoFormat::kPng);
    QCOMPARE(LargestDifference(photo.samples(), Scene(CV_8UC3)), 0.0);
  }

  void APngWithoutPixelsIsDamaged() {
    SaveNoise(PathOf("none.png"));
    std::string bytes = ReadBytesOf(PathOf("none.png"));
    bytes.replace(16, 8, 8, '\0');  // Width and height of its header.
    WriteBytesTo(PathOf("none.png"), bytes);
    QVERIFY(KindOfReading(PathOf("none.png")) == ErrorKind::kUnreadable);
  }

  void TruncatedFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("share");
    for (const char* name : {"cut.jpg", "cut.png", "cut.tif", "cut.webp"}) {
      for (double share : {0.001, 0.02, 0.3, 0.7, 0.95}) {
        QTest::newRow(qPrintable(QString("%1 at %2").arg(name).arg(share))) << name << share;
      }
    }
  }
  void TruncatedFilesAreRefused() {
    QFETCH(QString, name);
    QFETCH(double, share);
    const auto path = PathOf(name.toStdString());
    SaveNoise(path);
    const std::string bytes = ReadBytesOf(path);
    WriteBytesTo(path, bytes.substr(0, std::max<std::size_t>(
                                           1, static_cast<std::size_t>(bytes.size() * share))));
    QVERIFY(KindOfReading(path) == ErrorKind::kUnreadable);
  }

  void DamageInTheMiddleOfPixelsIsRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("damage");
    for (const char* name : {"hurt.jpg", "progressive.jpg", "hurt.png", "hurt.webp", "hurt.tif"}) {
      QTest::addRow("%s cut out", name) << name << "cut out";
    }
    // Neither WebP nor the later scans of a progressive JPEG tell zeros from pixels.
    for (const char* name : {"hurt.jpg", "hurt.png", "hurt.tif"}) {
      QTest::addRow("%s zeroed", name) << name << "zeroed";
    }
    QTest::newRow("hurt.png one bit") << "hurt.png"
                                      << "one bit";
    QTest::newRow("hurt.tif one bit") << "hurt.tif"
                                      << "one bit";
  }
  void DamageInTheMiddleOfPixelsIsRefused() {
    QFETCH(QString, name);
    QFETCH(QString, damage);
    const auto path = PathOf(name.toStdString());
    SaveNoise(path, {.progressive = name.startsWith("progressive"), .deflated = true});
    const std::string whole = ReadBytesOf(path);
    for (const double place : {0.3, 0.5, 0.8, 0.97}) {
      std::string hurt = whole;
      const auto at = static_cast<std::size_t>(static_cast<double>(whole.size()) * place);
      if (damage == "cut out") {
        hurt.erase(at, 700);
      } else if (damage == "zeroed") {
        std::fill_n(hurt.begin() + static_cast<std::ptrdiff_t>(at), 700, '\0');
      } else {
        hurt[at] = static_cast<char>(hurt[at] ^ 4);
      }
      WriteBytesTo(path, hurt);
      QVERIFY2(ThrowsUnreadable(path), qPrintable(QString("at %1").arg(place)));
    }
  }

  void WhatEveryReaderForgivesIsRead() {
    const auto path = PathOf("odd.jpg");
    SaveNoise(path);
    const std::string jpeg = ReadBytesOf(path);
    const cv::Mat samples = ReadPhoto(path).samples();
    const auto reads_alike = [&](const std::string& bytes) {
      WriteBytesTo(path, bytes);
      return LargestDifference(ReadPhoto(path).samples(), samples) == 0;
    };
    // Before a marker of the header, before the picture's end, and after it.
    const std::size_t tables = jpeg.find("\xff\xdb");
    QVERIFY(tables != std::string::npos);
    QVERIFY(reads_alike(jpeg.substr(0, tables) + std::string(400, 'x') + jpeg.substr(tables)));
    QVERIFY(reads_alike(jpeg.substr(0, jpeg.size() - 2) + std::string(87, '\0') +
                        jpeg.substr(jpeg.size() - 2)));
    QVERIFY(reads_alike(jpeg.substr(0, jpeg.size() - 2) + "abc" + jpeg.substr(jpeg.size() - 2)));
    QVERIFY(reads_alike(jpeg + "made by a camera that adds its thumbnail here"));
    QVERIFY(reads_alike(jpeg + jpeg));
  }

  void PixelsThatAreLeftOverAtTheEndAreDamage() {
    const auto path = PathOf("odd.jpg");
    SaveNoise(path);
    const std::string jpeg = ReadBytesOf(path);
    const std::string end = jpeg.substr(jpeg.size() - 2);
    WriteBytesTo(path, jpeg.substr(0, jpeg.size() - 2) + "thirteen more" + end + "and a thumbnail");
    QVERIFY(ThrowsUnreadable(path));
  }

  void BrokenMetadataIsNoDamage() {
    for (const char* name : {"meta.jpg", "meta.png", "meta.webp", "meta.tif"}) {
      const std::string icc = Profile("p3");
      Save(Scene(CV_8UC3), PathOf(name), {.icc = icc, .exif = CameraExif(1)});
      std::string bytes = ReadBytesOf(PathOf(name));
      const std::size_t exif = bytes.find("Canon");
      const std::size_t profile = bytes.find(icc.substr(36, 40));
      for (const std::size_t place : {exif, profile}) {
        if (place == std::string::npos) continue;  // Packed.
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(place) - 12, 24, '\x5a');
      }
      if (const std::size_t chunk = bytes.find("iCCP"); chunk != std::string::npos) {
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(chunk) + 30, 8, '\x5a');
      }
      WriteBytesTo(PathOf(name), bytes);
      const Photo photo = ReadPhoto(PathOf(name));
      QCOMPARE(photo.size().width, 160);
    }
  }

  void DamagedDataNeverCrashes() {
    std::mt19937 random(11);
    for (const char* name : {"hurt.jpg", "hurt.png", "hurt.tif", "hurt.webp"}) {
      Save(Scene(CV_8UC3), PathOf(name), {.exif = CameraExif(6)});
      const std::string bytes = ReadBytesOf(PathOf(name));
      for (int trial = 0; trial < 40; ++trial) {
        std::string hurt = bytes;
        for (int i = 0; i < 8; ++i) {
          hurt[12 + random() % (hurt.size() - 12)] = static_cast<char>(random());
        }
        WriteBytesTo(PathOf(name), hurt);
        try {
          const Photo photo = ReadPhoto(PathOf(name));
          QVERIFY(!photo.empty());
        } catch (const Error& error) {
          QVERIFY(error.kind() == ErrorKind::kUnreadable || error.kind() == ErrorKind::kTooLarge ||
                  error.kind() == ErrorKind::kTooSmall);
        }
      }
    }
  }

  void WhatIsNoPhotoIsRefused() {
    WriteBytesTo(PathOf("empty.jpg"), "");
    QVERIFY(KindOfReading(PathOf("empty.jpg")) == ErrorKind::kUnreadable);
    WriteBytesTo(PathOf("text.png"),
                 "This is a letter, not a photo, and long enough to be looked at.");
    QVERIFY(KindOfReading(PathOf("text.png")) == ErrorKind::kUnreadable);
    std::string noise(5000, '\0');
    std::mt19937 random(3);
    for (char& c : noise) c = static_cast<char>(random());
    WriteBytesTo(PathOf("noise.webp"), noise);
    QVERIFY(KindOfReading(PathOf("noise.webp")) == ErrorKind::kUnreadable);
    WriteBytesTo(PathOf("other.png"),
                 "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>");
    QVERIFY(KindOfReading(PathOf("other.png")) == ErrorKind::kUnreadable);
    QVERIFY(KindOfReading(PathOf("missing.jpg")) == ErrorKind::kFileNotFound);
    QVERIFY(KindOfReading(PathOf("")) == ErrorKind::kUnreadable);
    QVERIFY(KindOfReading("/dev/zero") == ErrorKind::kUnreadable);
  }

  void PipesAreRefusedWithoutWaiting() {
    QCOMPARE(mkfifo(PathOf("pipe.jpg").c_str(), 0600), 0);
    QVERIFY(KindOfReading(PathOf("pipe.jpg")) == ErrorKind::kUnreadable);
  }

  void UnreadableFilesAreRefused() {
    if (geteuid() == 0) QSKIP("the system lets its administrator read everything");
    Save(Scene(CV_8UC3), PathOf("secret.png"));
    chmod(PathOf("secret.png").c_str(), 0);
    QVERIFY(KindOfReading(PathOf("secret.png")) == ErrorKind::kUnreadable);
  }

  void AHugeSizeIsRefusedByTheHeaderAlone() {
    std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0", 29);
    WriteBytesTo(PathOf("huge.png"), png);
    try {
      ReadPhoto(PathOf("huge.png"));
      QFAIL("it was read");
    } catch (const Error& error) {
      QVERIFY(error.kind() == ErrorKind::kTooLarge);
      QCOMPARE(error.value(), 3600.0);
      QCOMPARE(error.limit(), 300.0);
    }
  }

  void LimitsHoldForEveryFormat() {
    for (const char* name : {"size.jpg", "size.png", "size.tif", "size.webp"}) {
      Save(Scene(CV_8UC3), PathOf(name));
      QVERIFY(KindOfReading(PathOf(name), {.megapixels = 0.019}) == ErrorKind::kTooLarge);
      QVERIFY(KindOfReading(PathOf(name), {.smallest_side = 121}) == ErrorKind::kTooSmall);
      QCOMPARE(ReadPhoto(PathOf(name), {.megapixels = 0.0193, .smallest_side = 120}).size().width,
               160);
    }
  }

  void TheFirstPageOrFrameIsRead() {
    cv::Mat pages = MutedScene(CV_8UC3, {160, 240});
    pages.rowRange(0, 120).setTo(cv::Scalar(200, 100, 50));
    for (const char* name : {"pages.tif", "pages.webp"}) {
      Save(pages, PathOf(name), {.page_height = 120});
      const Photo photo = ReadPhoto(PathOf(name));
      QCOMPARE(photo.size().height, 120);
      const cv::Mat expected(120, 160, CV_8UC3, cv::Scalar(200, 100, 50));
      QCOMPARE(photo.samples().channels(), 3);
      QCOMPARE(LargestDifference(photo.samples(), expected), 0.0);
    }
  }

  void ReadingCanBeCancelled() {
    Save(Scene(CV_8UC3), PathOf("stop.png"));
    CancelSwitch cancel;
    cancel.Cancel();
    bool cancelled = false;
    try {
      ReadPhoto(PathOf("stop.png"), {}, Progress({}, cancel));
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PhotoReaderTest)
#include "photo_reader_test.moc"
