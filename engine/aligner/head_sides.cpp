#include "engine/aligner/head_sides.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/image_ops.h"
#include "engine/core/smoothstep.h"

namespace heser {
namespace {

// Where the front of an ear is in the head frame, W, and how much people and readings of their
// poses differ there: to the side and in depth. At half the width, 92 ears of photos (people
// of the portraits and of FASSEG) whose heads are turned by 9 to 30 degrees lie at .53 to .63 deep
// (medians of four ranges of the angle each).
constexpr double kEarAside = 0.5;
constexpr double kEarAsideSigma = 0.03;
constexpr double kEarDepth = 0.585;
constexpr double kEarDepthSigma = 0.08;

// The front of an ear: this quantile of its pixels at about its middle's height.
constexpr double kFrontQuantile = 0.1;
constexpr double kMiddlePart = 0.12;
// The bend takes at least this much way, W: else it would be a step.
constexpr double kLeastWay = 0.06;
// And leads back by this much at most, W.
constexpr double kMostBend = 0.35;

// Heads that look into the camera show nothing of this, and hair whose depth is guessed stays as it
// is: sines of the angle from which on sides are bent, and wholly.
constexpr double kLeastTurn = 0.1;
constexpr double kWholeTurn = 0.3;

// Behind the ears short hair and the nape are no wider than the head is in front of them, as far
// back as this, W; from this far above the middle of an ear on a skull is.
constexpr double kBehindEars = 1.2;
constexpr double kAboveEar = 0.35;
constexpr double kAboveEarFade = 0.3;
// Hair that hangs down to here counts as short, and as long: it hangs beside the neck. W.
constexpr double kShortHair = 0.1;
constexpr double kLongHair = 0.42;

/// How one side of a head is led back. Lengths in view pixels unless said.
struct Bend {
  Eigen::Vector2d along;  ///< Away from the face.
  double begin = 0;       ///< Place along it where the bend begins,
  double end = 0;         ///< and from where on it is whole.
  double depth = 0;
  double side = 1;    ///< -1 to the viewer's left, 1 to the right.
  double inward = 0;  ///< How far sideways what lies deeper by 1 W is, below 0: towards the middle.
  double half_width = 0;  ///< Of the head in front of its ear, W.
  double ear_row = 0;     ///< y of the ear, head frame.
  double turned = 0;      ///< 0 to 1: how much of all this.
};

/// Place of the ear's front: the pixel column along `along` and the row across it.
Eigen::Vector2d FrontOf(const Mask& ear, const Eigen::Vector2d& along, double scale) {
  std::vector<cv::Point> pixels;
  cv::findNonZero(ear, pixels);
  const Eigen::Vector2d across(-along.y(), along.x());
  const auto quantile = [](std::vector<double>& values, double share) {
    const auto place = values.begin() +
                       static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  std::vector<double> rows;
  rows.reserve(pixels.size());
  for (const cv::Point& p : pixels) rows.push_back(across.dot(Eigen::Vector2d(p.x, p.y)));
  const double row = quantile(rows, 0.5);
  std::vector<double> places;
  places.reserve(pixels.size());
  for (const cv::Point& p : pixels) {
    const Eigen::Vector2d at(p.x, p.y);
    if (std::abs(across.dot(at) - row) < kMiddlePart * scale) places.push_back(along.dot(at));
  }
  return quantile(places, kFrontQuantile) * along + row * across;
}

/// How far back the ear's front most likely lies from `place` (head frame, W), along the sight.
double LikelyShift(const Eigen::Vector3d& place, const Eigen::Vector3d& sight, double side) {
  const double inward = side * sight.x();
  const double aside = 1 / (kEarAsideSigma * kEarAsideSigma);
  const double deep = 1 / (kEarDepthSigma * kEarDepthSigma);
  return (inward * (kEarAside - side * place.x()) * aside +
          sight.z() * (kEarDepth - place.z()) * deep) /
         (inward * inward * aside + sight.z() * sight.z() * deep);
}

/// Nothing where the ear says nothing, or is as deep as the surface has it.
std::optional<Bend> FindBend(const HeadView& view, const EarFlap& ear, const HeadSurface& surface) {
  const Similarity3& view_from_head = surface.view_from_head;
  const double scale = view_from_head.scale;
  const Eigen::Vector3d sight = view_from_head.rotation.row(2).transpose();
  const Eigen::Vector2d right = view_from_head.rotation.col(0).head<2>();
  Bend bend;
  bend.side = right.dot(Eigen::Vector2d(ear.leads.x, ear.leads.y)) < 0 ? -1 : 1;
  bend.along = bend.side * right.normalized();
  // Of an ear on the far side the photo does not show the way to it.
  bend.inward = bend.side * sight.x();
  bend.turned = std::clamp((-bend.inward - kLeastTurn) / (kWholeTurn - kLeastTurn), 0.0, 1.0);
  if (bend.turned == 0) return std::nullopt;
  bend.begin = (view.mesh.leftCols<2>() * bend.along).maxCoeff();
  const Eigen::Vector2d front = FrontOf(ear.mask, bend.along, scale);
  bend.end = std::max(bend.along.dot(front), bend.begin + kLeastWay * scale);

  const cv::Point node(cvRound((front.x() - surface.box.x) / surface.step),
                       cvRound((front.y() - surface.box.y) / surface.step));
  if (!cv::Rect(cv::Point(), surface.front.size()).contains(node)) return std::nullopt;
  const Eigen::Vector3d place =
      view_from_head.Inverse() * Eigen::Vector3d(front.x(), front.y(), surface.front(node));
  const double shift = LikelyShift(place, sight, bend.side);
  if (shift <= 0) return std::nullopt;
  const double depth = bend.turned * std::min(shift, kMostBend);
  bend.depth = depth * scale;
  bend.half_width = bend.side * place.x() + bend.inward * depth;
  bend.ear_row = place.y();
  return bend;
}

/// How much deeper still, W, what lies at `place` (head frame) behind the ear is narrow enough.
double NarrowBehindEar(const Bend& bend, const Eigen::Vector3d& place, double sight_z) {
  const double below = std::clamp((place.y() - bend.ear_row + kAboveEar) / kAboveEarFade, 0.0, 1.0);
  const double too_wide = std::max(0.0, bend.side * place.x() - bend.half_width) / -bend.inward;
  const double room = std::max(0.0, kBehindEars - place.z()) / sight_z;
  return below * std::min(too_wide, room);
}

}  // namespace

void BendSides(const HeadView& view, const std::vector<EarFlap>& ears, HeadSurface& surface) {
  const Similarity3 head_from_view = surface.view_from_head.Inverse();
  const double scale = surface.view_from_head.scale;
  const double sight_z = surface.view_from_head.rotation(2, 2);
  const double short_hair =
      std::clamp((kLongHair - surface.hair_end) / (kLongHair - kShortHair), 0.0, 1.0);
  for (const EarFlap& ear : ears) {
    const std::optional<Bend> bend = FindBend(view, ear, surface);
    if (!bend) continue;
    for (int j = 0; j < surface.front.rows; ++j) {
      for (int i = 0; i < surface.front.cols; ++i) {
        const double x = surface.box.x + i * surface.step;
        const double y = surface.box.y + j * surface.step;
        const double along = bend->along.dot(Eigen::Vector2d(x, y));
        const auto by = static_cast<float>(
            bend->depth * Smoothstep((along - bend->begin) / (bend->end - bend->begin)));
        float& front = surface.front(j, i);
        float& equator = surface.equator(j, i);
        float& back = surface.back(j, i);
        front += by;
        equator += by;
        back += by;
        const double behind = Smoothstep((along - bend->end) / (kLeastWay * scale));
        if (behind == 0) continue;
        const double deeper =
            NarrowBehindEar(*bend, head_from_view * Eigen::Vector3d(x, y, front), sight_z);
        front += static_cast<float>(behind * short_hair * bend->turned * deeper * scale);
        equator = std::max(equator, front);
        back = std::max(back, equator);
      }
    }
  }
}

}  // namespace heser
