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
  /// Batches that a step's gradient is the mean of, one after the other: a step learns from so many
  /// times the batch in the memory of one. The step is that of the large batch as far as its loss
  /// is a mean over samples; what a network or a loss counts over a batch (batch normalisation,
  /// pixels that are judged) it counts over each of these, and an adversary learns from each.
  int accumulate = 1;
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
