#pragma once

#include <filesystem>
#include <string>

#include "engine/core/options.h"
#include "engine/core/progress.h"
#include "engine/photo/photo.h"

namespace heser {

/// What of the target's own metadata a file keeps. The profile and the declaration as a composite
/// are in every file.
enum class KeptMetadata {
  kAll,           ///< EXIF, IPTC and earlier XMP.
  kWithoutPlace,  ///< EXIF without GPS, maker note and serial numbers; neither IPTC nor XMP.
  kNone,
};

/// Bits of a stored sample.
enum class StoredDepth { kAsPhoto, kEight, kSixteen };

/// How files are written. The format follows from the file name.
struct WriteOptions {
  int jpeg_quality = 95;      ///< Colour is stored at full resolution (4:4:4).
  int png_compression = 2;    ///< Higher, files shrink by a tenth at most at three times the time.
  bool webp_lossless = true;  ///< Only so are pixels outside the edit those of the target.
  int webp_quality = 90;      ///< Of lossy WebP.
  KeptMetadata metadata = KeptMetadata::kAll;
  StoredDepth depth = StoredDepth::kAsPhoto;  ///< Formats that hold 8 bits alone hold 8.

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.jpeg_quality, OptionInfo{"jpeg_quality", "", 1, 100, "Detail that JPEG keeps"});
    visit(self.png_compression,
          OptionInfo{"png_compression", "", 0, 9, "Time spent to make PNG files small"});
    visit(self.webp_lossless, OptionInfo{"webp_lossless", "", 0, 1, "Store WebP exactly"});
    visit(self.webp_quality,
          OptionInfo{"webp_quality", "", 1, 100, "Detail that WebP keeps if it is not exact"});
  }
  void Check() const { CheckOptions(*this, "writer"); }
};

/// What xmp:CreatorTool says.
inline constexpr char kCreatorTool[] = "HeSer Studio";

/// Writes a photo in the format of the path's extension, at its own bit depth unless another is
/// asked for (JPEG and WebP: 8), with its profile, EXIF, IPTC (JPEG and TIFF only) and XMP that
/// declares a composite (see xmp_packet.h). JPEG has no alpha: transparent parts are laid before
/// white. PNG, TIFF (LZW) and lossless WebP give every sample back exactly, but WebP drops the
/// colour of wholly transparent pixels. The file appears whole or not at all. Thread-safe.
///
/// Throws Error: kWrongUse for an unknown extension or options out of range, kCannotWrite with the
/// system's or the format's reason. Throws Cancelled; nothing is left then.
void WritePhoto(const Photo& photo, const std::filesystem::path& path,
                const WriteOptions& options = {}, const Progress& progress = {});

}  // namespace heser
