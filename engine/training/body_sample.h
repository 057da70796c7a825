#pragma once

#include <random>
#include <span>
#include <string>

#include "engine/blender/body_completion.h"
#include "engine/training/training_photos.h"

namespace heser {

/// What stands behind the head of a training photo, as far as it is known. Pictures of the photo's
/// size. Immutable once made.
struct BodyScene {
  std::string identity;
  bool held_out = false;
  double weight = 1;  ///< How often it is drawn: the share of the crop that the photo covers.
  /// FillLayer or kUnjudged. Behind the own head the neck that is seen goes straight up for a
  /// while, beside it background stands; deeper down nothing is known.
  cv::Mat1b layer;
  Mask head;  ///< The own one, with hair beyond the labelled crop.
  FaceMesh mesh;
};

/// Thread-safe.
BodyScene MakeBodyScene(const TrainingPhoto& photo);

/// How photos are cut for MakeBodyScene: as far as the network sees.
TrainingCut BodyCut();

/// A body that heads hide, and what is hidden. kBodyCropSize squared.
struct BodySample {
  SeenBody seen;
  cv::Mat1b truth;  ///< FillLayer or kUnjudged.
};

struct BodySampleOptions {
  bool others = true;  ///< Hide what another person's hair would hide, too.
  bool jitter = true;  ///< Other sizes, places, tilts and margins, mirrored, wrong labels.
  /// Move and tilt the body under the head, as under heads that look aside or lean. With `jitter`
  /// a share of the bodies are moved anyway.
  bool askew = false;
};

/// Others' heads are drawn from `others`, which must not be empty. Deterministic by the generator's
/// state. Thread-safe.
BodySample DrawBodySample(const BodyScene& scene, std::span<const BodyScene> others,
                          const BodySampleOptions& options, std::mt19937& random);

}  // namespace heser
