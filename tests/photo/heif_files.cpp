#include "tests/photo/heif_files.h"

#include <cstring>
#include <memory>
#include <stdexcept>

#include <libheif/heif.h>

namespace heser::fixtures {
namespace {

template <auto release>
struct Release {
  template <typename Object>
  void operator()(Object* object) const {
    release(object);
  }
};
template <typename Object, auto release>
using Owned = std::unique_ptr<Object, Release<release>>;
using Image = Owned<heif_image, heif_image_release>;
using Encoder = Owned<heif_encoder, heif_encoder_release>;

void Require(const heif_error& answer) {
  if (answer.code != heif_error_Ok) throw std::runtime_error(answer.message);
}

heif_compression_format CodingOf(PhotoFormat format) {
  return format == PhotoFormat::kAvif ? heif_compression_AV1 : heif_compression_HEVC;
}

Image ImageOf(const cv::Mat& picture, const HeifExtras& extras) {
  const bool alpha = picture.channels() == 4;
  const bool wide = picture.depth() == CV_16U;
  const heif_chroma narrow_chroma =
      alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
  const heif_chroma wide_chroma =
      alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE;
  heif_image* raw = nullptr;
  Require(heif_image_create(picture.cols, picture.rows, heif_colorspace_RGB,
                            wide ? wide_chroma : narrow_chroma, &raw));
  Image image(raw);
  Require(
      heif_image_add_plane(raw, heif_channel_interleaved, picture.cols, picture.rows, extras.bits));
  cv::Mat stored = picture.clone();
  if (wide) stored /= 1 << (16 - extras.bits);
  int stride = 0;
  std::uint8_t* plane = heif_image_get_plane(raw, heif_channel_interleaved, &stride);
  for (int y = 0; y < stored.rows; ++y) {
    std::memcpy(plane + static_cast<std::ptrdiff_t>(y) * stride, stored.ptr(y),
                static_cast<std::size_t>(stored.cols) * stored.elemSize());
  }
  if (extras.premultiplied) heif_image_set_premultiplied_alpha(raw, 1);
  if (!extras.icc.empty()) {
    Require(heif_image_set_raw_color_profile(raw, "prof", extras.icc.data(), extras.icc.size()));
  }
  if (extras.primaries > 0) {
    const Owned<heif_color_profile_nclx, heif_nclx_color_profile_free> film(
        heif_nclx_color_profile_alloc());
    Require(heif_nclx_color_profile_set_color_primaries(
        film.get(), static_cast<std::uint16_t>(extras.primaries)));
    Require(heif_nclx_color_profile_set_transfer_characteristics(
        film.get(), static_cast<std::uint16_t>(extras.transfer)));
    film->matrix_coefficients = heif_matrix_coefficients_ITU_R_BT_601_6;
    film->full_range_flag = 1;
    Require(heif_image_set_nclx_color_profile(raw, film.get()));
  }
  return image;
}

}  // namespace

bool CanEncode(PhotoFormat format) { return heif_have_encoder_for_format(CodingOf(format)) != 0; }

void SaveHeif(const std::vector<cv::Mat>& pictures, const std::filesystem::path& path,
              const HeifExtras& extras) {
  const Owned<heif_context, heif_context_free> context(heif_context_alloc());
  heif_encoder* raw = nullptr;
  Require(heif_context_get_encoder_for_format(context.get(),
                                              CodingOf(FormatOfExtension(path).value()), &raw));
  const Encoder encoder(raw);
  Require(heif_encoder_set_lossy_quality(raw, extras.quality));
  // With 10 bits libheif 1.15 and libaom agree on this alone.
  heif_encoder_set_parameter_string(raw, "chroma", extras.bits > 8 ? "422" : "444");
  // Of x265, whose usual pace takes seconds for a picture as small as these.
  heif_encoder_set_parameter_string(raw, "preset", "ultrafast");
  const Owned<heif_encoding_options, heif_encoding_options_free> options(
      heif_encoding_options_alloc());
  options->image_orientation = static_cast<heif_orientation>(extras.orientation);
  options->macOS_compatibility_workaround_no_nclx_profile = 0;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    heif_image_handle* raw_handle = nullptr;
    Require(heif_context_encode_image(context.get(), ImageOf(pictures[i], extras).get(), raw,
                                      options.get(), &raw_handle));
    const Owned<heif_image_handle, heif_image_handle_release> handle(raw_handle);
    if (i != extras.primary) continue;
    Require(heif_context_set_primary_image(context.get(), raw_handle));
    if (!extras.exif.empty()) {
      const std::string block = std::string("Exif\0\0", 6) + extras.exif;
      Require(heif_context_add_exif_metadata(context.get(), raw_handle, block.data(),
                                             static_cast<int>(block.size())));
    }
    if (!extras.xmp.empty()) {
      Require(heif_context_add_XMP_metadata(context.get(), raw_handle, extras.xmp.data(),
                                            static_cast<int>(extras.xmp.size())));
    }
  }
  Require(heif_context_write_to_file(context.get(), path.c_str()));
}

}  // namespace heser::fixtures
