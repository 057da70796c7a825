#include "engine/evaluation/perceptual_judge.h"

#include <system_error>

#include "engine/core/error.h"
#include "engine/core/image.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/losses.h"

namespace heser {
namespace {

PerceptualLoss LossOf(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    throw Error(ErrorKind::kFileNotFound, file.string());
  }
  return PerceptualLoss(file);
}

}  // namespace

struct PerceptualJudge::Network {
  PerceptualLoss loss;
};

PerceptualJudge::PerceptualJudge(const std::filesystem::path& file)
    : network_(std::make_unique<Network>(Network{LossOf(file)})) {}

PerceptualJudge::~PerceptualJudge() = default;

double PerceptualJudge::Distance(const cv::Mat3b& a, const cv::Mat3b& b) {
  const torch::NoGradGuard no_gradients;
  const ColorImage pictures[] = {FromBytes(a), FromBytes(b)};
  const torch::Tensor inputs = TensorFromImages(pictures, {});
  return network_->loss->Distances(inputs.slice(0, 0, 1), inputs.slice(0, 1, 2)).item<double>();
}

}  // namespace heser
