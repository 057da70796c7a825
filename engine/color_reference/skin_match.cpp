#include "engine/color_reference/skin_match.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Mixed pixels at the rim of the skin: brows, lips and hair blur into it by about this much.
constexpr double kRim = 0.01;
constexpr int kMiddle = kSkinToneCount / 2;
constexpr std::array<double, kSkinToneCount> kQuantiles{0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97};
// A tone's chroma lies at most this far from the median tone's, and shine from that on its way to
// white: beyond are hair, lips and lamps.
constexpr float kLargestToneChroma = 0.25f;
// Two tones are at least this far apart, log luminance, so that a curve through them has a slope.
constexpr float kLeastToneStep = 0.01f;
// Chroma of the skin is calmed to this share at most: skin of one colour looks like wax.
constexpr double kCalmest = 0.4;
// Skin with less chroma than this (log light) tells nothing of the white that is mixed into it.
constexpr float kLeastSkinChroma = 0.05f;
// Pores and wrinkles keep this share of their contrast at least: without them skin is plastic.
constexpr float kFlattestDetail = 0.7f;
// Shading of the face above this is an edge that the tone map keeps, log luminance.
constexpr double kEdge = 0.12;

template <typename Values>
auto Quantile(Values& values, double share) {
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(std::lround(share * double(values.size() - 1)));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

struct Pixel {
  float luminance;
  cv::Vec3f chroma;
};

std::vector<Pixel> PixelsOf(const cv::Mat3f& log_light, const Mask& mask) {
  std::vector<Pixel> pixels;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) == 0) continue;
      const float luminance = LogLuminance(log_light(y, x));
      pixels.push_back({luminance, log_light(y, x) - cv::Vec3f::all(luminance)});
    }
  }
  std::sort(pixels.begin(), pixels.end(),
            [](const Pixel& a, const Pixel& b) { return a.luminance < b.luminance; });
  return pixels;
}

// How far a chroma has gone from the middle tone's to the white of reflected light, 0 to 1.
float Paleness(const cv::Vec3f& middle, const cv::Vec3f& chroma) {
  const float square = middle.dot(middle);
  if (square < kLeastSkinChroma * kLeastSkinChroma) return 0;
  return std::clamp(1 - chroma.dot(middle) / square, 0.f, 1.f);
}

SkinTones TonesOf(const std::vector<Pixel>& sorted) {
  SkinTones tones;
  const double last = double(sorted.size() - 1);
  for (int i = 0; i < kSkinToneCount; ++i) {
    tones.luminance[i] = sorted[static_cast<std::size_t>(kQuantiles[i] * last)].luminance;
    if (i > 0) {
      tones.luminance[i] = std::max(tones.luminance[i], tones.luminance[i - 1] + kLeastToneStep);
    }
    const double low = i == 0 ? 0 : (kQuantiles[i - 1] + kQuantiles[i]) / 2;
    const double high = i + 1 == kSkinToneCount ? 1 : (kQuantiles[i] + kQuantiles[i + 1]) / 2;
    const auto begin = static_cast<std::size_t>(low * last);
    const auto end = static_cast<std::size_t>(high * last) + 1;
    cv::Vec3d sum;
    for (std::size_t k = begin; k < end; ++k) sum += cv::Vec3d(sorted[k].chroma);
    tones.chroma[i] = sum / double(end - begin);
  }
  const cv::Vec3f middle = tones.chroma[kMiddle];
  for (int i = 0; i < kSkinToneCount; ++i) {
    cv::Vec3f& chroma = tones.chroma[i];
    const cv::Vec3f expected = i > kMiddle ? middle * (1 - Paleness(middle, chroma)) : middle;
    for (int c = 0; c < 3; ++c) {
      chroma[c] =
          std::clamp(chroma[c], expected[c] - kLargestToneChroma, expected[c] + kLargestToneChroma);
    }
  }
  return tones;
}

double ChromaDeviation(const std::vector<Pixel>& pixels, const SkinTones& tones) {
  double squares = 0;
  for (const Pixel& pixel : pixels) {
    const cv::Vec3f away = pixel.chroma - tones.ChromaAt(pixel.luminance);
    squares += away.dot(away);
  }
  return std::sqrt(squares / double(pixels.size()));
}

