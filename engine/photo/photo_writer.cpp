#include "engine/photo/photo_writer.h"

#include <system_error>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/decode.h"
#include "engine/photo/exif_block.h"
#include "engine/photo/iptc_block.h"
#include "engine/photo/tiff_exif.h"
#include "engine/photo/vips_session.h"
#include "engine/photo/xmp_packet.h"

namespace heser {
namespace {

// What one marker segment of JPEG holds, less the names that EXIF and XMP put before their bytes.
constexpr std::size_t kJpegSegment = 65533 - 64;

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

// What libvips stores itself; the rest of a TIFF file's metadata is added when it is written.
void SetMetadata(vips::VImage& picture, const PhotoMetadata& metadata, PhotoFormat format,
                 bool keep) {
  if (!metadata.icc.empty()) SetBlob(picture, VIPS_META_ICC_NAME, metadata.icc);
  SetBlob(picture, VIPS_META_XMP_NAME, XmpFor(metadata, format, keep));
  picture.set(VIPS_META_RESOLUTION_UNIT, metadata.resolution_in_inches ? "in" : "cm");
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
                              settings->set("compression", VIPS_FOREIGN_TIFF_COMPRESSION_DEFLATE)
                                  ->set("predictor", VIPS_FOREIGN_TIFF_PREDICTOR_HORIZONTAL));
      return;
    case PhotoFormat::kWebp:
      break;
  }
  picture.webpsave_target(target, settings->set("lossless", options.webp_lossless)
                                      ->set("Q", options.webp_quality)
                                      ->set("effort", options.webp_lossless ? 1 : 4));
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
    const cv::Mat samples = SamplesFor(photo, *format);
    const PhotoMetadata& metadata = photo.metadata();
    vips::VImage picture = PictureOfSamples(samples).copy(
        vips::VImage::option()
            ->set("xres", metadata.horizontal_per_mm > 0 ? metadata.horizontal_per_mm : 1.0)
            ->set("yres", metadata.vertical_per_mm > 0 ? metadata.vertical_per_mm : 1.0));
    SetMetadata(picture, metadata, *format, options.keep_metadata);
    const EncodingWatch watch(picture, progress);
    try {
      Encode(picture, *format, options, vips::VTarget::new_to_descriptor(file.descriptor()));
    } catch (const vips::VError&) {
      const std::string reason = TakeVipsSystemError();
      if (watch.WasCancelled()) throw Cancelled();
      throw Error(ErrorKind::kCannotWrite, path.string(), reason);
    }
    if (*format == PhotoFormat::kTiff && options.keep_metadata) {
      AddMetadataToTiff(file.descriptor(), metadata.exif, metadata.iptc);
    }
  } catch (const std::system_error& failure) {
    throw Error(ErrorKind::kCannotWrite, path.string(), failure.code().message());
  } catch (const vips::VError&) {
    throw Error(ErrorKind::kCannotWrite, path.string(), TakeVipsSystemError());
  }
  progress.Checkpoint();
  file.Commit();
}

}  // namespace heser
