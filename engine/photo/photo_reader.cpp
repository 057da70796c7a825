#include "engine/photo/photo_reader.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <new>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "engine/core/error.h"
#include "engine/photo/decode.h"
#include "engine/photo/file_damage.h"
#include "engine/photo/heif_reader.h"
#include "engine/photo/iptc_block.h"
#include "engine/photo/native_color.h"
#include "engine/photo/tiff_exif.h"
#include "engine/photo/upright_exif.h"
#include "engine/photo/vips_session.h"
#include "engine/photo/xmp_packet.h"

namespace heser {
namespace {

// PNG puts its size at a fixed place (ISO/IEC 15948, 11.2.2).
constexpr std::size_t kPngSizeEnd = 24;

[[noreturn]] void Refuse(const std::filesystem::path& path, const std::string& detail) {
  throw Error(ErrorKind::kUnreadable, path.string(), detail);
}

void CheckFile(const std::filesystem::path& path) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Error(ErrorKind::kFileNotFound, path.string());
  }
  if (failure) Refuse(path, failure.message());
  if (std::filesystem::is_directory(status)) Refuse(path, "a folder");
  if (!std::filesystem::is_regular_file(status)) Refuse(path, "not a file");
  if (access(path.c_str(), R_OK) != 0) Refuse(path, std::generic_category().message(errno));
  if (std::filesystem::file_size(path, failure) == 0) Refuse(path, "an empty file");
}

