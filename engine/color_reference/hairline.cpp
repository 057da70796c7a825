#include "engine/color_reference/hairline.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/color_reference/skin_match.h"
#include "engine/core/image_ops.h"
#include "engine/core/labels.h"

namespace heser {
namespace {

// Lines are fitted in faces of this size, pixels: they are smooth (fast guided filter, He and Sun,
// 2015).
constexpr double kWorkingFace = 160;
// Labels miss the hair's border by this much, face sizes.
constexpr double kReach = 0.05;
// Deviation of the discriminant that is no edge; hair and skin each have one of 1.
constexpr double kEdge = 0.7;
// The ends of the line are noisy: this much at either end is cut off.
constexpr float kEnd = 0.15F;
// Away from the border the share goes over into the labels' over this far, face sizes.
constexpr double kFade = 0.02;
constexpr LabelSet kHair{Label::kHair};
constexpr LabelSet kSkin{Label::kSkin, Label::kEar};
// This share of a class's pixels says what colours it has; they vary by this at least, log light.
constexpr double kUsualShare = 0.8;
constexpr double kLeastDeviation = 0.05;
// What else darkens and lightens a window says nothing of the hair.
constexpr LabelSet kOthers{Label::kBrow, Label::kEye, Label::kGlasses, Label::kHeadwear};

/// The linear function of log light that tells skin from hair best: its gradient. Of each its
/// pixels deviate by 1 from their mean (Fisher's linear discriminant).
cv::Vec3d Discriminant(const cv::Mat3f& log_light, const Mask& skin, const Mask& hair) {
  const ColorStatistics of_skin = RobustStatistics(log_light, skin, kUsualShare);
  const ColorStatistics of_hair = RobustStatistics(log_light, hair, kUsualShare);
  const cv::Matx33d within = (of_skin.covariance + of_hair.covariance) * 0.5 +
                             kLeastDeviation * kLeastDeviation * cv::Matx33d::eye();
  const cv::Vec3d way = of_skin.mean - of_hair.mean;
  const cv::Vec3d gradient = within.inv(cv::DECOMP_CHOLESKY) * way;
  return gradient / std::max(1e-6, std::sqrt(gradient.dot(within * gradient)));
}

}  // namespace

void FollowHairline(const ColorImage& color, const LabelMap& labels, double face_size,
                    AlphaMap& skin_share) {
  const Mask hair = MaskOf(labels, kHair);
  const double reach = kReach * face_size;
  const Mask border = Dilate(hair, reach) & Dilate(MaskOf(labels, kSkin), reach);
  const cv::Rect box = BoxAround(border, 2 * reach);
  if (box.empty()) return;
  const double scale = std::min(1.0, kWorkingFace / face_size);
  const cv::Size size(std::max(1, cvRound(box.width * scale)),
                      std::max(1, cvRound(box.height * scale)));
  const cv::Mat3f log_light = LogLight(color(box));
  const LabelMap part = labels(box);
  cv::Mat3f small_light;
  LabelMap small_labels;
  cv::resize(log_light, small_light, size, 0, 0, cv::INTER_AREA);
  cv::resize(part, small_labels, size, 0, 0, cv::INTER_NEAREST);
  const Mask small_skin = MaskOf(small_labels, kSkin);
  const Mask small_hair = MaskOf(small_labels, kHair);
  if (cv::countNonZero(small_skin) == 0 || cv::countNonZero(small_hair) == 0) return;
  const cv::Vec3d gradient = Discriminant(small_light, small_skin, small_hair);
  cv::Mat1f guide;
  cv::transform(log_light, guide, cv::Matx13d(gradient.t()));
  cv::Mat1f small_guide;
  cv::transform(small_light, small_guide, cv::Matx13d(gradient.t()));
  cv::Mat1f small_share;
  cv::Mat1f known;
  cv::resize(skin_share(box), small_share, size, 0, 0, cv::INTER_AREA);
  cv::resize(AlphaOf(MaskOf(part, kHair | kSkin)), known, size, 0, 0, cv::INTER_AREA);
  const int side = 2 * std::max(1, cvRound(reach * scale)) + 1;
  const auto sum = [side](const cv::Mat& values) {
    cv::Mat1f result;
    cv::blur(values, result, {side, side}, {-1, -1}, cv::BORDER_REPLICATE);
    return result;
  };
  const cv::Mat1f weight = sum(known) + 1e-4;
  const auto mean = [&](const cv::Mat& values) {
    return cv::Mat1f(sum(values.mul(known)) / weight);
  };
  const cv::Mat1f average = mean(small_guide);
  const cv::Mat1f average_share = mean(small_share);
  const cv::Mat1f variance = mean(small_guide.mul(small_guide)) - average.mul(average);
  const cv::Mat1f covariance = mean(small_guide.mul(small_share)) - average.mul(average_share);
  const cv::Mat1f slope = covariance / (variance + kEdge * kEdge);
  const cv::Mat1f offset = average_share - slope.mul(average);
  cv::Mat1f full_slope;
  cv::Mat1f full_offset;
  cv::resize(mean(slope), full_slope, box.size(), 0, 0, cv::INTER_LINEAR);
  cv::resize(mean(offset), full_offset, box.size(), 0, 0, cv::INTER_LINEAR);

  Mask followed = border(box) & MaskOf(part, kHair | kSkin);
  followed.setTo(0, Dilate(MaskOf(part, kOthers), kFade * face_size));
  const AlphaMap amount = Blur(AlphaOf(followed), kFade * face_size / 2);
  AlphaMap share = skin_share(box);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const float seen = full_slope(y, x) * guide(y, x) + full_offset(y, x);
      const float cut = std::clamp((seen - kEnd) / (1 - 2 * kEnd), 0.F, 1.F);
      share(y, x) += (cut - share(y, x)) * amount(y, x);
    }
  }
}

}  // namespace heser
