#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace heser {

/// How long and from where a network is trained, whichever it is.
struct TrainingLoopOptions {
  std::filesystem::path out;      ///< Weights, checkpoint and log go here; made if missing.
  std::filesystem::path start;    ///< Weights file to start from, or empty.
  bool resume = false;            ///< Go on from out's checkpoint instead of starting anew.
  int steps = 0;                  ///< Length of the whole training in steps; 0: `minutes` counts.
  double minutes = 60;            ///< Length of this run by the clock when `steps` is 0.
  double learning_rate = 1.2e-3;  ///< Highest; falls with a cosine to 1/50 over this run.
  std::uint32_t seed = 1;
  int validate_every = 500;     ///< Steps.
  bool mixed_precision = true;  ///< bfloat16 for convolutions where the device is fast at it.
  std::string device = "auto";  ///< See ResolveDevice.
  int threads = 0;              ///< For the network on the processor; 0: all cores.
  /// Threads that make batches; 0: one beside a network on the processor, beside one on a GPU all
  /// cores but one.
  int workers = 0;
  /// How long processes that train together wait for one another, seconds: for the first to meet,
  /// and for the leader's validation. Who goes is missed at once.
  int peer_timeout = 1800;

  /// Throws Error{kWrongUse}.
  void Check() const;
};

}  // namespace heser
