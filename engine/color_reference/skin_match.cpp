#include "engine/color_reference/skin_match.h"

#include <algorithm>
#include <cmath>

namespace heser {
namespace {

// Mixed pixels at the rim of the skin: brows, lips and hair blur into it by about this much.
constexpr double kRim = 0.01;
// Highlights, shadows and mislabelled pixels are left out.
constexpr double kKeptShare = 0.8;

const cv::Vec3d kWeights(kLuminanceWeights[0], kLuminanceWeights[1], kLuminanceWeights[2]);

double LuminanceDeviation(const ColorStatistics& statistics) {
  return std::sqrt(std::max(1e-8, kWeights.dot(statistics.covariance * kWeights)));
}

}  // namespace

cv::Mat3f LogLight(const ColorImage& srgb) {
  cv::Mat log_light = LinearFromSrgb(srgb) + cv::Scalar::all(kLogOffset);
  cv::log(log_light, log_light);
  return log_light;
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
  SkinSample sample;
  for (const Choice& choice : kChoices) {
    Mask mask;
    cv::bitwise_and(Erode(MaskOf(labels, choice.labels), kRim * face_size), trusted, mask);
    if (cv::countNonZero(mask) < kFewestSkinPixels) continue;
    sample.region = choice.region;
    sample.mask = mask;
    sample.statistics = RobustStatistics(log_light, mask, kKeptShare);
    break;
  }
  return sample;
}

cv::Vec3f SkinMatch::operator()(const cv::Vec3f& log_light) const {
  const double raised = (contrast - 1) * kWeights.dot(cv::Vec3d(log_light) - center);
  return cv::Vec3d(log_light) + shift + cv::Vec3d::all(raised);
}

SkinMatch MatchSkin(const ColorStatistics& source, const ColorStatistics& target, double amount,
                    double lowest_contrast, double highest_contrast) {
  SkinMatch match;
  match.center = source.mean;
  match.shift = (target.mean - source.mean) * amount;
  const double contrast = std::clamp(LuminanceDeviation(target) / LuminanceDeviation(source),
                                     lowest_contrast, highest_contrast);
  match.contrast = std::pow(contrast, amount);
  return match;
}

}  // namespace heser
