#include "engine/core/image.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr int kTableSize = 4096;

double DecodeSrgb(double v) {
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double EncodeSrgb(double v) {
  return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

// Interpolated tables keep the error below 1e-4 of the encoded range, a fortieth of an 8-bit step,
// at a tenth of the cost of pow. The encoding table is indexed by the square root of the light,
// because the curve is steep near black.
template <typename Function>
std::array<float, kTableSize + 2> MakeTable(Function value_at) {
  std::array<float, kTableSize + 2> table{};
  for (int i = 0; i < kTableSize + 2; ++i) {
    table[i] = static_cast<float>(value_at(static_cast<double>(i) / kTableSize));
  }
  return table;
}

float Lookup(const std::array<float, kTableSize + 2>& table, float position) {
  const float scaled = position * kTableSize;
  const int index = static_cast<int>(scaled);
  const float fraction = scaled - static_cast<float>(index);
  return table[index] + (table[index + 1] - table[index]) * fraction;
}

template <typename Function>
cv::Mat MapValues(const cv::Mat& input, Function map) {
  cv::Mat output(input.size(), input.type());
  const int width = input.cols * input.channels();
  cv::parallel_for_(cv::Range(0, input.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      const float* from = input.ptr<float>(y);
      float* to = output.ptr<float>(y);
      for (int i = 0; i < width; ++i) to[i] = map(from[i]);
    }
  });
  return output;
}

}  // namespace

float LinearFromSrgb(float srgb) {
  static const auto table = MakeTable(DecodeSrgb);
  if (!(srgb > 0)) return 0;
  if (srgb > 1) return static_cast<float>(DecodeSrgb(srgb));
  return Lookup(table, srgb);
}

float SrgbFromLinear(float linear) {
  static const auto table = MakeTable([](double root) { return EncodeSrgb(root * root); });
  if (!(linear > 0)) return 0;
  if (linear > 1) return static_cast<float>(EncodeSrgb(linear));
  return Lookup(table, std::sqrt(linear));
}

ColorImage LinearFromSrgb(const ColorImage& srgb) {
  return MapValues(srgb, [](float v) { return LinearFromSrgb(v); });
}

ColorImage SrgbFromLinear(const ColorImage& linear) {
  return MapValues(linear, [](float v) { return SrgbFromLinear(v); });
}

cv::Mat3f LabFromSrgb(const ColorImage& srgb) {
  cv::Mat3f lab;
  cv::cvtColor(cv::Mat(cv::max(cv::min(srgb, 1), 0)), lab, cv::COLOR_RGB2Lab);
  return lab;
}

ColorImage SrgbFromLab(const cv::Mat3f& lab) {
  cv::Mat srgb;
  cv::cvtColor(lab, srgb, cv::COLOR_Lab2RGB);
  return cv::Mat(cv::max(cv::min(srgb, 1), 0));
}

ScalarImage Luminance(const ColorImage& linear) {
  ScalarImage luminance;
  cv::transform(linear, luminance,
                cv::Matx13f(kLuminanceWeights[0], kLuminanceWeights[1], kLuminanceWeights[2]));
  return luminance;
}

cv::Mat3b ToBytes(const ColorImage& image) {
  cv::Mat3b bytes;
  image.convertTo(bytes, CV_8U, 255);
  return bytes;
}

ColorImage FromBytes(const cv::Mat3b& image) {
  ColorImage color;
  image.convertTo(color, CV_32F, 1 / 255.0);
  return color;
}

}  // namespace heser
