#pragma once

// LibTorch header: include it in network sources only.
#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

namespace heser {

/// Convolution, batch normalisation and, if asked, ReLU. Dense 3 x 3 kernels: grouped ones are slow
/// on processors.
class ConvUnitImpl : public torch::nn::Module {
 public:
  ConvUnitImpl(int in, int out, int kernel, int stride, bool relu);
  torch::Tensor forward(torch::Tensor x);
  /// Moves the normalisation into the convolution; for inference only, and final.
  void Fold();

 private:
  torch::nn::Conv2d conv_{nullptr};
  torch::nn::BatchNorm2d norm_{nullptr};
  bool relu_;
  bool folded_ = false;
};
TORCH_MODULE(ConvUnit);

/// x + two 3 x 3 units (He et al., CVPR 2016, basic block).
class ResidualBlockImpl : public torch::nn::Module {
 public:
  explicit ResidualBlockImpl(int width);
  torch::Tensor forward(torch::Tensor x);

 private:
  ConvUnit first_{nullptr};
  ConvUnit second_{nullptr};
};
TORCH_MODULE(ResidualBlock);

/// Twice the size, nearest neighbour.
torch::Tensor UpsampleTwice(const torch::Tensor& x);

/// Folds every ConvUnit inside and puts the network into evaluation mode, channels last.
void PrepareForInference(torch::nn::Module& network);

}  // namespace heser
