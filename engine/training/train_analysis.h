#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/progress.h"

namespace heser {

/// Which network of the analysis is trained.
enum class AnalysisNetwork { kHead, kMesh };

struct TrainAnalysisOptions {
  AnalysisNetwork network = AnalysisNetwork::kHead;
  std::filesystem::path data;                 ///< Folder with manifest.csv, see LoadTrainingPhotos.
  std::vector<std::filesystem::path> turned;  ///< Folders of prepared heads.
  std::filesystem::path out;    ///< Weights, checkpoint and log go here; made if missing.
  int steps = 0;                ///< Length of the whole training in steps; 0: `minutes` counts.
  double minutes = 60;          ///< Length of this run by the clock when `steps` is 0.
  std::filesystem::path start;  ///< Weights file to start from, or empty.
  bool resume = false;          ///< Go on from out's checkpoint instead of starting anew.
  int batch = 16;
  int size = 0;                   ///< Side of the training pictures; 0: the network's own.
  double learning_rate = 1.2e-3;  ///< Highest; falls with a cosine to 1/50 over this run.
  std::uint32_t seed = 1;
  int validate_every = 500;       ///< Steps.
  double held_out_share = 0.088;  ///< Of the identities.
  double turned_share = 0.5;      ///< Share of samples whose head is turned on the fly.
  double largest_yaw = 55;        ///< Of these and of `prepare_swapped`, degrees.
  double prepared_share = 0.4;    ///< Share of samples drawn from `turned`, if given.
  bool mixed_precision = true;    ///< bfloat16 for convolutions where the processor is fast at it.
  int threads = 0;                ///< For the network; 0: all cores.

  /// Instead of training: turn the heads of the photos and write them to this folder, for `turned`.
  std::filesystem::path prepare_turned;
  /// Instead of training: put the heads on others' bodies and write them to this folder, likewise.
  std::filesystem::path prepare_swapped;
  /// Instead of training: write the mean face mesh of the portraits to this file.
  std::filesystem::path mean_mesh;

  /// Throws Error{kWrongUse}.
  void Check() const;
};

/// Trains a network of the analysis (or does one of the other jobs of the options) on photos
/// with teachers' labels (loss and augmentation: see the model card in resources/models). Writes
/// OUT/head_net.hwt or mesh_net.hwt (the running average of the weights that did best on people
/// held out), OUT/NAME_checkpoint.pt and OUT/NAME_log.csv. Deterministic by seed (on
/// one kind of processor) when `steps` is given. Throws Error, Cancelled (the checkpoint is written
/// first).
void TrainAnalysis(const TrainAnalysisOptions& options, const Progress& progress);

}  // namespace heser
