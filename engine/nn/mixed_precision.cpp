#include "engine/nn/mixed_precision.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace heser {
namespace {

void SetAutocast(const Device& device, bool on) {
  const bool on_gpu = device.kind == Device::Kind::kCuda;
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
  const at::DeviceType type = on_gpu ? at::kCUDA : at::kCPU;
  at::autocast::set_autocast_enabled(type, on);
  if (on) at::autocast::set_autocast_dtype(type, at::kBFloat16);
#else
  if (on_gpu) {
    at::autocast::set_enabled(on);
    if (on) at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
  } else {
    at::autocast::set_cpu_enabled(on);
    if (on) at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
  }
#endif
}

}  // namespace

bool HasFastBFloat16(const Device& device) {
  if (device.kind == Device::Kind::kCuda) return true;
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512bf16") > 0;
#else
  return false;
#endif
}

MixedPrecision::MixedPrecision(bool on, const Device& device) : on_(on), device_(device) {
  if (on_) SetAutocast(device_, true);
}

MixedPrecision::~MixedPrecision() {
  if (!on_) return;
  SetAutocast(device_, false);
  // Weights are cast once and kept until here: the next step's are others.
  at::autocast::clear_cache();
}

}  // namespace heser
