#pragma once

#include <array>
#include <optional>

#include <opencv2/core.hpp>

#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// Added to linear light before its logarithm, so that noise in black does not count.
inline constexpr float kLogOffset = 0.01f;

/// log(linear + kLogOffset) per channel of an sRGB-encoded picture. Thread-safe.
cv::Mat3f LogLight(const ColorImage& srgb);

/// Weighted by kLuminanceWeights: the luminance of a value or of a gain in log light.
float LogLuminance(const cv::Vec3f& log_light);
double LogLuminance(const cv::Vec3d& log_light);

/// Where the colour of a head's skin was measured, best first.
enum class SkinRegion {
  kFace,  ///< Skin and nose.
  kEars,  ///< No bare face: the ears.
  kNeck,  ///< Neither: the neck.
  kNone,  ///< No skin is visible: colours stay as they are.
};

/// Shades of the skin from its shadows to its shine, in log light.
inline constexpr int kSkinToneCount = 7;
struct SkinTones {
  std::array<float, kSkinToneCount>
      luminance{};  ///< Quantiles 3, 10, 25, 50, 75, 90, 97 %, rising.
  std::array<cv::Vec3f, kSkinToneCount> chroma{};  ///< Mean log light less luminance around each.

  /// Chroma at any luminance: linear between the tones, constant beyond them.
  cv::Vec3f ChromaAt(float luminance_value) const;
};

struct SkinSample {
  SkinRegion region = SkinRegion::kNone;
  Mask mask;         ///< The pixels measured.
  cv::Vec3d median;  ///< Of LogLight, each channel by itself.
  SkinTones tones;
  double chroma_deviation =
      0;  ///< Of the pixels' chroma from that of their tone, root mean square.
};

/// Measures the skin in `log_light`. Labels are shrunk by 0.01 face sizes against mixed pixels, and
/// only pixels that `trusted` selects count. Falls back from face to ears to neck where fewer than
/// kFewestSkinPixels are left. Thread-safe.
inline constexpr int kFewestSkinPixels = 60;
SkinSample MeasureSkin(const cv::Mat3f& log_light, const LabelMap& labels, const Mask& trusted,
                       double face_size);

/// The same of these classes, region kNone; nothing where fewer pixels are left. Thread-safe.
std::optional<SkinSample> MeasureClasses(const cv::Mat3f& log_light, const LabelMap& labels,
                                         LabelSet classes, const Mask& trusted, double face_size);

/// Channel medians of the selected pixels; {0, 0, 0} if there are none.
cv::Vec3d MedianOf(const cv::Mat3f& log_light, const Mask& mask);

/// How steep the way from one skin's tones to another's may be. Without unit: log luminance out per
/// log luminance in.
struct ToneLimits {
  double flattest = 0.6;
  double steepest = 1.5;
  double flattest_shine = 0.6;  ///< The same above the middle tone.
  /// Darker skin reflects as much light at its surface as lighter skin does and less from below it:
  /// from kSameSkin on, each unit of log luminance by which the median darkens raises `steepest`
  /// by this factor's exponential.
  double darker_is_steeper = 0;
  /// The reverse: from kSameSkin on, each unit by which the median lightens lowers `flattest` and
  /// `flattest_shine` by this factor's exponential, and with them the least contrast of detail.
  double lighter_is_flatter = 0;
};
/// Skins whose medians lie nearer than this differ by their exposure, log luminance.
inline constexpr double kSameSkin = 0.2;

/// Takes one skin to another in log light, tone by tone: luminance by a curve through the quantiles
/// of both, chroma from that of the source's tone to that of the target's. So the shine of dark
/// skin becomes the shine of light skin and not a white or violet blot, and shadows stay shadows.
/// Shine that is white on the source, as light that the surface reflects is (Shafer, 1985), stays
/// white where the target's skin has none of its own.
class SkinMatch {
 public:
  /// Leaves everything as it is.
  SkinMatch() = default;
  /// `amount` 0 to 1 is the share of the change that is applied.
  SkinMatch(const SkinSample& source, const SkinSample& target, double amount,
            const ToneLimits& limits);

  /// Change of a pixel in log light. `tone` is the luminance of its surroundings without fine
  /// detail, which the curve leaves alone; `calm` 0 to 1: how far the pixel's deviation from the
  /// tone's chroma is reduced to the target's (not for lips, which deviate by right).
  cv::Vec3f Change(const cv::Vec3f& log_light, float tone, float calm) const;

  /// Adds to every change.
  void Shift(const cv::Vec3d& log_gain) { shift_ += cv::Vec3f(log_gain); }

 private:
  SkinTones from_;
  SkinTones to_;  // Its luminances are where from_'s go.
  std::array<float, kSkinToneCount> goal_{};
  cv::Vec3f shift_;
  float calmness_ = 1;
  float lightening_ = 1;  // Of the skin itself, factor of light, 1 at least.
  float flattest_detail_ = 1;
  float amount_ = 0;
};

/// Luminance of `log_light` without detail finer than `radius` pixels, edges of shadows and shine
/// kept (self-guided filter, He et al., PAMI 2013). Thread-safe.
cv::Mat1f ToneMap(const cv::Mat3f& log_light, double radius);

}  // namespace heser
