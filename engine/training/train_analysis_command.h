#pragma once

#include "engine/training/train_analysis.h"

namespace CLI {
class App;
}

namespace heser {

/// Adds the options of a training run to a command. `options` must outlive the parsing.
void AddTrainAnalysisOptions(CLI::App& command, TrainAnalysisOptions& options);

}  // namespace heser
