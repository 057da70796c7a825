#pragma once

#include "engine/training/train_body.h"

namespace CLI {
class App;
}

namespace heser {

/// Adds the options of `heser train body` to its command.
void AddTrainBodyOptions(CLI::App& command, TrainBodyOptions& options);

}  // namespace heser
