#include "engine/training/body_sample.h"

#include <cmath>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/blender/neck_area.h"
#include "engine/core/geometry.h"
#include "engine/core/image_ops.h"
#include "engine/training/other_head.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

// What the network sees reaches 2.5 face sizes below the middle of the face; shifts and tilts add.
constexpr double kCutHalfSide = 2.7;
constexpr double kCutFaceHeight = 60;
// Own heads alone: also bodies that nothing hides have to stay what they are.
constexpr double kOwnAloneShare = 0.2;
// Locks that hang over a shoulder, longer than most hair in the photos. Face sizes.
constexpr double kLockShare = 0.4;
constexpr double kNarrowestLock = 0.15;
constexpr double kWidestLock = 0.5;
constexpr double kShortestLock = 0.4;
constexpr double kLongestLock = 1.1;
// Behind the own head the neck goes straight up to this far above the chin; beside it stands
// background from here on. Face sizes.
constexpr double kNeckAboveChin = 0.35;
constexpr double kBackgroundAboveChin = 0.1;
// Bodies under heads that lean or look aside: tilted and moved about a point below the chin.
// Degrees and face sizes.
constexpr double kAskewShare = 0.5;
constexpr double kAskewTilt = 14;
constexpr double kAskewAside = 0.15;
constexpr double kAskewUp = 0.05;
constexpr double kAskewDown = 0.12;
constexpr double kPivotBelowChin = 0.3;
// Heads that lean together with their body, degrees.
constexpr double kLeaningShare = 0.25;
constexpr double kUpright = 8;
constexpr double kLeaning = 25;
// Labels beside hair are wrong now and then. Face sizes.
constexpr double kWrongShare = 0.6;
constexpr int kMostWrong = 4;
constexpr double kSmallestWrong = 0.02;
constexpr double kLargestWrong = 0.1;

RemovalOptions DrawRemoval(std::mt19937& random) {
  RemovalOptions removal;
  removal.background_margin = Uniform(random, 0.02, 0.1);
  removal.body_margin = Uniform(random, 0.005, 0.06);
  removal.neck_margin = Uniform(random, 0.02, 0.1);
  return removal;
}

// Face sizes.
double MarginOf(std::uint8_t layer, const RemovalOptions& removal) {
  if (layer == kNeckLayer) return removal.neck_margin;
  return layer == kClothingLayer ? removal.body_margin : removal.background_margin;
}

// Photo to crop, near BodyCropFromPicture.
cv::Matx23d DrawCrop(const FaceMesh& mesh, std::mt19937& random) {
  const cv::Matx23d plain = BodyCropFromPicture(mesh);
  constexpr double kMiddle = (kBodyCropSize - 1) / 2.0;
  constexpr double kFace = kBodyCropSize / 3.4;
  const double scale = Uniform(random, 0.88, 1.12);
  const double most = Chance(random, kLeaningShare) ? kLeaning : kUpright;
  const double angle = Uniform(random, -most, most) * std::numbers::pi / 180;
  const double shift_x = Uniform(random, -0.08, 0.08) * kFace;
  const double shift_y = Uniform(random, -0.08, 0.08) * kFace;
  const double c = scale * std::cos(angle);
  const double s = scale * std::sin(angle);
  const cv::Matx33d moved(c, -s, kMiddle - (c - s) * kMiddle + shift_x, s, c,
                          kMiddle - (s + c) * kMiddle + shift_y, 0, 0, 1);
  const cv::Matx33d whole = moved * cv::Matx33d(plain(0, 0), plain(0, 1), plain(0, 2), plain(1, 0),
                                                plain(1, 1), plain(1, 2), 0, 0, 1);
  return whole.get_minor<2, 3>(0, 0);
}

// Where a body that sits upright under the head is moved to, crop to crop.
cv::Matx23d DrawAskew(const FaceMesh& mesh, std::mt19937& random) {
  const double size = FaceSize(mesh);
  const double angle = Uniform(random, -kAskewTilt, kAskewTilt) * std::numbers::pi / 180;
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  const double x = mesh(mesh_point::kChin, 0);
  const double y = mesh(mesh_point::kChin, 1) + kPivotBelowChin * size;
  const double aside = Uniform(random, -kAskewAside, kAskewAside) * size;
  const double down = Uniform(random, -kAskewUp, kAskewDown) * size;
  return {c, -s, x - c * x + s * y + aside, s, c, y - s * x - c * y + down};
}