std::string FirstBytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(std::max<std::size_t>(kPngSizeEnd, kFormatSignatureLength), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

void CheckSize(const std::filesystem::path& path, double width, double height,
               const PhotoLimits& limits) {
  const double megapixels = width * height / 1e6;
  if (megapixels > limits.megapixels) {
    throw Error(ErrorKind::kTooLarge, path.string(), {}, megapixels, limits.megapixels);
  }
  const double smaller = std::min(width, height);
  if (smaller < limits.smallest_side) {
    throw Error(ErrorKind::kTooSmall, path.string(), {}, smaller, limits.smallest_side);
  }
}

double BigEndian(const std::string& bytes, std::size_t place) {
  double number = 0;
  for (std::size_t i = place; i < place + 4; ++i) {
    number = number * 256 + static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

// The size in a PNG is checked before libvips reads on: a file may hold nothing else.
void CheckPngSize(const std::filesystem::path& path, const std::string& bytes,
                  const PhotoLimits& limits) {
  if (bytes.size() < kPngSizeEnd) Refuse(path, kDamaged);
  const double width = BigEndian(bytes, 16);
  const double height = BigEndian(bytes, 20);
  if (width == 0 || height == 0) Refuse(path, kDamaged);  // Neither is allowed there.
  CheckSize(path, width, height, limits);
}

// Lab is the one colour model besides grey, R, G, B and inks that photo editors store.
vips::VImage WithoutLab(const vips::VImage& picture) {
  const VipsInterpretation kind = picture.interpretation();
  if (kind != VIPS_INTERPRETATION_LAB && kind != VIPS_INTERPRETATION_LABS) return picture;
  vips::VImage converted = picture.colourspace(VIPS_INTERPRETATION_RGB16);
  converted.remove(VIPS_META_ICC_NAME);
  return converted;
}

bool HoldsInk(const vips::VImage& picture) {
  return picture.interpretation() == VIPS_INTERPRETATION_CMYK;
}

void CheckSamples(const std::filesystem::path& path, const vips::VImage& picture) {
  if (picture.format() != VIPS_FORMAT_UCHAR && picture.format() != VIPS_FORMAT_USHORT) {
    Refuse(path, "samples are neither 8 nor 16 bits wide");
  }
  if (picture.bands() > (HoldsInk(picture) ? 5 : 4)) Refuse(path, "too many channels");
}

std::string DefaultInkProfile() {
  VipsBlob* blob = nullptr;
  if (vips_profile_load("cmyk", &blob, nullptr) != 0 || blob == nullptr) return {};
  std::size_t size = 0;
  const void* data = vips_blob_get(blob, &size);
  std::string icc(static_cast<const char*>(data), size);
  vips_area_unref(VIPS_AREA(blob));
  return icc;
}

// R, G, B and a possible alpha instead of inks.
cv::Mat ColorFromInk(const std::filesystem::path& path, const cv::Mat& samples,
                     const std::string& icc) {
  cv::Mat ink(samples.size(), CV_MAKETYPE(samples.depth(), 4));
  const int pairs[] = {0, 0, 1, 1, 2, 2, 3, 3};
  cv::mixChannels(&samples, 1, &ink, 1, pairs, 4);
  cv::Mat color = icc.empty() ? cv::Mat() : SrgbFromInk(ink, icc);
  if (color.empty()) color = SrgbFromInk(ink, DefaultInkProfile());
  if (color.empty()) Refuse(path, "its inks cannot be converted");
  if (samples.channels() == 4) return color;
  cv::Mat with_alpha(samples.size(), CV_MAKETYPE(samples.depth(), 4));
  const cv::Mat parts[] = {color, samples};
  const int places[] = {0, 0, 1, 1, 2, 2, 7, 3};
  cv::mixChannels(parts, 2, &with_alpha, 1, places, 4);
  return with_alpha;
}

// EXIF orientation (Exif 2.32, 4.6.4 A): how row 0 and column 0 lie in the scene.
cv::Mat Upright(const cv::Mat& samples, int orientation) {
  cv::Mat upright;
  switch (orientation) {
    case 2:
      cv::flip(samples, upright, 1);
      return upright;
    case 3:
      cv::flip(samples, upright, -1);
      return upright;
    case 4:
      cv::flip(samples, upright, 0);
      return upright;
    case 5:
      cv::transpose(samples, upright);
      return upright;
    case 6:
      cv::rotate(samples, upright, cv::ROTATE_90_CLOCKWISE);
      return upright;
    case 7:
      cv::transpose(samples, upright);
      cv::flip(upright, upright, -1);
      return upright;
    case 8:
      cv::rotate(samples, upright, cv::ROTATE_90_COUNTERCLOCKWISE);
      return upright;
    default:
      return samples;
  }
}

int OrientationOf(const vips::VImage& picture) {
  if (picture.get_typeof(VIPS_META_ORIENTATION) != G_TYPE_INT) return 1;
  return picture.get_int(VIPS_META_ORIENTATION);
}

// libvips says 1 pixel a millimetre, without a unit or in centimetres, where a file says nothing.
bool StatesResolution(const vips::VImage& picture) {
  return picture.xres() != 1 || picture.yres() != 1;
}

PhotoMetadata MetadataOf(const std::filesystem::path& path, const vips::VImage& picture,
                         PhotoFormat format) {
  PhotoMetadata metadata;
  cv::Size size(picture.width(), picture.height());
  double horizontal = picture.xres(), vertical = picture.yres();
  if (OrientationOf(picture) > 4) {
    std::swap(size.width, size.height);
    std::swap(horizontal, vertical);
  }
  metadata.icc = BlobOf(picture, VIPS_META_ICC_NAME);
  metadata.exif = UprightExif(
      format == PhotoFormat::kTiff ? ExifBlockOfTiff(path) : BlobOf(picture, VIPS_META_EXIF_NAME),
      size);
  metadata.xmp = UprightXmp(BlobOf(picture, VIPS_META_XMP_NAME));
  metadata.iptc = IptcRecords(BlobOf(picture, VIPS_META_IPTC_NAME));
  if (!StatesResolution(picture)) return metadata;
  metadata.horizontal_per_mm = horizontal;
  metadata.vertical_per_mm = vertical;
  metadata.resolution_in_inches =
      picture.get_typeof(VIPS_META_RESOLUTION_UNIT) == VIPS_TYPE_REF_STRING &&
      std::string(picture.get_string(VIPS_META_RESOLUTION_UNIT)) == "in";
  return metadata;
}

/// Beside what libvips itself fails on.
bool IsDamaged(const std::filesystem::path& path, PhotoFormat format, const Progress& progress) {
  switch (format) {
    case PhotoFormat::kJpeg:
      return HasDamagedJpegData(path, progress);
    case PhotoFormat::kPng:
      return HasDamagedPngChunks(path);
    case PhotoFormat::kWebp:
      return IsCutWebp(path);
    case PhotoFormat::kTiff:
    case PhotoFormat::kHeic:
    case PhotoFormat::kAvif:
      break;
  }
  return false;
}

Photo Read(const std::filesystem::path& path, PhotoFormat format, const PhotoLimits& limits,
           const Progress& progress) {
  if (format == PhotoFormat::kHeic || format == PhotoFormat::kAvif) {
    HeifContent content = ReadHeif(
        path, [&](cv::Size size) { CheckSize(path, size.width, size.height, limits); }, progress);
    return Photo(std::move(content.samples), std::move(content.metadata), {path, format});
  }
  vips::VImage picture = OpenPicture(path, format);
  CheckSize(path, picture.width(), picture.height(), limits);
  if (IsDamaged(path, format, progress)) Refuse(path, kDamaged);
  picture = WithoutLab(picture);
  CheckSamples(path, picture);
  PhotoMetadata metadata = MetadataOf(path, picture, format);
  cv::Mat samples = Upright(DecodePixels(picture, progress), OrientationOf(picture));
  PhotoOrigin origin{path, format, HoldsInk(picture)};
  if (origin.was_cmyk) {
    samples = ColorFromInk(path, samples, metadata.icc);
    metadata.icc.clear();
  }
  return Photo(std::move(samples), std::move(metadata), std::move(origin));
}

}  // namespace

Photo ReadPhoto(const std::filesystem::path& path, const PhotoLimits& limits,
                const Progress& progress) {
  CheckFile(path);
  const std::string bytes = FirstBytes(path);
  const std::optional<PhotoFormat> format = FormatOfContent(bytes);
  if (!format) Refuse(path, "not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file");
  if (*format == PhotoFormat::kPng) CheckPngSize(path, bytes, limits);
  StartVips();
  try {
    return Read(path, *format, limits, progress);
  } catch (const vips::VError&) {
    // What libvips says of it speaks to programmers.
    vips_error_clear();
    Refuse(path, kDamaged);
  } catch (const std::bad_alloc&) {
    throw Error(ErrorKind::kOutOfMemory, path.string());
  } catch (const cv::Exception& failure) {
    if (failure.code == cv::Error::StsNoMem) throw Error(ErrorKind::kOutOfMemory, path.string());
    throw;
  }
}

}  // namespace heser
