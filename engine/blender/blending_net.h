#pragma once

#include <filesystem>
#include <memory>

#include "engine/blender/blending_crop.h"
#include "engine/core/image.h"
#include "engine/nn/device.h"

namespace heser {

/// A composite as geometry and statistics give it, and what it is made of. Pictures of one size.
struct BlendingPicture {
  ColorImage color;  ///< The composite: head over plate by alpha.
  ColorImage plate;  ///< The target without its head.
  AlphaMap alpha;    ///< Coverage of the new head.
  AlphaMap made_up;  ///< Share of the plate's pixel that is not the target's own.
  ScalarImage luma;  ///< Of the aligned head before it was recoloured (HeadLuma).
};

/// The trained blending network of the compact preset. Run is thread-safe: the network is only
/// read.
class BlendingNet {
 public:
  /// Throws Error{kBadModel} if the file is missing, damaged or of another network.
  static BlendingNet Load(const std::filesystem::path& file, const Device& device);
  BlendingNet(BlendingNet&&) noexcept;
  BlendingNet& operator=(BlendingNet&&) noexcept;
  ~BlendingNet();

  /// What is to be added to the composite (sRGB-encoded, 1 is white); exactly 0 outside of head and
  /// fill. Throws Error{kWrongUse} for pictures that are no squares of a multiple of 32.
  cv::Mat3f Correction(const BlendingPicture& picture) const;

 private:
  struct Network;
  explicit BlendingNet(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

}  // namespace heser