// Index of the tone at or below the value, and the place between it and the next, 0 to 1.
struct Place {
  int index;
  float fraction;
};

Place PlaceOf(const std::array<float, kSkinToneCount>& tones, float value) {
  if (value <= tones.front()) return {0, 0};
  for (int i = 0; i + 1 < kSkinToneCount; ++i) {
    if (value < tones[i + 1]) return {i, (value - tones[i]) / (tones[i + 1] - tones[i])};
  }
  return {kSkinToneCount - 2, 1};
}

float Between(float a, float b, float fraction) { return a + (b - a) * fraction; }

}  // namespace

float LogLuminance(const cv::Vec3f& log_light) {
  return kLuminanceWeights[0] * log_light[0] + kLuminanceWeights[1] * log_light[1] +
         kLuminanceWeights[2] * log_light[2];
}

double LogLuminance(const cv::Vec3d& log_light) {
  return kLuminanceWeights[0] * log_light[0] + kLuminanceWeights[1] * log_light[1] +
         kLuminanceWeights[2] * log_light[2];
}

cv::Mat3f LogLight(const ColorImage& srgb) {
  cv::Mat log_light = LinearFromSrgb(srgb) + cv::Scalar::all(kLogOffset);
  cv::log(log_light, log_light);
  return log_light;
}

cv::Vec3f SkinTones::ChromaAt(float luminance_value) const {
  const Place at = PlaceOf(luminance, luminance_value);
  return chroma[at.index] + (chroma[at.index + 1] - chroma[at.index]) * at.fraction;
}

cv::Vec3d MedianOf(const cv::Mat3f& log_light, const Mask& mask) {
  cv::Vec3d median;
  if (cv::countNonZero(mask) == 0) return median;
  for (int c = 0; c < 3; ++c) {
    std::vector<float> values;
    for (int y = 0; y < mask.rows; ++y) {
      for (int x = 0; x < mask.cols; ++x) {
        if (mask(y, x) != 0) values.push_back(log_light(y, x)[c]);
      }
    }
    median[c] = Quantile(values, 0.5);
  }
  return median;
}

SkinSample MeasureSkin(const cv::Mat3f& log_light, const LabelMap& labels, const Mask& trusted,
                       double face_size) {
  struct Choice {
    SkinRegion region;
    LabelSet labels;
  };
  static constexpr Choice kChoices[] = {{SkinRegion::kFace, kFaceSkinLabels},
                                        {SkinRegion::kEars, {Label::kEar}},
                                        {SkinRegion::kNeck, {Label::kNeck}}};
  for (const Choice& choice : kChoices) {
    if (auto sample = MeasureClasses(log_light, labels, choice.labels, trusted, face_size)) {
      sample->region = choice.region;
      return *sample;
    }
  }
  return {};
}

std::optional<SkinSample> MeasureClasses(const cv::Mat3f& log_light, const LabelMap& labels,
                                         LabelSet classes, const Mask& trusted, double face_size) {
  Mask mask;
  cv::bitwise_and(Erode(MaskOf(labels, classes), kRim * face_size), trusted, mask);
  if (cv::countNonZero(mask) < kFewestSkinPixels) return std::nullopt;
  const std::vector<Pixel> pixels = PixelsOf(log_light, mask);
  SkinSample sample;
  sample.mask = mask;
  sample.median = MedianOf(log_light, mask);
  sample.tones = TonesOf(pixels);
  sample.chroma_deviation = ChromaDeviation(pixels, sample.tones);
  return sample;
}

