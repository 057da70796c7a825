#include "engine/blender/neck_colors.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kFewestKnown = 30;
// Lengths in face sizes.
// A neck that nobody sees has the colour of the skin this near to the chin, and away from its edge.
constexpr double kJawReach = 0.35;
constexpr double kJawRim = 0.03;
// Less neck than this, square face sizes, may be a collar's label noise: what is further from the
// skin's chroma than this share of that one's distance from grey. Skin below is taken as grey.
constexpr double kLittleNeck = 0.03;
constexpr double kOffSkin = 0.5;
constexpr double kLeastChroma = 0.02;
// The old jaw's edge reaches this far over its neck.
constexpr double kJawShade = 0.045;

cv::Vec3f Chroma(const cv::Vec3f& color) {
  return color / std::max(1e-3F, color[0] + color[1] + color[2]);
}

// What of a little neck has the chroma of the face's skin, in shade, too. In black and white
// pictures all of it.
Mask LikeSkin(const ColorImage& color, const Mask& neck, const LabelMap& labels, double size) {
  const Mask skin = Erode(MaskOf(labels, {Label::kSkin}), kJawRim * size);
  const cv::Scalar mean = cv::mean(color, skin);
  const cv::Vec3f of_skin = Chroma(cv::Vec3d(mean[0], mean[1], mean[2]));
  const double from_grey = cv::norm(of_skin - cv::Vec3f::all(1.0F / 3));
  if (cv::countNonZero(skin) < kFewestKnown || from_grey < kLeastChroma) return neck;
  Mask alike = neck.clone();
  for (int y = 0; y < neck.rows; ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      if (neck(y, x) == 0) continue;
      if (cv::norm(Chroma(color(y, x)) - of_skin) > kOffSkin * from_grey) alike(y, x) = 0;
    }
  }
  return alike;
}

}  // namespace

Mask NeckColors(const ColorImage& color, const TargetRegions& regions, const Mask& known_neck,
                const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  // Neck that is removed for its place only still says how necks look.
  const Mask away = ~Dilate(regions.head, kJawShade * size);
  Mask neck = known_neck | (Erode(regions.neck, std::max(1.0, kNeckRim * size)) & away);
  // Slivers between jaw and collar are as much of the collar.
  if (cv::countNonZero(neck) < kLittleNeck * size * size)
    neck = LikeSkin(color, neck, regions.labels, size);
  if (cv::countNonZero(neck) >= kFewestKnown) return neck;
  Mask jaw(regions.labels.size(), std::uint8_t{0});
  const cv::Point chin(cvRound(mesh(mesh_point::kChin, 0)), cvRound(mesh(mesh_point::kChin, 1)));
  cv::circle(jaw, chin, cvRound(kJawReach * size), cv::Scalar(255), cv::FILLED);
  jaw &= Erode(MaskOf(regions.labels, {Label::kSkin}), kJawRim * size);
  if (cv::countNonZero(jaw) < kFewestKnown) jaw = 0;
  return jaw;
}

}  // namespace heser
