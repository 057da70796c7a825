#include "tests/photo/fixtures.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include <vips/vips8>

#include "engine/photo/decode.h"
#include "engine/photo/exif_block.h"
#include "engine/photo/vips_session.h"

namespace heser::fixtures {
namespace {

template <typename Sample>
cv::Mat MakeScene(int type, cv::Size size, double low, double high) {
  cv::Mat scene(size, type);
  const double largest = std::numeric_limits<Sample>::max();
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      Sample* sample = scene.ptr<Sample>(y) + x * scene.channels();
      for (int c = 0; c < scene.channels(); ++c) {
        const double wave = 0.5 + 0.5 * std::sin(0.037 * (c + 2) * x + 0.053 * (3 - c) * y + c);
        const bool alpha = c == scene.channels() - 1 && scene.channels() % 2 == 0;
        const double value =
            alpha ? std::clamp(2 * wave - 0.5, 0.0, 1.0) : low + (high - low) * wave;
        sample[c] = static_cast<Sample>(std::lround(value * largest));
      }
    }
  }
  return scene;
}

cv::Mat MakeScene(int type, cv::Size size, double low, double high) {
  return CV_MAT_DEPTH(type) == CV_16U ? MakeScene<std::uint16_t>(type, size, low, high)
                                      : MakeScene<std::uint8_t>(type, size, low, high);
}

// Numbers of ICC files are big-endian (ICC.1:2010, 4).
std::string Big(std::uint32_t number, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>(number >> shift));
  }
  return bytes;
}

ExifField Text(std::uint16_t tag, const std::string& text) {
  return ExifField{tag, 2, static_cast<std::uint32_t>(text.size() + 1), text + '\0'};
}

std::string Little(std::uint32_t number) {
  std::string bytes = Big(number, 4);
  return std::string(bytes.rbegin(), bytes.rend());
}

ExifField Rationals(std::uint16_t tag, const std::vector<std::uint32_t>& numbers) {
  ExifField field{tag, 5, static_cast<std::uint32_t>(numbers.size() / 2), {}};
  for (std::uint32_t number : numbers) field.value += Little(number);
  return field;
}

// libvips writes EXIF only from parsed fields: a JPEG's block is put in by hand.
void InsertExif(const std::filesystem::path& path, const std::string& exif) {
  std::string bytes = ReadBytesOf(path);
  const std::string segment = std::string("Exif\0\0", 6) + exif;
  bytes.insert(2, "\xff\xe1" + Big(static_cast<std::uint32_t>(segment.size() + 2), 2) + segment);
  WriteBytesTo(path, bytes);
}

}  // namespace

cv::Mat Scene(int type, cv::Size size) { return MakeScene(type, size, 0, 1); }

cv::Mat MutedScene(int type, cv::Size size) { return MakeScene(type, size, 0.35, 0.7); }

std::string Profile(const std::string& name) {
  StartVips();
  VipsBlob* blob = nullptr;
  if (vips_profile_load(name.c_str(), &blob, nullptr) != 0) throw vips::VError();
  std::size_t size = 0;
  const void* data = vips_blob_get(blob, &size);
  std::string icc(static_cast<const char*>(data), size);
  vips_area_unref(VIPS_AREA(blob));
  return icc;
}

std::string GreyProfile() {
  const std::string white = "XYZ " + Big(0, 4) + Big(0xf6d6, 4) + Big(0x10000, 4) + Big(0xd32d, 4);
  const std::string curve = "curv" + Big(0, 4) + Big(1, 4) + Big(0x01cc, 2) + Big(0, 2);
  const std::uint32_t first = 128 + 4 + 2 * 12;
  const auto white_size = static_cast<std::uint32_t>(white.size());
  const auto curve_size = static_cast<std::uint32_t>(curve.size());
  std::string header = Big(first + white_size + curve_size, 4) + Big(0, 4) + Big(0x02400000, 4);
  header += "mntrGRAYXYZ ";
  header += std::string(12, '\0') + "acsp" + std::string(28, '\0');
  header += Big(0xf6d6, 4) + Big(0x10000, 4) + Big(0xd32d, 4);
  header.resize(128, '\0');
  std::string table = Big(2, 4);
  table += "wtpt" + Big(first, 4) + Big(white_size, 4);
  table += "kTRC" + Big(first + white_size, 4) + Big(curve_size, 4);
  return header + table + white + curve;
}

void Save(const cv::Mat& samples, const std::filesystem::path& path, const Extras& extras) {
  StartVips();
  vips::VImage picture = PictureOfSamples(samples).copy();
  if (extras.ink) {
    picture = picture.copy(vips::VImage::option()->set("interpretation", VIPS_INTERPRETATION_CMYK));
  }
  if (!extras.icc.empty()) SetBlob(picture, VIPS_META_ICC_NAME, extras.icc);
  if (!extras.xmp.empty()) SetBlob(picture, VIPS_META_XMP_NAME, extras.xmp);
  if (!extras.iptc.empty()) SetBlob(picture, VIPS_META_IPTC_NAME, extras.iptc);
  if (extras.orientation > 0) picture.set(VIPS_META_ORIENTATION, extras.orientation);
  if (extras.page_height > 0) picture.set(VIPS_META_PAGE_HEIGHT, extras.page_height);
  const auto format = FormatOfExtension(path);
  if (format == PhotoFormat::kJpeg) {
    picture.jpegsave(path.c_str(), vips::VImage::option()
                                       ->set("Q", 95)
                                       ->set("interlace", extras.progressive)
                                       ->set("subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF));
    if (!extras.exif.empty()) InsertExif(path, extras.exif);
  } else if (format == PhotoFormat::kPng) {
    picture.pngsave(path.c_str());
  } else if (format == PhotoFormat::kTiff) {
    picture.tiffsave(path.c_str(),
                     vips::VImage::option()->set(
                         "compression", extras.deflated ? VIPS_FOREIGN_TIFF_COMPRESSION_DEFLATE
                                                        : VIPS_FOREIGN_TIFF_COMPRESSION_NONE));
  } else {
    picture.webpsave(path.c_str(), vips::VImage::option()->set("lossless", extras.lossless));
  }
}

std::string CameraExif(int orientation, bool most_significant_first) {
  ExifBlock block;
  block.most_significant_first = most_significant_first;
  block.image = {Text(0x010f, "HeSer Camera Works"), Text(0x0110, "Model 7"),
                 ShortField(exif_tag::kOrientation, static_cast<std::uint16_t>(orientation)),
                 Text(0x013b, "A. Photographer")};
  block.photo = {Rationals(0x829a, {1, 250}), Text(0x9003, "2024:05:06 07:08:09")};
  block.gps = {Text(0x0001, "N"), Rationals(0x0002, {52, 1, 31, 1, 12, 1})};
  return WriteExif(block);
}

std::string ReadBytesOf(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void WriteBytesTo(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

double LargestDifference(const cv::Mat& a, const cv::Mat& b) {
  return cv::norm(a, b, cv::NORM_INF);
}

}  // namespace heser::fixtures
