#include "engine/aligner/hair_texture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/hair_quilt.h"
#include "engine/aligner/head_texture.h"
#include "engine/aligner/posed_mesh.h"
#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Confidence (AlignedHead) of hair that pieces are taken from, and of hair that gets them.
constexpr float kSeen = 0.4f;
constexpr float kUnseen = 0.35f;
// Shares of a squared face size: less unseen hair is not noticed.
constexpr double kLeastUnseen = 0.05;
// Locks are narrower than this, light and shade wider; face sizes.
constexpr double kLockWidth = 0.07;
// Shares of the light around by which strands are darker and lighter at most.
constexpr float kDarkestDetail = -0.7f;
constexpr float kLightestDetail = 1.2f;
constexpr float kLeastLight = 0.02f;
// Detail that is laid again: up to this factor of what half of it stays below.
constexpr float kMostDetail = 2;
// Mixed pixels at the outline are no hair to take, face sizes.
constexpr double kOutline = 0.012;
// The flat rim of the front before the back's outline is narrower than this, face sizes.
constexpr double kRim = 0.02;
// Patches of unseen hair narrower than twice this are left alone, face sizes.
constexpr double kLeastPatch = 0.02;
// The front is made up this far before the back, face sizes; what is stretched elsewhere is not.
constexpr double kBesideBack = 0.12;
// What is made up goes over into what is seen over this far, face sizes.
constexpr double kJoin = 0.03;
// Width of the fringe that made up hair ends in, face sizes; how far beyond unseen hair it reaches,
// pixels; how much strands that are lighter than their surroundings reach further out.
constexpr double kFringe = 0.012;
constexpr double kFringeReach = 4;
constexpr double kFringeContrast = 1.5;
// Stairs in the outline are this wide, face sizes, and an outline without them so many pixels.
constexpr double kStairs = 0.01;
constexpr double kOutlineWidth = 2;
// Rim light reaches this far in, face sizes; more than this factor of the middle hair's light is
// its doing.
constexpr double kRimLight = 0.06;
constexpr float kMostLight = 1.25f;
// It fades out over this far, face sizes.
constexpr double kRimLightFade = 0.1;

struct HairAreas {
  Mask hair;
  Mask seen;
  Mask front;  ///< Seen, but perhaps stretched.
  Mask unseen;
};

HairAreas FindAreas(const AlignedHead& head, const cv::Rect& box, double face_size) {
  HairAreas areas;
  areas.hair = MaskOf(head.labels(box), {Label::kHair}) & MaskAbove(head.alpha(box), 0.5);
  const Mask solid = areas.hair & MaskAbove(head.alpha(box), 0.97);
  areas.seen = Erode(solid & MaskAbove(head.confidence(box), kSeen), kOutline * face_size);
  areas.front = Erode(solid & Mask(head.confidence(box) > kBackConfidence), kOutline * face_size);
  const Mask made_up = areas.hair & Mask(head.confidence(box) <= kUnseen);
  const double rim = kRim * face_size;
  const Mask broad = Dilate(Erode(areas.hair & ~cv::Mat(made_up), rim), rim);
  areas.unseen = areas.hair & Dilate(made_up, rim) & ~cv::Mat(broad);
  // Hair stretched along the face is no back of a head.
  const double patch = kLeastPatch * face_size;
  areas.unseen &= Dilate(Erode(areas.unseen, patch), 2 * patch);
  areas.unseen &=
      Dilate(Mask(head.confidence(box) <= kBackConfidence) & areas.hair, kBesideBack * face_size);
  return areas;
}

/// Light and shade: of seen hair its own, from there on into what is unseen. Hair in the face (a
/// fringe) lets skin through and does not go on behind, unless there is no other.
ColorImage ContinuedShade(const ColorImage& color, const HairAreas& areas, const Mask& face,
                          double face_size) {
  // Even stretched, the sides say more of the back than the top does.
  Mask known = areas.front & ~cv::Mat(face);
  if (cv::countNonZero(known) < kLeastUnseen * face_size * face_size) known = areas.front;
  const ColorImage low = BlurWeighted(color, AlphaOf(known), kLockWidth * face_size);
  return SmoothFill(low, known);
}

/// By which share seen hair is lighter than what lies around, 0 elsewhere. Of its light only: a
/// shine's colour belongs to its place.
ScalarImage RelativeDetail(const ColorImage& color, const Mask& seen, double face_size) {
  const ScalarImage light = Luminance(color);
  const ScalarImage low = BlurWeighted(light, AlphaOf(seen), kLockWidth * face_size);
  ScalarImage detail = ScalarImage::zeros(light.size());
  for (int y = 0; y < light.rows; ++y) {
    for (int x = 0; x < light.cols; ++x) {
      if (seen(y, x) == 0) continue;
      detail(y, x) = std::clamp(light(y, x) / std::max(kLeastLight, low(y, x)) - 1, kDarkestDetail,
                                kLightestDetail);
    }
  }
  return detail;
}

/// The detail without its extremes: a gap between locks or a highlight is seen once in a head of
/// hair; laid again and again it makes a bark of it.
ScalarImage WithoutExtremes(const ScalarImage& detail, const Mask& seen) {
  std::vector<float> sizes;
  for (int y = 0; y < detail.rows; ++y) {
    for (int x = 0; x < detail.cols; ++x) {
      if (seen(y, x) != 0) sizes.push_back(std::abs(detail(y, x)));
    }
  }
  if (sizes.empty()) return detail;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  const float most = kMostDetail * *middle;
  return cv::max(cv::min(cv::Mat(detail), cv::Scalar(most)), cv::Scalar(-most));
}

