#include <QTemporaryDir>
#include <QTest>

#include "engine/photo/exif_block.h"
#include "engine/photo/iptc_block.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/photo_writer.h"
#include "engine/photo/upright_exif.h"
#include "engine/photo/xmp_packet.h"
#include "tests/photo/fixtures.h"

namespace heser {
using namespace fixtures;

class PhotoMetadataTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path PathOf(const std::string& name) {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  static std::string TextOf(const ExifDirectory& directory, std::uint16_t tag) {
    const ExifField* field = FindField(directory, tag);
    return field == nullptr ? "none" : std::string(field->value.c_str());
  }

  static std::string LightroomPacket() {
    return "<?xpacket begin='\xef\xbb\xbf' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
           "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
           "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n"
           "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' "
           "xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:xap='http://ns.adobe.com/xap/1.0/' "
           "xmlns:ext='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' tiff:Orientation='6' "
           "xap:CreatorTool='Another Program'>\n"
           "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
           "</ext:DigitalSourceType>"
           "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Kept "
           "title</rdf:li></rdf:Alt></dc:title>"
           "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
  }

 private slots:
  void ExifBlocksComeBack_data() {
    QTest::addColumn<bool>("most_significant_first");
    QTest::newRow("least significant first") << false;
    QTest::newRow("most significant first") << true;
  }
  void ExifBlocksComeBack() {
    QFETCH(bool, most_significant_first);
    const std::string bytes = CameraExif(6, most_significant_first);
    QVERIFY(bytes.starts_with(most_significant_first ? "MM" : "II"));
    const auto block = ReadExif(bytes);
    QVERIFY(block.has_value());
    QCOMPARE(block->image.size(), std::size_t{4});
    QCOMPARE(block->photo.size(), std::size_t{2});
    QCOMPARE(block->gps.size(), std::size_t{2});
    QCOMPARE(WriteExif(*block), bytes);
  }

  void DamagedExifIsNoBlock() {
    QVERIFY(!ReadExif("").has_value());
    QVERIFY(!ReadExif("nonsense and more of it").has_value());
    const std::string whole = CameraExif(1);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const auto block = ReadExif(whole.substr(0, size));  // Must not crash.
      QVERIFY(!block || block->image.size() <= 4);
    }
  }

