#include "engine/training/train_body_command.h"

#include <CLI/CLI.hpp>

#include "engine/training/training_loop_command.h"

namespace heser {

void AddTrainBodyOptions(CLI::App& command, TrainBodyOptions& options) {
  command.add_option("--data", options.data, "Folder with manifest.csv and labelled photos");
  command.add_option("--batch", options.batch, "Bodies a step");
  AddTrainingLoopOptions(command, options.loop);
}

}  // namespace heser
