#pragma once

#include <filesystem>

#include "engine/core/progress.h"
#include "engine/photo/photo.h"

namespace heser {

/// What is read; checked on the file's header, before memory for pixels is taken.
struct PhotoLimits {
  /// 300 megapixels take 0.9 GB at 8 bits and three channels, 2.4 GB at most: more than any camera
  /// gives, and what a desktop computer can hold beside the edit.
  double megapixels = 300;
  /// The smaller side in pixels; a head needs more than this anyway.
  int smallest_side = 64;
};

/// Reads a photo: JPEG, PNG, TIFF, WebP, HEIC or AVIF by its content, whatever its name says; the
/// first page or frame of several, the primary picture of HEIC and AVIF. It is turned upright as
/// EXIF says, HEIC and AVIF as their own fields do (see heif_reader.h); ink colours (CMYK) are
/// converted to sRGB by their profile and marked in PhotoOrigin; Lab is converted to sRGB. Other
/// sample formats (float, signed) are refused. Thread-safe.
///
/// Throws Error: kFileNotFound; kUnreadable for anything that is no such photo, is empty, truncated
/// or damaged, or may not be read; kTooLarge and kTooSmall by `limits`; kOutOfMemory. Throws
/// Cancelled.
Photo ReadPhoto(const std::filesystem::path& path, const PhotoLimits& limits = {},
                const Progress& progress = {});

}  // namespace heser
