#pragma once

// LibTorch header: include it in network sources only.
#include <torch/nn/module.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>

namespace heser {

/// Convolution and, if asked, ReLU, without normalisation: an encoder that is shared by two kinds
/// of input at three scales has no one set of batch statistics.
class PlainConvImpl : public torch::nn::Module {
 public:
  PlainConvImpl(int in, int out, int kernel, int stride, bool relu);
  torch::Tensor forward(const torch::Tensor& x);
  /// Starts as if it were not there: all weights 0.
  void StartAtZero();

 private:
  torch::nn::Conv2d conv_{nullptr};
  bool relu_;
};
TORCH_MODULE(PlainConv);

/// x + a narrow 3 x 3 convolution between two of 1 x 1 (He et al., CVPR 2016, bottleneck block).
/// Starts as identity, which stands in for the normalisation (Zhang et al., ICLR 2019).
class BottleneckBlockImpl : public torch::nn::Module {
 public:
  /// `narrow`: channels of the 3 x 3 convolution.
  BottleneckBlockImpl(int width, int narrow);
  torch::Tensor forward(const torch::Tensor& x);

 private:
  PlainConv reduce_{nullptr}, spatial_{nullptr}, expand_{nullptr};
};
TORCH_MODULE(BottleneckBlock);

/// `count` blocks one after the other.
torch::nn::Sequential BottleneckBlocks(int width, int narrow, int count);

}  // namespace heser
