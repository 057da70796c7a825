#pragma once

// LibTorch header: include it in network sources only.
#include <torch/nn/module.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>

#include "engine/nn/conv_blocks.h"

namespace heser {

inline constexpr const char* kMeshNetworkName = "mesh_network";
inline constexpr int kMeshNetworkVersion = 1;

struct MeshNetworkOutput {
  torch::Tensor mesh;      ///< N x 468 x 3 in sides of the crop, zero at its middle.
  torch::Tensor presence;  ///< N, before the sigmoid.
};

/// The fine face mesh of an upright face crop: a plain residual encoder of widths 24, 48, 96, 144,
/// 192 at strides 2 to 32 and a fully connected head on its 4 x 4 map. Input: N x 3 x 128 x 128,
/// RGB in [-1, 1].
class MeshNetworkImpl : public torch::nn::Module {
 public:
  MeshNetworkImpl();
  MeshNetworkOutput forward(const torch::Tensor& crops);
  /// The last layer's starting point: 468 x 3, so that training begins at the mean mesh.
  void SetMeanMesh(const torch::Tensor& mesh);

 private:
  torch::nn::Sequential encoder_{nullptr};
  torch::nn::Linear hidden_{nullptr}, mesh_head_{nullptr}, presence_head_{nullptr};
};
TORCH_MODULE(MeshNetwork);

}  // namespace heser
