#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

/// EXIF (CIPA DC-008, Exif 2.32) as a tree, for what libvips leaves undone: EXIF of TIFF files, and
/// blocks that no longer describe the picture. All functions are thread-safe.
namespace heser {

/// One field. `value` holds `count` numbers of TIFF type `type`, least significant byte first
/// whatever the file's order is.
struct ExifField {
  std::uint16_t tag = 0;
  std::uint16_t type = 0;
  std::uint32_t count = 0;
  std::string value;
};

using ExifDirectory = std::vector<ExifField>;

/// The directories of a block without its thumbnail, which would show the picture before the edit.
struct ExifBlock {
  bool most_significant_first = false;  ///< The byte order that it came in; maker notes rely on it.
  ExifDirectory image;                  ///< IFD0 without pointers.
  ExifDirectory photo;                  ///< The Exif directory without pointers.
  ExifDirectory gps;
  ExifDirectory interoperability;

  bool empty() const {
    return image.empty() && photo.empty() && gps.empty() && interoperability.empty();
  }
};

/// Reads a block, or the directories of a TIFF file, from the stream's start. Nothing if the header
/// is foreign; fields that are damaged or above 1 MB are left out. Classic TIFF only, no BigTIFF.
std::optional<ExifBlock> ReadExif(std::istream& stream);

/// The same from bytes, with or without the "Exif\0\0" that JPEG puts before.
std::optional<ExifBlock> ReadExif(const std::string& bytes);

/// A block as JPEG, PNG and WebP hold it, without "Exif\0\0".
std::string WriteExif(const ExifBlock& block);

/// Where directories were put among bytes.
struct ExifPlaces {
  std::uint32_t photo = 0;  ///< 0 if there is none.
  std::uint32_t gps = 0;
};

/// Appends the Exif, interoperability and GPS directories to `bytes`, whose first byte lies at
/// `origin` of the file.
ExifPlaces AppendExifDirectories(const ExifBlock& block, std::uint32_t origin, std::string& bytes);

/// Appends one directory with its values and returns its place in the file.
std::uint32_t AppendExifDirectory(ExifDirectory directory, bool most_significant_first,
                                  std::uint32_t origin, std::string& bytes);

/// A field that holds one 32-bit number or one 16-bit number.
ExifField LongField(std::uint16_t tag, std::uint32_t value);
ExifField ShortField(std::uint16_t tag, std::uint16_t value);

/// The one field of a tag, or nothing.
const ExifField* FindField(const ExifDirectory& directory, std::uint16_t tag);

/// Fields of IFD0 that describe the photo rather than how its pixels are stored: these move between
/// a TIFF file's first directory and a block.
bool DescribesPhoto(std::uint16_t tag);

namespace exif_tag {
inline constexpr std::uint16_t kOrientation = 0x0112;
inline constexpr std::uint16_t kExifDirectory = 0x8769;
inline constexpr std::uint16_t kGpsDirectory = 0x8825;
inline constexpr std::uint16_t kInteroperabilityDirectory = 0xa005;
inline constexpr std::uint16_t kPixelWidth = 0xa002;
inline constexpr std::uint16_t kPixelHeight = 0xa003;
inline constexpr std::uint16_t kMakerNote = 0x927c;
inline constexpr std::uint16_t kImageId = 0xa420;
inline constexpr std::uint16_t kCameraOwner = 0xa430;
inline constexpr std::uint16_t kBodySerial = 0xa431;
inline constexpr std::uint16_t kLensSerial = 0xa435;
}  // namespace exif_tag

}  // namespace heser
