#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <random>

#include "engine/photo/exif_block.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/photo_writer.h"
#include "tests/photo/fixtures.h"
#include "tests/photo/heif_files.h"

namespace heser {
using namespace fixtures;

/// Photos of telephones and newer cameras: HEIC and AVIF.
class HeifReaderTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path PathOf(const std::string& name) {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  /// Rows for both formats, those that this computer can make.
  static void AddFormats() {
    QTest::addColumn<QString>("extension");
    QTest::newRow("heic") << "heic";
    QTest::newRow("avif") << "avif";
  }

  static bool CanMake(const QString& extension) {
    return CanEncode(FormatOfExtension("x." + extension.toStdString()).value());
  }

  static std::string DetailOfReading(const std::filesystem::path& path) {
    try {
      ReadPhoto(path);
    } catch (const Error& error) {
      return error.kind() == ErrorKind::kUnreadable ? error.detail() : "another kind of error";
    }
    return "it was read";
  }

  static std::string Film(const std::string& brands) {
    const char size = static_cast<char>(8 + brands.size());
    return std::string("\0\0\0", 3) + size + "ftyp" + brands;
  }

  /// Four flat quarters: dark, red / green, blue; coding keeps them within a few steps.
  static cv::Mat Quarters(cv::Size size, int type = CV_8UC3) {
    cv::Mat picture(size, CV_8UC3, cv::Scalar(30, 30, 30));
    const int x = size.width / 2, y = size.height / 2;
    picture(cv::Rect(x, 0, size.width - x, y)).setTo(cv::Scalar(210, 40, 40));
    picture(cv::Rect(0, y, x, size.height - y)).setTo(cv::Scalar(40, 190, 60));
    picture(cv::Rect(x, y, size.width - x, size.height - y)).setTo(cv::Scalar(50, 60, 200));
    if (CV_MAT_DEPTH(type) == CV_16U) picture.convertTo(picture, CV_16U, 257);
    return picture;
  }

  static bool AreQuarters(const cv::Mat& samples, int tolerance) {
    const cv::Mat expected = Quarters(samples.size(), samples.type());
    for (const double y : {0.2, 0.8}) {
      for (const double x : {0.2, 0.8}) {
        const cv::Rect spot(static_cast<int>(x * samples.cols), static_cast<int>(y * samples.rows),
                            4, 4);
        if (LargestDifference(samples(spot), expected(spot)) > tolerance) return false;
      }
    }
    return true;
  }

  static cv::Mat Noise(cv::Size size) {
    cv::Mat samples(size, CV_8UC3);
    cv::theRNG().state = 7;
    cv::randu(samples, 0, 256);
    return samples;
  }

