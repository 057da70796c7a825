#pragma once

#include <random>

#include "engine/core/image.h"

namespace heser {

/// A photographer's mistakes in one colour transform, sRGB-encoded:
/// gain * (saturation and hue about the luma)(color ^ gamma).
struct ColorJitter {
  cv::Vec3f gain = {1, 1, 1};
  float gamma = 1;
  float saturation = 1;
  float hue = 0;  ///< Radians about the grey axis.

  cv::Vec3f operator()(const cv::Vec3f& color) const { return linear() * Gamma(color); }
  /// Gain, saturation and hue as one matrix, and the curve before it.
  cv::Matx33f linear() const;
  cv::Vec3f Gamma(const cv::Vec3f& color) const;
};

/// Each part within `strength` times gain +-.2, gamma .8 to 1.25, cast +-.06, saturation +-.2, hue
/// +-.07.
ColorJitter DrawColorJitter(std::mt19937& random, double strength);

/// The jitter of the protocol of the self-reconstruction figure (engine.md): gain, gamma and cast
/// alone.
ColorJitter DrawProtocolJitter(std::mt19937& random);

/// Skin and hair (`hair` 0 to 1) apart, then lit: `light` is log gain on linear light.
ColorImage Recolored(const ColorImage& color, const ColorJitter& skin, const ColorJitter& hair,
                     const AlphaMap& hair_share, const ScalarImage& light);

}  // namespace heser
