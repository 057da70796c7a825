#include <cstdio>

#include <CLI/CLI.hpp>

#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/training/train_analysis_command.h"

int main(int count, char** words) {
  heser::ConfigureProcessMemory();
  CLI::App command("Trains the analysis networks");
  heser::TrainAnalysisOptions options;
  heser::AddTrainAnalysisOptions(command, options);
  CLI11_PARSE(command, count, words);
  try {
    heser::TrainAnalysis(options, {});
  } catch (const heser::Error& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
  return 0;
}