 private slots:
  void TheFirstBytesSayTheFormat_data() {
    QTest::addColumn<QByteArray>("brands");
    QTest::addColumn<int>("format");
    const auto add = [](const char* brands, int format) {
      QTest::newRow(brands) << QByteArray(brands) << format;
    };
    const int heic = static_cast<int>(PhotoFormat::kHeic);
    const int avif = static_cast<int>(PhotoFormat::kAvif);
    for (const char* brand : {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"}) {
      add(brand, heic);
    }
    add("avif", avif);
    add("avis", avif);
    add("mif1 1.0heic", heic);
    add("mif1 1.0mif1avifmiaf", avif);
    add("XXXX 1.0mif1heic", heic);
    for (const char* brand : {"isom", "mp42", "qt  ", "crx ", "M4V ", "3gp4", "jp2 "}) {
      add(brand, -1);
    }
    add("isom 1.0isomiso2avc1mp41", -1);
    add("crx  1.0crx isom", -1);
    add("isomheic", -1);  // In the version's place.
  }
  void TheFirstBytesSayTheFormat() {
    QFETCH(QByteArray, brands);
    QFETCH(int, format);
    const std::string behind(64, 'x');
    const auto found = FormatOfContent(Film(brands.toStdString()) + behind);
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
    // Brands of whatever comes behind the box are not its own.
    QVERIFY(!FormatOfContent(Film("isom 1.0") + "heicavif"));
  }

  void FilmsAndRawPhotosAreRefusedInOneSentence() {
    for (const char* brands : {"isom 1.0isommp41", "qt   1.0qt  ", "crx  1.0crx isom"}) {
      WriteBytesTo(PathOf("film.heic"), Film(brands) + std::string(5000, 'x'));
      QCOMPARE(DetailOfReading(PathOf("film.heic")),
               std::string("not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file"));
    }
  }

  void AFileWithoutAStillPictureSaysSo() {
    const std::string moov = std::string("\0\0\0\x10moov\0\0\0\x08mvhd", 16);
    WriteBytesTo(PathOf("burst.heic"), Film("heic 1.0heicmif1") + moov);
    QCOMPARE(DetailOfReading(PathOf("burst.heic")), std::string("it holds no still picture"));
  }

  void AFileWhoseContentsAreLostIsDamaged() {
    WriteBytesTo(PathOf("lost.heic"), Film("heic 1.0heicmif1") + std::string(500, '\7'));
    QCOMPARE(DetailOfReading(PathOf("lost.heic")), std::string("damaged or cut short"));
  }

  void PixelsAreThoseOfTheFile_data() { AddFormats(); }
  void PixelsAreThoseOfTheFile() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("plain." + extension.toStdString());
    // Odd sizes are cropped, or laid out as tiles.
    for (const cv::Size size : {cv::Size(160, 120), cv::Size(161, 119)}) {
      SaveHeif({Quarters(size)}, path);
      const Photo photo = ReadPhoto(path);
      QVERIFY(photo.size() == size);
      QCOMPARE(photo.samples().type(), CV_8UC3);
      QVERIFY(photo.origin().format == *FormatOfExtension(path));
      QVERIFY(AreQuarters(photo.samples(), 6));
      QVERIFY(photo.metadata().icc.empty());
    }
  }

  void TenBitsFillTheRangeOfSixteen_data() { AddFormats(); }
  void TenBitsFillTheRangeOfSixteen() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("deep." + extension.toStdString());
    cv::Mat picture = Quarters({160, 120}, CV_16UC3);
    picture(cv::Rect(0, 0, 40, 120)).setTo(cv::Scalar::all(65535));
    SaveHeif({picture}, path, {.bits = 10});
    const Photo photo = ReadPhoto(path);
    QVERIFY(photo.IsSixteenBit());
    const auto white = photo.samples().at<cv::Vec3w>(60, 10);
    QCOMPARE(white, cv::Vec3w(65535, 65535, 65535));
    picture = Quarters({160, 120}, CV_16UC3);
    const cv::Rect spot(130, 20, 4, 4);
    QVERIFY(LargestDifference(photo.samples()(spot), picture(spot)) < 6 * 257);
  }

  void AlphaIsKept_data() {
    QTest::addColumn<QString>("extension");
    QTest::addColumn<bool>("premultiplied");
    for (const char* extension : {"heic", "avif"}) {
      QTest::newRow(extension) << extension << false;
      QTest::addRow("%s multiplied", extension) << extension << true;
    }
  }
  void AlphaIsKept() {
    QFETCH(QString, extension);
    QFETCH(bool, premultiplied);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("alpha." + extension.toStdString());
    cv::Mat picture(120, 160, CV_8UC4, cv::Scalar(200, 100, 50, 255));
    const cv::Scalar half =
        premultiplied ? cv::Scalar(100, 50, 25, 128) : cv::Scalar(200, 100, 50, 128);
    picture(cv::Rect(80, 0, 80, 120)).setTo(half);
    SaveHeif({picture}, path, {.premultiplied = premultiplied});
    const Photo photo = ReadPhoto(path);
    QCOMPARE(photo.samples().type(), CV_8UC4);
    const auto opaque = photo.samples().at<cv::Vec4b>(60, 20);
    const auto clear = photo.samples().at<cv::Vec4b>(60, 140);
    QVERIFY(LargestDifference(cv::Mat(opaque), cv::Mat(cv::Vec4b(200, 100, 50, 255))) < 8);
    QVERIFY(LargestDifference(cv::Mat(clear), cv::Mat(cv::Vec4b(200, 100, 50, 128))) < 8);
  }

