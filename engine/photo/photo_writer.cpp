#include "engine/photo/photo_writer.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/decode.h"
#include "engine/photo/embedded_metadata.h"
#include "engine/photo/exif_block.h"
#include "engine/photo/saver_sink.h"
#include "engine/photo/tiff_exif.h"
#include "engine/photo/vips_session.h"
#include "engine/photo/xmp_packet.h"

namespace heser {
namespace {

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

bool StoresSixteenBits(const Photo& photo, PhotoFormat format, StoredDepth depth) {
  const bool wanted =
      depth == StoredDepth::kSixteen || (depth == StoredDepth::kAsPhoto && photo.IsSixteenBit());
  return wanted && HoldsSixteenBits(format);
}

// The samples as the format can hold them.
cv::Mat SamplesFor(const Photo& photo, PhotoFormat format, StoredDepth depth) {
  cv::Mat samples = photo.samples();
  if (photo.HasAlpha() && !HoldsAlpha(format)) {
    const double white = photo.IsSixteenBit() ? 65535 : 255;
    vips::VImage flat =
        PictureOfSamples(samples).flatten(vips::VImage::option()
                                              ->set("background", std::vector<double>{white})
                                              ->set("max_alpha", white));
    samples = DecodePixels(flat, {});
  }
  const bool sixteen = StoresSixteenBits(photo, format, depth);
  if (sixteen != photo.IsSixteenBit()) {
    constexpr double kSixteenFromEight = 257;  // 255 becomes 65535.
    cv::Mat converted;
    samples.convertTo(converted, sixteen ? CV_16U : CV_8U,
                      sixteen ? kSixteenFromEight : 1 / kSixteenFromEight);
    samples = converted;
  }
  return samples.isContinuous() ? samples : samples.clone();
}

// Who took the photo where with which piece of camera does not follow from these.
std::string WithoutPlace(const std::string& exif) {
  std::optional<ExifBlock> block = ReadExif(exif);
  if (!block) return {};
  block->gps.clear();
  std::erase_if(block->photo, [](const ExifField& field) {
    return field.tag == exif_tag::kMakerNote || field.tag == exif_tag::kCameraOwner ||
           field.tag == exif_tag::kBodySerial || field.tag == exif_tag::kLensSerial ||
           field.tag == exif_tag::kImageId;
  });
  return WriteExif(*block);
}

// A block that exceeds what JPEG holds loses its maker note, the largest part by far, rather than
// all; one that still does is left out when it is put in.
std::string ExifFor(const std::string& exif, PhotoFormat format) {
  if (format != PhotoFormat::kJpeg || exif.size() <= kLargestJpegPart) return exif;
  std::optional<ExifBlock> block = ReadExif(exif);
  if (!block) return {};
  std::erase_if(block->photo,
                [](const ExifField& field) { return field.tag == exif_tag::kMakerNote; });
  return WriteExif(*block);
}

std::string XmpFor(const std::string& xmp, PhotoFormat format) {
  const std::string merged = CompositeXmp(xmp, kCreatorTool);
  const bool fits = format != PhotoFormat::kJpeg || merged.size() <= kLargestJpegPart;
  return fits ? merged : CompositeXmp({}, kCreatorTool);
}

EmbeddedMetadata EmbeddedFor(const PhotoMetadata& metadata, PhotoFormat format, KeptMetadata kept) {
  EmbeddedMetadata embedded;
  const bool stated = metadata.horizontal_per_mm > 0 && metadata.vertical_per_mm > 0;
  embedded.horizontal_per_mm = stated ? metadata.horizontal_per_mm : kUnstatedPerMm;
  embedded.vertical_per_mm = stated ? metadata.vertical_per_mm : kUnstatedPerMm;
  embedded.resolution_in_inches = metadata.resolution_in_inches || !stated;
  embedded.icc = metadata.icc;
  const bool all = kept == KeptMetadata::kAll;
  embedded.xmp = XmpFor(all ? metadata.xmp : std::string(), format);
  if (kept == KeptMetadata::kNone) return embedded;
  embedded.exif = ExifFor(all ? metadata.exif : WithoutPlace(metadata.exif), format);
  if (all) embedded.iptc = metadata.iptc;
  return embedded;
}

void Encode(const vips::VImage& picture, PhotoFormat format, const WriteOptions& options,
            const vips::VTarget& target) {
  vips::VOption* settings = vips::VImage::option();
  switch (format) {
    case PhotoFormat::kJpeg:
      picture.jpegsave_target(target, settings->set("Q", options.jpeg_quality)
                                          ->set("subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF)
                                          ->set("strip", true));
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
    case PhotoFormat::kHeic:  // These two are not written.
    case PhotoFormat::kAvif:
      break;
  }
  // Exact WebP reads its quality as effort: more takes ten times as long for a tenth of the size.
  picture.webpsave_target(
      target, settings->set("lossless", options.webp_lossless)
                  ->set("Q", options.webp_lossless ? kLosslessWebpEffort : options.webp_quality)
                  ->set("effort", options.webp_lossless ? 0 : 2)
                  ->set("strip", true));
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

// The samples with what libvips stores itself: the resolution, and where it does so well the
// profile and XMP. `samples` must outlive it.
vips::VImage PictureFor(const cv::Mat& samples, const EmbeddedMetadata& embedded,
                        PhotoFormat format) {
  vips::VImage picture =
      PictureOfSamples(samples).copy(vips::VImage::option()
                                         ->set("xres", embedded.horizontal_per_mm)
                                         ->set("yres", embedded.vertical_per_mm));
  picture.set(VIPS_META_RESOLUTION_UNIT, embedded.resolution_in_inches ? "in" : "cm");
  const bool tiff = format == PhotoFormat::kTiff;
  if (!embedded.icc.empty() && (tiff || format == PhotoFormat::kPng)) {
    SetBlob(picture, VIPS_META_ICC_NAME, embedded.icc);
  }
  if (tiff) SetBlob(picture, VIPS_META_XMP_NAME, embedded.xmp);
  return picture;
}

// Runs a saver into a taker. Throws what the taker threw, vips::VError.
void EncodeInto(const vips::VImage& picture, PhotoFormat format, const WriteOptions& options,
                SaverSink::Taker taker) {
  const SaverSink sink(std::move(taker));
  try {
    Encode(picture, format, options, sink.target());
  } catch (const vips::VError&) {
    sink.Rethrow();
    throw;
  }
  sink.Rethrow();
}

// Writes what comes to the file, with `insertion` behind the first `place` bytes.
SaverSink::Taker Inserting(AtomicFile& file, const std::string& insertion, std::size_t place) {
  return [&file, insertion, place, taken = std::size_t{0}](std::string bytes) mutable {
    const std::size_t before = taken;
    taken += bytes.size();
    if (before <= place && taken > place) bytes.insert(place - before, insertion);
    file.Write(bytes);
  };
}

// Fills the file. Throws vips::VError, Error, std::system_error.
void EncodeToFile(const vips::VImage& picture, PhotoFormat format, const WriteOptions& options,
                  const EmbeddedMetadata& embedded, AtomicFile& file) {
  switch (format) {
    case PhotoFormat::kJpeg:
      EncodeInto(picture, format, options, Inserting(file, JpegSegments(embedded), kJpegHeadSize));
      return;
    case PhotoFormat::kPng:
      EncodeInto(picture, format, options, Inserting(file, PngChunks(embedded), kPngHeadSize));
      return;
    case PhotoFormat::kTiff:
      Encode(picture, format, options, vips::VTarget::new_to_descriptor(file.descriptor()));
      AddMetadataToTiff(file.descriptor(), embedded.exif, embedded.iptc);
      return;
    case PhotoFormat::kWebp:
    case PhotoFormat::kHeic:  // These two are not written.
    case PhotoFormat::kAvif:
      break;
  }
  std::string bytes;
  EncodeInto(picture, format, options, [&](const std::string& more) { bytes += more; });
  file.Write(
      WebpWithMetadata(bytes, embedded, {picture.width(), picture.height()}, picture.has_alpha()));
}

// Throws vips::VError, Error, std::system_error, Cancelled.
void WriteContent(const Photo& photo, PhotoFormat format, const WriteOptions& options,
                  const Progress& progress, AtomicFile& file) {
  const cv::Mat samples = SamplesFor(photo, format, options.depth);
  const EmbeddedMetadata embedded = EmbeddedFor(photo.metadata(), format, options.metadata);
  vips::VImage picture = PictureFor(samples, embedded, format);
  const EncodingWatch watch(picture, progress);
  try {
    EncodeToFile(picture, format, options, embedded, file);
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
  const std::optional<PhotoFormat> format = WrittenFormatOf(path);
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
