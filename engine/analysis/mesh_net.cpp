#include "engine/analysis/mesh_net.h"

#include <torch/nn/functional/activation.h>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/mesh_network.h"
#include "engine/core/error.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {

struct MeshNet::Network {
  MeshNetwork module;
  Device device;
};

MeshNet MeshNet::Load(const std::filesystem::path& file, const Device& device) {
  auto network = std::make_unique<Network>();
  network->device = device;
  LoadInto(*network->module, file, kMeshNetworkName, kMeshNetworkVersion);
  PrepareForInference(*network->module);
  network->module->to(TorchDevice(device));
  return MeshNet(std::move(network));
}

MeshNet::MeshNet(std::unique_ptr<Network> network) : network_(std::move(network)) {}
MeshNet::MeshNet(MeshNet&&) noexcept = default;
MeshNet& MeshNet::operator=(MeshNet&&) noexcept = default;
MeshNet::~MeshNet() = default;

std::vector<MeshPrediction> MeshNet::Run(std::span<const ColorImage> crops) const {
  for (const ColorImage& crop : crops) {
    if (crop.rows != kMeshCropSize || crop.cols != kMeshCropSize) {
      throw Error(ErrorKind::kWrongUse, "mesh crop", "must be 128 x 128");
    }
  }
  std::vector<MeshPrediction> predictions(crops.size());
  if (crops.empty()) return predictions;
  const torch::InferenceMode inference;
  const MeshNetworkOutput output =
      network_->module->forward(TensorFromImages(crops, network_->device));
  const torch::Tensor meshes = output.mesh.to(torch::kCPU);
  const torch::Tensor presence = torch::sigmoid(output.presence).to(torch::kCPU);
  const auto values = meshes.accessor<float, 3>();
  constexpr double kMiddle = (kMeshCropSize - 1) / 2.0;
  for (std::size_t k = 0; k < crops.size(); ++k) {
    const auto row = static_cast<std::int64_t>(k);
    for (int i = 0; i < kMeshPointCount; ++i) {
      predictions[k].mesh.row(i) << values[row][i][0] * kMeshCropSize + kMiddle,
          values[row][i][1] * kMeshCropSize + kMiddle, values[row][i][2] * kMeshCropSize;
    }
    predictions[k].presence = presence[row].item<float>();
  }
  return predictions;
}

MeshPrediction MeshNet::Run(const ColorImage& crop) const {
  return Run(std::span(&crop, 1)).front();
}

}  // namespace heser