  void ThePictureIsTurnedOnceByItsOwnFields_data() {
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("orientation");
    for (const char* extension : {"heic", "avif"}) {
      for (const int orientation : {1, 2, 3, 6, 8}) {
        QTest::newRow(qPrintable(QString("%1 %2").arg(extension).arg(orientation)))
            << extension << orientation;
      }
    }
  }
  void ThePictureIsTurnedOnceByItsOwnFields() {
    QFETCH(QString, extension);
    QFETCH(int, orientation);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("turned." + extension.toStdString());
    const cv::Size upright(160, 96);
    cv::Mat stored = Quarters(upright);
    if (orientation == 2) cv::flip(stored, stored, 1);
    if (orientation == 3) cv::rotate(stored, stored, cv::ROTATE_180);
    if (orientation == 6) cv::rotate(stored, stored, cv::ROTATE_90_COUNTERCLOCKWISE);
    if (orientation == 8) cv::rotate(stored, stored, cv::ROTATE_90_CLOCKWISE);
    // Telephones write the same in EXIF, which would turn it a second time.
    SaveHeif({stored}, path, {.exif = CameraExif(orientation), .orientation = orientation});
    const Photo photo = ReadPhoto(path);
    QVERIFY(photo.size() == upright);
    QVERIFY(AreQuarters(photo.samples(), 6));
    const auto exif = ReadExif(photo.metadata().exif);
    QVERIFY(exif.has_value());
    const ExifField* field = FindField(exif->image, exif_tag::kOrientation);
    QVERIFY(field != nullptr);
    QCOMPARE(field->value, std::string("\1\0", 2));
  }

  void ExifAloneDoesNotTurn() {
    if (!CanMake("heic")) QSKIP("no encoder of this format here");
    SaveHeif({Quarters({160, 96})}, PathOf("exif.heic"), {.exif = CameraExif(6)});
    const Photo photo = ReadPhoto(PathOf("exif.heic"));
    QVERIFY(photo.size() == cv::Size(160, 96));
    QVERIFY(AreQuarters(photo.samples(), 6));
  }

