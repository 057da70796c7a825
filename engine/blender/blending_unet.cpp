#include "engine/blender/blending_unet.h"

#include <utility>

#include <torch/nn/functional/upsampling.h>
#include <torch/nn/init.h>
#include <torch/nn/modules/container/sequential.h>

namespace heser {
namespace {

// The gate of an untrained network: open enough for the residual to learn.
constexpr double kFirstGate = -0.5;
// Share of coverage from which on corrections count in full.
constexpr double kFullCoverage = 0.25;

ConvUnit UnitOf(const torch::nn::ModuleList& list, std::size_t i) {
  return ConvUnit(std::dynamic_pointer_cast<ConvUnitImpl>(list->ptr(i)));
}

}  // namespace

int BlendingUnetOptions::step() const { return stem << (widths.size() - 1); }

BlendingUnetOptions CompactBlendingUnet() {
  return {"blending_unet", 2, {32, 48, 80, 128, 192}, {1, 1, 1, 2, 2}, 16};
}

BlendingUnetOptions PaperBlendingUnet() {
  return {"blending_unet_paper", 1, {64, 128, 256, 512, 512, 512, 512}, {1, 1, 1, 1, 1, 1, 2}, 64};
}

torch::Tensor PackBlendingInput(const BlendingInput& input) {
  return torch::cat({input.color - (1 - input.alpha) * input.plate, input.made_up * input.plate,
                     input.alpha, (1 - input.made_up) * input.plate,
                     input.made_up * (1 - input.alpha), input.alpha * input.luma},
                    1);
}

torch::Tensor CompositeOf(const torch::Tensor& packed) {
  const torch::Tensor plate = packed.narrow(1, 3, 3) + packed.narrow(1, 7, 3);
  return packed.narrow(1, 0, 3) + (1 - packed.narrow(1, 6, 1)) * plate;
}

torch::Tensor RegionOf(const torch::Tensor& packed) {
  return ((packed.narrow(1, 6, 1) + packed.narrow(1, 10, 1)) / kFullCoverage).clamp(0, 1);
}

BlendingUnetImpl::BlendingUnetImpl(BlendingUnetOptions options) : options_(std::move(options)) {
  const std::vector<int>& widths = options_.widths;
  const int area = options_.stem * options_.stem;
  down_ = register_module("down", torch::nn::ModuleList());
  narrow_ = register_module("narrow", torch::nn::ModuleList());
  lateral_ = register_module("lateral", torch::nn::ModuleList());
  smooth_ = register_module("smooth", torch::nn::ModuleList());
  int in = kBlendingChannels * area;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    torch::nn::Sequential level(ConvUnit(in, widths[i], 3, i == 0 ? 1 : 2, true));
    for (int block = 0; block < options_.blocks[i]; ++block) {
      level->push_back(ResidualBlock(widths[i]));
    }
    down_->push_back(level);
    in = widths[i];
  }
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
    narrow_->push_back(ConvUnit(widths[i + 1], widths[i], 1, 1, false));
    lateral_->push_back(ConvUnit(widths[i], widths[i], 1, 1, false));
    smooth_->push_back(ConvUnit(widths[i], widths[i], 3, 1, true));
  }
  const int full = options_.finish_width;
  rise_ = register_module("rise", ConvUnit(widths.front(), full * area, 3, 1, true));
  finish_ = register_module("finish", ConvUnit(full + kBlendingChannels, full, 3, 1, true));
  answer_ =
      register_module("answer", torch::nn::Conv2d(torch::nn::Conv2dOptions(full, 4, 3).padding(1)));
  const torch::NoGradGuard no_gradients;
  answer_->weight.zero_();
  answer_->bias.zero_();
  answer_->bias.narrow(0, 3, 1).fill_(kFirstGate);
}

BlendingUnetOutput BlendingUnetImpl::forward(const torch::Tensor& packed) {
  std::vector<torch::Tensor> maps;
  torch::Tensor x = options_.stem == 1 ? packed : torch::pixel_unshuffle(packed, options_.stem);
  for (const auto& level : *down_) {
    x = level->as<torch::nn::SequentialImpl>()->forward(x);
    maps.push_back(x);
  }
  for (std::size_t i = maps.size() - 1; i-- > 0;) {
    const torch::Tensor coarse = UpsampleTwice(UnitOf(narrow_, i)->forward(x));
    x = UnitOf(smooth_, i)->forward(torch::relu(coarse + UnitOf(lateral_, i)->forward(maps[i])));
  }
  x = rise_->forward(x);
  if (options_.stem > 1) x = torch::pixel_shuffle(x, options_.stem);
  x = answer_->forward(finish_->forward(torch::cat({x, packed.to(x.dtype())}, 1)));
  const torch::Tensor answer = x.to(torch::kFloat32);

  BlendingUnetOutput output;
  output.gate = torch::sigmoid(answer.narrow(1, 3, 1));
  output.color = CompositeOf(packed) + RegionOf(packed) * output.gate * answer.narrow(1, 0, 3);
  return output;
}

}  // namespace heser
