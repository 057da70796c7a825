#include "engine/analysis/face_quality.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/analyzer.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The face is measured at this size, so that photos compare.
constexpr double kMeasuredFaceSize = 256;
// Channels from here on have lost what was in them. One alone, red, is at its end in many a good
// photo of fair skin, with its shades kept by the others: the share of pixels with any channel
// there was above .1 in 85 of 598 portraits, most of them well lit.
constexpr float kClipped = 253.0f / 255;
constexpr float kBlack = 0.02f;  // Of the luminance, in sRGB.
// Second blur of the sharpness measure, pixels. Its ratio is read at the crests of the strongest
// edges, the best share of gradients and of them this quantile: beyond it lie lines and specks,
// which lose more to a blur than an edge does.
constexpr double kSecondBlur = 1.5;
constexpr double kStrongestGradients = 0.05;
constexpr double kSharpEdges = 0.6;
// Gradients below this are noise rather than edges (sRGB units a pixel).
constexpr float kLeastGradient = 0.01f;

/// The face of a mesh in pixels of `color` at the measured size, luminance-like.
cv::Mat1f FaceInGrey(const ColorImage& color, const FaceMesh& mesh) {
  const double scale = kMeasuredFaceSize / FaceSize(mesh);
  const cv::Point2d middle = FaceCenter(mesh);
  const int side = static_cast<int>(kMeasuredFaceSize);
  const cv::Matx23d face_from_view(scale, 0, (side - 1) / 2.0 - scale * middle.x, 0, scale,
                                   (side - 1) / 2.0 - scale * middle.y);
  ColorImage reduced;
  cv::Matx23d from_view = face_from_view;
  if (scale < 1) {
    // Reduced by an area filter first: sampling would make blur look sharp.
    cv::resize(color, reduced, {}, scale, scale, cv::INTER_AREA);
    from_view = cv::Matx23d(1, 0, (side - 1) / 2.0 - scale * middle.x, 0, 1,
                            (side - 1) / 2.0 - scale * middle.y);
  } else {
    reduced = color;
  }
  ColorImage face;
  cv::warpAffine(reduced, face, from_view, {side, side}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::Mat1f grey;
  cv::cvtColor(face, grey, cv::COLOR_RGB2GRAY);
  return grey;
}

cv::Mat1f GradientLength(const cv::Mat1f& grey) {
  cv::Mat1f x;
  cv::Mat1f y;
  cv::Scharr(grey, x, CV_32F, 1, 0, 1.0 / 32);
  cv::Scharr(grey, y, CV_32F, 0, 1, 1.0 / 32);
  cv::Mat1f length;
  cv::magnitude(x, y, length);
  return length;
}

/// Sigma of the blur at the sharpest edges. A step edge blurred by s has a gradient in proportion
/// to 1 / s; blurred once more by t, to 1 / sqrt(s^2 + t^2): their ratio gives s (Zhuo and Sim,
/// Pattern Recognition 2011).
double BlurSigma(const cv::Mat1f& grey) {
  // A little blur before both, against noise. It and the derivative's own width (a box of two
  // pixels) are taken off again below.
  constexpr double kAgainstNoise = 0.7;
  constexpr double kOwnVariance = kAgainstNoise * kAgainstNoise + 4.0 / 12;
  const cv::Mat1f first = GradientLength(Blur(grey, kAgainstNoise));
  const cv::Mat1f second = GradientLength(Blur(grey, std::hypot(kAgainstNoise, kSecondBlur)));
  std::vector<std::pair<float, float>> edges;  // Gradient and ratio.
  for (int y = 0; y < grey.rows; ++y) {
    for (int x = 0; x < grey.cols; ++x) {
      if (first(y, x) > kLeastGradient && second(y, x) > 0) {
        edges.emplace_back(first(y, x), first(y, x) / second(y, x));
      }
    }
  }
  if (edges.empty()) return kMeasuredFaceSize / 8;  // Not one edge: as blurred as can be told.
  const auto strongest = static_cast<std::ptrdiff_t>(
      std::ceil(kStrongestGradients * static_cast<double>(edges.size())));
  std::nth_element(edges.begin(), edges.begin() + strongest - 1, edges.end(), std::greater<>());
  std::vector<float> ratios;
  for (auto edge = edges.begin(); edge != edges.begin() + strongest; ++edge) {
    ratios.push_back(edge->second);
  }
  const auto place = ratios.begin() + static_cast<std::ptrdiff_t>(
                                          kSharpEdges * static_cast<double>(ratios.size() - 1));
  std::nth_element(ratios.begin(), place, ratios.end());
  const double ratio = std::max<double>(*place, 1.001);
  const double variance = kSecondBlur * kSecondBlur / (ratio * ratio - 1);
  return std::sqrt(std::max(0.0, variance - kOwnVariance));
}

}  // namespace

double MeasureBlur(const Photo& photo, const FaceMesh& mesh) {
  // Somewhat more than the square that is measured: filters reach beyond it.
  constexpr double kReach = 0.6;
  const double reach = kReach * FaceSize(mesh);
  const cv::Point2d middle = FaceCenter(mesh);
  const cv::Rect box = cv::Rect(cv::Point(cvFloor(middle.x - reach), cvFloor(middle.y - reach)),
                                cv::Point(cvCeil(middle.x + reach), cvCeil(middle.y + reach))) &
                       photo.bounds();
  const FaceMesh in_box =
      TransformMesh({1, 0, -static_cast<double>(box.x), 0, 1, -static_cast<double>(box.y)}, mesh);
  return BlurSigma(FaceInGrey(photo.WorkingPixels(box), in_box));
}

FaceQuality MeasureQuality(const HeadView& view) {
  FaceQuality quality;
  quality.sharpness = BlurSigma(FaceInGrey(view.color, view.mesh));
  std::vector<float> luminance;
  int clipped = 0;
  for (int y = 0; y < view.color.rows; ++y) {
    for (int x = 0; x < view.color.cols; ++x) {
      if (!kFaceSkinLabels.Contains(view.labels(y, x))) continue;
      const cv::Vec3f& c = view.color(y, x);
      const int blown =
          (c[0] >= kClipped ? 1 : 0) + (c[1] >= kClipped ? 1 : 0) + (c[2] >= kClipped ? 1 : 0);
      const bool is_black =
          kLuminanceWeights[0] * c[0] + kLuminanceWeights[1] * c[1] + kLuminanceWeights[2] * c[2] <=
          kBlack;
      if (blown > 1 || is_black) ++clipped;
      luminance.push_back(kLuminanceWeights[0] * LinearFromSrgb(c[0]) +
                          kLuminanceWeights[1] * LinearFromSrgb(c[1]) +
                          kLuminanceWeights[2] * LinearFromSrgb(c[2]));
    }
  }
  if (luminance.empty()) return quality;
  quality.clipped_share = clipped / static_cast<double>(luminance.size());
  const auto middle = luminance.begin() + static_cast<std::ptrdiff_t>(luminance.size() / 2);
  std::nth_element(luminance.begin(), middle, luminance.end());
  quality.exposure = *middle;
  return quality;
}

}  // namespace heser
