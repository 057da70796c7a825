#include "engine/nn/device_facts.h"

#include <fstream>
#include <thread>

#include <unistd.h>

#ifdef HESER_WITH_CUDA
#include <ATen/cuda/CUDAContext.h>
#endif

namespace heser {
namespace {

/// As Linux calls it.
std::string ProcessorName() {
  std::ifstream facts("/proc/cpuinfo");
  for (std::string line; std::getline(facts, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return {};
}

std::size_t MachineMemory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return 0;
  return static_cast<std::size_t>(pages) * static_cast<std::size_t>(page);
}

DeviceFacts FactsOf(const Device& device) {
  if (device.kind == Device::Kind::kCpu) {
    return {device, ProcessorName(), MachineMemory(),
            static_cast<int>(std::thread::hardware_concurrency())};
  }
#ifdef HESER_WITH_CUDA
  const cudaDeviceProp* properties =
      at::cuda::getDeviceProperties(static_cast<c10::DeviceIndex>(device.index));
  return {device, properties->name, properties->totalGlobalMem, 0};
#else
  return {device, {}, 0, 0};
#endif
}

}  // namespace

std::vector<DeviceFacts> DescribeDevices() {
  std::vector<DeviceFacts> facts;
  for (const Device& device : ListDevices()) facts.push_back(FactsOf(device));
  return facts;
}

}  // namespace heser
