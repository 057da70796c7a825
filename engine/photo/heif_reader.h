#pragma once

#include <filesystem>
#include <functional>

#include "engine/core/progress.h"
#include "engine/photo/photo.h"

/// Private to this folder: HEIC and AVIF by libheif, asked directly: libvips loads it as a module
/// among others that read what is not promised (see vips_session.h), and passes 10 bits on in a
/// range of its own.
namespace heser {

/// A HEIC or AVIF file's primary picture.
struct HeifContent {
  cv::Mat samples;  ///< As Photo wants them: 3 or 4 channels; above 8 bits the full range of 16.
  PhotoMetadata metadata;
};

/// Reads a file. Rotation, mirroring and cropping are done as its boxes say, which is why EXIF's
/// orientation does not count; colours that are stated as in films become a profile. `check_size`
/// hears the upright size before memory for pixels is taken, and may throw. Grey is read as colour,
/// of several pictures the primary one; depth and gain maps beside it are left out. Missing parts
/// of a file are found; pixels whose codes are damaged, the file being as long as before, are not:
/// the decoders make something of them in silence, also in libheif's strict mode.
///
/// `progress` is asked before and after the pixels are decoded: libheif can not be interrupted.
/// Beside the samples, up to 6 bytes a pixel are taken meanwhile. Thread-safe. Throws Error:
/// kUnreadable, kTooLarge, kOutOfMemory. Throws Cancelled.
HeifContent ReadHeif(const std::filesystem::path& path,
                     const std::function<void(cv::Size)>& check_size, const Progress& progress);

}  // namespace heser
