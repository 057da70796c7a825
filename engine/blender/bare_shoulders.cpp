#include "engine/blender/bare_shoulders.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/blender/bare_skin.h"
#include "engine/blender/neck_sides.h"
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
// Of 730 shoulders in frontal portraits that are clothed at their ends, 49 of 50 are clothed from
// this far from the neck's axis on, in every row down to .6 below the chin.
constexpr double kNeckline = 0.6;
// What is seen of the body from there to here and down to that far below the chin says whether a
// shoulder is clothed; less than this (square face sizes) says nothing, nor does more than that
// share of skin.
constexpr double kShoulderReach = 1.4;
constexpr double kShoulderHeight = 1.0;
constexpr double kFewestClothing = 0.003;
constexpr double kMostSkin = 0.1;
constexpr int kStep = 2;  // Every second pixel says enough.
// Of a face that looks ahead: the sideways share of the nose's direction.
constexpr double kLargestTurn = 0.35;

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

void ClotheShoulders(const ColorImage& color, const TargetRegions& regions, const FaceMesh& mesh,
                     BodyLayers& layers) {
  const double size = FaceSize(mesh);
  const Eigen::RowVector3d ears =
      (mesh.row(mesh_point::kCheekLeft) + mesh.row(mesh_point::kCheekRight)) / 2;
  const bool turned =
      std::abs((ears - mesh.row(mesh_point::kNoseTip)).normalized()(0)) > kLargestTurn;
  if (turned || cv::countNonZero(layers.known[kClothingLayer]) == 0) return;
  const JawCorners jaw = CornersOf(mesh);
  const double axis = (jaw.left + jaw.right) / 2;
  const double chin = mesh(mesh_point::kChin, 1);
  const Mask skin = regions.neck | regions.bare_skin;
  const int first = std::max(0, cvRound(chin));
  const NearerToSkin like_skin(color, regions);
  const auto aside = [&](int x) { return std::abs(x - axis) / size; };
  // To the left and to the right of the axis.
  std::array<double, 2> clothed{};
  std::array<double, 2> bare{};
  for (int y = first; y < std::min(skin.rows, cvRound(chin + kShoulderHeight * size)); y += kStep) {
    for (int x = 0; x < skin.cols; x += kStep) {
      const double away = aside(x);
      if (away < kNeckline || away > kShoulderReach || regions.removed(y, x) != 0) continue;
      const std::size_t side = x < axis ? 0 : 1;
      if (skin(y, x) != 0 || (regions.clothing(y, x) != 0 && like_skin.At(y, x))) {
        bare[side] += kStep * kStep;
      } else if (regions.clothing(y, x) != 0) {
        clothed[side] += kStep * kStep;
      }
    }
  }
  const double fewest = kFewestClothing * size * size;
  const auto is_clothed = [&](std::size_t side) {
    return clothed[side] >= fewest && bare[side] <= kMostSkin * clothed[side];
  };
  for (const std::size_t side : {0, 1}) {
    // Of a side that hair hides wholly the other one says how it is.
    const bool unseen = clothed[side] < fewest && bare[side] < fewest;
    if (!is_clothed(unseen ? 1 - side : side)) continue;
    for (int y = first; y < skin.rows; ++y) {
      for (int x = 0; x < skin.cols; ++x) {
        if (regions.removed(y, x) == 0 || layers.layer(y, x) != kNeckLayer) continue;
        if (aside(x) < kNeckline || (x < axis) != (side == 0)) continue;
        layers.layer(y, x) = kClothingLayer;
        layers.mirrored(y, x) = 0;
      }
    }
  }
}

}  // namespace heser
