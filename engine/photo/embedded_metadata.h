#pragma once

#include <string>

#include <opencv2/core.hpp>

/// Metadata as JPEG, PNG and WebP files hold it, put in here byte by byte: libvips passes EXIF
/// through a library that rewrites it, writes PNG's twice (with libpng 1.6.39) and PNG's XMP as
/// zTXt, which few readers look for. All functions are thread-safe.
namespace heser {

/// What is put in, each where not empty.
struct EmbeddedMetadata {
  std::string icc;   ///< Not for PNG, whose savers compress it well.
  std::string exif;  ///< A block without "Exif\0\0".
  std::string xmp;
  std::string iptc;              ///< IIM records; JPEG only.
  double horizontal_per_mm = 0;  ///< Pixels in a millimetre of print; JPEG only.
  double vertical_per_mm = 0;
  bool resolution_in_inches = false;
};

/// What an EXIF block or an XMP packet may take in JPEG, where it has to fit one segment.
inline constexpr std::size_t kLargestJpegPart = 65400;

/// How many first bytes of a JPEG file stand before segments.
inline constexpr std::size_t kJpegHeadSize = 2;

/// Segments to stand behind the head: JFIF's with the resolution, then the rest (ISO/IEC 10918-5;
/// Exif 2.32, 4.7; ICC.1:2010, B.4; XMP part 3, 1.1.3). EXIF, XMP and IPTC above kLargestJpegPart
/// are left out.
std::string JpegSegments(const EmbeddedMetadata& metadata);

/// How many first bytes of a PNG file are its signature and IHDR.
inline constexpr std::size_t kPngHeadSize = 33;

/// Chunks eXIf and iTXt to stand behind the head (ISO/IEC 15948, 11.3; XMP part 3, 1.1.5).
std::string PngChunks(const EmbeddedMetadata& metadata);

/// A still WebP file, with or without extended header, and its metadata (RFC 9649, 2.7).
std::string WebpWithMetadata(const std::string& file, const EmbeddedMetadata& metadata,
                             cv::Size size, bool has_alpha);

}  // namespace heser
