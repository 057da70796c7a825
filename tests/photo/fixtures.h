#pragma once

#include <filesystem>
#include <string>

#include "engine/core/error.h"
#include "engine/photo/photo.h"

/// Pictures and files for the tests of engine/photo.
namespace heser::fixtures {

/// A scene without symmetry and with all values: CV_8U or CV_16U with 1 to 4 channels; alpha has
/// transparent, opaque and partly covered places.
cv::Mat Scene(int type, cv::Size size = {160, 120});

/// A scene of colours that every working space holds.
cv::Mat MutedScene(int type, cv::Size size = {160, 120});

/// libvips's own profiles: "srgb", "p3", "cmyk".
std::string Profile(const std::string& name);

/// A profile of another kind, made by Little CMS's formulas: grey with gamma 1.8.
std::string GreyProfile();

/// What a fixture file holds beside pixels.
struct Extras {
  std::string icc;
  std::string exif;  ///< A block without "Exif\0\0".
  std::string xmp;
  std::string iptc;  ///< As the format holds it.
  int orientation = 0;
  bool lossless = true;
  int page_height = 0;       ///< Of pages or frames, if several are stacked in the samples.
  bool ink = false;          ///< The four channels are inks.
  bool progressive = false;  ///< Of JPEG.
  bool deflated = false;     ///< Of TIFF.
};

/// Writes with libvips directly, in the format of the extension.
void Save(const cv::Mat& samples, const std::filesystem::path& path, const Extras& extras = {});

/// EXIF of a camera: Make, Model, Artist, ExposureTime, DateTimeOriginal, GPS latitude
/// and this orientation.
std::string CameraExif(int orientation, bool most_significant_first = false);

/// All bytes of a file, and back.
std::string ReadBytesOf(const std::filesystem::path& path);
void WriteBytesTo(const std::filesystem::path& path, const std::string& bytes);

/// Runs something that must throw heser::Error and tells its kind; fails loudly otherwise.
template <typename Function>
ErrorKind KindOfErrorFrom(Function&& function) {
  try {
    function();
  } catch (const Error& error) {
    return error.kind();
  }
  throw std::logic_error("no error was thrown");
}

/// The largest difference of two pictures of one type.
double LargestDifference(const cv::Mat& a, const cv::Mat& b);

}  // namespace heser::fixtures
