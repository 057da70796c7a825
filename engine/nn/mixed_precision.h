#pragma once

#include "engine/nn/device.h"

namespace heser {

/// Whether a device multiplies bfloat16 numbers faster than float32 ones: a GPU, or a processor
/// with AVX-512 BF16 (measured: twice as fast forward and backward) or AMX. Thread-safe.
bool HasFastBFloat16(const Device& device);

/// While it lives, this thread's convolutions and matrix products on a kind of device run in
/// bfloat16 and what needs the range or the digits (losses, norms' statistics) in float32. Weights
/// stay in float32. For training: answers change in their third digit. Not to be nested.
class MixedPrecision {
 public:
  /// `on` false: changes nothing.
  MixedPrecision(bool on, const Device& device);
  ~MixedPrecision();
  MixedPrecision(const MixedPrecision&) = delete;
  MixedPrecision& operator=(const MixedPrecision&) = delete;

 private:
  bool on_;
  Device device_;
};

}  // namespace heser
