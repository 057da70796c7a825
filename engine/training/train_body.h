#pragma once

#include <filesystem>

#include "engine/core/progress.h"
#include "engine/training/training_loop_options.h"

namespace heser {

struct TrainBodyOptions {
  TrainingLoopOptions loop;
  std::filesystem::path data;  ///< Folder with manifest.csv, see LoadTrainingPhotos.
  int batch = 32;
  double held_out_share = 0.088;  ///< Of the identities.

  /// Throws Error{kWrongUse}.
  void Check() const;
};

/// Trains the network that completes bodies behind heads on photos with teachers' labels: another
/// person's hair is laid over them, the labels are the truth (recipe and figures: the model card in
/// resources/models). Writes what RunTraining writes, and OUT/body_net_sheet.jpg. Throws Error,
/// Cancelled.
void TrainBody(const TrainBodyOptions& options, const Progress& progress);

}  // namespace heser
