#include "engine/photo/photo_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace heser {
namespace {

struct NamedExtension {
  std::string_view extension;
  PhotoFormat format;
};

// The first of a format is its usual one.
constexpr std::array kExtensions = {
    NamedExtension{".jpg", PhotoFormat::kJpeg},  NamedExtension{".jpeg", PhotoFormat::kJpeg},
    NamedExtension{".jpe", PhotoFormat::kJpeg},  NamedExtension{".jfif", PhotoFormat::kJpeg},
    NamedExtension{".png", PhotoFormat::kPng},   NamedExtension{".tif", PhotoFormat::kTiff},
    NamedExtension{".tiff", PhotoFormat::kTiff}, NamedExtension{".webp", PhotoFormat::kWebp},
    NamedExtension{".heic", PhotoFormat::kHeic}, NamedExtension{".heif", PhotoFormat::kHeic},
    NamedExtension{".hif", PhotoFormat::kHeic},  NamedExtension{".avif", PhotoFormat::kAvif}};

// Brands of still pictures and of bursts with a still one (ISO/IEC 23008-12, 10 and annexes B, F;
// AV1 Image File Format, 6).
constexpr std::array<std::string_view, 9> kHeicBrands = {"heic", "heix", "heim", "heis", "hevc",
                                                         "hevx", "mif1", "mif2", "msf1"};
constexpr std::array<std::string_view, 2> kAvifBrands = {"avif", "avis"};

// A file of the family of MP4 begins with a box of brands: its size, "ftyp", the major brand, a
// version, compatible brands (ISO/IEC 14496-12, 4.3).
std::optional<PhotoFormat> FormatOfBrands(std::string_view bytes) {
  constexpr std::size_t kBrandSize = 4, kMajor = 8, kVersion = 12;
  if (bytes.size() < kVersion || bytes.substr(4, 4) != "ftyp") return std::nullopt;
  std::size_t size = 0;
  for (const char byte : bytes.substr(0, 4)) size = size << 8 | static_cast<unsigned char>(byte);
  const std::size_t end = std::min(size, bytes.size());
  std::optional<PhotoFormat> format;
  for (std::size_t place = kMajor; place + kBrandSize <= end; place += kBrandSize) {
    const std::string_view brand = bytes.substr(place, kBrandSize);
    if (place == kVersion) continue;
    // The general brands stand beside that of the coding.
    if (std::ranges::find(kAvifBrands, brand) != kAvifBrands.end()) return PhotoFormat::kAvif;
    if (std::ranges::find(kHeicBrands, brand) != kHeicBrands.end()) format = PhotoFormat::kHeic;
  }
  return format;
}

}  // namespace

bool IsWritten(PhotoFormat format) {
  return format != PhotoFormat::kHeic && format != PhotoFormat::kAvif;
}

std::optional<PhotoFormat> FormatOfContent(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  if (bytes.starts_with("\xff\xd8\xff"sv)) return PhotoFormat::kJpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return PhotoFormat::kPng;
  for (std::string_view mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv}) {
    if (bytes.starts_with(mark)) return PhotoFormat::kTiff;
  }
  if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) {
    return PhotoFormat::kWebp;
  }
  return FormatOfBrands(bytes);
}

std::optional<PhotoFormat> FormatOfExtension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto named = std::ranges::find(kExtensions, extension, &NamedExtension::extension);
  if (named == kExtensions.end()) return std::nullopt;
  return named->format;
}

std::optional<PhotoFormat> WrittenFormatOf(const std::filesystem::path& path) {
  const std::optional<PhotoFormat> format = FormatOfExtension(path);
  return format && IsWritten(*format) ? format : std::nullopt;
}

const char* ExtensionOf(PhotoFormat format) {
  const auto named = std::ranges::find(kExtensions, format, &NamedExtension::format);
  return named->extension.data() + 1;  // Of a literal: it ends with a zero.
}

bool HoldsSixteenBits(PhotoFormat format) {
  return format == PhotoFormat::kPng || format == PhotoFormat::kTiff;
}

bool HoldsAlpha(PhotoFormat format) { return format != PhotoFormat::kJpeg; }

}  // namespace heser
