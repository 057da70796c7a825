#include "engine/photo/decode.h"

#include <algorithm>
#include <cstring>

namespace heser {
namespace {

// A few rows of blocks: decoders work in rows of 8 to 16, and progress is told after each strip.
constexpr int kRowsPerStrip = 64;

}  // namespace

vips::VImage OpenPicture(const std::filesystem::path& path, PhotoFormat format) {
  vips::VOption* options = vips::VImage::option()
                               ->set("access", VIPS_ACCESS_SEQUENTIAL)
                               ->set("fail_on", VIPS_FAIL_ON_ERROR);
  switch (format) {
    case PhotoFormat::kJpeg:
      return vips::VImage::jpegload(path.c_str(), options);
    case PhotoFormat::kPng:
      return vips::VImage::pngload(path.c_str(), options);
    case PhotoFormat::kTiff:
      return vips::VImage::tiffload(path.c_str(), options);
    case PhotoFormat::kWebp:
    case PhotoFormat::kHeic:  // These two are read by heif_reader.h.
    case PhotoFormat::kAvif:
      break;
  }
  return vips::VImage::webpload(path.c_str(), options);
}

cv::Mat DecodePixels(const vips::VImage& picture, const Progress& progress) {
  const int depth = picture.format() == VIPS_FORMAT_USHORT ? CV_16U : CV_8U;
  cv::Mat samples(picture.height(), picture.width(), CV_MAKETYPE(depth, picture.bands()));
  const std::size_t row_size = samples.cols * samples.elemSize();
  const vips::VRegion region = vips::VRegion::new_from_image(picture);
  for (int top = 0; top < samples.rows; top += kRowsPerStrip) {
    const int rows = std::min(kRowsPerStrip, samples.rows - top);
    region.prepare(0, top, samples.cols, rows);
    for (int y = top; y < top + rows; ++y) std::memcpy(samples.ptr(y), region.addr(0, y), row_size);
    progress.Report(static_cast<double>(top + rows) / samples.rows);
  }
  return samples;
}

vips::VImage PictureOfSamples(const cv::Mat& samples) {
  CV_Assert(samples.isContinuous());
  const bool wide = samples.depth() == CV_16U;
  const bool grey = samples.channels() < 3;
  vips::VImage picture = vips::VImage::new_from_memory(
      samples.data, samples.total() * samples.elemSize(), samples.cols, samples.rows,
      samples.channels(), wide ? VIPS_FORMAT_USHORT : VIPS_FORMAT_UCHAR);
  const VipsInterpretation color = wide ? VIPS_INTERPRETATION_RGB16 : VIPS_INTERPRETATION_sRGB;
  const VipsInterpretation light = wide ? VIPS_INTERPRETATION_GREY16 : VIPS_INTERPRETATION_B_W;
  return picture.copy(vips::VImage::option()->set("interpretation", grey ? light : color));
}

std::string BlobOf(const vips::VImage& picture, const char* field) {
  if (picture.get_typeof(field) != VIPS_TYPE_BLOB) return {};
  std::size_t size = 0;
  const void* data = picture.get_blob(field, &size);
  return std::string(static_cast<const char*>(data), size);
}

void SetBlob(vips::VImage& picture, const char* field, const std::string& bytes) {
  vips_image_set_blob_copy(picture.get_image(), field, bytes.data(), bytes.size());
}

}  // namespace heser
