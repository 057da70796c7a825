#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/training/training_photos.h"

namespace heser {

/// A training photo as the blending network's crop shows it, and ways in which the product would
/// take its head off and put it on again. All pictures are kBlendingCropSize squared, RGB in bytes,
/// coverage 0 to 255. Immutable once made.
struct BlenderScene {
  /// The own head as another photo of it might have come, recoloured for this scene by the product
  /// (MakeColorReference), and its colours carried on beyond its edge.
  struct Head {
    cv::Mat3b color;
    cv::Mat1b luma;  ///< Before the product recoloured it.
  };
  /// The photo without its head, as the product fills it.
  struct Body {
    cv::Mat3b plate;
    cv::Mat1b made_up;
  };

  std::string identity;
  bool held_out = false;
  double weight = 1;     ///< How often it is drawn.
  double face_size = 0;  ///< Crop pixels.
  cv::Rect inside;       ///< What the photo covers; beyond it colours are repeated.
  cv::Mat3b truth;
  cv::Mat1b alpha;       ///< Coverage of the own head.
  cv::Mat1b hair;        ///< Share of what keeps its colour from the skin's (hair, headwear).
  cv::Mat1b edge;        ///< Signed distance to the head's outline, 128 + 2 a pixel, inside above.
  cv::Mat1b importance;  ///< Of the loss: jaw and neck more. 32 is 1.
  cv::Mat3b normals;     ///< Of the face, spread; a quarter of the side; 128 + 127 a component.
  std::vector<Head> heads;
  std::vector<Body> bodies;
};

struct BlenderSceneOptions {
  int heads = 3;
  int bodies = 3;
  /// Instead of training's random margins and mistakes: the protocol of the self-reconstruction
  /// figure (engine.md). One head; the first body leaves the own head's place free alone, the
  /// second another's too.
  bool protocol = false;
};

/// Makes a scene of a photo (cut with BlenderCut). Others' heads, whose place the body's fill
/// leaves free too, are drawn from `others`. Deterministic by seed. Thread-safe. Throws Cancelled.
BlenderScene MakeBlenderScene(const TrainingPhoto& photo, std::span<const TrainingPhoto> others,
                              const BlenderSceneOptions& options, std::uint32_t seed);

/// How photos are cut for MakeBlenderScene: nothing is read farther than 2 face heights from the
/// middle of the face.
TrainingCut BlenderCut();

}  // namespace heser
