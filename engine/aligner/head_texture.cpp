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
constexpr double kMixedWithSkin = 0.012;
// The middle 60 % of its pixels say what colour a material has (Lab; the spread of those is about
// half of the whole), and pixels within this squared Mahalanobis distance of it belong to it.
constexpr double kUsualShare = 0.6;
constexpr double kUsualDistance = 9;
constexpr double kLeastVariance = 9;
// Background is looked for in hair this near to the outline, compared with colours about this near.
constexpr double kShiningRim = 0.11;
constexpr double kNearby = 0.06;
// What has gone this share of the way from the hair's chroma to the background's is background: a
// highlight keeps most of the hair's. Below these contrasts (sRGB; chroma) the two cannot be told
// apart.
constexpr double kChromaShare = 0.75;
constexpr double kLeastContrast = 0.2;
constexpr double kLeastChromaContrast = 0.12;
// Mixtures of hair and background lie between both: no further on than this share of the way, and
// no further beside it than this (sRGB) and this share of the way's length. Shine may.
constexpr double kFarthestShare = 1.2;
constexpr double kLeastMisfit = 0.03;
constexpr double kMostMisfit = 0.15;
// Squared Mahalanobis distance to the hair's colours (sRGB) from which a pixel may be background.
constexpr double kShiningDistance = 25;
constexpr double kLeastVarianceRgb = 0.0009;
// Detail of hair is what a blur of this width takes away.
constexpr double kDetailSigma = 0.03;
// A material that covers less of the head than this is no cover for the back of it.
constexpr double kLeastCover = 0.02;
// Pixels by which the smooth fill is made smaller: it is smooth.
constexpr int kFillReduction = 4;
// Colour is extended from this far outside on by a blurred picture (pixels).
constexpr float kSmoothFrom = 2;

int Count(const Mask& mask) { return cv::countNonZero(mask); }

/// Without what is not of the material's colour: skin and background seen through hair, clips.
Mask WithoutOutliers(const ColorImage& image, const Mask& material) {
  const cv::Rect box = cv::boundingRect(material);
  if (box.empty()) return material;
  const cv::Mat3f lab = LabFromSrgb(image(box));
  const ColorStatistics usual = RobustStatistics(lab, material(box), kUsualShare);
  // A floor keeps the grain of evenly coloured hair from being an outlier.
  const cv::Matx33d precision =
      (usual.covariance + kLeastVariance * cv::Matx33d::eye()).inv(cv::DECOMP_CHOLESKY);
  Mask pure = Mask::zeros(material.size());
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      if (material(y + box.y, x + box.x) == 0) continue;
      const cv::Vec3d away = cv::Vec3d(lab(y, x)) - usual.mean;
      if (away.dot(precision * away) < kUsualDistance) pure(y + box.y, x + box.x) = 255;
    }
  }
  return pure;
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
  pure &= Erode(material.pixels, std::max(2.0, kMixedWithSkin * face_size));
  if (Count(pure) < 0.3 * Count(material.pixels)) pure = Erode(material.pixels, 1);
  pure = WithoutOutliers(image, pure);
  material.pixels = Count(pure) > 0 ? pure : head;
  return material;
}

/// How far `value` is on the way from `from` to `to`; 0 where these are closer than `least`.
double ShareOfWay(const cv::Vec3f& value, const cv::Vec3f& from, const cv::Vec3f& to,
                  double least) {
  const cv::Vec3f way = to - from;
  const double squared = way.dot(way);
  return squared < least * least ? 0 : (value - from).dot(way) / squared;
}

/// Whether `value` may be a mixture of hair and background.
bool IsMixture(const cv::Vec3f& value, const cv::Vec3f& hair, const cv::Vec3f& background) {
  const double share = ShareOfWay(value, hair, background, 0);
  const cv::Vec3f way = background - hair;
  const double misfit = cv::norm(value - hair - way * share);
  return share < kFarthestShare && misfit < kLeastMisfit + kMostMisfit * cv::norm(way);
}

/// Colour without its brightness; the offset calms dark pixels.
cv::Vec3f Chroma(const cv::Vec3f& color) {
  constexpr float kOffset = 0.06f;
  return (color + cv::Vec3f::all(kOffset)) / (color[0] + color[1] + color[2] + 3 * kOffset);
}

/// Where a pixel takes detail from: `at`, by the factor `amount`.
struct Reflected {
  cv::Point at;
  float amount = 1;
};

