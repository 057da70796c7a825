#pragma once

#include <memory>
#include <string>

#include "engine/core/image.h"

namespace heser {

/// How a photo's own colour values relate to the working space, by its ICC profile (ICC.1:2010;
/// relative colorimetric with black point compensation, as editors do by default). Colours beyond
/// sRGB become values beyond 0..1 rather than being clipped, so that the way back is exact. Without
/// a profile values are sRGB; a profile that does the same as sRGB is not computed with. The
/// encoding of light below 0 is the curve mirrored at the origin. Immutable, thread-safe.
class NativeColor {
 public:
  /// `channels`: 1 (grey) or 3 (R, G, B). Null if the profile is damaged or made for other
  /// channels.
  static std::shared_ptr<const NativeColor> Make(const std::string& icc, int channels);

  virtual ~NativeColor() = default;

  /// `native`: CV_32FC1 or CV_32FC3, 0 to 1, and back; the result's values may lie beyond 0..1.
  virtual ColorImage WorkingFromNative(const cv::Mat& native) const = 0;
  virtual cv::Mat NativeFromWorking(const ColorImage& working) const = 0;
};

/// sRGB picture (CV_8UC3 or CV_16UC3, as the input's depth) from ink amounts (CV_8UC4 or CV_16UC4,
/// 0 is no ink). `icc` is a CMYK profile. Empty if it is damaged or of another kind.
cv::Mat SrgbFromInk(const cv::Mat& ink, const std::string& icc);

}  // namespace heser
