#pragma once

// LibTorch header: include it in training sources only.
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <torch/nn/module.h>

#include "engine/core/progress.h"
#include "engine/training/training_loop_options.h"

namespace heser {

/// What a step learns from, on the processor; each task knows their order. Those that a task has no
/// use for are undefined.
using TensorBatch = std::vector<torch::Tensor>;

/// Numbers of samples in a step, through all its batches: `count` from `first` on.
struct BatchShare {
  int first = 0;
  int count = 0;
};

/// Named figures of a validation, in the order of the log's columns.
struct Validation {
  std::vector<std::pair<std::string, double>> figures;
  double score = 0;  ///< Higher is better: chooses the weights that are kept.
};

/// What differs from network to network in training. Two copies of the network are kept: the one
/// that learns and its running average, which is validated and saved.
class TrainingTask {
 public:
  virtual ~TrainingTask() = default;
  virtual torch::nn::Module& network() = 0;
  virtual torch::nn::Module& average() = 0;
  /// Modules that learn beside it, such as an adversary: they follow it to the device and into the
  /// checkpoint, and are trained by the task itself.
  virtual std::vector<torch::nn::Module*> companions() { return {}; }
  /// Samples of a batch, of all processes together. A step learns from as many batches as its
  /// gradient is the mean of (TrainingLoopOptions::accumulate).
  virtual int batch_size() const = 0;
  /// Samples of a step: each is the same for the same seed, step and number, whatever the share.
  /// Called from several threads at once.
  virtual TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const = 0;
  TensorBatch WholeBatch(std::uint32_t seed, int step) const {
    return MakeBatch(seed, step, {0, batch_size()});
  }
  /// The loss of a batch, which lies on the device where the modules are. `fraction` of the run is
  /// done, 0 to 1. Of a share of the batch: its mean over all equal shares is the batch's loss
  /// (shared_batch.h counts for it).
  virtual torch::Tensor Loss(const TensorBatch& batch, double fraction) = 0;
  /// The average network on people held out; its modules are on `device`.
  virtual Validation Validate(const torch::Device& device) = 0;
  virtual std::string name() const = 0;  ///< Of its files: "head_net".
  virtual std::string architecture() const = 0;
  virtual int version() const = 0;
};

/// Trains a network from its first step to its last weights: batches are made ahead on threads of
/// their own, AdamW with a cosine decay, gradients limited, the running average validated now and
/// then. Writes OUT/NAME.hwt (the average that did best), OUT/NAME_checkpoint.pt and
/// OUT/NAME_log.csv. On the processor a run is deterministic by seed when `steps` is given, also
/// across interruptions. Throws Error, Cancelled (the checkpoint is written first).
///
/// Where FindProcessPlace finds several processes, each learns from its share of every batch and
/// all take the steps that one process would with the whole batch (data-parallel; gradients and
/// batch statistics are shared, see shared_batch.h). The leader alone validates, logs, writes and
/// reads the files; when one is cancelled all are. Throws Error{kPeerLost}, and Error{kWrongUse}
/// where the batch cannot be shared evenly.
void RunTraining(TrainingTask& task, const TrainingLoopOptions& options, const Progress& progress);

/// The batch on another device.
TensorBatch BatchOn(const torch::Device& device, const TensorBatch& batch);

}  // namespace heser
