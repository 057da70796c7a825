#pragma once

#include "engine/training/train_blender.h"

namespace CLI {
class App;
}

namespace heser {

/// Adds the options of the blending network's training to a command. `options` must outlive the
/// parsing.
void AddTrainBlenderOptions(CLI::App& command, TrainBlenderOptions& options);

}  // namespace heser
