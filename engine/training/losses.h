#pragma once

// LibTorch header: include it in training sources only.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/sequential.h>

namespace heser {

/// How unlike two pictures look: mean squared distance of the unit-length features of five layers
/// of SqueezeNet 1.0 (the form of Zhang et al., CVPR 2018, without its learnt weights), as
/// ../shared/tools/measure judges pictures. Frozen: its weights are buffers, so that they go where
/// the module goes and nobody trains them. For training alone.
class PerceptualLossImpl : public torch::nn::Module {
 public:
  /// `file`: the network's arrays, a .npz. Throws Error{kBadFile}.
  explicit PerceptualLossImpl(const std::filesystem::path& file);

  /// Pictures N x 3 x H x W, RGB in [-1, 1], H and W at least 32; a number of about 0 to 2.
  torch::Tensor forward(const torch::Tensor& pictures, const torch::Tensor& truths);
  /// The same a picture: N.
  torch::Tensor Distances(const torch::Tensor& pictures, const torch::Tensor& truths);

 private:
  std::vector<torch::Tensor> Features(const torch::Tensor& pictures) const;

  // The buffers themselves: a module moved to another device changes them in place.
  std::map<std::string, torch::Tensor> arrays_;
  torch::Tensor means_;
};
TORCH_MODULE(PerceptualLoss);

/// Scores of overlapping patches of 70 x 70 pixels, positive where a patch looks like a photo
/// (Isola et al., CVPR 2017). Normalised picture by picture, so that no batch matters. Any device.
class PatchDiscriminatorImpl : public torch::nn::Module {
 public:
  /// `width`: channels of the first layer.
  explicit PatchDiscriminatorImpl(int channels = 3, int width = 64);
  /// N x channels x H x W in [-1, 1] -> N x 1 x H' x W', before the sigmoid.
  torch::Tensor forward(const torch::Tensor& pictures);

 private:
  torch::nn::Sequential layers_{nullptr};
};
TORCH_MODULE(PatchDiscriminator);

/// A patch discriminator that learns beside the network that it judges. Its optimizer's moments
/// (Adam, Kingma & Ba, ICLR 2015) are buffers of it: a checkpoint of the module holds all that the
/// next step depends on.
class PatchAdversaryImpl : public torch::nn::Module {
 public:
  explicit PatchAdversaryImpl(int channels = 3, int width = 64, double learning_rate = 2e-4);

  /// One step of learning to tell `truths` from `pictures` (binary cross entropy, the truths'
  /// goal a little below 1). Returns its loss, for the log. Gradients do not reach `pictures`.
  torch::Tensor Learn(const torch::Tensor& pictures, const torch::Tensor& truths);

  /// What `pictures` lose by not being taken for photos; gradients reach them, not the adversary.
  torch::Tensor LossOf(const torch::Tensor& pictures);

 private:
  void Step();

  PatchDiscriminator discriminator_{nullptr};
  std::vector<torch::Tensor> parameters_;
  std::vector<torch::Tensor> first_;
  std::vector<torch::Tensor> second_;
  torch::Tensor steps_;
  double learning_rate_;
};
TORCH_MODULE(PatchAdversary);

}  // namespace heser
