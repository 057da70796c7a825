#include "engine/blender/body_network.h"

#include <array>

#include <torch/nn/functional/pixelshuffle.h>
#include <torch/nn/modules/container/sequential.h>

#include "engine/blender/body_completion.h"

namespace heser {
namespace {

constexpr int kStem = 2;  // The first level works at half size.
constexpr int kInputChannels = 5;
constexpr std::array<int, 5> kWidths{24, 40, 64, 96, 128};

}  // namespace

torch::Tensor PackSeenBodies(const torch::Tensor& layer, const torch::Tensor& face) {
  const auto plane = [&](int value) { return (layer == value).to(torch::kFloat32); };
  return torch::stack({plane(kBackgroundLayer), plane(kClothingLayer), plane(kNeckLayer),
                       plane(SeenBody::kHidden), (face > 0).to(torch::kFloat32)},
                      1);
}

BodyNetworkImpl::BodyNetworkImpl() {
  down_ = register_module("down", torch::nn::ModuleList());
  narrow_ = register_module("narrow", torch::nn::ModuleList());
  smooth_ = register_module("smooth", torch::nn::ModuleList());
  int in = kInputChannels * kStem * kStem;
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    const int width = kWidths[i];
    torch::nn::Sequential level(ConvUnit(in, width, 3, i == 0 ? 1 : 2, true), ResidualBlock(width));
    if (i + 1 == kWidths.size()) level->push_back(ResidualBlock(width));
    down_->push_back(level);
    in = width;
  }
  for (std::size_t i = 0; i + 1 < kWidths.size(); ++i) {
    narrow_->push_back(ConvUnit(kWidths[i + 1], kWidths[i], 1, 1, false));
    smooth_->push_back(ConvUnit(kWidths[i], kWidths[i], 3, 1, true));
  }
  answer_ = register_module(
      "answer", torch::nn::Conv2d(
                    torch::nn::Conv2dOptions(kWidths.front(), kFillLayerCount * kStem * kStem, 3)
                        .padding(1)));
}

torch::Tensor BodyNetworkImpl::forward(const torch::Tensor& packed) {
  std::vector<torch::Tensor> maps;
  torch::Tensor x = torch::pixel_unshuffle(packed, kStem);
  for (const auto& level : *down_) {
    x = level->as<torch::nn::SequentialImpl>()->forward(x);
    maps.push_back(x);
  }
  for (std::size_t i = maps.size() - 1; i-- > 0;) {
    const torch::Tensor coarse = UpsampleTwice(narrow_[i]->as<ConvUnitImpl>()->forward(x));
    x = smooth_[i]->as<ConvUnitImpl>()->forward(torch::relu(coarse + maps[i]));
  }
  return torch::pixel_shuffle(answer_->forward(x), kStem).to(torch::kFloat32);
}

}  // namespace heser
