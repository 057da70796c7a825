#include "engine/photo/photo.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/photo/native_color.h"

namespace heser {
namespace {

constexpr int kBandRows = 256;

double LargestValue(const cv::Mat& samples) { return samples.depth() == CV_16U ? 65535 : 255; }

bool IsPhotoType(const cv::Mat& samples) {
  return !samples.empty() && (samples.depth() == CV_8U || samples.depth() == CV_16U) &&
         samples.channels() <= 4;
}

// The colour channels alone.
cv::Mat WithoutAlpha(const cv::Mat& samples) {
  if (samples.channels() % 2 != 0) return samples;
  cv::Mat color(samples.size(), CV_MAKETYPE(samples.depth(), samples.channels() - 1));
  const int pairs[] = {0, 0, 1, 1, 2, 2};
  cv::mixChannels(&samples, 1, &color, 1, pairs, static_cast<std::size_t>(color.channels()));
  return color;
}

// Area filter. Whole halvings come first: they are four times faster and of the same result but for
// rounding.
cv::Mat Reduced(const cv::Mat& samples, cv::Size size) {
  cv::Mat reduced = samples;
  while (reduced.cols % 2 == 0 && reduced.rows % 2 == 0 && reduced.cols >= 2 * size.width &&
         reduced.rows >= 2 * size.height) {
    cv::Mat half;
    cv::resize(reduced, half, reduced.size() / 2, 0, 0, cv::INTER_AREA);
    reduced = half;
  }
  if (reduced.size() == size) return reduced;
  cv::Mat result;
  cv::resize(reduced, result, size, 0, 0, cv::INTER_AREA);
  return result;
}

// The colour channels as fractions of the largest value, reduced to `size`. In bands, so that a
// large photo is never held as floating-point numbers: whole halvings a band, the rest at the end.
cv::Mat ReducedFractions(const cv::Mat& samples, cv::Size size) {
  int halvings = 0;
  const auto can_halve = [&](int n) {
    const int step = 2 << n;
    return samples.cols % step == 0 && samples.rows % step == 0 &&
           samples.cols / step >= size.width && samples.rows / step >= size.height;
  };
  while (can_halve(halvings)) ++halvings;
  const int step = 1 << halvings;
  const int colors = (samples.channels() - 1) / 2 * 2 + 1;
  cv::Mat halved(samples.rows / step, samples.cols / step, CV_32FC(colors));
  const int band = std::max(step, kBandRows / step * step);
  for (int y = 0; y < samples.rows; y += band) {
    const int rows = std::min(band, samples.rows - y);
    cv::Mat fractions;
    WithoutAlpha(samples.rowRange(y, y + rows))
        .convertTo(fractions, CV_32F, 1 / LargestValue(samples));
    Reduced(fractions, {halved.cols, rows / step})
        .copyTo(halved.rowRange(y / step, (y + rows) / step));
  }
  return Reduced(halved, size);
}

cv::Size ScaledSize(cv::Size size, double scale) {
  return {std::max(1, cvRound(size.width * scale)), std::max(1, cvRound(size.height * scale))};
}

// Replaces the box's samples where `where` is above 0. `native`: CV_32F, the colour channels.
template <typename Sample>
void ReplaceSamples(cv::Mat box, const cv::Mat& native, const AlphaMap& where,
                    const AlphaMap& opacity) {
  const auto largest = static_cast<float>(LargestValue(box));
  const int channels = box.channels();
  const int colors = native.channels();
  for (int y = 0; y < box.rows; ++y) {
    const float* weight = where[y];
    const float* color = native.ptr<float>(y);
    Sample* sample = box.ptr<Sample>(y);
    for (int x = 0; x < box.cols; ++x, color += colors, sample += channels) {
      if (!(weight[x] > 0)) continue;
      for (int c = 0; c < colors; ++c) sample[c] = cv::saturate_cast<Sample>(color[c] * largest);
      if (channels == colors) continue;
      sample[colors] = cv::saturate_cast<Sample>(opacity(y, x) * largest);
    }
  }
}

// Lays colour before white.
void StandBeforeWhite(cv::Mat& color, const cv::Mat& alpha) {
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      const float coverage = alpha.at<float>(y, x);
      if (coverage >= 1) continue;
      float* value = color.ptr<float>(y) + x * color.channels();
      for (int c = 0; c < color.channels(); ++c) value[c] = 1 + (value[c] - 1) * coverage;
    }
  }
}

}  // namespace

