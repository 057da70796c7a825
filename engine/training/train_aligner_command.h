#pragma once

#include "engine/training/train_aligner.h"

namespace CLI {
class App;
}

namespace heser {

/// Adds the options of `heser train aligner` to a command.
void AddTrainAlignerOptions(CLI::App& command, TrainAlignerOptions& options);

}  // namespace heser
