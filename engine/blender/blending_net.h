#pragma once

#include <filesystem>
#include <memory>

#include "engine/blender/blending_input.h"
#include "engine/nn/device.h"

namespace heser {

/// Side of the head crop that the blending network sees, pixels.
inline constexpr int kBlendingCropSize = 512;

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
  /// fill. Throws Error{kWrongUse} for pictures that are not kBlendingCropSize squared.
  cv::Mat3f Correction(const BlendingPicture& picture) const;

 private:
  struct Network;
  explicit BlendingNet(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

}  // namespace heser