cv::Mat1b InCrop(const cv::Mat1b& map, const cv::Matx23d& crop_from_photo, double beyond) {
  cv::Mat1b crop;
  cv::warpAffine(map, crop, crop_from_photo, {kBodyCropSize, kBodyCropSize}, cv::INTER_NEAREST,
                 cv::BORDER_CONSTANT, cv::Scalar(beyond));
  return crop;
}

// Hair down over one shoulder or both.
void AddLocks(const FaceMesh& mesh, std::mt19937& random, Mask& heads) {
  const double size = FaceSize(mesh);
  const cv::Point2d chin(mesh(mesh_point::kChin, 0), mesh(mesh_point::kChin, 1));
  const std::size_t sides = 1 + Index(random, 3);  // Left, right, both.
  for (std::size_t side = 1; side <= 2; ++side) {
    if ((sides & side) == 0) continue;
    const double outward = side == 1 ? -1 : 1;
    const cv::Point place(cvRound(chin.x + outward * Uniform(random, 0.25, 0.6) * size),
                          cvRound(chin.y + Uniform(random, -0.2, 0.4) * size));
    const cv::Size axes(cvRound(Uniform(random, kNarrowestLock, kWidestLock) * size),
                        cvRound(Uniform(random, kShortestLock, kLongestLock) * size));
    cv::ellipse(heads, place, axes, outward * Uniform(random, -25, 5), 0, 360, cv::Scalar(255),
                cv::FILLED);
  }
}

// Hair taken for clothing, clothing for background and the like, beside what is hidden.
void MisreadBorders(cv::Mat1b& layer, double face_size, std::mt19937& random) {
  std::vector<cv::Point> border;
  const Mask hidden = layer == SeenBody::kHidden;
  cv::findNonZero(Dilate(hidden, 2) & ~hidden, border);
  if (border.empty()) return;
  const std::size_t count = 1 + Index(random, kMostWrong);
  Mask wrong(layer.size(), std::uint8_t{0});
  for (std::size_t i = 0; i < count; ++i) {
    wrong = 0;
    const cv::Size axes(cvRound(Uniform(random, kSmallestWrong, kLargestWrong) * face_size),
                        cvRound(Uniform(random, kSmallestWrong, kLargestWrong) * face_size));
    cv::ellipse(wrong, border[Index(random, border.size())], axes, Uniform(random, 0, 180), 0, 360,
                cv::Scalar(255), cv::FILLED);
    wrong.setTo(0, (layer == SeenBody::kHidden) | (layer == SeenBody::kOutside));
    layer.setTo(static_cast<double>(Index(random, kFillLayerCount)), wrong);
  }
}

}  // namespace

TrainingCut BodyCut() {
  return {.half_side = kCutHalfSide, .face_height = kCutFaceHeight, .depth = false};
}

