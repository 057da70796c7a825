#include "engine/analysis/mesh_network.h"

#include "engine/analysis/face_mesh.h"

namespace heser {
namespace {

constexpr int kMapSide = 4;
constexpr int kMapWidth = 192;
constexpr int kHiddenWidth = 320;

}  // namespace

MeshNetworkImpl::MeshNetworkImpl() {
  torch::nn::Sequential encoder;
  encoder->push_back(ConvUnit(3, 24, 3, 2, true));
  encoder->push_back(ConvUnit(24, 48, 3, 2, true));
  encoder->push_back(ResidualBlock(48));
  encoder->push_back(ConvUnit(48, 96, 3, 2, true));
  encoder->push_back(ResidualBlock(96));
  encoder->push_back(ResidualBlock(96));
  encoder->push_back(ConvUnit(96, 144, 3, 2, true));
  encoder->push_back(ResidualBlock(144));
  encoder->push_back(ResidualBlock(144));
  encoder->push_back(ConvUnit(144, kMapWidth, 3, 2, true));
  encoder->push_back(ResidualBlock(kMapWidth));
  encoder_ = register_module("encoder", encoder);
  hidden_ =
      register_module("hidden", torch::nn::Linear(kMapWidth * kMapSide * kMapSide, kHiddenWidth));
  mesh_head_ = register_module("mesh_head", torch::nn::Linear(kHiddenWidth, kMeshPointCount * 3));
  presence_head_ = register_module("presence_head", torch::nn::Linear(kHiddenWidth, 1));
}

void MeshNetworkImpl::SetMeanMesh(const torch::Tensor& mesh) {
  const torch::NoGradGuard no_gradients;
  mesh_head_->bias.copy_(mesh.reshape({-1}));
  mesh_head_->weight.mul_(0.1);
}

MeshNetworkOutput MeshNetworkImpl::forward(const torch::Tensor& crops) {
  // Rows by columns by channels would flatten in another order in another memory format.
  const torch::Tensor map = encoder_->forward(crops).to(torch::kFloat32).contiguous();
  // A mesh has more digits than bfloat16: training in mixed precision ends here.
  const c10::impl::ExcludeDispatchKeyGuard full_precision(c10::autocast_dispatch_keyset);
  const torch::Tensor hidden = torch::relu(hidden_->forward(map.flatten(1)));
  return {mesh_head_->forward(hidden).view({-1, kMeshPointCount, 3}),
          presence_head_->forward(hidden).squeeze(1)};
}

}  // namespace heser
