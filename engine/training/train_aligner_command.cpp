#include "engine/training/train_aligner_command.h"

#include <CLI/CLI.hpp>

#include "engine/training/training_loop_command.h"

namespace heser {

void AddTrainAlignerOptions(CLI::App& command, TrainAlignerOptions& options) {
  command.add_option("--preset", options.preset, "Sizes of the network")
      ->check(CLI::IsMember({"compact", "paper"}));
  command.add_option("--data", options.data, "Folder with manifest.csv and labelled photos");
  AddTrainingLoopOptions(command, options.loop);
  command.add_option("--batch", options.batch, "Heads a step");
  command.add_option("--size", options.size, "Side of the crops, pixels (0: the preset's own)");
  command.add_option("--photos", options.photos, "Learn from so many photos (0: all)");
  command.add_option("--copies", options.scenes.copies, "Turned copies of each photo's head");
  command.add_option("--largest-yaw", options.scenes.largest_yaw, "Largest turn of these, degrees");
  AddPictureLossOptions(command, options.losses);
  command.add_flag("--dry-run", options.dry_run,
                   "Instead of training: print parameters and GMAC a layer and run one step");
}

}  // namespace heser
