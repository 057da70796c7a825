#include "engine/nn/device.h"

#include <charconv>
#include <thread>

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include "engine/core/error.h"

namespace heser {
namespace {

/// -1 if it names none.
int GpuNumber(std::string_view setting) {
  if (setting == "cuda") return 0;
  constexpr std::string_view kPrefix = "cuda:";
  int number = -1;
  if (setting.starts_with(kPrefix)) {
    const std::string_view digits = setting.substr(kPrefix.size());
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code == std::errc() && end == digits.data() + digits.size() && number >= 0) return number;
  }
  return -1;
}

int GpuCount() {
  return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
}

Error NoSuchDevice(std::string_view setting) {
  std::string here;
  for (const Device& device : ListDevices())
    here += (here.empty() ? "" : ", ") + DeviceName(device);
  return {ErrorKind::kWrongUse, "device \"" + std::string(setting) + "\"",
          "it must be auto, cpu, cuda or cuda:N; this computer has " + here};
}

}  // namespace

std::string DeviceName(const Device& device) {
  return device.kind == Device::Kind::kCpu ? "cpu" : "cuda:" + std::to_string(device.index);
}

std::vector<Device> ListDevices() {
  std::vector<Device> devices = {Device{}};
  const int count = GpuCount();
  for (int i = 0; i < count; ++i) devices.push_back({Device::Kind::kCuda, i});
  return devices;
}

ResolvedDevice ResolveDevice(std::string_view setting) {
  if (setting == "cpu") return {};
  const int count = GpuCount();
  if (setting == "auto") {
    if (count > 0) return {{Device::Kind::kCuda, 0}, {}};
    return {};
  }
  const int number = GpuNumber(setting);
  if (number < 0) throw NoSuchDevice(setting);
  if (number < count) return {{Device::Kind::kCuda, number}, {}};
  return {{},
          "cuda:" + std::to_string(number) + " is not there (" + std::to_string(count) +
              " GPUs that LibTorch can use): the processor is used",
          number};
}

void SetThreadCount(int count) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  at::set_num_threads(count > 0 ? count : std::max(1, cores));
}

}  // namespace heser