  void CameraDataSurvivesFromEveryFormatToEveryFormat_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    for (const char* from : {"a.jpg", "a.png", "a.tif", "a.webp"}) {
      for (const char* to : {"b.jpg", "b.png", "b.tif", "b.webp"}) {
        QTest::addRow("%s to %s", from, to) << from << to;
      }
    }
  }
  void CameraDataSurvivesFromEveryFormatToEveryFormat() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    Save(MutedScene(CV_8UC3), PathOf("camera.jpg"),
         {.exif = CameraExif(8), .xmp = LightroomPacket()});
    WritePhoto(ReadPhoto(PathOf("camera.jpg")), PathOf(from.toStdString()));
    WritePhoto(ReadPhoto(PathOf(from.toStdString())), PathOf(to.toStdString()));
    const Photo photo = ReadPhoto(PathOf(to.toStdString()));
    QCOMPARE(photo.size().width, 120);
    const auto block = ReadExif(photo.metadata().exif);
    QVERIFY(block.has_value());
    QCOMPARE(TextOf(block->image, 0x010f), std::string("HeSer Camera Works"));
    QCOMPARE(TextOf(block->image, 0x0110), std::string("Model 7"));
    QCOMPARE(TextOf(block->image, 0x013b), std::string("A. Photographer"));
    QCOMPARE(TextOf(block->photo, 0x9003), std::string("2024:05:06 07:08:09"));
    QVERIFY(FindField(block->photo, 0x829a) != nullptr);
    QVERIFY(FindField(block->photo, 0x829a)->value == std::string("\1\0\0\0\xfa\0\0\0", 8));
    QVERIFY(FindField(block->gps, 0x0002) != nullptr);
    QCOMPARE(FindField(block->gps, 0x0002)->value[8], char{31});
    if (const ExifField* orientation = FindField(block->image, exif_tag::kOrientation)) {
      QCOMPARE(orientation->value[0], char{1});
    }
    QVERIFY(photo.metadata().xmp.find("Kept title") != std::string::npos);
    QVERIFY(photo.metadata().xmp.find(kCompositeSourceType) != std::string::npos);
  }

  void ExifStaysByteForByteButForTheRotation() {
    for (bool most_significant_first : {false, true}) {
      const std::string upright = CameraExif(1, most_significant_first);
      QCOMPARE(
          UprightExif(std::string("Exif\0\0", 6) + CameraExif(6, most_significant_first), {9, 9}),
          upright);
      Save(MutedScene(CV_8UC3), PathOf("exact.jpg"),
           {.exif = CameraExif(6, most_significant_first)});
      for (const char* name : {"g.jpg", "g.png", "g.webp"}) {
        WritePhoto(ReadPhoto(PathOf("exact.jpg")), PathOf(name));
        QVERIFY(ReadPhoto(PathOf(name)).metadata().exif == upright);
        QVERIFY(ReadBytesOf(PathOf(name)).find(upright) != std::string::npos);
      }
    }
  }

  void DamagedExifIsPutRightWithoutHarm() {
    const std::string whole = CameraExif(6);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      QVERIFY(UprightExif(whole.substr(0, size), {9, 9}).size() <= size);
    }
    std::string lost = whole;
    for (std::size_t i = 4; i < lost.size(); ++i) {
      lost = whole;
      lost[i] = '\xff';
      QVERIFY(UprightExif(lost, {9, 9}).size() <= whole.size());
    }
  }

  void EveryResultSaysThatItIsAComposite() {
    for (const char* name : {"c.jpg", "c.png", "c.tif", "c.webp"}) {
      WritePhoto(Photo(Scene(CV_8UC3)), PathOf(name), {.metadata = KeptMetadata::kNone});
      const std::string xmp = ReadPhoto(PathOf(name)).metadata().xmp;
      QVERIFY(xmp.find("Iptc4xmpExt:DigitalSourceType=\"" + std::string(kCompositeSourceType)) !=
              std::string::npos);
      QVERIFY(xmp.find("xmp:CreatorTool=\"HeSer Studio\"") != std::string::npos);
    }
  }

  void MetadataIsLeftOutOnRequest() {
    Save(MutedScene(CV_8UC3), PathOf("private.jpg"),
         {.icc = Profile("p3"), .exif = CameraExif(1), .xmp = LightroomPacket()});
    const Photo photo = ReadPhoto(PathOf("private.jpg"));
    for (const char* name : {"d.jpg", "d.png", "d.tif", "d.webp"}) {
      WritePhoto(photo, PathOf(name), {.metadata = KeptMetadata::kNone});
      const std::string bytes = ReadBytesOf(PathOf(name));
      QVERIFY(bytes.find("HeSer Camera") == std::string::npos);
      QVERIFY(bytes.find("Kept title") == std::string::npos);
      QVERIFY(ReadPhoto(PathOf(name)).metadata().icc == photo.metadata().icc);
    }
  }

  void PlaceAndSerialNumbersAreLeftOutOnRequest() {
    ExifBlock block = *ReadExif(CameraExif(1));
    block.photo.push_back({exif_tag::kMakerNote, 7, 9, "makernote"});
    block.photo.push_back({exif_tag::kBodySerial, 2, 8, std::string("S-12345\0", 8)});
    Save(MutedScene(CV_8UC3), PathOf("place.jpg"),
         {.exif = WriteExif(block), .xmp = LightroomPacket()});
    const Photo photo = ReadPhoto(PathOf("place.jpg"));
    for (const char* name : {"h.jpg", "h.png", "h.tif", "h.webp"}) {
      WritePhoto(photo, PathOf(name), {.metadata = KeptMetadata::kWithoutPlace});
      const std::string bytes = ReadBytesOf(PathOf(name));
      QVERIFY(bytes.find("S-12345") == std::string::npos);
      QVERIFY(bytes.find("makernote") == std::string::npos);
      QVERIFY(bytes.find("Kept title") == std::string::npos);
      const auto written = ReadExif(ReadPhoto(PathOf(name)).metadata().exif);
      QVERIFY(written->gps.empty());
      QCOMPARE(TextOf(written->image, 0x0110), std::string("Model 7"));
      QCOMPARE(TextOf(written->photo, 0x9003), std::string("2024:05:06 07:08:09"));
    }
  }

  void AnEarlierPacketIsMerged() {
    const std::string xmp = CompositeXmp(LightroomPacket(), "HeSer & <Co>");
    QVERIFY(xmp.find("Kept title") != std::string::npos);
    QVERIFY(xmp.find("Another Program") == std::string::npos);
    QVERIFY(xmp.find("digitalCapture") == std::string::npos);
    QVERIFY(xmp.find("tiff:Orientation") == std::string::npos);
    QVERIFY(xmp.find("CreatorTool=\"HeSer &amp; &lt;Co&gt;\"") != std::string::npos);
    // Doing it again changes nothing more.
    const std::string again = CompositeXmp(xmp, "HeSer & <Co>");
    QCOMPARE(QString::fromStdString(again).count("DigitalSourceType"), 1);
    QCOMPARE(QString::fromStdString(again).count("CreatorTool"), 1);
  }

  void PacketsThatCannotBeUnderstoodAreReplaced() {
    for (const std::string& packet : {std::string("not xml"), std::string("<\0r\0d\0f\0", 8),
                                      std::string("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/"
                                                  "22-rdf-syntax-ns#\">never closed")}) {
      const std::string xmp = CompositeXmp(packet, "HeSer Studio");
      QCOMPARE(xmp, CompositeXmp({}, "HeSer Studio"));
    }
  }

  void TheOldThumbnailIsGone() {
    // A second directory with a thumbnail behind the first one, as cameras write it.
    std::string exif("II*\0\x08\0\0\0", 8);
    ExifDirectory first = {LongField(0x0100, 1)};
    AppendExifDirectory(first, false, 0, exif);
    const std::string thumbnail = "\xff\xd8THUMBNAILDATA\xff\xd9";
    const auto second_place = static_cast<std::uint32_t>(exif.size());
    const std::uint32_t data_place = second_place + 2 + 3 * 12 + 4;
    exif.replace(second_place - 4, 4,
                 std::string(1, static_cast<char>(second_place)) + std::string(3, '\0'));
    AppendExifDirectory({ShortField(0x0103, 6), LongField(0x0201, data_place),
                         LongField(0x0202, static_cast<std::uint32_t>(thumbnail.size()))},
                        false, 0, exif);
    exif += thumbnail;
    Save(MutedScene(CV_8UC3), PathOf("thumb.jpg"), {.exif = exif});
    QVERIFY(ReadBytesOf(PathOf("thumb.jpg")).find("THUMBNAILDATA") != std::string::npos);
    WritePhoto(ReadPhoto(PathOf("thumb.jpg")), PathOf("thumb_out.jpg"));
    QVERIFY(ReadBytesOf(PathOf("thumb_out.jpg")).find("THUMBNAILDATA") == std::string::npos);
  }

  void CaptionsSurviveInJpegAndTiff() {
    const std::string records("\x1c\x02\x78\0\x05Hello", 10);
    QCOMPARE(IptcRecords(PhotoshopBlock(records)), records);
    QCOMPARE(IptcRecords("rubbish"), std::string());
    QCOMPARE(IptcRecords(PhotoshopBlock(records).substr(0, 20)), std::string());
    Save(MutedScene(CV_8UC3), PathOf("caption.jpg"), {.iptc = PhotoshopBlock(records)});
    const Photo photo = ReadPhoto(PathOf("caption.jpg"));
    QCOMPARE(photo.metadata().iptc, records);
    for (const char* name : {"e.jpg", "e.tif"}) {
      WritePhoto(photo, PathOf(name));
      QCOMPARE(ReadPhoto(PathOf(name)).metadata().iptc.substr(0, records.size()), records);
    }
  }

  void LargeExifLosesItsMakerNoteRatherThanAll() {
    ExifBlock block = *ReadExif(CameraExif(1));
    block.photo.push_back({exif_tag::kMakerNote, 7, 70000, std::string(70000, 'm')});
    const Photo photo(MutedScene(CV_8UC3), {.exif = WriteExif(block)});
    WritePhoto(photo, PathOf("large.jpg"));
    const auto written = ReadExif(ReadPhoto(PathOf("large.jpg")).metadata().exif);
    QVERIFY(written.has_value());
    QCOMPARE(TextOf(written->image, 0x0110), std::string("Model 7"));
    WritePhoto(photo, PathOf("large.tif"));
    const auto tiff = ReadExif(ReadPhoto(PathOf("large.tif")).metadata().exif);
    QVERIFY(FindField(tiff->photo, exif_tag::kMakerNote) != nullptr);
  }

  void ResolutionIsKept() {
    const Photo photo(Scene(CV_8UC3), {.horizontal_per_mm = 300 / 25.4,
                                       .vertical_per_mm = 300 / 25.4,
                                       .resolution_in_inches = true});
    for (const char* name : {"f.jpg", "f.png", "f.tif"}) {
      WritePhoto(photo, PathOf(name));
      QVERIFY(std::abs(ReadPhoto(PathOf(name)).metadata().horizontal_per_mm * 25.4 - 300) < 0.5);
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PhotoMetadataTest)
#include "photo_metadata_test.moc"
