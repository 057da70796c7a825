#include "engine/nn/mixed_precision.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace heser {
namespace {

void SetAutocast(bool on) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
  at::autocast::set_autocast_enabled(at::kCPU, on);
  if (on) at::autocast::set_autocast_dtype(at::kCPU, at::kBFloat16);
#else
  at::autocast::set_cpu_enabled(on);
  if (on) at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
#endif
}

}  // namespace

bool HasFastBFloat16() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512bf16") > 0;
#else
  return false;
#endif
}

MixedPrecision::MixedPrecision(bool on) : on_(on) {
  if (on_) SetAutocast(true);
}

MixedPrecision::~MixedPrecision() {
  if (!on_) return;
  SetAutocast(false);
  // Weights are cast once and kept until here: the next step's are others.
  at::autocast::clear_cache();
}

}  // namespace heser
