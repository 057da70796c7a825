#include "engine/analysis/head_network.h"

#include <torch/nn/functional/upsampling.h>

#include "engine/analysis/face_mesh.h"
#include "engine/core/labels.h"

namespace heser {
namespace {

constexpr int kMapSide = 8;
constexpr int kSqueezedWidth = 64;
constexpr int kHiddenWidth = 256;

torch::nn::Sequential Stage(int in, int out, int blocks) {
  torch::nn::Sequential stage;
  stage->push_back(ConvUnit(in, out, 3, 2, true));
  for (int i = 0; i < blocks; ++i) stage->push_back(ResidualBlock(out));
  return stage;
}

torch::Tensor OnMeshMap(const torch::Tensor& features) {
  if (features.size(2) == kMapSide && features.size(3) == kMapSide) return features;
  namespace F = torch::nn::functional;
  return F::interpolate(features, F::InterpolateFuncOptions()
                                      .size(std::vector<std::int64_t>{kMapSide, kMapSide})
                                      .mode(torch::kBilinear)
                                      .align_corners(false));
}

}  // namespace

HeadNetworkImpl::HeadNetworkImpl() {
  stem_ = register_module("stem", ConvUnit(3, 24, 3, 2, true));
  stride4_ = register_module("stride4", Stage(24, 48, 1));
  stride8_ = register_module("stride8", Stage(48, 72, 1));
  stride16_ = register_module("stride16", Stage(72, 120, 2));
  stride32_ = register_module("stride32", Stage(120, 192, 2));
  // The pyramid: each step takes the coarser map down to its width, adds the encoder's and smooths.
  down32_ = register_module("down32", ConvUnit(192, 120, 1, 1, false));
  lateral16_ = register_module("lateral16", ConvUnit(120, 120, 1, 1, false));
  smooth16_ = register_module("smooth16", ConvUnit(120, 120, 3, 1, true));
  down16_ = register_module("down16", ConvUnit(120, 72, 1, 1, false));
  lateral8_ = register_module("lateral8", ConvUnit(72, 72, 1, 1, false));
  smooth8_ = register_module("smooth8", ConvUnit(72, 72, 3, 1, true));
  down8_ = register_module("down8", ConvUnit(72, 48, 1, 1, false));
  lateral4_ = register_module("lateral4", ConvUnit(48, 48, 1, 1, false));
  smooth4_ = register_module("smooth4", ConvUnit(48, 48, 3, 1, true));
  down4_ = register_module("down4", ConvUnit(48, 24, 1, 1, false));
  lateral2_ = register_module("lateral2", ConvUnit(24, 24, 1, 1, false));
  smooth2_ = register_module("smooth2", ConvUnit(24, 24, 3, 1, true));
  pixel_head_ = register_module(
      "pixel_head", torch::nn::Conv2d(torch::nn::Conv2dOptions(24, kLabelCount + 1, 1)));
  squeeze_ = register_module("squeeze", ConvUnit(192, kSqueezedWidth, 1, 1, true));
  hidden_ = register_module("hidden",
                            torch::nn::Linear(kSqueezedWidth * kMapSide * kMapSide, kHiddenWidth));
  mesh_head_ = register_module("mesh_head", torch::nn::Linear(kHiddenWidth, kMeshPointCount * 3));
  presence_head_ = register_module("presence_head", torch::nn::Linear(kHiddenWidth, 1));
}

void HeadNetworkImpl::SetMeanMesh(const torch::Tensor& mesh) {
  const torch::NoGradGuard no_gradients;
  mesh_head_->bias.copy_(mesh.reshape({-1}));
  mesh_head_->weight.mul_(0.1);
}

HeadNetworkOutput HeadNetworkImpl::forward(const torch::Tensor& crops) {
  const torch::Tensor x2 = stem_->forward(crops);
  const torch::Tensor x4 = stride4_->forward(x2);
  const torch::Tensor x8 = stride8_->forward(x4);
  const torch::Tensor x16 = stride16_->forward(x8);
  const torch::Tensor x32 = stride32_->forward(x16);

  const auto merge = [](const torch::Tensor& coarse, ConvUnit& down, const torch::Tensor& fine,
                        ConvUnit& lateral, ConvUnit& smooth) {
    return smooth->forward(
        torch::relu(UpsampleTwice(down->forward(coarse)) + lateral->forward(fine)));
  };
  const torch::Tensor p16 = merge(x32, down32_, x16, lateral16_, smooth16_);
  const torch::Tensor p8 = merge(p16, down16_, x8, lateral8_, smooth8_);
  const torch::Tensor p4 = merge(p8, down8_, x4, lateral4_, smooth4_);
  const torch::Tensor p2 = merge(p4, down4_, x2, lateral2_, smooth2_);
  const torch::Tensor pixels = pixel_head_->forward(p2).to(torch::kFloat32);

  // A mesh has more digits than bfloat16: training in mixed precision ends here.
  const c10::impl::ExcludeDispatchKeyGuard full_precision(c10::autocast_dispatch_keyset);
  // Rows by columns by channels would flatten in another order in another memory format.
  const torch::Tensor map = OnMeshMap(squeeze_->forward(x32.to(torch::kFloat32))).contiguous();
  const torch::Tensor hidden = torch::relu(hidden_->forward(map.flatten(1)));

  HeadNetworkOutput output;
  output.scores = pixels.narrow(1, 0, kLabelCount);
  output.matte = pixels.narrow(1, kLabelCount, 1);
  output.mesh = mesh_head_->forward(hidden).view({-1, kMeshPointCount, 3});
  output.presence = presence_head_->forward(hidden).squeeze(1);
  return output;
}

}  // namespace heser
