#include "engine/photo/picture_files.h"

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/decode.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/vips_session.h"

namespace heser {
namespace {

void WritePng(const cv::Mat& picture, const std::filesystem::path& path) {
  AtomicFile file(path);
  StartVips();
  const cv::Mat samples = picture.isContinuous() ? picture : picture.clone();
  try {
    PictureOfSamples(samples).pngsave_target(
        vips::VTarget::new_to_descriptor(file.descriptor()),
        vips::VImage::option()->set("compression", 3)->set("strip", true));
  } catch (const vips::VError&) {
    throw Error(ErrorKind::kCannotWrite, path.string(), TakeVipsSystemError());
  }
  file.Commit();
}

}  // namespace

void WriteBytes(const cv::Mat1b& values, const std::filesystem::path& path) {
  WritePng(values, path);
}

void WriteColor(const ColorImage& color, const std::filesystem::path& path) {
  WritePng(ToBytes(color), path);
}

void WriteAlpha(const AlphaMap& alpha, const std::filesystem::path& path) {
  cv::Mat1b values;
  alpha.convertTo(values, CV_8U, 255);
  WritePng(values, path);
}

cv::Mat1b ReadBytes(const std::filesystem::path& path) {
  PhotoLimits limits;
  limits.smallest_side = 1;
  const Photo photo = ReadPhoto(path, limits);
  if (photo.samples().type() != CV_8UC1) {
    throw Error(ErrorKind::kUnreadable, path.string(), "not 8-bit grey");
  }
  return photo.samples();
}

}  // namespace heser
