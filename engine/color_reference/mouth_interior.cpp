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

/// In the order of InnerLipOutline: along the lower lip, and back along the upper one.
struct Outline {
  std::vector<cv::Point2f> points;

  std::size_t count() const { return points.size(); }
  /// The point of the upper lip over a point of the lower one: 0 < i < count() / 2.
  const cv::Point2f& Above(std::size_t i) const { return points[count() - i]; }
  cv::Point2f Middle() const {
    cv::Point2f sum;
    for (const cv::Point2f& point : points) sum += point;
    return sum / static_cast<float>(count());
  }
  /// Mean height of the opening in shares of its width.
  double Opening() const {
    const std::size_t half = count() / 2;
    double sum = 0;
    for (std::size_t i = 1; i < half; ++i) sum += cv::norm(points[i] - Above(i));
    const double width = cv::norm(points[half] - points[0]);
    return sum / (static_cast<double>(half - 1) * std::max(width, 1e-6));
  }
};

Outline InnerLips(const FaceMesh& mesh) {
  Outline outline;
  for (const int point : InnerLipOutline()) {
    outline.points.emplace_back(static_cast<float>(mesh(point, 0)),
                                static_cast<float>(mesh(point, 1)));
  }
  return outline;
}

/// The part of the target's mouth that is seen between lips less far apart: teeth keep their shape,
/// and the lower lip covers them from below.
Outline SeenPart(Outline target, const Outline& head) {
  const double opening = target.Opening();
  const auto share =
      static_cast<float>(opening > 0 ? std::min(1.0, head.Opening() / opening) : 1.0);
  for (std::size_t i = 1; i < target.count() / 2; ++i) {
    target.points[i] = target.Above(i) + (target.points[i] - target.Above(i)) * share;
  }
  return target;
}

/// Where in the target each pixel of `box` between the head's lips comes from: the outlines as fans
/// of triangles about their middles, each mapped affinely. Pixels outside keep (-1, -1).
cv::Mat2f PlacesBetween(const Outline& from, const Outline& to, const cv::Rect& box) {
  cv::Mat2f places(box.size(), cv::Vec2f(-1, -1));
  const std::size_t count = to.count();
  const cv::Point2f to_middle = to.Middle();
  const cv::Point2f from_middle = from.Middle();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = (i + 1) % count;
    const std::array<cv::Point2f, 3> corners = {to_middle, to.points[i], to.points[next]};
    const std::array<cv::Point2f, 3> origins = {from_middle, from.points[i], from.points[next]};
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
  const Outline to = InnerLips(head.mesh);
  Outline from = InnerLips(target.mesh);
  const cv::Point2f middle = from.Middle();
  for (cv::Point2f& point : from.points) point = middle + (point - middle) * kDrawnIn;
  const cv::Mat2f places = PlacesBetween(SeenPart(from, to), to, box);
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