BodyScene MakeBodyScene(const TrainingPhoto& photo) {
  LabelMap labels = photo.labels.clone();
  labels.setTo(static_cast<std::uint8_t>(Label::kBackground), labels == kUnjudged);
  AlphaMap matte;
  photo.matte.convertTo(matte, CV_32F, 1 / 255.0);
  const TargetRegions regions =
      FindTargetRegions(FromBytes(photo.image), labels, matte, photo.mesh, {});
  BodyScene scene;
  scene.identity = photo.identity;
  scene.held_out = photo.held_out;
  scene.mesh = photo.mesh;
  scene.head = regions.head;
  scene.layer = cv::Mat1b(labels.size());
  const double size = FaceSize(photo.mesh);
  const double chin = photo.mesh(mesh_point::kChin, 1);
  // Bare shoulders are labelled neck, too: only what is between its narrowest sides goes up.
  const NeckShape neck = FindNeckShape(regions, photo.mesh, photo.mesh);
  const bool has_sides = cv::countNonZero(neck.area) > 0;
  std::vector<bool> above_neck(static_cast<std::size_t>(labels.cols), false);
  for (int y = labels.rows - 1; y >= 0; --y) {
    for (int x = 0; x < labels.cols; ++x) {
      std::uint8_t& layer = scene.layer(y, x);
      const auto column = static_cast<std::size_t>(x);
      if (regions.head(y, x) == 0) above_neck[column] = regions.neck(y, x) != 0;
      if (regions.head(y, x) != 0) {
        layer = kUnjudged;
        if (y < chin - kBackgroundAboveChin * size) layer = kBackgroundLayer;
        const bool within = has_sides && x >= neck.left && x <= neck.right;
        if (within && above_neck[column] && y > chin - kNeckAboveChin * size) layer = kNeckLayer;
      } else if (regions.neck(y, x) != 0) {
        layer = kNeckLayer;
      } else {
        layer = regions.clothing(y, x) != 0 ? kClothingLayer : kBackgroundLayer;
      }
    }
  }
  cv::Mat covered;
  cv::warpAffine(Mask(labels.size(), std::uint8_t{255}), covered, BodyCropFromPicture(scene.mesh),
                 {kBodyCropSize, kBodyCropSize}, cv::INTER_NEAREST, cv::BORDER_CONSTANT);
  scene.weight = cv::countNonZero(covered) / static_cast<double>(covered.total());
  return scene;
}

BodySample DrawBodySample(const BodyScene& scene, std::span<const BodyScene> others,
                          const BodySampleOptions& options, std::mt19937& random) {
  const cv::Matx23d crop_from_photo =
      options.jitter ? DrawCrop(scene.mesh, random) : BodyCropFromPicture(scene.mesh);
  const FaceMesh mesh = TransformMesh(crop_from_photo, scene.mesh);
  const double face_size = FaceSize(mesh);
  BodySample sample;
  const bool askew = options.askew || (options.jitter && Chance(random, kAskewShare));
  const cv::Matx23d body_from_photo =
      askew ? ComposeAffine(DrawAskew(mesh, random), crop_from_photo) : crop_from_photo;
  sample.truth = InCrop(scene.layer, body_from_photo, SeenBody::kOutside);
  const Mask inside = InCrop(Mask(scene.layer.size(), std::uint8_t{255}), body_from_photo, 0);
  Mask heads = InCrop(scene.head, crop_from_photo, 0);
  // What the head hid before it was moved is not known.
  if (askew) heads |= InCrop(scene.head, body_from_photo, 0);
  if (options.others && !(options.jitter && Chance(random, kOwnAloneShare))) {
    heads |= DrawOtherHead(
        mesh, heads.size(), others.size(),
        [&](std::size_t i) {
          return HeadOutline{others[i].head, others[i].mesh};
        },
        random);
  }
  if (options.jitter && Chance(random, kLockShare)) AddLocks(mesh, random, heads);
  const RemovalOptions removal = options.jitter ? DrawRemoval(random) : RemovalOptions{};
  const ScalarImage distance = DistanceTo(heads);
  sample.seen.layer = sample.truth.clone();
  for (int y = 0; y < kBodyCropSize; ++y) {
    for (int x = 0; x < kBodyCropSize; ++x) {
      std::uint8_t& layer = sample.seen.layer(y, x);
      if (inside(y, x) == 0) {
        layer = SeenBody::kOutside;
        sample.truth(y, x) = kUnjudged;
      } else if (heads(y, x) != 0 || distance(y, x) <= MarginOf(layer, removal) * face_size) {
        layer = SeenBody::kHidden;
      }
    }
  }
  if (options.jitter && Chance(random, kWrongShare)) {
    MisreadBorders(sample.seen.layer, face_size, random);
  }
  sample.seen.face = FaceHull(mesh, sample.seen.layer.size());
  if (options.jitter && Chance(random, 0.5)) {
    for (cv::Mat1b* map : {&sample.seen.layer, &sample.seen.face, &sample.truth}) {
      cv::flip(*map, *map, 1);
    }
  }
  return sample;
}

}  // namespace heser