/// Where `place` lands when it is reflected across the border of what is known, and back and forth
/// within as far as the known goes on in that direction.
Reflected ReflectedPlace(cv::Point place, cv::Point border, const Mask& known) {
  const cv::Point2f inwards = border - place;
  const auto distance = static_cast<float>(cv::norm(inwards));
  if (distance == 0) return {border};
  const cv::Point2f step = inwards / distance;
  const auto at = [&](float depth) {
    return cv::Point(cvRound(static_cast<float>(border.x) + step.x * depth),
                     cvRound(static_cast<float>(border.y) + step.y * depth));
  };
  const cv::Rect inside({}, known.size());
  float thickness = 0;
  while (thickness < distance) {
    const cv::Point next = at(thickness + 1);
    if (!inside.contains(next) || known(next) == 0) break;
    ++thickness;
  }
  if (thickness == 0) return {border, 0};
  const float there_and_back = std::fmod(distance, 2 * thickness);
  // Over and over, a narrow strip makes rings.
  return {at(std::min(there_and_back, 2 * thickness - there_and_back)),
          std::min(1.0f, 2 * thickness / distance)};
}

}  // namespace

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

ColorImage ExtendColors(const ColorImage& image, const Mask& known, const Mask& hair) {
  const ScalarImage distance = DistanceTo(known);
  const cv::Mat2i nearest = NearestSelected(known);
  const Mask known_hair = known & hair;
  const cv::Mat2i nearest_hair =
      cv::countNonZero(known_hair) > 0 ? NearestSelected(known_hair) : nearest;
  const ColorImage calm = Blur(image, 1);
  ColorImage extended(image.size());
  cv::parallel_for_(cv::Range(0, image.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        const cv::Vec2i from = hair(y, x) != 0 ? nearest_hair(y, x) : nearest(y, x);
        extended(y, x) = known(y, x) != 0 ? image(y, x) : calm(from[1], from[0]);
      }
    }
  });
  const ColorImage smooth = Blur(extended, 2);
  smooth.copyTo(extended, MaskAbove(distance, kSmoothFrom));
  return extended;
}

Mask ShinesThrough(const ColorImage& image, const Mask& hair, const Mask& head, const Mask& outside,
                   double face_size) {
  const Mask core = hair & Erode(head, kShiningRim * face_size);
  if (cv::countNonZero(core) == 0 || cv::countNonZero(outside) == 0)
    return Mask::zeros(hair.size());
  const double sigma = kNearby * face_size;
  const ColorImage inside_color = BlurWeighted(image, AlphaOf(core), sigma);
  const ColorImage outside_color = BlurWeighted(image, AlphaOf(outside), sigma);
  const Mask rim = hair & ~cv::Mat(core);
  const ColorStatistics usual = RobustStatistics(image, core, kUsualShare);
  const cv::Matx33d precision =
      (usual.covariance + kLeastVarianceRgb * cv::Matx33d::eye()).inv(cv::DECOMP_CHOLESKY);
  Mask shining = Mask::zeros(hair.size());
  for (int y = 0; y < image.rows; ++y) {
    for (int x = 0; x < image.cols; ++x) {
      if (rim(y, x) == 0) continue;
      // Hair's own highlights are on the way to a bright background too.
      const cv::Vec3d away = cv::Vec3d(image(y, x)) - usual.mean;
      if (away.dot(precision * away) < kShiningDistance) continue;
      // A blur that reached nothing is black: that says nothing.
      const cv::Vec3f& within = inside_color(y, x);
      const cv::Vec3f& without = outside_color(y, x);
      if (within == cv::Vec3f(0, 0, 0) || without == cv::Vec3f(0, 0, 0)) continue;
      const double share =
          ShareOfWay(Chroma(image(y, x)), Chroma(within), Chroma(without), kLeastChromaContrast);
      if (share > kChromaShare && cv::norm(within - without) > kLeastContrast &&
          IsMixture(image(y, x), within, without)) {
        shining(y, x) = 255;
      }
    }
  }
  return shining;
}

ColorImage ReflectDetail(const ColorImage& detail, const Mask& known, const Mask& wanted) {
  const cv::Mat2i nearest = NearestSelected(known);
  ColorImage reflected(detail.size(), cv::Vec3f(0, 0, 0));
  cv::parallel_for_(cv::Range(0, detail.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < detail.cols; ++x) {
        if (wanted(y, x) == 0) continue;
        const cv::Point border(nearest(y, x));
        const Reflected from = ReflectedPlace({x, y}, border, known);
        reflected(y, x) = from.amount * detail(from.at);
      }
    }
  });
  return reflected;
}

HeadCover MakeHeadCover(const ColorImage& image, const LabelMap& labels, const Mask& head,
                        double face_size, const Progress& progress) {
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
  ColorImage cover = ReflectDetail(detail, known, unknown);
  progress.Checkpoint();
  cover += smooth;

  const AlphaMap own = Blur(AlphaOf(Erode(known, 1)), 1);
  return {Mix(cover, image, own), material.label};
}

}  // namespace heser
