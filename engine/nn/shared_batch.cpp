#include "engine/nn/shared_batch.h"

#include <torch/csrc/autograd/custom_function.h>
#include <torch/utils.h>

namespace heser {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// Gradients travel in pieces of this many numbers: large enough that the network's delay does not
// count, small beside the gradients themselves.
constexpr std::int64_t kNumbersAtOnce = 8'000'000;

// Not of a thread: the gradients of a GPU are computed on LibTorch's own.
BatchSharers* sharers = nullptr;

torch::Tensor OfChannels(const torch::Tensor& values) { return values.view({1, -1, 1, 1}); }

torch::Tensor SumOverPixels(const torch::Tensor& x) {
  return x.sum(std::vector<std::int64_t>{0, 2, 3});
}

/// The normalisation and its gradient, both by sums over all processes.
class SharedNormalization : public torch::autograd::Function<SharedNormalization> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                               const torch::Tensor& weight, const torch::Tensor& bias,
                               const torch::Tensor& mean, const torch::Tensor& inverse_deviation) {
    context->save_for_backward({x, weight, mean, inverse_deviation});
    const torch::Tensor gain = weight * inverse_deviation;
    const torch::Tensor y =
        x.to(torch::kFloat32) * OfChannels(gain) + OfChannels(bias - mean * gain);
    return y.to(x.scalar_type());
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const variable_list saved = context->get_saved_variables();
    const torch::Tensor& x = saved[0];
    const torch::Tensor normal =
        (x.to(torch::kFloat32) - OfChannels(saved[2])) * OfChannels(saved[3]);
    const torch::Tensor gradient = gradients[0].to(torch::kFloat32);
    const torch::Tensor of_bias = SumOverPixels(gradient);
    const torch::Tensor of_weight = SumOverPixels(gradient * normal);
    torch::Tensor means = torch::stack({of_bias, of_weight});
    sharers->Sum(means);
    const std::int64_t pixels = x.numel() / x.size(1);
    means = means / static_cast<double>(pixels * sharers->count());
    const torch::Tensor of_x = (gradient - OfChannels(means[0]) - normal * OfChannels(means[1])) *
                               OfChannels(saved[1] * saved[3]);
    return {of_x.to(x.scalar_type()), of_weight, of_bias, torch::Tensor(), torch::Tensor()};
  }
};

struct Moments {
  torch::Tensor mean;
  torch::Tensor variance;  ///< Biased.
};

/// Of all processes' values a channel. By each one's own moments: the difference of sums of squares
/// would lose digits.
Moments SharedMoments(const torch::Tensor& x) {
  const torch::Tensor values = x.to(torch::kFloat32);
  const std::vector<std::int64_t> pixels = {0, 2, 3};
  const torch::Tensor mean = values.mean(pixels);
  const torch::Tensor variance = (values - OfChannels(mean)).square().mean(pixels);
  torch::Tensor mean_of_all = mean.clone();
  sharers->Sum(mean_of_all);
  mean_of_all.div_(sharers->count());
  torch::Tensor variance_of_all = variance + (mean - mean_of_all).square();
  sharers->Sum(variance_of_all);
  variance_of_all.div_(sharers->count());
  return {mean_of_all, variance_of_all};
}

void Remember(torch::nn::BatchNorm2dImpl& layer, const Moments& moments, double values) {
  layer.num_batches_tracked.add_(1);
  const double momentum = layer.options.momentum().value();
  layer.running_mean.lerp_(moments.mean, momentum);
  layer.running_var.lerp_(moments.variance * (values / std::max(1.0, values - 1)), momentum);
}

}  // namespace

SharedBatch::SharedBatch(BatchSharers* of) { sharers = of; }

SharedBatch::~SharedBatch() { sharers = nullptr; }

bool IsBatchShared() { return sharers != nullptr; }

torch::Tensor CountOfShare(const torch::Tensor& sum) {
  if (sharers == nullptr) return sum.clamp_min(1);
  torch::Tensor count = sum.detach().clone();
  sharers->Sum(count);
  return count.clamp_min(1) / sharers->count();
}

void AverageGradients(const std::vector<torch::Tensor>& parameters) {
  if (sharers == nullptr) return;
  const torch::NoGradGuard no_gradients;
  std::vector<torch::Tensor> gradients;
  std::int64_t numbers = 0;
  const auto send = [&] {
    if (gradients.empty()) return;
    std::vector<torch::Tensor> flat;
    for (const torch::Tensor& gradient : gradients) flat.push_back(gradient.flatten());
    torch::Tensor sum = torch::cat(flat);
    sharers->Sum(sum);
    sum.div_(sharers->count());
    std::int64_t begin = 0;
    for (torch::Tensor& gradient : gradients) {
      gradient.copy_(sum.narrow(0, begin, gradient.numel()).view(gradient.sizes()));
      begin += gradient.numel();
    }
    gradients.clear();
    numbers = 0;
  };
  for (const torch::Tensor& parameter : parameters) {
    if (!parameter.grad().defined()) continue;
    gradients.push_back(parameter.grad());
    numbers += parameter.numel();
    if (numbers >= kNumbersAtOnce) send();
  }
  send();
}

torch::Tensor NormalizeSharedBatch(const torch::Tensor& x, torch::nn::BatchNorm2dImpl& layer) {
  Moments moments;
  {
    const torch::NoGradGuard no_gradients;
    moments = SharedMoments(x);
    const std::int64_t values = x.numel() / x.size(1) * sharers->count();
    Remember(layer, moments, static_cast<double>(values));
  }
  return SharedNormalization::apply(x, layer.weight, layer.bias, moments.mean,
                                    torch::rsqrt(moments.variance + layer.options.eps()));
}

}  // namespace heser
