#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "engine/aligner/refinement_input.h"
#include "engine/core/options.h"
#include "engine/training/training_photos.h"

namespace heser {

/// What a refined head should look like, in the crop of its input.
struct RefinementTruth {
  cv::Mat3b color;  ///< RGB; beyond the head its colours go on.
  cv::Mat1b alpha;
  cv::Mat1b judged;  ///< 255 where the photo says what is there, else 0.
};

/// One photo's head and what the geometric aligner made of other pictures of that head in its
/// place.
struct RefinementScene {
  std::vector<RefinementInput> inputs;
  RefinementTruth truth;
  std::string name;   ///< Of the photo.
  double weight = 1;  ///< How often it is drawn.
  bool held_out = false;
};

/// How scenes are made of single photos and of pairs of photos of one person.
struct RefinementSceneOptions {
  int copies = 3;           ///< Differently turned copies of a photo's head.
  double largest_yaw = 60;  ///< Of these turns, degrees.
  double largest_pitch = 20;
  double largest_roll = 20;
  double pose_error = 2;  ///< Sigma of what the mesh of a copy is wrong by, degrees.
  int size = 256;         ///< Side of the crops.
  std::uint32_t seed = 1;
};

/// The face height that photos for scenes should have, pixels: what is turned and turned back
/// should lose little by the first turn.
double FaceHeightForScenes(int crop_size);

/// Scenes of all photos. Of each photo: its head turned away by random angles, each turned copy
/// lifted anew and brought back, one at a time, two and three fused (truth: the photo); of two
/// photos of one person: each brought to the other's pose and expression (truth: the other, in the
/// first one's exposure). Parallel; the same for the same options. Throws Cancelled.
std::vector<RefinementScene> MakeRefinementScenes(std::span<const TrainingPhoto> photos,
                                                  const RefinementSceneOptions& options,
                                                  const Progress& progress);

/// One input and its truth.
struct RefinementSample {
  RefinementInput input;
  RefinementTruth truth;
};

/// Draws a sample with `sources` sources, mirrored and with other colours (the same in input and
/// truth), its source pictures softer or noisier than the truth now and then. Scenes that are held
/// out, or that have no such input, are left out. Thread-safe.
class RefinementSampler {
 public:
  /// `scenes` must outlive it. Throws Error{kBadFile} where nothing could be drawn.
  explicit RefinementSampler(std::span<const RefinementScene> scenes);
  RefinementSample Draw(std::size_t sources, std::mt19937& random) const;

 private:
  struct Choice {
    const RefinementScene* scene;
    const RefinementInput* input;
  };
  /// By number of sources less one: inputs, and the running sums of their weights.
  std::vector<std::vector<Choice>> choices_;
  std::vector<std::vector<double>> sums_;
};

}  // namespace heser
