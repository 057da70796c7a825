#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/training/training_loop_options.h"

namespace heser {

/// Which network of the analysis is trained.
enum class AnalysisNetwork { kHead, kMesh };

struct TrainAnalysisOptions {
  AnalysisNetwork network = AnalysisNetwork::kHead;
  std::filesystem::path data;                 ///< Folder with manifest.csv, see LoadTrainingPhotos.
  std::vector<std::filesystem::path> turned;  ///< Folders of prepared heads.
  TrainingLoopOptions loop;
  int batch = 16;
  int size = 0;                   ///< Side of the training pictures; 0: the network's own.
  double held_out_share = 0.088;  ///< Of the identities.
  double turned_share = 0.5;      ///< Share of samples whose head is turned on the fly.
  double largest_yaw = 55;        ///< Of these and of `prepare_swapped`, degrees.
  double prepared_share = 0.4;    ///< Share of samples drawn from `turned`, if given.

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
/// OUT/head_net.hwt or mesh_net.hwt and the files beside it as RunTraining does. Throws Error,
/// Cancelled.
void TrainAnalysis(const TrainAnalysisOptions& options, const Progress& progress);

}  // namespace heser
