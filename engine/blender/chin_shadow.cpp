#include "engine/blender/chin_shadow.h"

#include <algorithm>
#include <cmath>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr double kBin = 0.02;    // Face sizes.
constexpr double kReach = 0.24;  // A contact shadow is over by here.
// Every chin darkens what it nearly touches, even in flat light: log luminance at the contact, and
// the distance over which it falls to a third. Face sizes.
constexpr double kContact = -0.4;
constexpr double kContactReach = 0.04;
// The fill in the old head's place is made of the neck this far below it, shadow included.
constexpr double kFillRim = 0.03;
constexpr double kReference = 0.16;  // From here on the neck counts as unshadowed.
constexpr std::size_t kFewestPerBin = 20;
constexpr float kDarkest = -0.6f;
// Below this a change is not worth touching the target's own pixels.
constexpr float kLeastChange = 0.01f;

float Median(std::vector<float>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

float LogLuminanceOf(const cv::Vec3f& srgb) {
  float sum = 0.005f;
  for (int c = 0; c < 3; ++c) sum += kLuminanceWeights[c] * LinearFromSrgb(srgb[c]);
  return std::log(sum);
}

}  // namespace

float ChinShadow::At(float distance) const {
  if (darkening.empty()) return 0;
  const float position = std::max(0.f, distance / step - 0.5f);
  const auto index = static_cast<std::size_t>(position);
  if (index + 1 >= darkening.size()) return 0;
  const float fraction = position - static_cast<float>(index);
  return darkening[index] + (darkening[index + 1] - darkening[index]) * fraction;
}

namespace {

ChinShadow ContactAlone(double face_size) {
  ChinShadow shadow;
  shadow.step = static_cast<float>(kBin * face_size);
  const auto bins = static_cast<std::size_t>(std::ceil(kReach / kBin));
  for (std::size_t i = 0; i < bins; ++i) {
    const double distance = (double(i) + 0.5) * kBin;
    shadow.darkening.push_back(static_cast<float>(kContact * std::exp(-distance / kContactReach)));
  }
  shadow.darkening.push_back(0);
  return shadow;
}

}  // namespace

ChinShadow MeasureChinShadow(const ColorImage& color, const Mask& neck, const Mask& head,
                             double face_size) {
  ChinShadow shadow = ContactAlone(face_size);
  const std::size_t bins = shadow.darkening.size() - 1;
  std::vector<std::vector<float>> values(bins);
  std::vector<float> reference;
  const ScalarImage to_head = DistanceTo(head);
  for (int y = 0; y < neck.rows; ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      if (neck(y, x) == 0) continue;
      const auto bin = static_cast<std::size_t>(to_head(y, x) / shadow.step);
      if (bin >= bins) continue;
      const float v = LogLuminanceOf(color(y, x));
      values[bin].push_back(v);
      if (to_head(y, x) > kReference * face_size) reference.push_back(v);
    }
  }
  if (reference.size() < 2 * kFewestPerBin) return shadow;
  const float unshadowed = Median(reference);
  std::vector<float> darkening(bins + 1, 0.f);
  for (std::size_t i = 0; i < bins; ++i) {
    if (values[i].size() < kFewestPerBin) return shadow;
    darkening[i] = std::clamp(Median(values[i]) - unshadowed, kDarkest, 0.f);
  }
  // A shadow fades with the distance: whatever darkens again further down is not the chin's. The
  // first bin is mixed with the jaw's edge and takes the second's value at least.
  darkening[0] = std::min(darkening[0], darkening[1]);
  for (std::size_t i = bins; i-- > 0;) {
    const double left = 1 - double(i) / double(bins);
    darkening[i] = std::min(0.f, static_cast<float>(darkening[i] * std::min(1.0, 2 * left)));
    shadow.darkening[i] = std::min(shadow.darkening[i], darkening[i]);
  }
  return shadow;
}

AlphaMap ApplyChinShadow(ColorImage& plate, const Mask& neck, const Mask& old_head,
                         const Mask& new_head, const ChinShadow& shadow, double amount,
                         double face_size, const AlphaMap& unshaded) {
  AlphaMap change(plate.size(), 0.f);
  if (shadow.darkening.empty() || amount <= 0) return change;
  const ScalarImage to_old = DistanceTo(old_head);
  const ScalarImage to_new = DistanceTo(new_head);
  const auto reach = static_cast<float>(kReach * face_size);
  const auto rim = static_cast<float>(kFillRim * face_size);
  cv::Mat1f gain(plate.size(), 0.f);
  for (int y = 0; y < plate.rows; ++y) {
    for (int x = 0; x < plate.cols; ++x) {
      if (neck(y, x) == 0 || to_new(y, x) > reach) continue;
      const float left = unshaded.empty() ? 1 : 1 - unshaded(y, x);
      const float present = shadow.At(std::max(to_old(y, x), rim)) * left;
      gain(y, x) = std::min(0.f, shadow.At(to_new(y, x)) - present) * static_cast<float>(amount);
    }
  }
  gain = Blur(gain, 0.01 * face_size);
  for (int y = 0; y < plate.rows; ++y) {
    for (int x = 0; x < plate.cols; ++x) {
      if (neck(y, x) == 0 || gain(y, x) > -kLeastChange) continue;
      const float factor = std::exp(gain(y, x));
      for (int c = 0; c < 3; ++c) {
        plate(y, x)[c] = SrgbFromLinear(LinearFromSrgb(plate(y, x)[c]) * factor);
      }
      change(y, x) = 1 - factor;
    }
  }
  return change;
}

}  // namespace heser
