#pragma once

// LibTorch header: include it in network sources only.
#include <span>

#include <torch/types.h>

#include "engine/core/image.h"
#include "engine/nn/device.h"

namespace heser {

/// The device in LibTorch's words.
torch::Device TorchDevice(const Device& device);

/// N x 3 x H x W in [-1, 1], channels last, of N pictures of one size, RGB 0 to 1. The pixels are
/// copied.
torch::Tensor TensorFromImages(std::span<const ColorImage> images, const Device& device);

/// Picture of a C x H x W tensor on any device: H x W with C channels (C at most CV_CN_MAX),
/// float32, copied.
cv::Mat ImageFromTensor(const torch::Tensor& tensor);

}  // namespace heser
