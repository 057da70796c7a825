#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// What stands behind the old head, back to front.
enum FillLayer { kBackgroundLayer = 0, kClothingLayer = 1, kNeckLayer = 2 };
inline constexpr int kFillLayerCount = 3;

/// Side of the crop in which hidden bodies are completed, pixels.
inline constexpr int kBodyCropSize = 128;

/// Picture to crop: an upright square 3.4 face sizes wide, centred .8 face sizes below the middle
/// of the mesh, so that both shoulders are in it.
cv::Matx23d BodyCropFromPicture(const FaceMesh& mesh);

/// What is seen of a body, in the crop. kBodyCropSize squared.
struct SeenBody {
  /// The FillLayer of each pixel, or kHidden, kOutside.
  cv::Mat1b layer;
  Mask face;  ///< Convex hull of the mesh.

  static constexpr std::uint8_t kHidden = 254;   ///< To be filled.
  static constexpr std::uint8_t kOutside = 255;  ///< Of the picture.
};

SeenBody SeeBody(const TargetRegions& regions, const FaceMesh& mesh);

/// Says how a body that hair hides goes on.
class BodyCompleter {
 public:
  virtual ~BodyCompleter() = default;
  /// Probabilities of the layers (in the order of FillLayer), kBodyCropSize squared. Thread-safe.
  virtual cv::Mat3f Complete(const SeenBody& seen) const = 0;
};

}  // namespace heser
