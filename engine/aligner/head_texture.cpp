#include "engine/aligner/head_texture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes.
// Hair this near to its border is mixed with what lies behind it.
constexpr double kMixedHair = 0.03;
// Detail of hair is what a blur of this width takes away.
constexpr double kDetailSigma = 0.03;
// A material that covers less of the head than this is no cover for the back of it.
constexpr double kLeastCover = 0.02;
// Pixels by which the smooth fill is made smaller: it is smooth.
constexpr int kFillReduction = 4;
// Colour is extended from this far outside on by a blurred picture (pixels).
constexpr float kSmoothFrom = 2;

int Count(const Mask& mask) { return cv::countNonZero(mask); }

/// Without pixels brighter than hair with highlights gets: background seen through it.
Mask WithoutBrightOutliers(const ColorImage& image, const Mask& material) {
  ScalarImage grey;
  cv::cvtColor(image, grey, cv::COLOR_RGB2GRAY);
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(Count(material)));
  for (int y = 0; y < image.rows; ++y) {
    for (int x = 0; x < image.cols; ++x) {
      if (material(y, x) != 0) values.push_back(grey(y, x));
    }
  }
  if (values.empty()) return material;
  const auto quantile = [&](double share) {
    const auto place = values.begin() +
                       static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const float low = quantile(0.16);
  const float middle = quantile(0.5);
  return material & cv::Mat(grey < middle + 3 * (middle - low) + 0.1f);
}

struct Material {
  Mask pixels;
  Label label;
};

Material ChooseMaterial(const ColorImage& image, const LabelMap& labels, const Mask& head,
                        double face_size) {
  const Mask hair = MaskOf(labels, {Label::kHair}) & head;
  const Mask headwear = MaskOf(labels, {Label::kHeadwear}) & head;
  Material material{hair, Label::kHair};
  if (Count(headwear) > Count(hair)) material = {headwear, Label::kHeadwear};
  const double least = kLeastCover * Count(head);
  if (Count(material.pixels) <= least) {
    material = {MaskOf(labels, {Label::kSkin}) & head, Label::kSkin};
  }
  Mask pure = material.pixels & Erode(head, kMixedHair * face_size);
  pure = Erode(pure, 2);
  if (Count(pure) < 0.3 * Count(material.pixels)) pure = Erode(material.pixels, 1);
  pure = WithoutBrightOutliers(image, pure);
  material.pixels = Count(pure) > 0 ? pure : head;
  return material;
}

ColorImage SmoothFill(const ColorImage& image, const Mask& known) {
  const cv::Size small((image.cols + kFillReduction - 1) / kFillReduction,
                       (image.rows + kFillReduction - 1) / kFillReduction);
  const AlphaMap weight = AlphaOf(known);
  ColorImage mean;
  AlphaMap share;
  cv::resize(Multiply(image, weight), mean, small, 0, 0, cv::INTER_AREA);
  cv::resize(weight, share, small, 0, 0, cv::INTER_AREA);
  AlphaMap sure(small);
  // Small pixels that are half known at least, or any known part where none is.
  double most = 0;
  cv::minMaxLoc(share, nullptr, &most);
  const float enough = most > 0.5 ? 0.5f : 0.0f;
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      mean(y, x) *= 1 / std::max(share(y, x), 1e-3f);
      sure(y, x) = share(y, x) > enough ? 1.0f : 0.0f;
    }
  }
  cv::Mat filled;
  cv::resize(PushPull(mean, sure), filled, image.size(), 0, 0, cv::INTER_LINEAR);
  return filled;
}

}  // namespace

ColorImage ExtendColors(const ColorImage& image, const Mask& known) {
  const ScalarImage distance = DistanceTo(known);
  const cv::Mat2i nearest = NearestSelected(known);
  const ColorImage calm = Blur(image, 1);
  ColorImage extended(image.size());
  cv::parallel_for_(cv::Range(0, image.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        const cv::Vec2i from = nearest(y, x);
        extended(y, x) = known(y, x) != 0 ? image(y, x) : calm(from[1], from[0]);
      }
    }
  });
  const ColorImage smooth = Blur(extended, 2);
  smooth.copyTo(extended, MaskAbove(distance, kSmoothFrom));
  return extended;
}

ColorImage ReflectDetail(const ColorImage& detail, const Mask& known, const Mask& wanted,
                         std::span<const float> reaches) {
  const cv::Mat2i nearest = NearestSelected(known);
  ColorImage reflected(detail.size(), cv::Vec3f(0, 0, 0));
  cv::parallel_for_(cv::Range(0, detail.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < detail.cols; ++x) {
        if (wanted(y, x) == 0) continue;
        const cv::Vec2i border = nearest(y, x);
        for (const float reach : reaches) {
          const int from_x = std::clamp(
              cvRound(border[0] + static_cast<float>(border[0] - x) * reach), 0, detail.cols - 1);
          const int from_y = std::clamp(
              cvRound(border[1] + static_cast<float>(border[1] - y) * reach), 0, detail.rows - 1);
          if (known(from_y, from_x) == 0) continue;
          reflected(y, x) = detail(from_y, from_x);
          break;
        }
      }
    }
  });
  return reflected;
}

HeadCover MakeHeadCover(const ColorImage& image, const LabelMap& labels, const Mask& head,
                        double face_size, const Progress& progress) {
  constexpr std::array<float, 4> kReaches = {1.0f, 0.6f, 0.3f, 0.12f};
  const Material material = ChooseMaterial(image, labels, head, face_size);
  const Mask& known = material.pixels;
  progress.Checkpoint();
  const ColorImage smooth = SmoothFill(image, known);
  progress.Checkpoint();

  const double sigma = std::max(2.0, kDetailSigma * face_size);
  const ColorImage low = BlurWeighted(image, AlphaOf(known), sigma);
  ColorImage detail;
  cv::subtract(image, low, detail, known);
  Mask unknown;
  cv::bitwise_not(known, unknown);
  ColorImage cover = ReflectDetail(detail, known, unknown, kReaches);
  progress.Checkpoint();
  cover += smooth;

  const AlphaMap own = Blur(AlphaOf(Erode(known, 1)), 1);
  return {Mix(cover, image, own), material.label};
}

}  // namespace heser
