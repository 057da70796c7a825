#pragma once

#include <filesystem>
#include <memory>

#include "engine/blender/body_completion.h"
#include "engine/nn/device.h"

namespace heser {

/// The trained completion of hidden bodies. Complete is thread-safe: the network is only read.
class BodyNet : public BodyCompleter {
 public:
  /// Throws Error{kBadModel} if the file is missing, damaged or of another network.
  static BodyNet Load(const std::filesystem::path& file, const Device& device);
  BodyNet(BodyNet&&) noexcept;
  BodyNet& operator=(BodyNet&&) noexcept;
  ~BodyNet() override;

  cv::Mat3f Complete(const SeenBody& seen) const override;

 private:
  struct Network;
  explicit BodyNet(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

}  // namespace heser
