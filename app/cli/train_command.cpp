#include <memory>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/standard_streams.h"
#include "engine/training/process_place.h"
#include "engine/training/train_aligner.h"
#include "engine/training/train_aligner_command.h"
#include "engine/training/train_analysis.h"
#include "engine/training/train_analysis_command.h"
#include "engine/training/train_blender.h"
#include "engine/training/train_blender_command.h"
#include "engine/training/train_body.h"
#include "engine/training/train_body_command.h"

namespace heser::cli {
namespace {

/// Of several processes that train together one talks.
bool IsLeader() { return FindProcessPlace().rank == 0; }

void AddTrainBlenderCommand(CLI::App& train) {
  CLI::App* blender = train.add_subcommand(
      "blender",
      "BlendingUnet, which mends what geometry and statistics leave of seams and fills.");
  auto options = std::make_shared<TrainBlenderOptions>();
  AddTrainBlenderOptions(*blender, *options);
  blender->callback([options] {
    if (options->dry_run) {
      Print(DescribeBlenderTraining(*options));
      return;
    }
    ConsoleProgress console(!IsLeader());
    TrainBlender(*options, console.MakeProgress());
    console.Finish();
  });
}

void AddTrainBodyCommand(CLI::App& train) {
  CLI::App* body = train.add_subcommand(
      "body", "BodyNet, which says how a neck and shoulders go on behind hair.");
  auto options = std::make_shared<TrainBodyOptions>();
  AddTrainBodyOptions(*body, *options);
  body->callback([options] {
    ConsoleProgress console(!IsLeader());
    TrainBody(*options, console.MakeProgress());
    console.Finish();
  });
}

}  // namespace

void AddTrainCommand(CLI::App& app) {
  CLI::App* train = app.add_subcommand("train", "Trains the networks that the product ships.");
  train->require_subcommand(1);
  CLI::App* analysis = train->add_subcommand(
      "analysis", "HeadNet (labels, matte, presence) and MeshNet (face mesh).");
  auto options = std::make_shared<TrainAnalysisOptions>();
  AddTrainAnalysisOptions(*analysis, *options);
  analysis->callback([options] {
    ConsoleProgress console(!IsLeader());
    TrainAnalysis(*options, console.MakeProgress());
    console.Finish();
  });
  CLI::App* aligner =
      train->add_subcommand("aligner", "The networks that refine the aligned head.");
  auto aligner_options = std::make_shared<TrainAlignerOptions>();
  AddTrainAlignerOptions(*aligner, *aligner_options);
  aligner->callback([aligner_options] {
    ConsoleProgress console(!IsLeader());
    TrainAligner(*aligner_options, console.MakeProgress());
    console.Finish();
  });
  AddTrainBlenderCommand(*train);
  AddTrainBodyCommand(*train);
}

}  // namespace heser::cli
