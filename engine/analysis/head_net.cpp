#include "engine/analysis/head_net.h"

#include <algorithm>

#include <torch/nn/functional/activation.h>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/head_network.h"
#include "engine/core/error.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

FaceMesh MeshInCrop(const torch::Tensor& mesh) {
  FaceMesh pixels;
  const auto values = mesh.accessor<float, 2>();
  constexpr double kMiddle = (kHeadCropSize - 1) / 2.0;
  for (int i = 0; i < kMeshPointCount; ++i) {
    pixels.row(i) << values[i][0] * kHeadCropSize + kMiddle, values[i][1] * kHeadCropSize + kMiddle,
        values[i][2] * kHeadCropSize;
  }
  return pixels;
}

}  // namespace

struct HeadNet::Network {
  HeadNetwork module;
  Device device;
};

HeadNet HeadNet::Load(const std::filesystem::path& file, const Device& device) {
  auto network = std::make_unique<Network>();
  network->device = device;
  LoadInto(*network->module, file, kHeadNetworkName, kHeadNetworkVersion);
  PrepareForInference(*network->module);
  network->module->to(TorchDevice(device));
  return HeadNet(std::move(network));
}

HeadNet::HeadNet(std::unique_ptr<Network> network) : network_(std::move(network)) {}
HeadNet::HeadNet(HeadNet&&) noexcept = default;
HeadNet& HeadNet::operator=(HeadNet&&) noexcept = default;
HeadNet::~HeadNet() = default;

std::vector<HeadPrediction> HeadNet::Run(std::span<const ColorImage> crops) const {
  for (const ColorImage& crop : crops) {
    if (crop.rows != kHeadCropSize || crop.cols != kHeadCropSize) {
      throw Error(ErrorKind::kWrongUse, "head crop", "must be 256 x 256");
    }
  }
  std::vector<HeadPrediction> predictions(crops.size());
  if (crops.empty()) return predictions;
  const torch::InferenceMode inference;
  const HeadNetworkOutput output =
      network_->module->forward(TensorFromImages(crops, network_->device));
  const torch::Tensor probabilities = torch::softmax(output.scores, 1);
  const torch::Tensor matte = torch::sigmoid(output.matte);
  const torch::Tensor mesh = output.mesh.to(torch::kCPU);
  const torch::Tensor presence = torch::sigmoid(output.presence).to(torch::kCPU);
  for (std::size_t i = 0; i < crops.size(); ++i) {
    const auto k = static_cast<std::int64_t>(i);
    predictions[i].probabilities = ImageFromTensor(probabilities[k]);
    predictions[i].matte = ImageFromTensor(matte[k]);
    predictions[i].mesh = MeshInCrop(mesh[k]);
    predictions[i].presence = presence[k].item<float>();
  }
  return predictions;
}

HeadPrediction HeadNet::Run(const ColorImage& crop) const {
  return std::move(Run(std::span(&crop, 1)).front());
}

LabelMap LabelsOfProbabilities(const cv::Mat& probabilities) {
  const int channels = probabilities.channels();
  LabelMap labels(probabilities.size());
  for (int y = 0; y < probabilities.rows; ++y) {
    const float* row = probabilities.ptr<float>(y);
    for (int x = 0; x < probabilities.cols; ++x) {
      const float* pixel = row + static_cast<std::ptrdiff_t>(x) * channels;
      labels(y, x) = static_cast<std::uint8_t>(std::max_element(pixel, pixel + channels) - pixel);
    }
  }
  return labels;
}

}  // namespace heser
