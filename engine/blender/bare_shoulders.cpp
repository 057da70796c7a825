#include "engine/blender/bare_shoulders.h"

#include <algorithm>
#include <cmath>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes: how far from seen shoulders skin goes on.
constexpr double kBareReach = 0.6;
// Skin this far beside and below the chin, and as much of it (square face sizes), is a shoulder's;
// less may be the neck of a turned head.
constexpr double kShoulderAside = 0.6;
constexpr double kShoulderBelow = 0.2;
constexpr double kFewestShoulder = 0.02;
// Narrower pieces between hair and skin are neither; shoulders have no notches of this radius.
constexpr double kSliver = 0.04;
constexpr double kNotch = 0.08;
// Clothing that ends below bare shoulders does not climb them: its distance counts more.
constexpr float kClimbing = 1.7F;

}  // namespace

void LayBareShoulders(const TargetRegions& regions, const Mask& neck, const FaceMesh& mesh,
                      BodyLayers& layers) {
  const double size = FaceSize(mesh);
  if (cv::countNonZero(regions.bare_skin) <= kFewestShoulder * size * size) return;
  const double chin = mesh(mesh_point::kChin, 1);
  Mask shoulders = layers.known[kNeckLayer].clone();
  for (int y = 0; y < shoulders.rows; ++y) {
    for (int x = 0; x < shoulders.cols; ++x) {
      if (y < chin + kShoulderBelow * size ||
          std::abs(x - mesh(mesh_point::kChin, 0)) < kShoulderAside * size)
        shoulders(y, x) = 0;
    }
  }
  shoulders.setTo(0, Dilate(neck, kSliver * size));
  const ScalarImage to_shoulders = DistanceTo(shoulders);
  const auto without_slivers = [&](const Mask& mask) {
    return Dilate(Erode(mask, kSliver * size), kSliver * size);
  };
  const Mask clothing = without_slivers(layers.known[kClothingLayer]);
  layers.known[kClothingLayer] &= Dilate(clothing, kSliver * size);
  const ScalarImage to_skin = DistanceTo(without_slivers(layers.known[kNeckLayer]));
  const ScalarImage to_clothing = DistanceTo(clothing);
  const Mask body_layer = layers.layer != kBackgroundLayer;
  const Mask closed = Erode(Dilate(body_layer, kNotch * size), kNotch * size) | body_layer;
  for (int y = std::max(0, cvRound(chin)); y < shoulders.rows; ++y) {
    for (int x = 0; x < shoulders.cols; ++x) {
      const bool body = closed(y, x) != 0 && layers.layer(y, x) != kNeckLayer;
      if (regions.removed(y, x) == 0 || !body || neck(y, x) != 0) continue;
      if (layers.mirrored(y, x) != 0 || to_shoulders(y, x) > kBareReach * size) continue;
      layers.layer(y, x) =
          to_skin(y, x) <= kClimbing * to_clothing(y, x) ? kNeckLayer : kClothingLayer;
    }
  }
}

}  // namespace heser
