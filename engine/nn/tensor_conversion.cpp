#include "engine/nn/tensor_conversion.h"

#include <cstring>

namespace heser {

torch::Device TorchDevice(const Device& device) {
  if (device.kind == Device::Kind::kCpu) return torch::Device(torch::kCPU);
  return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(device.index));
}

torch::Tensor TensorFromImages(std::span<const ColorImage> images, const Device& device) {
  const std::int64_t count = static_cast<std::int64_t>(images.size());
  const std::int64_t rows = images.front().rows;
  const std::int64_t columns = images.front().cols;
  torch::Tensor pixels = torch::empty({count, rows, columns, 3}, torch::kFloat32);
  for (std::int64_t i = 0; i < count; ++i) {
    cv::Mat target(static_cast<int>(rows), static_cast<int>(columns), CV_32FC3,
                   pixels.data_ptr<float>() + i * rows * columns * 3);
    images[static_cast<std::size_t>(i)].convertTo(target, CV_32F, 2, -1);
  }
  // A permuted view of interleaved pixels is exactly the channels-last layout.
  return pixels.permute({0, 3, 1, 2}).to(TorchDevice(device));
}

cv::Mat ImageFromTensor(const torch::Tensor& tensor) {
  const torch::Tensor pixels =
      tensor.detach().permute({1, 2, 0}).to(torch::kCPU, torch::kFloat32).contiguous();
  cv::Mat image(static_cast<int>(pixels.size(0)), static_cast<int>(pixels.size(1)),
                CV_32FC(static_cast<int>(pixels.size(2))));
  std::memcpy(image.data, pixels.data_ptr<float>(),
              static_cast<std::size_t>(pixels.numel()) * sizeof(float));
  return image;
}

}  // namespace heser
