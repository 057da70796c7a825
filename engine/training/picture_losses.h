#pragma once

// LibTorch header: include it in training sources only.
#include <optional>
#include <vector>

#include "engine/training/head_consistency.h"
#include "engine/training/losses.h"
#include "engine/training/picture_loss_options.h"

namespace heser {

/// What pictures that a network makes lose beside their distance to the truth: perceptual distance,
/// the adversary, labels and landmarks that HeadNet reads otherwise.
class PictureLosses {
 public:
  /// `adversary_width`: see PatchAdversary. Throws Error{kBadFile, kBadModel} for the networks that
  /// the options name.
  PictureLosses(PictureLossOptions options, int adversary_width);

  /// The weighted sum of them. `shown` and `truths` N x 3 x S x S, RGB in [-1, 1], the same where
  /// nothing is judged; `judged` N x 1 x S x S, 0 to 1. `fraction` of the run is done. The
  /// adversary takes a step of learning.
  torch::Tensor Loss(const torch::Tensor& shown, const torch::Tensor& truths,
                     const torch::Tensor& judged, double fraction);

  /// See TrainingTask.
  std::vector<torch::nn::Module*> companions();

  /// For validations; nothing if no perceptual loss was asked for.
  std::optional<PerceptualLoss>& perceptual() { return perceptual_; }

 private:
  PictureLossOptions options_;
  PatchAdversary adversary_;
  std::optional<PerceptualLoss> perceptual_;
  std::optional<HeadConsistency> consistency_;
};

}  // namespace heser
