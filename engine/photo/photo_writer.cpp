#include "engine/photo/photo_writer.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/decode.h"
#include "engine/photo/exif_block.h"
#include "engine/photo/file_target.h"
#include "engine/photo/iptc_block.h"
#include "engine/photo/png_metadata.h"
#include "engine/photo/tiff_exif.h"
#include "engine/photo/vips_session.h"
#include "engine/photo/xmp_packet.h"

namespace heser {
namespace {

// What one marker segment of JPEG holds, less the names that EXIF and XMP put before their bytes.
constexpr std::size_t kJpegSegment = 65533 - 64;

// 72 dots an inch, as programs write that know no size of print.
constexpr double kUnstatedPerMm = 72 / 25.4;

constexpr int kLosslessWebpEffort = 20;
constexpr int kLargestWebpSide = 16383;
constexpr int kLargestJpegSide = 65535;

void CheckSide(const Photo& photo, const std::filesystem::path& path, PhotoFormat format) {
  const int side = std::max(photo.size().width, photo.size().height);
  const bool fits = (format != PhotoFormat::kWebp || side <= kLargestWebpSide) &&
                    (format != PhotoFormat::kJpeg || side <= kLargestJpegSide);
  if (!fits) {
    throw Error(ErrorKind::kCannotWrite, path.string(), "the format does not hold so many pixels");
  }
}

// The samples as the format can hold them.
cv::Mat SamplesFor(const Photo& photo, PhotoFormat format) {
  cv::Mat samples = photo.samples();
  if (photo.HasAlpha() && !HoldsAlpha(format)) {
    const double white = photo.IsSixteenBit() ? 65535 : 255;
    vips::VImage flat =
        PictureOfSamples(samples).flatten(vips::VImage::option()
                                              ->set("background", std::vector<double>{white})
                                              ->set("max_alpha", white));
    samples = DecodePixels(flat, {});
  }
  if (photo.IsSixteenBit() && !HoldsSixteenBits(format)) {
    cv::Mat bytes;
    samples.convertTo(bytes, CV_8U, 1.0 / 257);
    samples = bytes;
  }
  return samples.isContinuous() ? samples : samples.clone();
}

// A JPEG file of 8 x 8 pixels with this EXIF.
std::string CarrierOf(const std::string& exif) {
  VipsBlob* blob =
      vips::VImage::black(8, 8).jpegsave_buffer(vips::VImage::option()->set("strip", true));
  std::size_t size = 0;
  const void* data = vips_blob_get(blob, &size);
  std::string bytes(static_cast<const char*>(data), size);
  vips_area_unref(VIPS_AREA(blob));
  const std::string segment = std::string("Exif\0\0", 6) + exif;
  const std::size_t length = segment.size() + 2;
  const std::string head{'\xff', '\xe1', static_cast<char>(length >> 8), static_cast<char>(length)};
  return bytes.insert(2, head + segment);
}

// libvips writes only EXIF that it has parsed into fields, and parses only what it loads.
void SetExif(vips::VImage& picture, std::string exif) {
  if (exif.size() > kJpegSegment) {
    std::optional<ExifBlock> block = ReadExif(exif);
    if (!block) return;
    std::erase_if(block->photo,
                  [](const ExifField& field) { return field.tag == exif_tag::kMakerNote; });
    exif = WriteExif(*block);
  }
  if (exif.empty() || exif.size() > kJpegSegment) return;
  const std::string bytes = CarrierOf(exif);
  const vips::VImage carrier =
      vips::VImage::jpegload_buffer(vips_blob_new(nullptr, bytes.data(), bytes.size()));
  vips_image_map(
      carrier.get_image(),
      [](VipsImage*, const char* name, GValue* value, void* to) -> void* {
        if (std::string_view(name).starts_with("exif-")) {
          vips_image_set(static_cast<VipsImage*>(to), name, value);
        }
        return nullptr;
      },
      picture.get_image());
}

std::string XmpFor(const PhotoMetadata& metadata, PhotoFormat format, bool keep) {
  const std::string merged = CompositeXmp(keep ? metadata.xmp : std::string(), kCreatorTool);
  const bool fits = format != PhotoFormat::kJpeg || merged.size() <= kJpegSegment;
  return fits ? merged : CompositeXmp({}, kCreatorTool);
}

// What libvips stores well itself; PNG's chunks and TIFF's fields are added apart.
void SetMetadata(vips::VImage& picture, const PhotoMetadata& metadata, PhotoFormat format,
                 bool keep) {
  if (!metadata.icc.empty()) SetBlob(picture, VIPS_META_ICC_NAME, metadata.icc);
  const bool stated = metadata.horizontal_per_mm > 0;
  picture.set(VIPS_META_RESOLUTION_UNIT, metadata.resolution_in_inches || !stated ? "in" : "cm");
  if (format == PhotoFormat::kPng) return;
  SetBlob(picture, VIPS_META_XMP_NAME, XmpFor(metadata, format, keep));
  if (!keep || format == PhotoFormat::kTiff) return;
  SetExif(picture, metadata.exif);
  if (!metadata.iptc.empty()) {
    SetBlob(picture, VIPS_META_IPTC_NAME, PhotoshopBlock(metadata.iptc));
  }
}

void Encode(const vips::VImage& picture, PhotoFormat format, const WriteOptions& options,
            const vips::VTarget& target) {
  vips::VOption* settings = vips::VImage::option();
  switch (format) {
    case PhotoFormat::kJpeg:
      picture.jpegsave_target(target, settings->set("Q", options.jpeg_quality)
                                          ->set("subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF));
      return;
    case PhotoFormat::kPng:
      picture.pngsave_target(target, settings->set("compression", options.png_compression)
                                         ->set("filter", VIPS_FOREIGN_PNG_FILTER_SUB));
      return;
    case PhotoFormat::kTiff:
      picture.tiffsave_target(target,
                              settings->set("compression", VIPS_FOREIGN_TIFF_COMPRESSION_LZW)
                                  ->set("predictor", VIPS_FOREIGN_TIFF_PREDICTOR_HORIZONTAL));
      return;
    case PhotoFormat::kWebp:
      break;
  }
  // Exact WebP reads its quality as effort: more takes ten times as long for a tenth of the size.
  picture.webpsave_target(
      target, settings->set("lossless", options.webp_lossless)
                  ->set("Q", options.webp_lossless ? kLosslessWebpEffort : options.webp_quality)
                  ->set("effort", options.webp_lossless ? 0 : 2));
}

// Passes libvips's own progress on, and stops it when the job is told to.
class EncodingWatch {
 public:
  EncodingWatch(vips::VImage& picture, const Progress& progress)
      : picture_(picture), progress_(progress) {
    vips_image_set_progress(picture_.get_image(), TRUE);
    handler_ =
        g_signal_connect(picture_.get_image(), "eval", G_CALLBACK(&EncodingWatch::OnEval), this);
  }
  ~EncodingWatch() { g_signal_handler_disconnect(picture_.get_image(), handler_); }

  bool WasCancelled() const { return cancelled_; }

 private:
  static void OnEval(VipsImage* image, VipsProgress* state, EncodingWatch* self) {
    try {
      self->progress_.Report(state->percent / 100.0);
    } catch (const Cancelled&) {
      self->cancelled_ = true;
      vips_image_set_kill(image, TRUE);
    }
  }

  vips::VImage& picture_;
  const Progress& progress_;
  gulong handler_ = 0;
  bool cancelled_ = false;
};

// The samples with everything that libvips is to store of the photo. `samples` must outlive it.
vips::VImage PictureFor(const cv::Mat& samples, const PhotoMetadata& metadata, PhotoFormat format,
                        bool keep) {
  const auto resolution = [](double per_mm) { return per_mm > 0 ? per_mm : kUnstatedPerMm; };
  vips::VImage picture =
      PictureOfSamples(samples).copy(vips::VImage::option()
                                         ->set("xres", resolution(metadata.horizontal_per_mm))
                                         ->set("yres", resolution(metadata.vertical_per_mm)));
  SetMetadata(picture, metadata, format, keep);
  return picture;
}

// Fills the file. Throws vips::VError, Error, Cancelled.
void WriteContent(const Photo& photo, PhotoFormat format, const WriteOptions& options,
                  const Progress& progress, AtomicFile& file) {
  const cv::Mat samples = SamplesFor(photo, format);
  const PhotoMetadata& metadata = photo.metadata();
  const bool keep = options.keep_metadata;
  vips::VImage picture = PictureFor(samples, metadata, format, keep);
  const EncodingWatch watch(picture, progress);
  try {
    if (format == PhotoFormat::kTiff) {
      Encode(picture, format, options, vips::VTarget::new_to_descriptor(file.descriptor()));
      if (keep) AddMetadataToTiff(file.descriptor(), metadata.exif, metadata.iptc);
      return;
    }
    std::string chunks;
    if (format == PhotoFormat::kPng) {
      chunks =
          PngMetadataChunks(keep ? metadata.exif : std::string(), XmpFor(metadata, format, keep));
    }
    const FileTarget target(file, std::move(chunks), kPngHeadSize);
    try {
      Encode(picture, format, options, target.target());
    } catch (const vips::VError&) {
      target.Rethrow();
      throw;
    }
  } catch (const vips::VError&) {
    if (!watch.WasCancelled()) throw;
    vips_error_clear();
    throw Cancelled();
  }
}

}  // namespace

void WritePhoto(const Photo& photo, const std::filesystem::path& path, const WriteOptions& options,
                const Progress& progress) {
  options.Check();
  const std::optional<PhotoFormat> format = FormatOfExtension(path);
  if (!format) {
    throw Error(ErrorKind::kWrongUse, path.string(), "a name that ends in jpg, png, tif or webp");
  }
  if (photo.empty()) throw Error(ErrorKind::kWrongUse, path.string(), "a photo to write");
  CheckSide(photo, path, *format);
  progress.Checkpoint();
  AtomicFile file(path);
  StartVips();
  try {
    WriteContent(photo, *format, options, progress, file);
  } catch (const std::system_error& failure) {
    throw Error(ErrorKind::kCannotWrite, path.string(), failure.code().message());
  } catch (const vips::VError&) {
    throw Error(ErrorKind::kCannotWrite, path.string(), TakeVipsSystemError());
  }
  progress.Checkpoint();
  file.Commit();
}

}  // namespace heser
