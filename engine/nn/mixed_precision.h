#pragma once

namespace heser {

/// Whether the processor multiplies bfloat16 numbers faster than float32 ones: with AVX-512 BF16
/// (measured: twice as fast forward and backward) or AMX. Thread-safe.
bool HasFastBFloat16();

/// While it lives, this thread's convolutions and matrix products on the processor run in bfloat16
/// and what needs the range or the digits (losses, norms' statistics) in float32. Weights stay in
/// float32. For training: answers change in their third digit. Not to be nested.
class MixedPrecision {
 public:
  /// `on` false: changes nothing.
  explicit MixedPrecision(bool on);
  ~MixedPrecision();
  MixedPrecision(const MixedPrecision&) = delete;
  MixedPrecision& operator=(const MixedPrecision&) = delete;

 private:
  bool on_;
};

}  // namespace heser
