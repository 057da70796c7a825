#include "engine/color_reference/mouth_interior.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/mouth_opening.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The target's outline is drawn in by this much, so that none of its lips comes along.
constexpr double kDrawnIn = 0.94;
// Softness of the rim, face sizes.
constexpr double kRim = 0.004;

struct Outline {
  cv::Point2f middle;
  std::vector<cv::Point2f> points;
};

Outline InnerLips(const FaceMesh& mesh) {
  Outline outline;
  for (const int point : InnerLipOutline()) {
    outline.points.emplace_back(static_cast<float>(mesh(point, 0)),
                                static_cast<float>(mesh(point, 1)));
    outline.middle += outline.points.back();
  }
  outline.middle *= 1 / static_cast<float>(outline.points.size());
  return outline;
}

/// Where in the target each pixel of `box` between the head's lips comes from: the outlines as fans
/// of triangles about their middles, each mapped affinely. Pixels outside keep (-1, -1).
cv::Mat2f PlacesBetween(const Outline& from, const Outline& to, const cv::Rect& box) {
  cv::Mat2f places(box.size(), cv::Vec2f(-1, -1));
  const std::size_t count = to.points.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = (i + 1) % count;
    const std::array<cv::Point2f, 3> corners = {to.middle, to.points[i], to.points[next]};
    const std::array<cv::Point2f, 3> origins = {from.middle, from.points[i], from.points[next]};
    const cv::Rect part =
        (cv::boundingRect(corners) + cv::Size(1, 1) - box.tl()) & cv::Rect({}, box.size());
    const cv::Point2f a = corners[1] - corners[0];
    const cv::Point2f b = corners[2] - corners[0];
    const float area = a.cross(b);
    if (std::abs(area) < 1e-4f) continue;
    for (int y = part.y; y < part.br().y; ++y) {
      for (int x = part.x; x < part.br().x; ++x) {
        const cv::Point2f p = cv::Point2f(cv::Point(x, y) + box.tl()) - corners[0];
        const float u = p.cross(b) / area;
        const float v = a.cross(p) / area;
        constexpr float kEdge = 1e-3f;
        if (u < -kEdge || v < -kEdge || u + v > 1 + kEdge) continue;
        const cv::Point2f place =
            origins[0] + (origins[1] - origins[0]) * u + (origins[2] - origins[0]) * v;
        places(y, x) = {place.x, place.y};
      }
    }
  }
  return places;
}

}  // namespace

void TakeMouthInterior(const AlignedHead& head, const HeadView& target, ColorImage& color) {
  if (!HasLipsApart(head.mesh) || !HasLipsApart(target.mesh)) return;
  const Mask made_up = Mask(head.labels == static_cast<int>(Label::kInnerMouth)) &
                       Mask(head.confidence <= kMadeUpConfidence);
  const cv::Rect box = cv::boundingRect(made_up);
  if (box.empty()) return;
  Outline from = InnerLips(target.mesh);
  for (cv::Point2f& point : from.points) {
    point = from.middle + (point - from.middle) * kDrawnIn;
  }
  const cv::Mat2f places = PlacesBetween(from, InnerLips(head.mesh), box);
  ColorImage interior;
  cv::remap(target.color, interior, places, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);

  Mask known = made_up(box).clone();
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      if (places(y, x)[0] < 0) known(y, x) = 0;
    }
  }
  const double sigma = std::max(0.7, kRim * FaceSize(head.mesh));
  // Softened inwards alone: outside, nothing is known.
  const AlphaMap amount = Blur(AlphaOf(Erode(known, sigma)), sigma).mul(AlphaOf(known));
  Mix(color(box), interior, amount).copyTo(color(box));
}

}  // namespace heser
