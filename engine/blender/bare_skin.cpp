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
  if (count < kFewestPixels || cv::countNonZero(inner_neck) < kFewestPixels) return bare;
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

}  // namespace heser