/// Light from behind shines on the outline of seen hair; carried round, the whole back would shine.
void TakeOffRimLight(const ColorImage& color, const HairAreas& areas, double face_size,
                     ColorImage& shade) {
  const Mask inner = Erode(areas.seen, kRimLight * face_size);
  if (cv::countNonZero(inner) == 0) return;
  const ScalarImage seen_light = Luminance(color);
  std::vector<float> light;
  for (int y = 0; y < inner.rows; ++y) {
    for (int x = 0; x < inner.cols; ++x) {
      if (inner(y, x) != 0) light.push_back(seen_light(y, x));
    }
  }
  const auto middle = light.begin() + static_cast<std::ptrdiff_t>(light.size() / 2);
  std::nth_element(light.begin(), middle, light.end());
  const float most = kMostLight * *middle;
  const ScalarImage shade_light = Luminance(shade);
  const ScalarImage far = DistanceTo(areas.seen) / (kRimLightFade * face_size);
  for (int y = 0; y < shade.rows; ++y) {
    for (int x = 0; x < shade.cols; ++x) {
      if (shade_light(y, x) <= most) continue;
      const float amount = std::min(1.0f, far(y, x));
      shade(y, x) *= 1 + (most / shade_light(y, x) - 1) * amount;
    }
  }
}

/// The outline of made up hair is as smooth as its surface: strands that end before it, as the
/// texture has them, make it hair.
void RaggedOutline(const ScalarImage& texture, const Mask& unseen, double face_size,
                   AlphaMap alpha) {
  Mask outside;
  cv::bitwise_not(MaskAbove(alpha, 0.5), outside);
  // The picture's border is no outline.
  if (cv::countNonZero(outside) == 0) return;
  const ScalarImage depth = DistanceTo(outside) / (kFringe * face_size);
  const AlphaMap amount = Blur(AlphaOf(Dilate(unseen, kFringeReach)), 1.5);
  // The outline of the surface's triangles has stairs.
  const double sigma = std::max(1.5, kStairs * face_size);
  const auto steepness = static_cast<float>(std::sqrt(2 * CV_PI) * sigma / kOutlineWidth);
  const AlphaMap smooth = Blur(alpha, sigma);
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      if (amount(y, x) <= 0 || alpha(y, x) <= 0) continue;
      const float even = std::clamp((smooth(y, x) - 0.5f) * steepness + 0.5f, 0.0f, 1.0f);
      alpha(y, x) = std::min(alpha(y, x), 1 + (even - 1) * amount(y, x));
      if (depth(y, x) > 1) continue;
      const auto strands = static_cast<float>(
          std::clamp(2 * depth(y, x) - 0.3 + kFringeContrast * texture(y, x), 0.0, 1.0));
      alpha(y, x) = std::min(alpha(y, x), 1 + (strands - 1) * amount(y, x));
    }
  }
}

}  // namespace

void TextureUnseenHair(AlignedHead& head, const Progress& progress) {
  if (head.box.empty()) return;
  const double face_size = FaceSize(head.mesh);
  // With some of what lies around, so that the outline is seen.
  const cv::Rect around(head.box.tl() - cv::Point(1, 1), head.box.br() + cv::Point(1, 1));
  const cv::Rect box = around & cv::Rect(cv::Point(), head.alpha.size());
  const HairAreas areas = FindAreas(head, box, face_size);
  if (cv::countNonZero(areas.unseen) < kLeastUnseen * face_size * face_size) return;
  if (cv::countNonZero(areas.front) == 0) return;
  ColorImage color = head.color(box);
  const Mask face = FaceHull(head.mesh, head.alpha.size())(box);
  ColorImage shade = ContinuedShade(color, areas, face, face_size);
  TakeOffRimLight(color, areas, face_size, shade);
  const ScalarImage detail =
      WithoutExtremes(RelativeDetail(color, areas.seen, face_size), areas.seen);
  const double join = kJoin * face_size;
  const auto point = [&](int i) { return cv::Point2d(head.mesh(i, 0), head.mesh(i, 1)); };
  ScalarImage texture =
      QuiltHair({.detail = detail,
                 .seen = areas.seen,
                 .unseen = areas.hair & Dilate(areas.unseen, join),
                 .middle = point(mesh_point::kForeheadTop) - cv::Point2d(box.tl()),
                 .down = point(mesh_point::kChin) - point(mesh_point::kForeheadTop),
                 .face_size = face_size},
                progress);
  const ScalarImage away = DistanceTo(areas.unseen) / join;
  AlphaMap amount;
  cv::Mat(cv::max(1 - away, 0)).copyTo(amount);
  amount = Blur(amount, 1.5).mul(AlphaOf(areas.hair));
  if (texture.empty()) texture = ScalarImage::zeros(color.size());
  ColorImage(Mix(color, Multiply(shade, 1 + texture), amount)).copyTo(color);
  RaggedOutline(texture, areas.unseen, face_size, head.alpha(box));
  head.labels.setTo(0, Mask(head.alpha <= 0));
  head.box = cv::boundingRect(Mask(head.alpha > 0));
}

}  // namespace heser
