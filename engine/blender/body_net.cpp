#include "engine/blender/body_net.h"

#include "engine/blender/body_network.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

// 1 x H x W; the pixels are shared.
torch::Tensor Bytes(const cv::Mat1b& map) {
  CV_Assert(map.isContinuous());
  return torch::from_blob(map.data, {1, map.rows, map.cols}, torch::kUInt8);
}

}  // namespace

struct BodyNet::Network {
  BodyNetwork module;
  Device device;
};

BodyNet BodyNet::Load(const std::filesystem::path& file, const Device& device) {
  auto network = std::make_unique<Network>();
  network->device = device;
  LoadInto(*network->module, file, kBodyNetworkName, kBodyNetworkVersion);
  PrepareForInference(*network->module);
  network->module->to(TorchDevice(device));
  return BodyNet(std::move(network));
}

BodyNet::BodyNet(std::unique_ptr<Network> network) : network_(std::move(network)) {}
BodyNet::BodyNet(BodyNet&&) noexcept = default;
BodyNet& BodyNet::operator=(BodyNet&&) noexcept = default;
BodyNet::~BodyNet() = default;

cv::Mat3f BodyNet::Complete(const SeenBody& seen) const {
  const torch::InferenceMode inference;
  const torch::Device device = TorchDevice(network_->device);
  const torch::Tensor packed =
      PackSeenBodies(Bytes(seen.layer).to(device), Bytes(seen.face).to(device));
  return ImageFromTensor(torch::softmax(network_->module->forward(packed), 1)[0]);
}

}  // namespace heser
