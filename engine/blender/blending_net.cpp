#include "engine/blender/blending_net.h"

#include <span>

#include "engine/blender/blending_unet.h"
#include "engine/core/error.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

// 1 x 1 x H x W; the pixels are shared.
torch::Tensor Map(const cv::Mat1f& map) {
  CV_Assert(map.isContinuous());
  return torch::from_blob(map.data, {1, 1, map.rows, map.cols}, torch::kFloat32);
}

// 1 x 3 x H x W in [-1, 1].
torch::Tensor Colors(const ColorImage& image) { return TensorFromImages(std::span(&image, 1), {}); }

}  // namespace

struct BlendingNet::Network {
  BlendingUnet module{CompactBlendingUnet()};
  Device device;
};

BlendingNet BlendingNet::Load(const std::filesystem::path& file, const Device& device) {
  auto network = std::make_unique<Network>();
  network->device = device;
  LoadInto(*network->module, file, network->module->options().architecture, kBlendingUnetVersion);
  PrepareForInference(*network->module);
  network->module->to(TorchDevice(device));
  return BlendingNet(std::move(network));
}

BlendingNet::BlendingNet(std::unique_ptr<Network> network) : network_(std::move(network)) {}
BlendingNet::BlendingNet(BlendingNet&&) noexcept = default;
BlendingNet& BlendingNet::operator=(BlendingNet&&) noexcept = default;
BlendingNet::~BlendingNet() = default;

cv::Mat3f BlendingNet::Correction(const BlendingPicture& picture) const {
  const int step = network_->module->options().step();
  if (picture.color.empty() || picture.color.rows != picture.color.cols ||
      picture.color.rows % step != 0) {
    throw Error(ErrorKind::kWrongUse, "blending crop", "must be square, a multiple of 32");
  }
  const torch::InferenceMode inference;
  const torch::Device device = TorchDevice(network_->device);
  const torch::Tensor input =
      PackBlendingInput({Colors(picture.color).to(device), Colors(picture.plate).to(device),
                         Map(picture.alpha).to(device), Map(picture.made_up).to(device),
                         Map(picture.luma).to(device) * 2 - 1});
  const BlendingUnetOutput output = network_->module->forward(input);
  // From [-1, 1] to 0 to 1.
  return ImageFromTensor((output.color - CompositeOf(input))[0] / 2);
}

}  // namespace heser
