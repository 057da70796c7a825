#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/photo/photo_format.h"

/// HEIC and AVIF files for tests, made by libheif: the program itself writes none.
namespace heser::fixtures {

/// What such a file holds beside pixels.
struct HeifExtras {
  std::string icc;
  std::string exif;  ///< A block without "Exif\0\0".
  std::string xmp;
  int orientation = 1;         ///< What the boxes say, in EXIF's numbers; not written to EXIF.
  int bits = 8;                ///< Of a stored sample; 16-bit samples are shifted down to them.
  int primaries = 0;           ///< ITU-T H.273; 0 for none.
  int transfer = 13;           ///< With `primaries` alone.
  int quality = 90;            ///< 1 to 100.
  bool premultiplied = false;  ///< What alpha is said to be.
  std::size_t primary = 0;     ///< Which of the pictures.
};

/// Whether this computer's libheif writes such files.
bool CanEncode(PhotoFormat format);

/// Writes pictures of CV_8U or CV_16U with 3 or 4 channels, in the format of the extension.
void SaveHeif(const std::vector<cv::Mat>& pictures, const std::filesystem::path& path,
              const HeifExtras& extras = {});

}  // namespace heser::fixtures
