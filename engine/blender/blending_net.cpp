#include "engine/blender/blending_net.h"

#include "engine/blender/blending_unet.h"
#include "engine/core/error.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {

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
  if (picture.color.rows != kBlendingCropSize || picture.color.cols != kBlendingCropSize) {
    throw Error(ErrorKind::kWrongUse, "blending crop", "must be 512 x 512");
  }
  const torch::InferenceMode inference;
  cv::Mat packed = PackBlendingInput(picture);
  // Interleaved channels are LibTorch's channels last.
  const torch::Tensor input =
      torch::from_blob(packed.data, {1, packed.rows, packed.cols, kBlendingChannels},
                       torch::kFloat32)
          .permute({0, 3, 1, 2})
          .to(TorchDevice(network_->device));
  const BlendingUnetOutput output = network_->module->forward(input);
  // From [-1, 1] to 0 to 1.
  return ImageFromTensor((output.color - CompositeOf(input))[0] / 2);
}

}  // namespace heser
