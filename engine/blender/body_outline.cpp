#include "engine/blender/body_outline.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/bare_skin.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Half the width of narrow shoulders, and how far below the chin they begin beside the neck and at
// their ends. Face sizes.
constexpr double kHalfShoulders = 1.05;
constexpr double kNeckSide = 0.35;
constexpr double kShoulderTop = 0.2;
constexpr double kShoulderEnd = 0.5;
constexpr double kWidestArms = 1.8;
// Background that is seen within a shoulder, of its area, says that it stands elsewhere; and so
// does a face turned further than this (sideways share of the nose's direction).
constexpr double kContradiction = 0.03;
constexpr double kLargestTurn = 0.35;
// Between two parts of a body that only hair parts, this far under the chin: an arm beside a torso
// stands apart where background is seen between them, and nowhere else. Face sizes.
constexpr double kBetweenArms = 0.15;

// Borders are evened at this face size, in steps of these widths (face sizes), this often.
constexpr double kWorkFaceSize = 60;
constexpr double kClothingStep = 0.12;
constexpr int kClothingRounds = 20;
// Collars stand as they were found but for their kinks.
constexpr double kCollarStep = 0.06;
constexpr int kCollarRounds = 4;
constexpr double kOutlineStep = 0.06;
constexpr int kOutlineRounds = 8;
constexpr int kClothedRounds = 3;
// Shoulders are bare where this much bare skin (square face sizes) is seen this near to the hair on
// them (face sizes).
constexpr double kFewestBare = 0.02;
constexpr double kBareReach = 0.4;
// Margins that were removed this near to hair are as unknown as what it hid. Face sizes.
constexpr double kBesideHair = 0.1;

// A layer's share in each pixel, at the size at which borders are evened.
AlphaMap ShareOf(const Mask& mask, cv::Size size) {
  cv::Mat share;
  cv::resize(AlphaOf(mask), share, size, 0, 0, cv::INTER_AREA);
  return share;
}

// Below the chin: what hair hid.
Mask HiddenByHair(const TargetRegions& regions, const FaceMesh& mesh) {
  Mask hidden = Dilate(MaskOf(regions.labels, {Label::kHair}), kBesideHair * FaceSize(mesh)) &
                regions.removed;
  const int chin = std::clamp(cvRound(mesh(mesh_point::kChin, 1)), 0, hidden.rows);
  hidden.rowRange(0, chin) = 0;
  return hidden;
}

bool HasBareShoulders(const TargetRegions& regions, const Mask& hidden, double face_size) {
  const Mask near = regions.bare_skin & Dilate(hidden, kBareReach * face_size);
  return cv::countNonZero(near) > kFewestBare * face_size * face_size;
}

bool IsBackground(std::uint8_t layer) { return layer == kBackgroundLayer; }

}  // namespace

void KeepShoulders(const TargetRegions& regions, const Mask& background_below, const FaceMesh& mesh,
                   BodyLayers& layers) {
  const double size = FaceSize(mesh);
  const Eigen::RowVector3d ears =
      (mesh.row(mesh_point::kCheekLeft) + mesh.row(mesh_point::kCheekRight)) / 2;
  if (std::abs((ears - mesh.row(mesh_point::kNoseTip)).normalized()(0)) > kLargestTurn) return;
  const bool bare = HasBareShoulders(regions, HiddenByHair(regions, mesh), size);
  const bool clothed = cv::countNonZero(layers.known[kClothingLayer]) > 0;
  const double axis = mesh(mesh_point::kChin, 0);
  const double chin = mesh(mesh_point::kChin, 1);
  const auto top_at = [&](double aside) {
    const double along = std::max(0.0, aside - kNeckSide) / (kHalfShoulders - kNeckSide);
    return chin + (kShoulderTop + (kShoulderEnd - kShoulderTop) * along * along) * size;
  };
  const Mask body = layers.known[kClothingLayer] | layers.known[kNeckLayer];
  for (const int side : {-1, 1}) {
    // Arms hang from the shoulder's end to where the body is seen furthest out below it.
    const double end = chin + kShoulderEnd * size;
    double arm = kHalfShoulders;
    double arm_row = end;
    for (int y = std::max(0, cvRound(end)); y < regions.removed.rows; ++y) {
      for (int x = 0; x < regions.removed.cols; ++x) {
        const double aside = (x - axis) * side / size;
        if (aside <= arm || aside > kWidestArms || body(y, x) == 0) continue;
        arm = aside;
        arm_row = y;
      }
    }
    int area = 0;
    int background = 0;
    Mask shoulder(regions.removed.size(), std::uint8_t{0});
    for (int x = 0; x < shoulder.cols; ++x) {
      const double aside = (x - axis) * side / size;
      if (aside < 0 || aside > arm) continue;
      const double top =
          aside <= kHalfShoulders
              ? top_at(aside)
              : end + (arm_row - end) * (aside - kHalfShoulders) / (arm - kHalfShoulders);
      for (int y = std::max(0, cvRound(top)); y < shoulder.rows; ++y) {
        ++area;
        if (layers.known[kBackgroundLayer](y, x) != 0) ++background;
        if (regions.removed(y, x) == 0) continue;
        if (background_below(y, x) == 0) shoulder(y, x) = 255;
      }
    }
    if (background > kContradiction * area) continue;
    for (int y = 0; y < shoulder.rows; ++y) {
      for (int x = 0; x < shoulder.cols; ++x) {
        if (shoulder(y, x) == 0 || !IsBackground(layers.layer(y, x))) continue;
        const bool skin = layers.distance[kNeckLayer](y, x) < layers.distance[kClothingLayer](y, x);
        layers.layer(y, x) = skin && (bare || !clothed) ? kNeckLayer : kClothingLayer;
      }
    }
  }
}

