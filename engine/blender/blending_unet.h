#pragma once

// LibTorch header: include it in network sources only.
#include <string>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>

#include "engine/nn/conv_blocks.h"

namespace heser {

inline constexpr int kBlendingUnetVersion = 1;

/// Channels of the network's input (HeSer, section 3.4).
inline constexpr int kBlendingChannels = 12;

/// Size of a BlendingUnet.
struct BlendingUnetOptions {
  std::string architecture;  ///< Of its weights files.
  int stem = 2;              ///< The first level works on pictures reduced by this (1 or 2).
  std::vector<int> widths;   ///< Channels of the levels, finest first.
  std::vector<int> blocks;   ///< Residual blocks of each level on the way down.
  int finish_width = 16;     ///< Channels at full size.

  /// Sides of the input must be multiples of this.
  int step() const;
};

/// What is shipped: 5 levels, made for two processor cores at 512 x 512.
BlendingUnetOptions CompactBlendingUnet();
/// 7 levels from width 64 at full size: for GPUs.
BlendingUnetOptions PaperBlendingUnet();

struct BlendingUnetOutput {
  torch::Tensor color;  ///< N x 3 x H x W, [-1, 1] nominally.
  torch::Tensor gate;   ///< N x 1 x H x W, 0 to 1: how far the composite was corrected.
};

/// A composite as geometry and statistics give it, and what it is made of. Colours in [-1, 1].
struct BlendingInput {
  torch::Tensor color;  ///< N x 3 x H x W: head over plate by alpha.
  torch::Tensor plate;  ///< N x 3 x H x W: the target without its head.
  torch::Tensor alpha;  ///< N x 1 x H x W, 0 to 1: coverage of the new head.
  torch::Tensor
      made_up;         ///< N x 1 x H x W, 0 to 1: share of the plate that is not the target's own.
  torch::Tensor luma;  ///< N x 1 x H x W: grey aligned head before it was recoloured.
};

/// N x 12 x H x W, colours times their coverage: head color reference 3, fill reference 3, head
/// alpha 1, target with its head removed 3, gap (made up and not covered by the head) 1, grey
/// aligned head 1.
torch::Tensor PackBlendingInput(const BlendingInput& input);

/// The composite that a packed input stands for (PackBlendingInput), N x 3 x H x W.
torch::Tensor CompositeOf(const torch::Tensor& packed);

/// Where the result may differ from the target, N x 1 x H x W: 1 where head or fill cover at least
/// a quarter, falling to exactly 0 where neither is.
torch::Tensor RegionOf(const torch::Tensor& packed);

/// Head2Scene Blender (HeSer, section 3.4): a UNet over the composite and what it is made of. Skip
/// connections are sums (as in HeadNetwork's pyramid), convolutions dense. It answers a correction
/// with a gate: color = composite + region * gate * residual, with the last layer zero at start, so
/// that an untrained network changes nothing. Input: N x 12 x H x W (PackBlendingInput), sides
/// multiples of `step`. Autocast may be on; colours are float32.
class BlendingUnetImpl : public torch::nn::Module {
 public:
  explicit BlendingUnetImpl(BlendingUnetOptions options);
  BlendingUnetOutput forward(const torch::Tensor& packed);
  const BlendingUnetOptions& options() const { return options_; }

 private:
  BlendingUnetOptions options_;
  torch::nn::ModuleList down_{nullptr};    // Level by level, its stride and its blocks.
  torch::nn::ModuleList narrow_{nullptr};  // From a level to the next finer one's width.
  torch::nn::ModuleList lateral_{nullptr};
  torch::nn::ModuleList smooth_{nullptr};
  ConvUnit rise_{nullptr};  // To full size.
  ConvUnit finish_{nullptr};
  torch::nn::Conv2d answer_{nullptr};  // Residual 3, gate 1.
};
TORCH_MODULE(BlendingUnet);

}  // namespace heser
