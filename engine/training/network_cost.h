#pragma once

// LibTorch header: include it in training sources only.
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <torch/nn/module.h>

namespace heser {

/// What one convolution or linear layer of a network costs.
struct LayerCost {
  std::string name;             ///< Of its weight in the network, without ".weight".
  std::int64_t parameters = 0;  ///< Of its weight.
  double gmac = 0;              ///< Multiplications and additions of all its uses, 1e9.
};

/// Layers in the network's order, as `run` uses them: it must run the network on this thread.
std::vector<LayerCost> MeasureCost(const torch::nn::Module& network,
                                   const std::function<void()>& run);

/// A table with a line a layer and the sums; all of the network's parameters count.
void PrintCost(std::ostream& stream, const torch::nn::Module& network,
               const std::vector<LayerCost>& layers);

}  // namespace heser
