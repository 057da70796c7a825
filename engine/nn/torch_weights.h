#pragma once

// LibTorch header: include it in network sources only.
#include <filesystem>
#include <string>

#include <torch/nn/module.h>

#include "engine/nn/weights.h"

namespace heser {

/// All parameters and floating-point buffers of a network, by name.
NetworkWeights WeightsOf(const torch::nn::Module& network, const std::string& architecture,
                         int version);

/// Fills a network from a weights file. Throws Error{kBadModel} if a name or shape does not fit.
void LoadInto(torch::nn::Module& network, const std::filesystem::path& file,
              const std::string& architecture, int version);

}  // namespace heser
