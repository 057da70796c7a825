#include "engine/blender/bare_skin.h"

#include <opencv2/imgproc.hpp>

#include "engine/blender/color_class.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kFewestPixels = 40;
// Colours are compared without pores and weave. Face sizes.
constexpr double kCompareSigma = 0.012;
// The neck's border holds colours of its surroundings.
constexpr double kNeckRim = 0.02;
// Less of a neck than this (square face sizes) may be all in shade, and as dark as a jacket.
constexpr double kLeastNeck = 0.03;
// Squared distances from the skin's colours: nearer may be skin, further is clothing for sure.
constexpr double kSkin = 9;
constexpr double kClothing = 16;
// Clothing of which less than this share is told from skin may be of the skin's colour.
constexpr double kLeastTold = 0.15;
// Narrower pieces are folds and seams that happen to look like skin. Face sizes.
constexpr double kNarrowest = 0.02;

}  // namespace

Mask FindBareSkin(const ColorImage& color, const Mask& neck, const Mask& clothing, const Mask& hair,
                  double face_size) {
  Mask bare(color.size(), std::uint8_t{0});
  const Mask inner_neck = Erode(neck, kNeckRim * face_size);
  const int count = cv::countNonZero(clothing);
  if (count < kFewestPixels || cv::countNonZero(inner_neck) < kLeastNeck * face_size * face_size)
    return bare;
  const cv::Mat3f lab = Blur(LabFromSrgb(color), kCompareSigma * face_size);
  const auto skin = LearnClass(lab, inner_neck, kFewestPixels);
  if (!skin) return bare;
  Mask told(color.size(), std::uint8_t{0});
  for (int y = 0; y < told.rows; ++y) {
    for (int x = 0; x < told.cols; ++x) {
      if (clothing(y, x) != 0 && skin->Mahalanobis(lab(y, x)) > kClothing) told(y, x) = 255;
    }
  }
  if (cv::countNonZero(told) < kLeastTold * count) return bare;
  const auto cloth = LearnClass(lab, told, kFewestPixels);
  if (!cloth) return bare;
  const auto strands = LearnClass(lab, hair, kFewestPixels);
  for (int y = 0; y < bare.rows; ++y) {
    for (int x = 0; x < bare.cols; ++x) {
      if (clothing(y, x) == 0) continue;
      const cv::Vec3d here(lab(y, x));
      const double score = skin->Score(here);
      const bool rivalled =
          cloth->Score(here) <= score || (strands && strands->Score(here) <= score);
      if (skin->Mahalanobis(here) < kSkin && !rivalled) bare(y, x) = 255;
    }
  }
  const double narrowest = kNarrowest * face_size;
  return Dilate(Erode(bare | neck, narrowest), narrowest) & clothing & bare;
}

NearerToSkin::NearerToSkin(const ColorImage& color, const TargetRegions& regions)
    : color_(color), known_(cv::countNonZero(regions.neck) > 0) {
  const Mask clothing = MaskOf(regions.labels, {Label::kClothing}) & ~regions.removed;
  known_ = known_ && cv::countNonZero(clothing) > 0;
  if (!known_) return;
  neck_ = cv::mean(color, regions.neck);
  clothing_ = cv::mean(color, clothing);
}

bool NearerToSkin::At(int y, int x) const {
  if (!known_) return false;
  const cv::Rect around = cv::Rect(x - 2, y - 2, 5, 5) & cv::Rect({}, color_.size());
  const cv::Scalar here = cv::mean(color_(around));
  return cv::norm(here - neck_) < cv::norm(here - clothing_);
}

}  // namespace heser
