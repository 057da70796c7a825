#pragma once

#include <filesystem>
#include <string>

#include "engine/core/progress.h"
#include "engine/training/picture_loss_options.h"
#include "engine/training/refinement_samples.h"
#include "engine/training/training_loop_options.h"

namespace heser {

struct TrainAlignerOptions {
  std::string preset = "compact";  ///< "compact" or "paper".
  std::filesystem::path data;      ///< Folder with manifest.csv, see LoadTrainingPhotos.
  TrainingLoopOptions loop{.learning_rate = 6e-4};
  RefinementSceneOptions scenes;  ///< Their size is the preset's.
  int batch = 16;
  int size = 0;                   ///< Side of the crops; 0: the preset's own.
  int photos = 0;                 ///< Learn from so many photos; 0: all.
  double held_out_share = 0.088;  ///< Of the identities.
  PictureLossOptions losses;
  /// Instead of training: print what the network costs a layer, make one step of learning on
  /// made-up pictures.
  bool dry_run = false;

  /// Throws Error{kWrongUse}.
  void Check() const;
};

/// Trains the aligner's refinement network on photos with teachers' labels. Writes
/// OUT/aligner_net.hwt (the running average that did best on people held out), its checkpoint and
/// log, and OUT/aligner_net_sheets: source, geometry, refined, truth. Throws Error, Cancelled.
void TrainAligner(const TrainAlignerOptions& options, const Progress& progress);

}  // namespace heser
