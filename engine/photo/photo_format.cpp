#include "engine/photo/photo_format.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace heser {

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
  return std::nullopt;
}

std::optional<PhotoFormat> FormatOfExtension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* jpeg : {".jpg", ".jpeg", ".jpe", ".jfif"}) {
    if (extension == jpeg) return PhotoFormat::kJpeg;
  }
  if (extension == ".png") return PhotoFormat::kPng;
  if (extension == ".tif" || extension == ".tiff") return PhotoFormat::kTiff;
  if (extension == ".webp") return PhotoFormat::kWebp;
  return std::nullopt;
}

const char* ExtensionOf(PhotoFormat format) {
  switch (format) {
    case PhotoFormat::kJpeg:
      return "jpg";
    case PhotoFormat::kTiff:
      return "tif";
    case PhotoFormat::kWebp:
      return "webp";
    case PhotoFormat::kPng:
      break;
  }
  return "png";
}

bool HoldsSixteenBits(PhotoFormat format) {
  return format == PhotoFormat::kPng || format == PhotoFormat::kTiff;
}

bool HoldsAlpha(PhotoFormat format) { return format != PhotoFormat::kJpeg; }

}  // namespace heser
