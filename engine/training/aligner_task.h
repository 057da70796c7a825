#pragma once

// LibTorch header: include it in training sources only.
#include <filesystem>
#include <vector>

#include "engine/aligner/refinement_network.h"
#include "engine/training/picture_losses.h"
#include "engine/training/refinement_samples.h"
#include "engine/training/training_loop.h"

namespace heser {

/// The aligner's refinement network as a task of the training loop. Heads are compared over a plain
/// background of random colour, so that colours count where there is head, and its outline too.
class AlignerTask : public TrainingTask {
 public:
  /// `sheets`: folder for pictures of what validations saw; empty: none.
  AlignerTask(const RefinementPreset& preset, std::vector<RefinementScene> scenes, int batch,
              PictureLossOptions options, std::filesystem::path sheets);

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  std::vector<torch::nn::Module*> companions() override { return losses_.companions(); }
  int batch_size() const override { return batch_; }
  TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const override;
  torch::Tensor Loss(const TensorBatch& batch, double fraction) override;
  /// PSNR (within the heads' surroundings) and perceptual distance to the truth of what geometry
  /// made and of what the network made of it. Score: gain in PSNR, dB, and 1 for each 15 % that the
  /// perceptual distance is less.
  Validation Validate(const torch::Device& device) override;
  std::string name() const override { return "aligner_net"; }
  std::string architecture() const override { return preset_.architecture(); }
  int version() const override { return kRefinementVersion; }

 private:
  RefinementPreset preset_;
  std::vector<RefinementScene> scenes_;
  RefinementSampler sampler_;
  int batch_;
  std::filesystem::path sheets_;
  int sheet_ = 0;
  RefinementNetwork network_;
  RefinementNetwork average_;
  PictureLosses losses_;
  std::vector<TensorBatch> validation_;
};

}  // namespace heser
