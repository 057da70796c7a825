#pragma once

// LibTorch header: include it in network sources only.
#include <torch/nn/module.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>

#include "engine/nn/conv_blocks.h"

namespace heser {

inline constexpr const char* kHeadNetworkName = "head_network";
inline constexpr int kHeadNetworkVersion = 1;

/// What HeadNetwork says of N pictures of side S (a multiple of 32).
struct HeadNetworkOutput {
  torch::Tensor scores;    ///< N x 14 x S/2 x S/2, before the softmax.
  torch::Tensor matte;     ///< N x 1 x S/2 x S/2, before the sigmoid.
  torch::Tensor mesh;      ///< N x 468 x 3 in sides of the crop, zero at its middle.
  torch::Tensor presence;  ///< N, before the sigmoid.
};

/// Labels, matte, coarse mesh and presence of a head crop: a plain residual encoder of widths 24,
/// 48, 72, 120, 192 at strides 2 to 32, a feature pyramid by sums (Lin et al., CVPR 2017) up to
/// stride 2, and a fully connected head on the 8 x 8 map. Input: N x 3 x S x S, RGB in [-1, 1].
/// Trained at 256; other sides are scaled to the 8 x 8 map before the mesh head.
class HeadNetworkImpl : public torch::nn::Module {
 public:
  HeadNetworkImpl();
  HeadNetworkOutput forward(const torch::Tensor& crops);
  /// The last layer's starting point: 468 x 3, so that training begins at the mean mesh.
  void SetMeanMesh(const torch::Tensor& mesh);

 private:
  ConvUnit stem_{nullptr};
  torch::nn::Sequential stride4_{nullptr}, stride8_{nullptr}, stride16_{nullptr},
      stride32_{nullptr};
  ConvUnit lateral16_{nullptr}, lateral8_{nullptr}, lateral4_{nullptr}, lateral2_{nullptr};
  ConvUnit down32_{nullptr}, down16_{nullptr}, down8_{nullptr}, down4_{nullptr};
  ConvUnit smooth16_{nullptr}, smooth8_{nullptr}, smooth4_{nullptr}, smooth2_{nullptr};
  torch::nn::Conv2d pixel_head_{nullptr};
  ConvUnit squeeze_{nullptr};
  torch::nn::Linear hidden_{nullptr}, mesh_head_{nullptr}, presence_head_{nullptr};
};
TORCH_MODULE(HeadNetwork);

}  // namespace heser
