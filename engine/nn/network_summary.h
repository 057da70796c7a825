#pragma once

// LibTorch header: include it in network and training sources only.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <torch/nn/module.h>

namespace heser {

/// One layer of a network and what a call of it costs.
struct LayerSummary {
  std::string name;                  ///< Of the module that owns the weight: "decoder.0.conv".
  std::int64_t parameters = 0;       ///< Numbers that are learnt: weight, bias.
  std::int64_t multiplications = 0;  ///< Multiply-accumulates of all its calls together.
  int calls = 0;                     ///< How often the call used it; 0: not at all.
};

struct NetworkSummary {
  std::vector<LayerSummary> layers;  ///< In the order of registration.

  std::int64_t parameters() const;
  std::int64_t multiplications() const;
};

/// Runs `call`, which is to run `network` once without gradients and without autocast (it copies
/// weights), and counts what the network's own convolutions (transposed ones too) and fully
/// connected layers cost; what has no weights (products of features, resampling, sums) and
/// normalisation are left out, as the field does. Works on every device.
NetworkSummary SummarizeNetwork(const torch::nn::Module& network,
                                const std::function<void()>& call);

/// The same as a table for people, a line a layer and one for all, English: name, parameters,
/// GMAC, calls. Ends with the size of the weights in half precision.
std::string DescribeSummary(const NetworkSummary& summary);

}  // namespace heser
