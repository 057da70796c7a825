#include "engine/training/losses.h"

#include <string>

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/instancenorm.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/functional/pooling.h>
#include <torch/nn/init.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/instancenorm.h>

#include "engine/core/error.h"
#include "engine/nn/shared_batch.h"
#include "engine/training/npy.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

// SqueezeNet was trained on pixels of 0 to 255 minus these means, in the order B, G, R.
constexpr float kMeans[] = {104, 117, 123};
constexpr float kHalfRange = 127.5f;
constexpr int kFirstFire = 2;
constexpr int kLastFire = 9;
// Features are of the order of 100: below this length a direction is noise, and its gradient huge.
constexpr double kLeastLengthSquared = 1;

constexpr double kSlope = 0.2;
constexpr double kWeightDeviation = 0.02;
// A discriminator that is never sure keeps giving gradients (one-sided label smoothing, Salimans et
// al., NeurIPS 2016).
constexpr double kGoalOfTruths = 0.9;
constexpr double kFirstMoment = 0.5;
constexpr double kSecondMoment = 0.99;
constexpr double kEpsilon = 1e-8;

torch::Tensor TensorOf(const NpyArray& array) {
  const std::vector<std::int64_t> shape(array.shape.begin(), array.shape.end());
  return torch::tensor(array.values).view(shape);
}

torch::Tensor Halve(const torch::Tensor& x) {
  return F::max_pool2d(x, F::MaxPool2dFuncOptions(3).stride(2).ceil_mode(true));
}

// Not by operator+, of which GCC 12 believes that it may write out of bounds.
std::string FireName(int fire) { return std::string("f").append(std::to_string(fire)); }

bool IsHalvedAfter(int fire) { return fire == 4 || fire == 8; }
bool IsCompared(int fire) { return fire % 2 == 1; }

torch::Tensor Directions(const torch::Tensor& features) {
  const torch::Tensor values = features.to(torch::kFloat32);
  return values * torch::rsqrt(values.square().sum(1, true) + kLeastLengthSquared);
}

torch::Tensor Goal(const torch::Tensor& scores, double goal) {
  return F::binary_cross_entropy_with_logits(scores, torch::full_like(scores, goal));
}

}  // namespace

PerceptualLossImpl::PerceptualLossImpl(const std::filesystem::path& file) {
  for (const auto& [name, array] : ReadNpz(file)) {
    // The classifier at the end is not looked at.
    if (!name.starts_with("conv10")) arrays_[name] = register_buffer(name, TensorOf(array));
  }
  const auto require = [&](const std::string& layer) {
    if (!arrays_.contains(layer + "_w") || !arrays_.contains(layer + "_b")) {
      throw Error(ErrorKind::kBadFile, file.string(), "holds no SqueezeNet: no " + layer);
    }
  };
  require("conv1");
  for (int fire = kFirstFire; fire <= kLastFire; ++fire) {
    for (const char* part : {"s", "e1", "e3"}) require(FireName(fire) + part);
  }
  means_ =
      register_buffer("means", torch::tensor({kMeans[0], kMeans[1], kMeans[2]}).view({1, 3, 1, 1}));
}

std::vector<torch::Tensor> PerceptualLossImpl::Features(const torch::Tensor& pictures) const {
  const auto unit = [&](const torch::Tensor& x, const std::string& name, int stride, int padding) {
    const auto options =
        F::Conv2dFuncOptions().bias(arrays_.at(name + "_b")).stride(stride).padding(padding);
    return torch::relu(F::conv2d(x, arrays_.at(name + "_w"), options));
  };
  torch::Tensor x = (pictures.flip(1) + 1) * kHalfRange - means_;
  std::vector<torch::Tensor> features;
  x = unit(x, "conv1", 2, 0);
  features.push_back(x);
  x = Halve(x);
  for (int fire = kFirstFire; fire <= kLastFire; ++fire) {
    const std::string name = FireName(fire);
    const torch::Tensor squeezed = unit(x, name + "s", 1, 0);
    x = torch::cat({unit(squeezed, name + "e1", 1, 0), unit(squeezed, name + "e3", 1, 1)}, 1);
    if (IsCompared(fire)) features.push_back(x);
    if (IsHalvedAfter(fire)) x = Halve(x);
  }
  return features;
}

