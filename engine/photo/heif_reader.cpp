#include "engine/photo/heif_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <libheif/heif.h>

#include "engine/core/error.h"
#include "engine/photo/code_points.h"
#include "engine/photo/exif_block.h"
#include "engine/photo/file_damage.h"
#include "engine/photo/upright_exif.h"
#include "engine/photo/xmp_packet.h"

namespace heser {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMmPerCm = 10;

template <auto release>
struct Release {
  template <typename Object>
  void operator()(Object* object) const {
    release(object);
  }
};
using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Release<heif_image_release>>;
using FilmColors = std::unique_ptr<heif_color_profile_nclx, Release<heif_nclx_color_profile_free>>;

// What libheif says of it speaks to programmers.
void Require(const std::filesystem::path& path, const heif_error& answer) {
  if (answer.code == heif_error_Ok) return;
  const std::string file = path.string();
  if (answer.subcode == heif_suberror_Security_limit_exceeded) {
    throw Error(ErrorKind::kTooLarge, file);  // A side above 32768 pixels.
  }
  if (answer.code == heif_error_Memory_allocation_error) {
    throw Error(ErrorKind::kOutOfMemory, file);
  }
  if (answer.subcode == heif_suberror_No_meta_box && HoldsFilm(path)) {
    throw Error(ErrorKind::kUnreadable, file, "it holds no still picture");
  }
  // Parts that do not fit together are called a conversion that is not supported.
  const bool unknown = (answer.code == heif_error_Unsupported_feature ||
                        answer.code == heif_error_Unsupported_filetype) &&
                       answer.subcode != heif_suberror_Unsupported_color_conversion;
  throw Error(ErrorKind::kUnreadable, file,
              unknown ? "no decoder for its pixels is installed" : kDamaged);
}

std::string ProfileIn(const heif_image_handle* handle) {
  const heif_color_profile_type type = heif_image_handle_get_color_profile_type(handle);
  if (type != heif_color_profile_type_prof && type != heif_color_profile_type_rICC) return {};
  std::string icc(heif_image_handle_get_raw_color_profile_size(handle), '\0');
  const heif_error answer = heif_image_handle_get_raw_color_profile(handle, icc.data());
  return answer.code == heif_error_Ok ? icc : std::string();
}

ColorCodePoints CodePointsOf(const heif_color_profile_nclx& film) {
  return {film.color_primaries,
          film.transfer_characteristics,
          {film.color_primary_red_x, film.color_primary_red_y, film.color_primary_green_x,
           film.color_primary_green_y, film.color_primary_blue_x, film.color_primary_blue_y,
           film.color_primary_white_x, film.color_primary_white_y}};
}

// What the boxes say, else what the coded pixels do.
ColorCodePoints CodePointsOf(const heif_image_handle* handle, const heif_image* image) {
  heif_color_profile_nclx* film = nullptr;
  heif_error answer = heif_image_handle_get_nclx_color_profile(handle, &film);
  if (answer.code != heif_error_Ok) answer = heif_image_get_nclx_color_profile(image, &film);
  if (answer.code != heif_error_Ok || film == nullptr) return {};
  const FilmColors owner(film);
  return CodePointsOf(*film);
}

// The first block of a kind beside the picture; empty if there is none.
std::string BlockOf(const heif_image_handle* handle, const char* type, const char* content_type) {
  const int count = heif_image_handle_get_number_of_metadata_blocks(handle, type);
  std::vector<heif_item_id> ids(static_cast<std::size_t>(std::max(0, count)));
  heif_image_handle_get_list_of_metadata_block_IDs(handle, type, ids.data(), count);
  for (const heif_item_id id : ids) {
    const char* content = heif_image_handle_get_metadata_content_type(handle, id);
    if (std::string(content == nullptr ? "" : content) != content_type) continue;
    std::string bytes(heif_image_handle_get_metadata_size(handle, id), '\0');
    if (heif_image_handle_get_metadata(handle, id, bytes.data()).code == heif_error_Ok) {
      return bytes;
    }
  }
  return {};
}

// Four bytes before it say how far behind them it begins (ISO/IEC 23008-12, A.2.1).
std::string ExifOf(const heif_image_handle* handle) {
  constexpr std::size_t kOffsetSize = 4;
  const std::string block = BlockOf(handle, "Exif", "");
  if (block.size() < kOffsetSize) return {};
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kOffsetSize; ++i) {
    offset = offset << 8 | static_cast<unsigned char>(block[i]);
  }
  const std::size_t rest = block.size() - kOffsetSize;
  return offset < rest ? block.substr(kOffsetSize + offset) : std::string();
}

