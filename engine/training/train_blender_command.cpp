#include "engine/training/train_blender_command.h"

#include <map>

#include <CLI/CLI.hpp>

#include "engine/training/training_loop_command.h"

namespace heser {

void AddTrainBlenderOptions(CLI::App& command, TrainBlenderOptions& options) {
  const std::map<std::string, NetworkPreset> presets = {{"compact", NetworkPreset::kCompact},
                                                        {"paper", NetworkPreset::kPaper}};
  command.add_option("--preset", options.preset, "Size of the network: compact or paper")
      ->transform(CLI::Transformer(presets))
      ->transform(CLI::IsMember(presets));  // Looked at first: each goes before what is there.
  command.add_option("--data", options.data, "Folder with manifest.csv and labelled photos");
  command.add_option("--batch", options.batch, "Pictures a step");
  command.add_option("--size", options.size, "Side of the training pictures, pixels");
  command.add_option("--scenes", options.scenes,
                     "Heads and bodies made of each photo before training");
  AddPictureLossOptions(command, options.losses);
  command.add_flag("--dry-run", options.dry_run,
                   "Only print what each layer costs and run one step");
  AddTrainingLoopOptions(command, options.loop);
}

}  // namespace heser
