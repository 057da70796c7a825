#include "engine/color_reference/own_gain.h"

#include <algorithm>
#include <cmath>

#include "engine/color_reference/scene_light.h"
#include "engine/color_reference/skin_match.h"
#include "engine/core/image_ops.h"
#include "engine/core/labels.h"

namespace heser {
namespace {

constexpr double kLargestOwnChroma = 0.35;
// Darker skin is redder, which is no light: chroma (log light less the mean of its channels) by log
// luminance, of the skin of 596 portraits. Teeth beside another skin would else turn orange or
// blue.
const cv::Vec3d kChromaOfDarkness(-0.17, 0.02, 0.15);
// Hair is bluer than grey (log light, blue less red) by no more than this in 97 of 100 portraits,
// light hair least of all: a gain that makes it so took the skin for the light. Fewer pixels of it,
// at the measured size, say nothing.
constexpr double kBluestHair = 0.05;
constexpr int kLeastHair = 60;
// Grey and black hair (blue less red above the first; tinted hair lies below the second) shows a
// tint that brown hair hides: it gets no redder than by this.
constexpr double kGreyHair = -0.5;
constexpr double kTintedHair = -0.9;
constexpr double kLargestGreyWarming = 0.2;
// What the skin's change of luminance says of the exposure: mostly it is the person.
constexpr double kSkinExposure = 0.15;
constexpr double kLargestOwnExposure = 0.5;

double Tint(const cv::Vec3d& log_light) { return log_light[2] - log_light[0]; }

/// `gain` in the measure in which its tint is `tint`, nothing beyond it.
cv::Vec3d WithTint(const cv::Vec3d& gain, double tint) { return gain * (tint / Tint(gain)); }

cv::Vec3d ChromaOfLight(const cv::Vec3d& skin_shift, double amount) {
  const double mean = (skin_shift[0] + skin_shift[1] + skin_shift[2]) / 3;
  cv::Vec3d gain;
  for (int c = 0; c < 3; ++c) {
    // Darkness explains a tint away, it makes none: the other skin may only be less exposed.
    const double tint = skin_shift[c] - mean;
    const double of_darkness = kChromaOfDarkness[c] * LogLuminance(skin_shift);
    const double left = tint - std::clamp(of_darkness, std::min(0.0, tint), std::max(0.0, tint));
    gain[c] = std::clamp(amount * left, -kLargestOwnChroma, kLargestOwnChroma);
  }
  return gain;
}

}  // namespace

OwnGain MeasureOwnGain(const MeasuredView& source, const Mask& solid, const MeasuredView& target,
                       const cv::Vec3d& skin_shift, const ColorReferenceOptions& options) {
  OwnGain own;
  own.other = ChromaOfLight(skin_shift, options.own_chroma);
  own.hair = own.other;
  const Mask hair = MaskOf(source.labels, {Label::kHair}) & solid;
  if (cv::countNonZero(hair) >= kLeastHair) {
    const double tint = Tint(MedianOf(source.log_light, hair));
    const double room = std::max(0.0, kBluestHair - tint);
    if (Tint(own.other) > room) own.other = own.hair = WithTint(own.other, room);
    if (Tint(own.other) < -kLargestGreyWarming) {
      const double grey = std::clamp((tint - kTintedHair) / (kGreyHair - kTintedHair), 0.0, 1.0);
      own.hair += grey * (WithTint(own.other, -kLargestGreyWarming) - own.other);
    }
  }
  const auto source_white = EyeWhites(source.color, source.labels, source.mesh);
  const auto target_white = EyeWhites(target.color, target.labels, target.mesh);
  own.eye_whites_seen = source_white.has_value() && target_white.has_value();
  if (own.eye_whites_seen) {
    const auto luminance = [](const cv::Vec3d& v) { return std::max(1e-3, LogLuminance(v)); };
    const double ratio = std::log(luminance(*target_white) / luminance(*source_white));
    const double likely = options.own_exposure * ratio + kSkinExposure * LogLuminance(skin_shift);
    const double exposure = std::clamp(likely, -kLargestOwnExposure, kLargestOwnExposure);
    own.hair += cv::Vec3d::all(exposure);
    own.other += cv::Vec3d::all(exposure);
  }
  return own;
}

}  // namespace heser