std::optional<double> FractionIn(const ExifDirectory& directory, std::uint16_t tag) {
  constexpr std::uint16_t kFraction = 5;
  const ExifField* field = FindField(directory, tag);
  if (field == nullptr || field->type != kFraction || field->value.size() < 8) return {};
  const auto number = [&](std::size_t place) {
    double value = 0;
    for (std::size_t i = place + 4; i-- > place;) {
      value = value * 256 + static_cast<unsigned char>(field->value[i]);
    }
    return value;
  };
  if (number(0) == 0 || number(4) == 0) return {};
  return number(0) / number(4);
}

// As the other formats' loaders read it where no field of the format's own says it.
void SetResolution(PhotoMetadata& metadata) {
  constexpr std::uint16_t kHorizontal = 0x011a, kVertical = 0x011b, kUnit = 0x0128;
  constexpr char kCentimetres = 3;
  const std::optional<ExifBlock> block = ReadExif(metadata.exif);
  if (!block) return;
  const auto horizontal = FractionIn(block->image, kHorizontal);
  const auto vertical = FractionIn(block->image, kVertical);
  if (!horizontal || !vertical) return;
  const ExifField* unit = FindField(block->image, kUnit);
  metadata.resolution_in_inches =
      unit == nullptr || unit->value.empty() || unit->value[0] != kCentimetres;
  const double mm = metadata.resolution_in_inches ? kMmPerInch : kMmPerCm;
  metadata.horizontal_per_mm = *horizontal / mm;
  metadata.vertical_per_mm = *vertical / mm;
}

heif_chroma LayoutFor(bool wide, bool alpha) {
  if (wide) return alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE;
  return alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
}

Image Decode(const std::filesystem::path& path, const heif_image_handle* handle, bool wide) {
  heif_image* image = nullptr;
  const heif_error answer =
      heif_decode_image(handle, &image, heif_colorspace_RGB,
                        LayoutFor(wide, heif_image_handle_has_alpha_channel(handle) != 0), nullptr);
  Image owner(image);
  // See LimitSides: the picture's own size was allowed.
  if (answer.subcode == heif_suberror_Security_limit_exceeded) {
    throw Error(ErrorKind::kUnreadable, path.string(), kDamaged);
  }
  Require(path, answer);
  return owner;
}

// libheif believes a layout of tiles that says more than the picture's own field, which was
// checked, and miscounts pictures of 2 GB and more. None of its pictures gets sides beyond the
// longer one.
void LimitSides(const std::filesystem::path& path, heif_context* context, cv::Size size,
                std::size_t pixel_size) {
  constexpr double kMostBytes = std::numeric_limits<std::int32_t>::max();
  const int longer = std::max(size.width, size.height);
  if (static_cast<double>(longer) * longer * static_cast<double>(pixel_size) > kMostBytes) {
    throw Error(ErrorKind::kTooLarge, path.string());
  }
  heif_context_set_maximum_image_size_limit(context, longer + 1);  // The least that is refused.
}

// Values of `bits` bits over the full range of 16.
std::vector<std::uint16_t> SixteenFrom(int bits) {
  const std::size_t count = std::size_t{1} << bits;
  std::vector<std::uint16_t> table(std::size_t{1} << 16, 65535);
  for (std::size_t i = 0; i < count; ++i) {
    table[i] = static_cast<std::uint16_t>(
        std::lround(static_cast<double>(i) * 65535 / static_cast<double>(count - 1)));
  }
  return table;
}

