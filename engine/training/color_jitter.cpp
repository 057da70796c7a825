#include "engine/training/color_jitter.h"

#include <cmath>
#include <numbers>

#include "engine/training/random_draws.h"

namespace heser {
namespace {

constexpr double kGain = 0.2;
constexpr double kGamma = 1.25;
constexpr double kCast = 0.06;
constexpr double kSaturation = 0.2;
constexpr double kHue = 0.07;
// A gain on linear light is about its power of 1 / 2.2 on encoded values.
constexpr float kEncoding = 1 / 2.2f;

float Clamped(float value) { return std::min(1.f, std::max(0.f, value)); }

}  // namespace

cv::Matx33f ColorJitter::linear() const {
  // Rotation about the grey axis (Rodrigues), scaled towards grey.
  const float c = std::cos(hue);
  const float s = std::sin(hue) / std::numbers::sqrt3_v<float>;
  const float same = (1 - c) / 3;
  const cv::Matx33f turn(c + same, same - s, same + s, same + s, c + same, same - s, same - s,
                         same + s, c + same);
  const cv::Matx33f grey = cv::Matx33f::all(1 / 3.f);
  const cv::Matx33f colored = grey + (turn - grey) * saturation;
  return cv::Matx33f::diag(gain) * colored;
}

cv::Vec3f ColorJitter::Gamma(const cv::Vec3f& color) const {
  return {std::pow(Clamped(color[0]), gamma), std::pow(Clamped(color[1]), gamma),
          std::pow(Clamped(color[2]), gamma)};
}

ColorJitter DrawColorJitter(std::mt19937& random, double strength) {
  const auto within = [&](double range) {
    return static_cast<float>(Uniform(random, -range, range) * strength);
  };
  ColorJitter jitter;
  const float gain = 1 + within(kGain);
  for (int channel = 0; channel < 3; ++channel) jitter.gain[channel] = gain * (1 + within(kCast));
  jitter.gamma = std::exp(within(std::log(kGamma)));
  jitter.saturation = 1 + within(kSaturation);
  jitter.hue = within(kHue);
  return jitter;
}

ColorJitter DrawProtocolJitter(std::mt19937& random) {
  ColorJitter jitter = DrawColorJitter(random, 1);
  jitter.saturation = 1;
  jitter.hue = 0;
  return jitter;
}

ColorImage Recolored(const ColorImage& color, const ColorJitter& skin, const ColorJitter& hair,
                     const AlphaMap& hair_share, const ScalarImage& light) {
  const cv::Matx33f skin_matrix = skin.linear();
  const cv::Matx33f hair_matrix = hair.linear();
  ColorImage result(color.size());
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      const cv::Vec3f& pixel = color(y, x);
      const float share = hair_share(y, x);
      cv::Vec3f changed;
      if (share < 1) changed += (1 - share) * (skin_matrix * skin.Gamma(pixel));
      if (share > 0) changed += share * (hair_matrix * hair.Gamma(pixel));
      const float gain = std::exp(light(y, x) * kEncoding);
      for (int c = 0; c < 3; ++c) result(y, x)[c] = Clamped(changed[c] * gain);
    }
  }
  return result;
}

}  // namespace heser