  void ProfileAndMetadataReachTheExportedFile_data() { AddFormats(); }
  void ProfileAndMetadataReachTheExportedFile() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("meta." + extension.toStdString());
    const std::string xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' dc:source='Kept'/></rdf:RDF></x:xmpmeta>";
    ExifBlock block = ReadExif(CameraExif(1)).value();
    const auto resolution = [](std::uint16_t tag) {
      return ExifField{tag, 5, 1, std::string("\x2c\1\0\0\1\0\0\0", 8)};  // 300 / 1.
    };
    block.image.push_back(resolution(0x011a));
    block.image.push_back(resolution(0x011b));
    SaveHeif({Quarters({160, 96})}, path,
             {.icc = Profile("p3"), .exif = WriteExif(block), .xmp = xmp});
    const Photo photo = ReadPhoto(path);
    QCOMPARE(photo.metadata().icc, Profile("p3"));
    QVERIFY(std::abs(photo.metadata().horizontal_per_mm - 300 / 25.4) < 1e-9);
    for (const char* name : {"out.jpg", "out.png", "out.tif", "out.webp"}) {
      WritePhoto(photo, PathOf(name));
      const Photo written = ReadPhoto(PathOf(name));
      QCOMPARE(written.metadata().icc, Profile("p3"));
      const auto exif = ReadExif(written.metadata().exif);
      QVERIFY(exif.has_value());
      QVERIFY(FindField(exif->image, 0x0110) != nullptr);
      QVERIFY(!exif->gps.empty());
      QVERIFY(written.metadata().xmp.find("Kept") != std::string::npos);
    }
  }

  void ColorsStatedAsInFilmsBecomeAProfile_data() { AddFormats(); }
  void ColorsStatedAsInFilmsBecomeAProfile() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("film." + extension.toStdString());
    constexpr int kDisplayP3 = 12, kBt2020 = 9, kBt709 = 1;
    SaveHeif({Quarters({160, 96})}, path, {.primaries = kBt709});
    QVERIFY(ReadPhoto(path).metadata().icc.empty());
    SaveHeif({Quarters({160, 96})}, path, {.primaries = kDisplayP3});
    const Photo photo = ReadPhoto(path);
    QVERIFY(!photo.metadata().icc.empty());
    PhotoMetadata p3;
    p3.icc = Profile("p3");
    const Photo same(photo.samples(), p3);
    const ColorImage seen = photo.WorkingPixels(photo.bounds());
    QVERIFY(LargestDifference(seen, same.WorkingPixels(photo.bounds())) < 0.01);
    const Photo plain(photo.samples());
    QVERIFY(LargestDifference(seen, plain.WorkingPixels(photo.bounds())) > 0.03);
    constexpr int kPq = 16, kHlg = 18;
    for (const int transfer : {kPq, kHlg}) {
      SaveHeif({Quarters({160, 96})}, path, {.primaries = kBt2020, .transfer = transfer});
      QCOMPARE(DetailOfReading(path),
               std::string("its brightness is coded for HDR screens (PQ or HLG)"));
    }
  }

  void ThePrimaryPictureIsRead_data() { AddFormats(); }
  void ThePrimaryPictureIsRead() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("burst." + extension.toStdString());
    const cv::Mat other(64, 64, CV_8UC3, cv::Scalar(90, 90, 90));
    SaveHeif({other, Quarters({160, 96}), other}, path, {.primary = 1});
    const Photo photo = ReadPhoto(path);
    QVERIFY(photo.size() == cv::Size(160, 96));
    QVERIFY(AreQuarters(photo.samples(), 6));
  }

  void LimitsHoldBeforePixelsAreDecoded_data() { AddFormats(); }
  void LimitsHoldBeforePixelsAreDecoded() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("size." + extension.toStdString());
    SaveHeif({Quarters({160, 120})}, path);
    // Its pixels are gone: whoever looked at them would call it damaged.
    std::string bytes = ReadBytesOf(path);
    const std::size_t pixels = bytes.find("mdat");
    QVERIFY(pixels != std::string::npos);
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(pixels) + 4, bytes.end(), '\0');
    WriteBytesTo(path, bytes);
    const auto kind = [&](const PhotoLimits& limits) {
      return KindOfErrorFrom([&] { ReadPhoto(path, limits); });
    };
    QVERIFY(kind({.megapixels = 0.019}) == ErrorKind::kTooLarge);
    QVERIFY(kind({.smallest_side = 121}) == ErrorKind::kTooSmall);
    QVERIFY(kind({}) == ErrorKind::kUnreadable);
  }

  void ALayoutOfTilesThatSaysMoreThanThePictureIsDamage() {
    if (!CanMake("heic")) QSKIP("no encoder of this format here");
    const auto path = PathOf("tiles.heic");
    SaveHeif({Quarters({161, 119})}, path);  // Of odd sizes libheif makes tiles.
    std::string bytes = ReadBytesOf(path);
    // Version, flags, rows, columns less one; the size of the whole (ISO/IEC 23008-12, 6.6.2.3).
    const std::size_t layout = bytes.find(std::string("\0\0\0\0\0\xa1\0\x77", 8));
    QVERIFY(layout != std::string::npos);
    bytes.replace(layout + 4, 4, std::string("\x7d\0\x7d\0", 4));  // 32000 x 32000.
    WriteBytesTo(path, bytes);
    QCOMPARE(DetailOfReading(path), std::string("damaged or cut short"));
  }

  void CutFilesAreDamaged_data() { AddFormats(); }
  void CutFilesAreDamaged() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("cut." + extension.toStdString());
    SaveHeif({Noise({160, 120})}, path, {.exif = CameraExif(1)});
    const std::string bytes = ReadBytesOf(path);
    for (const double share : {0.01, 0.02, 0.1, 0.3, 0.7, 0.95, 0.999}) {
      const auto size = static_cast<std::size_t>(static_cast<double>(bytes.size()) * share);
      WriteBytesTo(path, bytes.substr(0, std::max<std::size_t>(size, 40)));
      const std::string detail = DetailOfReading(path);
      QVERIFY2(detail == "damaged or cut short", (detail + " at " + std::to_string(share)).c_str());
    }
  }

  void PixelsThatWereCutOutAreDamage_data() { AddFormats(); }
  void PixelsThatWereCutOutAreDamage() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("hurt." + extension.toStdString());
    SaveHeif({Noise({320, 240})}, path);
    const std::string whole = ReadBytesOf(path);
    for (const double place : {0.3, 0.5, 0.8}) {
      std::string hurt = whole;
      hurt.erase(static_cast<std::size_t>(static_cast<double>(whole.size()) * place), 700);
      WriteBytesTo(path, hurt);
      QCOMPARE(DetailOfReading(path), std::string("damaged or cut short"));
    }
  }

  void DamagedDataNeverCrashes_data() { AddFormats(); }
  void DamagedDataNeverCrashes() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("fuzz." + extension.toStdString());
    SaveHeif({Scene(CV_8UC4)}, path,
             {.icc = Profile("p3"), .exif = CameraExif(6), .orientation = 6});
    const std::string bytes = ReadBytesOf(path);
    const std::size_t boxes = bytes.find("mdat");
    std::mt19937 random(11);
    // Most of what can be told lies in the boxes, most bytes in the pixels.
    for (int trial = 0; trial < 120; ++trial) {
      std::string hurt = bytes;
      const std::size_t end = trial % 2 == 0 ? boxes : hurt.size();
      for (int i = 0; i < 1 + trial % 8; ++i) {
        hurt[32 + random() % (end - 32)] = static_cast<char>(random());
      }
      WriteBytesTo(path, hurt);
      try {
        const Photo photo = ReadPhoto(path, {.megapixels = 20});
        QVERIFY(!photo.empty());
      } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::kUnreadable || error.kind() == ErrorKind::kTooLarge ||
                error.kind() == ErrorKind::kTooSmall);
      }
    }
  }

  void ReadingCanBeCancelled() {
    if (!CanMake("avif")) QSKIP("no encoder of this format here");
    SaveHeif({Quarters({160, 96})}, PathOf("stop.avif"));
    CancelSwitch cancel;
    cancel.Cancel();
    bool cancelled = false;
    try {
      ReadPhoto(PathOf("stop.avif"), {}, Progress({}, cancel));
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
  }

  void SeveralAreReadAtOnce_data() { AddFormats(); }
  void SeveralAreReadAtOnce() {
    QFETCH(QString, extension);
    if (!CanMake(extension)) QSKIP("no encoder of this format here");
    const auto path = PathOf("shared." + extension.toStdString());
    SaveHeif({Scene(CV_8UC3)}, path, {.exif = CameraExif(1)});
    const cv::Mat samples = ReadPhoto(path).samples();
    std::vector<std::future<Photo>> readers;
    for (int i = 0; i < 6; ++i) {
      readers.push_back(std::async(std::launch::async, [&] { return ReadPhoto(path); }));
    }
    for (auto& reader : readers) {
      QCOMPARE(LargestDifference(reader.get().samples(), samples), 0.0);
    }
  }

  void NeitherIsWritten() {
    for (const char* name : {"out.heic", "out.HEIF", "out.hif", "out.avif"}) {
      QVERIFY(FormatOfExtension(name).has_value());
      QVERIFY(!WrittenFormatOf(name).has_value());
      const Photo photo(Quarters({160, 96}));
      QVERIFY(KindOfErrorFrom([&] { WritePhoto(photo, PathOf(name)); }) == ErrorKind::kWrongUse);
      QVERIFY(!std::filesystem::exists(PathOf(name)));
    }
    QVERIFY(WrittenFormatOf("out.jpeg") == PhotoFormat::kJpeg);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HeifReaderTest)
#include "heif_reader_test.moc"
