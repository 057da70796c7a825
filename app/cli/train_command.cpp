#include <memory>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "engine/training/train_aligner.h"
#include "engine/training/train_aligner_command.h"
#include "engine/training/train_analysis.h"
#include "engine/training/train_analysis_command.h"

namespace heser::cli {

void AddTrainCommand(CLI::App& app) {
  CLI::App* train = app.add_subcommand("train", "Trains the networks that the product ships.");
  train->require_subcommand(1);
  CLI::App* analysis = train->add_subcommand(
      "analysis", "HeadNet (labels, matte, presence) and MeshNet (face mesh).");
  auto options = std::make_shared<TrainAnalysisOptions>();
  AddTrainAnalysisOptions(*analysis, *options);
  analysis->callback([options] {
    ConsoleProgress console(false);
    TrainAnalysis(*options, console.MakeProgress());
    console.Finish();
  });
  CLI::App* aligner =
      train->add_subcommand("aligner", "The networks that refine the aligned head.");
  auto aligner_options = std::make_shared<TrainAlignerOptions>();
  AddTrainAlignerOptions(*aligner, *aligner_options);
  aligner->callback([aligner_options] {
    ConsoleProgress console(false);
    TrainAligner(*aligner_options, console.MakeProgress());
    console.Finish();
  });
}

}  // namespace heser::cli
