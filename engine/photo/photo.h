#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/core/image.h"
#include "engine/photo/photo_format.h"

namespace heser {

class NativeColor;

/// What a photo file says beside its pixels. Byte strings as the formats hold them; empty if
/// absent.
struct PhotoMetadata {
  std::string icc;   ///< Profile of the samples; without one they are sRGB.
  std::string exif;  ///< Without "Exif\0\0", thumbnail and rotation: the samples are upright.
  std::string xmp;   ///< The packet.
  std::string iptc;  ///< IIM records.
  double horizontal_per_mm = 0;  ///< Pixels in a millimetre of print; 0 if not stated.
  double vertical_per_mm = 0;
  bool resolution_in_inches = false;  ///< What unit the file stated it in.
};

/// Where a photo came from.
struct PhotoOrigin {
  std::filesystem::path path;  ///< Empty if it was made in memory.
  PhotoFormat format = PhotoFormat::kPng;
  bool was_cmyk = false;  ///< Its inks were converted to sRGB: the file's own pixels are not kept.
};

/// A photo with everything that its file holds, upright. Immutable: copies share pixels and cost
/// nothing; all functions are thread-safe.
class Photo {
 public:
  /// No photo: empty() is true.
  Photo() = default;

  /// `samples`: CV_8U or CV_16U with 1 (grey), 2 (grey, alpha), 3 (R, G, B) or 4 (R, G, B, alpha)
  /// channels, upright; not written to afterwards by anybody. A profile that is damaged or made for
  /// other channels is dropped. Throws Error{kWrongUse} for other samples.
  explicit Photo(cv::Mat samples, PhotoMetadata metadata = {}, PhotoOrigin origin = {});

  bool empty() const { return samples_.empty(); }
  cv::Size size() const { return samples_.size(); }
  cv::Rect bounds() const { return {{0, 0}, size()}; }

  /// The file's own values, exactly. Not to be written to.
  const cv::Mat& samples() const { return samples_; }
  bool IsSixteenBit() const { return samples_.depth() == CV_16U; }
  bool IsGrey() const { return samples_.channels() < 3; }
  bool HasAlpha() const { return samples_.channels() % 2 == 0; }

  const PhotoMetadata& metadata() const { return *metadata_; }
  const PhotoOrigin& origin() const { return *origin_; }

  /// A box in the working space: float sRGB-encoded R, G, B; colours beyond sRGB lie beyond 0..1.
  /// `scale` up to 1 reduces it by an area filter to round(side * scale), at least 1. The colour of
  /// transparent pixels is as stored. `box` must lie within bounds().
  ColorImage WorkingPixels(const cv::Rect& box, double scale = 1) const;

  /// Alpha of a box, 0 to 1; 1 where the photo has no alpha.
  AlphaMap Alpha(const cv::Rect& box) const;

  /// The whole photo as 8-bit sRGB R, G, B with its longer side reduced to at most `longest_side`
  /// pixels, for detection and display. Transparent parts stand before white.
  cv::Mat3b Proxy(int longest_side) const;

  /// A copy whose samples within `box` are those of `working` (of the box's size) wherever `where`
  /// is above 0: converted to the photo's own profile, grey and bit depth, rounded and clipped,
  /// with alpha raised to `where`. Every other sample is bit-identical. What WorkingPixels gave
  /// comes back within one 8-bit step.
  Photo WithPixels(const cv::Rect& box, const ColorImage& working, const AlphaMap& where) const;

  /// The same, with alpha set to `opacity` (0 to 1, of the box's size) wherever `where` is above 0;
  /// without effect on a photo that has none.
  Photo WithPixels(const cv::Rect& box, const ColorImage& working, const AlphaMap& where,
                   const AlphaMap& opacity) const;

 private:
  int ColorChannels() const { return IsGrey() ? 1 : 3; }
  void CheckBox(const cv::Rect& box) const;

  cv::Mat samples_;
  std::shared_ptr<const PhotoMetadata> metadata_ = std::make_shared<PhotoMetadata>();
  std::shared_ptr<const PhotoOrigin> origin_ = std::make_shared<PhotoOrigin>();
  std::shared_ptr<const NativeColor> color_;
};

}  // namespace heser
