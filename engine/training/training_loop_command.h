#pragma once

#include "engine/training/picture_loss_options.h"
#include "engine/training/training_loop_options.h"

namespace CLI {
class App;
}

namespace heser {

/// Adds the options that every training has in common to a command.
void AddTrainingLoopOptions(CLI::App& command, TrainingLoopOptions& options);

/// The same for networks that make pictures.
void AddPictureLossOptions(CLI::App& command, PictureLossOptions& options);

}  // namespace heser
