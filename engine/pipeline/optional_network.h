#pragma once

#include <optional>

#include "engine/core/error.h"
#include "engine/core/resources.h"
#include "engine/nn/device.h"

namespace heser {

/// A network that is loaded when it is first wanted; without it the swap goes on by geometry. One
/// thread at a time.
template <typename Network>
class OptionalNetwork {
 public:
  /// `weights` is the name of its file among the models.
  explicit OptionalNetwork(const char* weights) : weights_(weights) {}

  /// Null where its weights are missing or do not fit.
  const Network* Get(const Device& device) {
    if (!tried_) {
      tried_ = true;
      try {
        network_.emplace(Network::Load(ModelPath(weights_), device));
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::kBadModel) throw;
      }
    }
    return network_ ? &*network_ : nullptr;
  }

 private:
  const char* weights_;
  bool tried_ = false;
  std::optional<Network> network_;
};

}  // namespace heser