// libheif's rows are copied: they live in its picture, with bytes between them.
cv::Mat SamplesOf(const std::filesystem::path& path, const heif_image* image, cv::Size size,
                  bool wide, int channels) {
  int stride = 0;
  const std::uint8_t* pixels =
      heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const cv::Size decoded(heif_image_get_width(image, heif_channel_interleaved),
                         heif_image_get_height(image, heif_channel_interleaved));
  const int bits = heif_image_get_bits_per_pixel_range(image, heif_channel_interleaved);
  if (pixels == nullptr || decoded != size || bits < 1 || bits > (wide ? 16 : 8)) {
    throw Error(ErrorKind::kUnreadable, path.string(), kDamaged);
  }
  cv::Mat samples(size, CV_MAKETYPE(wide ? CV_16U : CV_8U, channels));
  const std::vector<std::uint16_t> table = wide ? SixteenFrom(bits) : std::vector<std::uint16_t>();
  const std::size_t row_size = static_cast<std::size_t>(size.width) * samples.elemSize();
  for (int y = 0; y < size.height; ++y) {
    std::memcpy(samples.ptr(y), pixels + static_cast<std::ptrdiff_t>(y) * stride, row_size);
    if (!wide) continue;
    auto* row = samples.ptr<std::uint16_t>(y);
    std::transform(row, row + row_size / sizeof(*row), row,
                   [&](std::uint16_t value) { return table[value]; });
  }
  return samples;
}

// Colour that was stored multiplied by alpha, as before that.
template <typename Sample>
void DivideByAlpha(cv::Mat& samples) {
  constexpr double kLargest = std::numeric_limits<Sample>::max();
  samples.forEach<cv::Vec<Sample, 4>>([](cv::Vec<Sample, 4>& pixel, const int*) {
    for (int c = 0; c < 3 && pixel[3] > 0; ++c) {
      pixel[c] = cv::saturate_cast<Sample>(pixel[c] * kLargest / pixel[3]);
    }
  });
}

}  // namespace

HeifContent ReadHeif(const std::filesystem::path& path,
                     const std::function<void(cv::Size)>& check_size, const Progress& progress) {
  const Context context(heif_context_alloc());
  Require(path, heif_context_read_from_file(context.get(), path.c_str(), nullptr));
  heif_image_handle* primary = nullptr;
  const heif_error answer = heif_context_get_primary_image_handle(context.get(), &primary);
  const Handle handle(primary);
  Require(path, answer);
  const cv::Size size(heif_image_handle_get_width(primary), heif_image_handle_get_height(primary));
  if (size.empty()) throw Error(ErrorKind::kUnreadable, path.string(), kDamaged);
  check_size(size);

  progress.Report(0);
  const bool wide = heif_image_handle_get_luma_bits_per_pixel(primary) > 8;
  const bool alpha = heif_image_handle_has_alpha_channel(primary) != 0;
  LimitSides(path, context.get(), size, (alpha ? 4U : 3U) * (wide ? 2U : 1U));
  const Image image = Decode(path, primary, wide);
  progress.Report(0.5);  // What follows copies.

  HeifContent content;
  content.metadata.icc = ProfileIn(primary);
  if (content.metadata.icc.empty()) {
    const ColorCodePoints colors = CodePointsOf(primary, image.get());
    if (IsForHdrScreens(colors)) {
      throw Error(ErrorKind::kUnreadable, path.string(),
                  "its brightness is coded for HDR screens (PQ or HLG)");
    }
    content.metadata.icc = ProfileOf(colors);
  }
  content.metadata.exif = UprightExif(ExifOf(primary), size);
  content.metadata.xmp = UprightXmp(BlockOf(primary, "mime", "application/rdf+xml"));
  SetResolution(content.metadata);
  content.samples = SamplesOf(path, image.get(), size, wide, alpha ? 4 : 3);
  if (alpha && heif_image_handle_is_premultiplied_alpha(primary) != 0) {
    wide ? DivideByAlpha<std::uint16_t>(content.samples)
         : DivideByAlpha<std::uint8_t>(content.samples);
  }
  progress.Report(1);
  return content;
}

}  // namespace heser
