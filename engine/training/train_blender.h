#pragma once

#include <filesystem>
#include <string>

#include "engine/core/progress.h"
#include "engine/training/picture_loss_options.h"
#include "engine/training/training_loop_options.h"

namespace heser {

/// Size of the network that is trained: `compact` is shipped, `paper` is for GPUs.
enum class NetworkPreset { kCompact, kPaper };

struct TrainBlenderOptions {
  TrainingLoopOptions loop;
  NetworkPreset preset = NetworkPreset::kCompact;
  std::filesystem::path data;  ///< Folder with manifest.csv, see LoadTrainingPhotos.
  int batch = 16;
  int size = 0;    ///< Side of the training pictures; 0: 256, of the paper's preset 512.
  int scenes = 3;  ///< Heads and bodies that are made of each photo before training.
  double held_out_share = 0.088;  ///< Of the identities.
  PictureLossOptions losses;
  bool dry_run = false;  ///< Only DescribeBlenderTraining.

  /// Throws Error{kWrongUse}.
  void Check() const;
};

/// Trains the blending network on photos with teachers' labels: heads are recoloured, taken off
/// and put back by the product's own stages, the photo is the truth (recipe and figures: the model
/// card in resources/models). Writes what RunTraining writes, and OUT/NAME_sheet.jpg: composite,
/// result, truth and gate of people held out. Throws Error, Cancelled.
void TrainBlender(const TrainBlenderOptions& options, const Progress& progress);

/// Parameters and multiply-accumulates of every layer at 256 and at 512, as text, after one step of
/// training on noise.
std::string DescribeBlenderTraining(const TrainBlenderOptions& options);

}  // namespace heser