void SmoothHiddenBorders(const TargetRegions& regions, const FaceMesh& mesh, BodyLayers& layers) {
  const double face_size = FaceSize(mesh);
  Mask hidden = HiddenByHair(regions, mesh);
  const bool bare = HasBareShoulders(regions, hidden, face_size);
  hidden.setTo(0, layers.mirrored);
  if (cv::countNonZero(hidden) == 0) return;
  const double scale = std::min(1.0, kWorkFaceSize / face_size);
  const double size = face_size * scale;
  const cv::Size small(std::max(1, cvRound(hidden.cols * scale)),
                       std::max(1, cvRound(hidden.rows * scale)));
  const Mask open = MaskAbove(ShareOf(hidden, small), 0.5);
  AlphaMap body = ShareOf(layers.layer != kBackgroundLayer, small);
  AlphaMap skin = ShareOf(layers.layer == kNeckLayer, small);
  // Thresholded diffusion (Merriman, Bence and Osher) shortens borders; what is seen holds their
  // ends.
  const auto even = [&](AlphaMap& share, const AlphaMap& of, double sigma) {
    const AlphaMap mean = Blur(share, sigma);
    const AlphaMap whole = Blur(of, sigma);
    for (int y = 0; y < share.rows; ++y) {
      for (int x = 0; x < share.cols; ++x) {
        if (open(y, x) != 0) share(y, x) = mean(y, x) > 0.5f * whole(y, x) ? of(y, x) : 0.f;
      }
    }
  };
  const AlphaMap everything(small, 1.f);
  const int outline_rounds = bare ? kOutlineRounds : kClothedRounds;
  const int clothing_rounds = bare ? kClothingRounds : kCollarRounds;
  const double clothing_step = bare ? kClothingStep : kCollarStep;
  for (int i = 0; i < outline_rounds; ++i) even(body, everything, kOutlineStep * size);
  skin = cv::Mat(cv::min(skin, body));
  for (int i = 0; i < clothing_rounds; ++i) even(skin, body, clothing_step * size);
  const auto full = [&](const AlphaMap& share) {
    cv::Mat result;
    cv::resize(Blur(share, 1), result, hidden.size(), 0, 0, cv::INTER_LINEAR);
    return AlphaMap(result);
  };
  const AlphaMap full_body = full(body);
  const AlphaMap full_skin = full(skin);
  for (int y = 0; y < hidden.rows; ++y) {
    for (int x = 0; x < hidden.cols; ++x) {
      if (hidden(y, x) == 0) continue;
      std::uint8_t layer = kBackgroundLayer;
      if (full_body(y, x) > 0.5f) {
        layer = full_skin(y, x) > 0.5f * full_body(y, x) ? kNeckLayer : kClothingLayer;
      }
      layers.layer(y, x) = layer;
    }
  }
}

void JoinSides(const ColorImage& color, const TargetRegions& regions, const FaceMesh& mesh,
               cv::Mat1b& layer) {
  const int first =
      std::max(0, cvRound(mesh(mesh_point::kChin, 1) + kBetweenArms * FaceSize(mesh)));
  const Mask body = regions.clothing | regions.neck;
  const NearerToSkin skin(color, regions);
  const auto layer_beside = [&](int y, int x) {
    return regions.neck(y, x) != 0 || skin.At(y, x) ? kNeckLayer : kClothingLayer;
  };
  for (int y = first; y < layer.rows; ++y) {
    int x = 0;
    while (x < layer.cols) {
      if (regions.removed(y, x) == 0) {
        ++x;
        continue;
      }
      const int begin = x;
      while (x < layer.cols && regions.removed(y, x) != 0) ++x;
      if (begin == 0 || x == layer.cols || body(y, begin - 1) == 0 || body(y, x) == 0) continue;
      const std::uint8_t left = layer_beside(y, begin - 1);
      const std::uint8_t right = layer_beside(y, x);
      for (int i = begin; i < x; ++i) {
        if (layer(y, i) == kBackgroundLayer) layer(y, i) = i - begin < x - i ? left : right;
      }
    }
  }
}

}  // namespace heser
