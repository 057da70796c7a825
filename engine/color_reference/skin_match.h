#pragma once

#include <opencv2/core.hpp>

#include "engine/core/image.h"
#include "engine/core/image_ops.h"
#include "engine/core/labels.h"

namespace heser {

/// Added to linear light before its logarithm, so that noise in black does not count.
inline constexpr float kLogOffset = 0.01f;

/// log(linear + kLogOffset) per channel of an sRGB-encoded picture. Thread-safe.
cv::Mat3f LogLight(const ColorImage& srgb);

/// Where the colour of a head's skin was measured, best first.
enum class SkinRegion {
  kFace,  ///< Skin and nose.
  kEars,  ///< No bare face: the ears.
  kNeck,  ///< Neither: the neck.
  kNone,  ///< No skin is visible: colours stay as they are.
};

struct SkinSample {
  SkinRegion region = SkinRegion::kNone;
  Mask mask;                   ///< The pixels measured.
  ColorStatistics statistics;  ///< Of LogLight, of the 80 % of pixels nearest their median.
  /// How far the brightest skin (98 % quantile of all its pixels) lies above the mean, log
  /// luminance.
  double highlight = 0;
};

/// Measures the skin in `log_light`. Labels are shrunk by 0.01 face sizes against mixed pixels, and
/// only pixels that `trusted` selects count. Falls back from face to ears to neck where fewer than
/// kFewestSkinPixels are left. Thread-safe.
inline constexpr int kFewestSkinPixels = 60;
SkinSample MeasureSkin(const cv::Mat3f& log_light, const LabelMap& labels, const Mask& trusted,
                       double face_size);

/// Takes one skin to another in log light: x -> x + shift + (contrast - 1) * (Y . (x - center)),
/// the contrast on luminance alone (Y: kLuminanceWeights), so that colour noise is not raised.
/// Above the center `highlight_contrast` takes its place: dark skin shines more than light skin,
/// and its shine would burn out when the skin is made light.
struct SkinMatch {
  cv::Vec3d shift;
  double contrast = 1;
  double highlight_contrast = 1;
  cv::Vec3d center;

  cv::Vec3f operator()(const cv::Vec3f& log_light) const;
};

/// Share of the change of chroma at this log luminance above the mean skin: shine shows the lamp's
/// colour more than the skin's, and would turn violet or yellow under the skin's whole change.
inline float ChromaShare(float above) {
  constexpr float kShine = 1.0f;  // About a photographic stop and a half: surely shine.
  constexpr float kOfShine = 0.5f;
  const float t = above <= 0 ? 0 : above >= kShine ? 1 : above / kShine;
  return 1 - (1 - kOfShine) * t * t * (3 - 2 * t);
}

/// The match of the means, and of the deviations within these limits; `amount` 0 to 1 is the share
/// of both that is applied.
SkinMatch MatchSkin(const SkinSample& source, const SkinSample& target, double amount,
                    double lowest_contrast, double highest_contrast);

}  // namespace heser
