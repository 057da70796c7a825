#pragma once

// LibTorch header: include it in network and training sources only.
#include <vector>

#include <torch/nn/modules/batchnorm.h>

namespace heser {

/// Processes that learn from one batch together, each from an equal share of its samples.
class BatchSharers {
 public:
  virtual ~BatchSharers() = default;
  virtual int count() const = 0;
  /// Puts the sum over all processes in the place of each one's tensor. All call it in one order,
  /// with tensors of one shape and type. Throws Error{kPeerLost}.
  virtual void Sum(torch::Tensor& tensor) = 0;
};

/// While it lives, the functions below count the whole batch of these processes; without it a
/// process has its batch to itself. One at a time in a process; made and used by the thread that
/// trains.
class SharedBatch {
 public:
  /// `sharers` may be null: nothing is shared.
  explicit SharedBatch(BatchSharers* sharers);
  ~SharedBatch();
  SharedBatch(const SharedBatch&) = delete;
  SharedBatch& operator=(const SharedBatch&) = delete;
};

bool IsBatchShared();

/// What a share's sum is divided by so that the mean of the processes' quotients is the whole
/// batch's: the mean over the processes of `sum` (a number without gradient), as if at least 1 had
/// been counted in the batch.
torch::Tensor CountOfShare(const torch::Tensor& sum);

/// The mean over the processes in the place of each parameter's gradient.
void AverageGradients(const std::vector<torch::Tensor>& parameters);

/// Batch normalisation in training (Ioffe & Szegedy, ICML 2015) by the statistics of the whole
/// shared batch, of which the layer's running statistics learn, too. N x C x H x W, any floating
/// type; N, H and W are the same on all processes.
torch::Tensor NormalizeSharedBatch(const torch::Tensor& x, torch::nn::BatchNorm2dImpl& layer);

}  // namespace heser
