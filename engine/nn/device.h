#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heser {

/// Where networks run.
struct Device {
  enum class Kind { kCpu, kCuda };
  Kind kind = Kind::kCpu;
  int index = 0;  ///< Number of the GPU; 0 for the processor.

  bool operator==(const Device&) const = default;
};

/// "cpu", "cuda:0", ...
std::string DeviceName(const Device& device);

/// The processor, then every GPU that LibTorch can use. Thread-safe.
std::vector<Device> ListDevices();

/// A device and, where it is not the one that was asked for, why.
struct ResolvedDevice {
  Device device;
  std::string note;                     ///< Empty, or one technical sentence for the log.
  std::optional<int> missing_gpu = {};  ///< The number that was asked for, where it is not there.
};

/// The device of a setting: "auto" (the first GPU, else the processor), "cpu", "cuda" or "cuda:N".
/// A GPU that is not there falls back to the processor with a note. Throws Error{kWrongUse} for any
/// other word. Thread-safe.
ResolvedDevice ResolveDevice(std::string_view setting);

/// How many processor threads a network uses; 0 takes all cores. LibTorch starts with its own idea,
/// so call it once at start, before the first network runs.
void SetThreadCount(int count);

}  // namespace heser