torch::Tensor PerceptualLossImpl::Distances(const torch::Tensor& pictures,
                                            const torch::Tensor& truths) {
  const std::vector<torch::Tensor> of_pictures = Features(pictures);
  const std::vector<torch::Tensor> of_truths = [&] {
    const torch::NoGradGuard no_gradients;
    return Features(truths);
  }();
  torch::Tensor distances;
  for (std::size_t i = 0; i < of_pictures.size(); ++i) {
    const torch::Tensor layer = (Directions(of_pictures[i]) - Directions(of_truths[i]))
                                    .square()
                                    .sum(1)
                                    .mean(std::vector<std::int64_t>{1, 2});
    distances = i == 0 ? layer : distances + layer;
  }
  return distances / static_cast<double>(of_pictures.size());
}

torch::Tensor PerceptualLossImpl::forward(const torch::Tensor& pictures,
                                          const torch::Tensor& truths) {
  return Distances(pictures, truths).mean();
}

PatchDiscriminatorImpl::PatchDiscriminatorImpl(int channels, int width) {
  constexpr int kKernel = 4;
  const auto convolution = [](int in, int out, int stride) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kKernel).stride(stride).padding(1));
  };
  const auto leak = [] {
    return torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions().negative_slope(kSlope));
  };
  // Strides 2, 2, 2, 1, 1 with kernels of 4: a score sees 70 x 70 pixels.
  layers_ = register_module("layers", torch::nn::Sequential());
  layers_->push_back(convolution(channels, width, 2));
  layers_->push_back(leak());
  for (const int factor : {2, 4, 8}) {
    layers_->push_back(convolution(width * factor / 2, width * factor, factor < 8 ? 2 : 1));
    layers_->push_back(
        torch::nn::InstanceNorm2d(torch::nn::InstanceNorm2dOptions(width * factor).affine(true)));
    layers_->push_back(leak());
  }
  layers_->push_back(convolution(width * 8, 1, 1));
  const torch::NoGradGuard no_gradients;
  for (torch::Tensor& parameter : parameters()) {
    if (parameter.dim() == 4) torch::nn::init::normal_(parameter, 0, kWeightDeviation);
  }
}

torch::Tensor PatchDiscriminatorImpl::forward(const torch::Tensor& pictures) {
  return layers_->forward(pictures);
}

PatchAdversaryImpl::PatchAdversaryImpl(int channels, int width, double learning_rate)
    : learning_rate_(learning_rate) {
  discriminator_ = register_module("discriminator", PatchDiscriminator(channels, width));
  parameters_ = discriminator_->parameters();
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    const std::string number = std::to_string(i);
    first_.push_back(register_buffer("first" + number, torch::zeros_like(parameters_[i])));
    second_.push_back(register_buffer("second" + number, torch::zeros_like(parameters_[i])));
  }
  steps_ = register_buffer("steps", torch::zeros({}));
}

torch::Tensor PatchAdversaryImpl::Learn(const torch::Tensor& pictures,
                                        const torch::Tensor& truths) {
  for (torch::Tensor& parameter : parameters_) parameter.mutable_grad().reset();
  const torch::Tensor of_truths = discriminator_->forward(truths.detach()).to(torch::kFloat32);
  const torch::Tensor of_pictures = discriminator_->forward(pictures.detach()).to(torch::kFloat32);
  const torch::Tensor loss = (Goal(of_truths, kGoalOfTruths) + Goal(of_pictures, 0)) / 2;
  loss.backward();
  AverageGradients(parameters_);
  Step();
  return loss.detach();
}

void PatchAdversaryImpl::Step() {
  const torch::NoGradGuard no_gradients;
  steps_.add_(1);
  const torch::Tensor rate = learning_rate_ * torch::sqrt(1 - torch::pow(kSecondMoment, steps_)) /
                             (1 - torch::pow(kFirstMoment, steps_));
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    torch::Tensor& parameter = parameters_[i];
    const torch::Tensor& gradient = parameter.grad();
    first_[i].mul_(kFirstMoment).add_(gradient, 1 - kFirstMoment);
    second_[i].mul_(kSecondMoment).addcmul_(gradient, gradient, 1 - kSecondMoment);
    parameter.sub_(rate * first_[i] / (second_[i].sqrt() + kEpsilon));
    parameter.mutable_grad().reset();
  }
}

torch::Tensor PatchAdversaryImpl::LossOf(const torch::Tensor& pictures) {
  for (torch::Tensor& parameter : parameters_) parameter.set_requires_grad(false);
  torch::Tensor loss = Goal(discriminator_->forward(pictures).to(torch::kFloat32), 1);
  for (torch::Tensor& parameter : parameters_) parameter.set_requires_grad(true);
  return loss;
}

}  // namespace heser
