#pragma once

// LibTorch header: include it in training sources only.
#include <filesystem>

#include <torch/nn/module.h>

#include "engine/analysis/head_network.h"

namespace heser {

/// What the frozen HeadNet reads from pictures that a network made against what it reads from their
/// truths: that a mouth is a mouth and where the face's points lie. Truths are read by the same
/// network, not by its teachers, so that its own mistakes cost nothing. Its weights are frozen
/// parameters of the module, so that they go where the module goes. For training alone.
class HeadConsistencyImpl : public torch::nn::Module {
 public:
  /// `file`: HeadNet's weights. Throws Error{kBadModel}.
  explicit HeadConsistencyImpl(const std::filesystem::path& file);

  /// Both of N pictures; gradients reach the pictures alone.
  struct Terms {
    torch::Tensor labels;  ///< Divergence of the labels' probabilities, nats, mean over `judged`.
    torch::Tensor landmarks;  ///< Mean distance of the 468 points a coordinate, sides of the crop,
                              ///< of the truths that show a face.
  };

  /// Pictures N x 3 x S x S, RGB in [-1, 1], about HeadNet's crops (face_crops.h; S is brought to
  /// its own side); `judged` N x 1 x S x S, 0 to 1: where labels count. Both terms are 0 for the
  /// truth itself. Of a share of a batch, see CountOfShare.
  Terms forward(const torch::Tensor& pictures, const torch::Tensor& truths,
                const torch::Tensor& judged);

 private:
  HeadNetwork network_;
};
TORCH_MODULE(HeadConsistency);

}  // namespace heser