SkinMatch::SkinMatch(const SkinSample& source, const SkinSample& target, double amount,
                     const ToneLimits& limits)
    : from_(source.tones), to_(target.tones), amount_(static_cast<float>(amount)) {
  const double darkening = LogLuminance(source.median) - LogLuminance(target.median);
  const auto steepest = static_cast<float>(
      limits.steepest * std::exp(limits.darker_is_steeper * std::max(0.0, darkening - kSameSkin)));
  const double flatter =
      std::exp(-limits.lighter_is_flatter * std::max(0.0, -darkening - kSameSkin));
  flattest_detail_ = kFlattestDetail * static_cast<float>(flatter);
  const auto slope = [&](int i) {
    const float rise = to_.luminance[i + 1] - to_.luminance[i];
    const float run = from_.luminance[i + 1] - from_.luminance[i];
    const double flattest = i < kMiddle ? limits.flattest : limits.flattest_shine;
    return std::clamp(rise / run, static_cast<float>(flattest * flatter), steepest);
  };
  goal_[kMiddle] = to_.luminance[kMiddle];
  for (int i = kMiddle; i + 1 < kSkinToneCount; ++i) {
    goal_[i + 1] = goal_[i] + slope(i) * (from_.luminance[i + 1] - from_.luminance[i]);
  }
  for (int i = kMiddle; i > 0; --i) {
    goal_[i - 1] = goal_[i] - slope(i - 1) * (from_.luminance[i] - from_.luminance[i - 1]);
  }
  lightening_ = static_cast<float>(std::exp(std::max(0.0, -darkening)));
  calmness_ = static_cast<float>(
      std::clamp(target.chroma_deviation / std::max(1e-6, source.chroma_deviation), kCalmest, 1.0));
}

cv::Vec3f SkinMatch::Change(const cv::Vec3f& log_light, float tone, float calm) const {
  if (amount_ == 0) return shift_;
  const Place at = PlaceOf(from_.luminance, tone);
  // Beyond the last tones the way is as far as theirs.
  const float inside =
      Between(from_.luminance[at.index], from_.luminance[at.index + 1], at.fraction);
  const float raised = Between(goal_[at.index], goal_[at.index + 1], at.fraction) - inside;
  const float luminance = LogLuminance(log_light);
  const cv::Vec3f source_chroma =
      from_.chroma[at.index] + (from_.chroma[at.index + 1] - from_.chroma[at.index]) * at.fraction;
  cv::Vec3f target_chroma = to_.ChromaAt(tone + raised);
  if (at.index >= kMiddle) {
    const float left = 1 - Paleness(to_.chroma[kMiddle], target_chroma);
    // On lighter skin the same shine adds to more light from below the surface: it is less white.
    const float own = 1 - Paleness(from_.chroma[kMiddle], source_chroma);
    const float wanted = lightening_ * own / std::max(1e-6F, lightening_ * own + 1 - own);
    if (wanted < left) target_chroma *= wanted / left;
  }
  const cv::Vec3f own_away = log_light - cv::Vec3f::all(luminance) - source_chroma;
  // What is paler than the skin stays so by the same share of the skin's chroma: lips that are less
  // brown than dark skin would be blue on pale skin.
  cv::Vec3f away = own_away;
  const auto strength = static_cast<float>(cv::norm(source_chroma));
  const auto wanted_strength = static_cast<float>(cv::norm(target_chroma));
  if (const float along = own_away.dot(source_chroma); along < 0 && wanted_strength < strength) {
    const float paler = along / (strength * strength);
    away += source_chroma * (paler * (wanted_strength / strength - 1));
  }
  const cv::Vec3f chroma =
      target_chroma - source_chroma + (away - own_away) + away * ((calmness_ - 1) * calm);
  // Detail is flattened with the tones around it, and not raised: noise would be too.
  const float steepness = (goal_[at.index + 1] - goal_[at.index]) /
                          (from_.luminance[at.index + 1] - from_.luminance[at.index]);
  const float detail = (std::clamp(steepness, flattest_detail_, 1.f) - 1) * (luminance - tone);
  return (cv::Vec3f::all(raised + detail) + chroma) * amount_ + shift_;
}

cv::Mat1f ToneMap(const cv::Mat3f& log_light, double radius) {
  cv::Mat1f luminance;
  cv::transform(log_light, luminance,
                cv::Matx13f(kLuminanceWeights[0], kLuminanceWeights[1], kLuminanceWeights[2]));
  const int side = 2 * std::max(1, cvRound(radius)) + 1;
  const auto mean = [side](const cv::Mat1f& values) {
    cv::Mat1f result;
    cv::blur(values, result, {side, side}, {-1, -1}, cv::BORDER_REPLICATE);
    return result;
  };
  const cv::Mat1f average = mean(luminance);
  const cv::Mat1f variance = mean(luminance.mul(luminance)) - average.mul(average);
  const cv::Mat1f steepness = variance / (variance + kEdge * kEdge);
  const cv::Mat1f offset = average - steepness.mul(average);
  return cv::Mat1f(mean(steepness).mul(luminance) + mean(offset));
}

}  // namespace heser
