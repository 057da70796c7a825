#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/nn/device.h"

namespace heser {

/// What a device is.
struct DeviceFacts {
  Device device;
  std::string name;              ///< The maker's; empty where the system does not say.
  std::size_t memory_bytes = 0;  ///< All there is, in use or not; 0 where unknown.
  int cores = 0;                 ///< Threads that a processor runs at once; 0 for a GPU.
};

/// The facts of every device of ListDevices, in its order. Asking for GPUs starts their driver:
/// takes time. Thread-safe.
std::vector<DeviceFacts> DescribeDevices();

}  // namespace heser
