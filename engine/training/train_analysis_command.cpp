#include "engine/training/train_analysis_command.h"

#include <map>

#include <CLI/CLI.hpp>

#include "engine/training/training_loop_command.h"

namespace heser {

void AddTrainAnalysisOptions(CLI::App& command, TrainAnalysisOptions& options) {
  const std::map<std::string, AnalysisNetwork> networks = {{"head", AnalysisNetwork::kHead},
                                                           {"mesh", AnalysisNetwork::kMesh}};
  command.add_option("--net", options.network, "Which network: head or mesh")
      ->transform(CLI::Transformer(networks))
      ->transform(CLI::IsMember(networks));  // Looked at first: each goes before what is there.
  command.add_option("--data", options.data, "Folder with manifest.csv and labelled photos")
      ->required();
  AddTrainingLoopOptions(command, options.loop);
  command.add_option("--prepare-turned", options.prepare_turned,
                     "Instead of training: write turned heads to this folder, for --turned");
  command.add_option("--prepare-swapped", options.prepare_swapped,
                     "Instead of training: write heads on others' bodies to this folder, likewise");
  command.add_option("--mean-mesh", options.mean_mesh,
                     "Instead of training: write the mean face mesh to this file");
  command.add_option("--turned", options.turned, "Folder of prepared heads; repeat for more");
  command.add_option("--batch", options.batch, "Pictures a step");
  command.add_option("--size", options.size, "Side of HeadNet's training pictures, pixels");
  command.add_option("--turned-share", options.turned_share,
                     "Share of pictures whose head is turned on the fly");
  command.add_option("--largest-yaw", options.largest_yaw,
                     "Largest turn of these and of --prepare-swapped, degrees");
  command.add_option("--prepared-share", options.prepared_share,
                     "Share of pictures drawn from --turned");
}

}  // namespace heser
