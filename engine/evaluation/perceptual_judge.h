#pragma once

#include <filesystem>
#include <memory>

#include <opencv2/core.hpp>

namespace heser {

/// Perceptual distance by SqueezeNet 1.0, see PerceptualLoss. One call at a time.
class PerceptualJudge {
 public:
  /// `file`: the network's arrays, a .npz. Throws Error{kFileNotFound, kBadFile}.
  explicit PerceptualJudge(const std::filesystem::path& file);
  ~PerceptualJudge();

  /// Of two 8-bit RGB pictures of one size; about 0 to 2, 0 for identical ones.
  double Distance(const cv::Mat3b& a, const cv::Mat3b& b);

 private:
  struct Network;
  std::unique_ptr<Network> network_;
};

}  // namespace heser
