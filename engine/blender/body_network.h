#pragma once

// LibTorch header: include it in network sources only.
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>

#include "engine/nn/conv_blocks.h"

namespace heser {

inline constexpr const char* kBodyNetworkName = "body_network";
inline constexpr int kBodyNetworkVersion = 1;

/// N x 5 x H x W of a batch of SeenBody in bytes (layer and face, N x H x W each): background,
/// clothing, neck, hidden, face.
torch::Tensor PackSeenBodies(const torch::Tensor& layer, const torch::Tensor& face);

/// Amodal completion of the layers behind a head: a UNet of 5 levels (widths 24, 40, 64, 96, 128
/// from half size on) whose skip connections are sums. Input: N x 5 x H x W (PackSeenBodies), sides
/// multiples of 32; answers N x 3 x H x W logits of background, clothing and neck.
class BodyNetworkImpl : public torch::nn::Module {
 public:
  BodyNetworkImpl();
  torch::Tensor forward(const torch::Tensor& packed);

 private:
  torch::nn::ModuleList down_{nullptr};  // Level by level, its stride and its blocks.
  torch::nn::ModuleList narrow_{nullptr};
  torch::nn::ModuleList smooth_{nullptr};
  torch::nn::Conv2d answer_{nullptr};
};
TORCH_MODULE(BodyNetwork);

}  // namespace heser
