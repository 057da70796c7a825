#include "engine/aligner/fusion_parts.h"

#include <algorithm>
#include <array>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

/// A part of the face to the left and to the right of the middle.
std::array<Mask, 2> Halves(const Mask& part, const FaceMesh& mesh, const cv::Point& origin,
                           const cv::Point2d& middle) {
  const auto point = [&](int i) { return cv::Point2d(mesh(i, 0), mesh(i, 1)); };
  const cv::Point2d down = point(mesh_point::kChin) - point(mesh_point::kForeheadTop);
  std::array<Mask, 2> halves{part.clone(), part.clone()};
  for (int y = 0; y < part.rows; ++y) {
    for (int x = 0; x < part.cols; ++x) {
      const cv::Point2d from = cv::Point2d(origin + cv::Point(x, y)) - middle;
      halves[from.cross(down) > 0 ? 1 : 0](y, x) = 0;
    }
  }
  return halves;
}

}  // namespace

bool WearsGlasses(const AlignedHead& head) {
  return cv::countNonZero(MaskOf(head.labels, {Label::kGlasses})) > 0;
}

std::vector<FusionPart> FusionPartsOf(std::span<const HeadRendering> renderings,
                                      const cv::Rect& window) {
  const AlignedHead& first = renderings[0].head;
  const LabelMap labels = first.labels(window);
  const Mask mouth = MaskOf(labels, {Label::kInnerMouth, Label::kUpperLip, Label::kLowerLip});
  const Mask eyes = MaskOf(labels, {Label::kEye, Label::kGlasses});
  const auto mirrored = std::ranges::find_if(renderings, &HeadRendering::mirrored);
  if (mirrored == renderings.end()) return {{mouth}, {eyes}};

  const auto middle = [&](int a, int b) {
    return cv::Point2d(first.mesh(a, 0) + first.mesh(b, 0), first.mesh(a, 1) + first.mesh(b, 1)) /
           2;
  };
  std::vector<FusionPart> parts;
  for (const Mask& side : Halves(mouth, first.mesh, window.tl(),
                                 middle(mesh_point::kLipUpperInner, mesh_point::kLipLowerInner))) {
    parts.push_back({side});
  }
  if (!WearsGlasses(first) || !WearsGlasses(mirrored->head)) {
    // Two eyes of one photo look the same way.
    parts.push_back({eyes});
    return parts;
  }
  const Mask lenses = eyes | MaskOf(mirrored->head.labels(window), {Label::kEye, Label::kGlasses});
  for (const Mask& lens : Halves(lenses, first.mesh, window.tl(),
                                 middle(mesh_point::kEyeLeftInner, mesh_point::kEyeRightInner))) {
    parts.push_back({lens, /*symmetric=*/true});
  }
  return parts;
}

}  // namespace heser
