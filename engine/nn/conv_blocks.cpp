#include "engine/nn/conv_blocks.h"

#include <torch/nn/functional/upsampling.h>

#include "engine/nn/shared_batch.h"

namespace heser {

ConvUnitImpl::ConvUnitImpl(int in, int out, int kernel, int stride, bool relu) : relu_(relu) {
  conv_ = register_module(
      "conv", torch::nn::Conv2d(
                  torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2)));
  norm_ = register_module("norm", torch::nn::BatchNorm2d(out));
  const torch::NoGradGuard no_gradients;
  torch::nn::init::kaiming_normal_(conv_->weight, 0, torch::kFanOut, torch::kReLU);
  conv_->bias.zero_();
}

torch::Tensor ConvUnitImpl::forward(torch::Tensor x) {
  x = conv_->forward(x);
  if (!folded_) {
    x = is_training() && IsBatchShared() ? NormalizeSharedBatch(x, *norm_) : norm_->forward(x);
  }
  return relu_ ? torch::relu_(x) : x;
}

void ConvUnitImpl::Fold() {
  if (folded_) return;
  const torch::NoGradGuard no_gradients;
  const torch::Tensor gain = norm_->weight / torch::sqrt(norm_->running_var + norm_->options.eps());
  conv_->weight.mul_(gain.view({-1, 1, 1, 1}));
  conv_->bias.sub_(norm_->running_mean).mul_(gain).add_(norm_->bias);
  folded_ = true;
}

ResidualBlockImpl::ResidualBlockImpl(int width) {
  first_ = register_module("first", ConvUnit(width, width, 3, 1, true));
  second_ = register_module("second", ConvUnit(width, width, 3, 1, false));
}

torch::Tensor ResidualBlockImpl::forward(torch::Tensor x) {
  return (second_->forward(first_->forward(x)) + x).relu_();
}

torch::Tensor UpsampleTwice(const torch::Tensor& x) {
  namespace F = torch::nn::functional;
  return F::interpolate(
      x, F::InterpolateFuncOptions().scale_factor(std::vector<double>{2, 2}).mode(torch::kNearest));
}

void PrepareForInference(torch::nn::Module& network) {
  network.eval();
  const torch::NoGradGuard no_gradients;
  for (const auto& module : network.modules()) {
    if (auto* unit = module->as<ConvUnitImpl>()) unit->Fold();
  }
  for (torch::Tensor& parameter : network.parameters()) {
    parameter.set_requires_grad(false);
    if (parameter.dim() == 4) {
      parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
    }
  }
}

}  // namespace heser
