#include "engine/aligner/refinement_blocks.h"

#include <torch/nn/init.h>

namespace heser {

PlainConvImpl::PlainConvImpl(int in, int out, int kernel, int stride, bool relu) : relu_(relu) {
  conv_ = register_module(
      "conv", torch::nn::Conv2d(
                  torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2)));
  const torch::NoGradGuard no_gradients;
  torch::nn::init::kaiming_normal_(conv_->weight, 0, torch::kFanIn, torch::kReLU);
  conv_->bias.zero_();
}

torch::Tensor PlainConvImpl::forward(const torch::Tensor& x) {
  const torch::Tensor y = conv_->forward(x);
  return relu_ ? torch::relu(y) : y;
}

void PlainConvImpl::StartAtZero() {
  const torch::NoGradGuard no_gradients;
  conv_->weight.zero_();
}

BottleneckBlockImpl::BottleneckBlockImpl(int width, int narrow) {
  reduce_ = register_module("reduce", PlainConv(width, narrow, 1, 1, true));
  spatial_ = register_module("spatial", PlainConv(narrow, narrow, 3, 1, true));
  expand_ = register_module("expand", PlainConv(narrow, width, 1, 1, false));
  expand_->StartAtZero();
}

torch::Tensor BottleneckBlockImpl::forward(const torch::Tensor& x) {
  return torch::relu(expand_->forward(spatial_->forward(reduce_->forward(x))) + x);
}

torch::nn::Sequential BottleneckBlocks(int width, int narrow, int count) {
  torch::nn::Sequential blocks;
  for (int i = 0; i < count; ++i) blocks->push_back(BottleneckBlock(width, narrow));
  return blocks;
}

}  // namespace heser
