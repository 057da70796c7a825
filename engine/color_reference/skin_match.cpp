#include "engine/color_reference/skin_match.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

// Shine above the mean may be flattened to this share, not more: flat skin looks like plastic.
constexpr double kFlattestHighlight = 0.5;

double HighlightOf(const cv::Mat3f& log_light, const Mask& mask, const cv::Vec3d& mean) {
  constexpr double kQuantile = 0.98;
  std::vector<float> above;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) == 0) continue;
      above.push_back(static_cast<float>(kWeights.dot(cv::Vec3d(log_light(y, x)) - mean)));
    }
  }
  const auto at = above.begin() + static_cast<std::ptrdiff_t>(kQuantile * double(above.size() - 1));
  std::nth_element(above.begin(), at, above.end());
  return std::max(0.05f, *at);
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
    sample.highlight = HighlightOf(log_light, mask, sample.statistics.mean);
    break;
  }
  return sample;
}

cv::Vec3f SkinMatch::operator()(const cv::Vec3f& log_light) const {
  const double above = kWeights.dot(cv::Vec3d(log_light) - center);
  const double raised = ((above > 0 ? highlight_contrast : contrast) - 1) * above;
  const double luminance = kWeights.dot(shift);
  const cv::Vec3d chroma = (shift - cv::Vec3d::all(luminance)) * ChromaShare(float(above));
  return cv::Vec3d(log_light) + chroma + cv::Vec3d::all(luminance + raised);
}

SkinMatch MatchSkin(const SkinSample& source, const SkinSample& target, double amount,
                    double lowest_contrast, double highest_contrast) {
  SkinMatch match;
  match.center = source.statistics.mean;
  match.shift = (target.statistics.mean - source.statistics.mean) * amount;
  const double contrast =
      std::clamp(LuminanceDeviation(target.statistics) / LuminanceDeviation(source.statistics),
                 lowest_contrast, highest_contrast);
  const double highlight =
      std::clamp(target.highlight / source.highlight, kFlattestHighlight, contrast);
  match.contrast = std::pow(contrast, amount);
  match.highlight_contrast = std::pow(highlight, amount);
  return match;
}

}  // namespace heser
