#pragma once

#include <opencv2/core.hpp>

/// Pictures as the engine knows them. All are OpenCV matrices, rows x columns; pixel centres lie on
/// integers, x to the right, y down. Copying one shares its pixels, as OpenCV does: a function that
/// returns a picture returns one that nobody else writes to.
namespace heser {

/// Colour in R, G, B order, sRGB-encoded (gamma), nominally 0 to 1; values beyond are kept until a
/// picture is stored. This is the engine's working space.
using ColorImage = cv::Mat3f;

/// Coverage or any other soft weight, 0 to 1.
using AlphaMap = cv::Mat1f;

/// One value a pixel without a range of its own: depth, distance, luminance.
using ScalarImage = cv::Mat1f;

/// Class indices, see labels.h.
using LabelMap = cv::Mat1b;

/// A selection: 0 or 255.
using Mask = cv::Mat1b;

/// Weights of linear R, G, B in luminance (Rec. 709).
inline constexpr float kLuminanceWeights[3] = {0.2126f, 0.7152f, 0.0722f};

/// Linear light from the sRGB encoding (IEC 61966-2-1) and back, per channel. Negative values give
/// 0; values above 1 are extended by the same curve. Thread-safe.
ColorImage LinearFromSrgb(const ColorImage& srgb);
ColorImage SrgbFromLinear(const ColorImage& linear);
float LinearFromSrgb(float srgb);
float SrgbFromLinear(float linear);

/// CIE L*a*b* (L 0 to 100) of an sRGB-encoded picture and back (clipped to 0..1).
cv::Mat3f LabFromSrgb(const ColorImage& srgb);
ColorImage SrgbFromLab(const cv::Mat3f& lab);

/// Luminance of a linear picture.
ScalarImage Luminance(const ColorImage& linear);

/// 8-bit RGB picture from the working space (rounded, clipped) and back.
cv::Mat3b ToBytes(const ColorImage& image);
ColorImage FromBytes(const cv::Mat3b& image);

}  // namespace heser