Photo::Photo(cv::Mat samples, PhotoMetadata metadata, PhotoOrigin origin)
    : samples_(std::move(samples)), origin_(std::make_shared<PhotoOrigin>(std::move(origin))) {
  if (!IsPhotoType(samples_)) {
    throw Error(ErrorKind::kWrongUse, "photo", "samples of 8 or 16 bits in 1 to 4 channels");
  }
  color_ = NativeColor::Make(metadata.icc, ColorChannels());
  if (color_ == nullptr) {
    metadata.icc.clear();
    color_ = NativeColor::Make({}, ColorChannels());
  }
  metadata_ = std::make_shared<PhotoMetadata>(std::move(metadata));
}

void Photo::CheckBox(const cv::Rect& box) const {
  if (box.empty() || (box & bounds()) != box) {
    throw Error(ErrorKind::kWrongUse, "photo", "a box within the photo");
  }
}

ColorImage Photo::WorkingPixels(const cv::Rect& box, double scale) const {
  CheckBox(box);
  if (!(scale > 0 && scale <= 1)) throw Error(ErrorKind::kWrongUse, "photo", "0 < scale <= 1");
  return color_->WorkingFromNative(ReducedFractions(samples_(box), ScaledSize(box.size(), scale)));
}

AlphaMap Photo::Alpha(const cv::Rect& box) const {
  CheckBox(box);
  if (!HasAlpha()) return AlphaMap(box.size(), 1.0f);
  cv::Mat channel;
  cv::extractChannel(samples_(box), channel, samples_.channels() - 1);
  AlphaMap alpha;
  channel.convertTo(alpha, CV_32F, 1 / LargestValue(samples_));
  return alpha;
}

cv::Mat3b Photo::Proxy(int longest_side) const {
  if (empty() || longest_side < 1)
    throw Error(ErrorKind::kWrongUse, "photo", "a size of 1 or more");
  const double scale =
      std::min(1.0, static_cast<double>(longest_side) / std::max(samples_.cols, samples_.rows));
  const cv::Mat reduced = Reduced(samples_, ScaledSize(size(), scale));
  cv::Mat native;
  WithoutAlpha(reduced).convertTo(native, CV_32F, 1 / LargestValue(samples_));
  if (HasAlpha()) {
    cv::Mat alpha;
    cv::extractChannel(reduced, alpha, reduced.channels() - 1);
    alpha.convertTo(alpha, CV_32F, 1 / LargestValue(samples_));
    StandBeforeWhite(native, alpha);
  }
  return ToBytes(color_->WorkingFromNative(native));
}

Photo Photo::WithPixels(const cv::Rect& box, const ColorImage& working,
                        const AlphaMap& where) const {
  CheckBox(box);
  if (where.size() != box.size())
    throw Error(ErrorKind::kWrongUse, "photo", "pixels of the box's size");
  return WithPixels(box, working, where, cv::max(Alpha(box), where));
}

Photo Photo::WithPixels(const cv::Rect& box, const ColorImage& working, const AlphaMap& where,
                        const AlphaMap& opacity) const {
  CheckBox(box);
  if (working.size() != box.size() || where.size() != box.size() || opacity.size() != box.size()) {
    throw Error(ErrorKind::kWrongUse, "photo", "pixels of the box's size");
  }
  Photo changed = *this;
  changed.samples_ = samples_.clone();
  const cv::Mat native = color_->NativeFromWorking(working);
  if (IsSixteenBit())
    ReplaceSamples<std::uint16_t>(changed.samples_(box), native, where, opacity);
  else
    ReplaceSamples<std::uint8_t>(changed.samples_(box), native, where, opacity);
  return changed;
}

}  // namespace heser
