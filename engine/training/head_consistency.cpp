#include "engine/training/head_consistency.h"

#include <torch/nn/functional/activation.h>
#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>
#include <torch/utils.h>

#include "engine/analysis/face_crops.h"
#include "engine/nn/shared_batch.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

/// Pictures of HeadNet's side; larger ones without aliasing.
torch::Tensor OfHeadNetsSide(const torch::Tensor& pictures) {
  if (pictures.size(2) == kHeadCropSize) return pictures;
  const std::vector<std::int64_t> side = {kHeadCropSize, kHeadCropSize};
  if (pictures.size(2) > kHeadCropSize) {
    return F::adaptive_avg_pool2d(pictures, F::AdaptiveAvgPool2dFuncOptions({side[0], side[1]}));
  }
  return F::interpolate(
      pictures, F::InterpolateFuncOptions().size(side).mode(torch::kBilinear).align_corners(false));
}

torch::Tensor LogProbabilities(const HeadNetworkOutput& output) {
  return F::log_softmax(output.scores.to(torch::kFloat32), F::LogSoftmaxFuncOptions(1));
}

}  // namespace

HeadConsistencyImpl::HeadConsistencyImpl(const std::filesystem::path& file) {
  LoadInto(*network_, file, kHeadNetworkName, kHeadNetworkVersion);
  PrepareForInference(*network_);
  register_module("head_net", network_);
}

HeadConsistencyImpl::Terms HeadConsistencyImpl::forward(const torch::Tensor& pictures,
                                                        const torch::Tensor& truths,
                                                        const torch::Tensor& judged) {
  const HeadNetworkOutput seen = network_->forward(OfHeadNetsSide(pictures));
  const HeadNetworkOutput truth = [&] {
    const torch::NoGradGuard no_gradients;
    return network_->forward(OfHeadNetsSide(truths));
  }();
  const torch::Tensor expected = LogProbabilities(truth);
  const torch::Tensor divergence =
      (expected.exp() * (expected - LogProbabilities(seen))).sum(1, true);
  const torch::Tensor weight = F::adaptive_avg_pool2d(
      judged, F::AdaptiveAvgPool2dFuncOptions({divergence.size(2), divergence.size(3)}));
  const torch::Tensor distance =
      (seen.mesh - truth.mesh).to(torch::kFloat32).abs().mean(std::vector<std::int64_t>{1, 2});
  const torch::Tensor has_face = (truth.presence > 0).to(torch::kFloat32);
  return {(divergence * weight).sum() / CountOfShare(weight.sum()),
          (distance * has_face).sum() / CountOfShare(has_face.sum())};
}

}  // namespace heser
