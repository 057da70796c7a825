#include "engine/aligner/refinement_network.h"

#include <cmath>

#include <torch/nn/functional/pooling.h>
#include <torch/nn/functional/upsampling.h>
#include <torch/nn/functional/vision.h>

#include "engine/nn/conv_blocks.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

constexpr int kOutputChannels = 5;
// Of the first estimate of the scales' shares (paper, section 3.2).
constexpr double kFirstShares[] = {0.6, 0.3, 0.1};
// grid_sample's coordinates are 2 a crop: 1/8 crop.
constexpr double kLargestShift = 0.25;
// Trust below this is no reason to prefer another source.
constexpr double kLeastTrust = 0.02;
// The gate before its sigmoid at the start: a quarter open, so that the residual can learn.
constexpr double kFirstGate = -1;
// Changes fade out towards the crop's border over this share of its side: beyond is pure geometry.
constexpr double kBorder = 1.0 / 16;

torch::Tensor Reduced(const torch::Tensor& x, std::int64_t factor) {
  return factor == 1 ? x : F::avg_pool2d(x, F::AvgPool2dFuncOptions(factor));
}

torch::Tensor ToSize(const torch::Tensor& x, std::int64_t side) {
  if (x.size(2) == side) return x;
  if (x.size(2) > side) return Reduced(x, x.size(2) / side);
  return F::interpolate(x, F::InterpolateFuncOptions()
                               .size(std::vector<std::int64_t>{side, side})
                               .mode(torch::kBilinear)
                               .align_corners(false));
}

/// `grid`: N x 2 x H x W. In full precision: bfloat16 does not tell pixels apart.
torch::Tensor Sample(const torch::Tensor& features, const torch::Tensor& grid) {
  return F::grid_sample(features.to(torch::kFloat32), grid.permute({0, 2, 3, 1}),
                        F::GridSampleFuncOptions()
                            .mode(torch::kBilinear)
                            .padding_mode(torch::kBorder)
                            .align_corners(false));
}

/// 3 x side x side: 1, x and y in grid_sample's coordinates.
torch::Tensor Coordinates(std::int64_t side, const torch::Tensor& like) {
  const torch::Tensor line =
      (torch::arange(side, like.options()) * 2 + 1) / static_cast<double>(side) - 1;
  return torch::stack({torch::ones({side, side}, like.options()),
                       line.view({1, side}).expand({side, side}),
                       line.view({side, 1}).expand({side, side})});
}

/// 1 inside, 0 at the border of a side x side crop.
torch::Tensor BorderFade(std::int64_t side, const torch::Tensor& like) {
  const torch::Tensor place =
      (torch::arange(side, like.options()) + 0.5) / static_cast<double>(side);
  const torch::Tensor line = (torch::min(place, 1 - place) / kBorder).clamp_max(1);
  return line.view({1, 1, 1, side}) * line.view({1, 1, side, 1});
}

torch::Tensor DrivingInput(const RefinementTensors& input) {
  return torch::cat({input.normals, input.groups, input.color, input.alpha, input.confidence}, 1);
}

/// N K x C x H x W of N x C x H x W: every picture K times.
torch::Tensor ForEachSource(const torch::Tensor& x, std::int64_t count) {
  return count == 1 ? x : x.repeat_interleave(count, 0);
}

/// Sum over the K sources of each picture; weights N x K x 1 x H x W.
torch::Tensor Fuse(const torch::Tensor& x, const torch::Tensor& weights) {
  const std::int64_t count = weights.size(1);
  if (count == 1) return x;
  const torch::Tensor sized =
      ToSize(weights.flatten(0, 1), x.size(2)).view({-1, count, 1, x.size(2), x.size(3)});
  return (x.view({-1, count, x.size(1), x.size(2), x.size(3)}) * sized).sum(1);
}

}  // namespace

RefinementPreset CompactRefinement() {
  RefinementPreset preset;
  preset.name = "compact";
  preset.stages = {{64, 2}, {128, 3}, {192, 2}};
  return preset;
}

RefinementPreset PaperRefinement() {
  RefinementPreset preset;
  preset.name = "paper";
  preset.crop = 512;
  preset.stem = 64;
  preset.stages = {{256, 3}, {512, 4}, {1024, 6}, {2048, 3}};
  preset.narrowing = 4;
  preset.features = 256;
  preset.decoder_blocks = 8;
  preset.detail = 128;
  preset.finest = 64;
  return preset;
}

MultiScaleFeatureExtractorImpl::MultiScaleFeatureExtractorImpl(const RefinementPreset& preset) {
  source_stem_ =
      register_module("source_stem", PlainConv(kSourceChannels, preset.stem, 3, 2, true));
  driving_stem_ =
      register_module("driving_stem", PlainConv(kDrivingChannels, preset.stem, 3, 2, true));
  downs_ = register_module("downs", torch::nn::ModuleList());
  stages_ = register_module("stages", torch::nn::ModuleList());
  laterals_ = register_module("laterals", torch::nn::ModuleList());
  int width = preset.stem;
  for (const RefinementPreset::Stage& stage : preset.stages) {
    down_.emplace_back(width, stage.width, 3, 2, true);
    stage_.push_back(BottleneckBlocks(stage.width, stage.width / preset.narrowing, stage.blocks));
    lateral_.emplace_back(stage.width, preset.features, 1, 1, false);
    downs_->push_back(down_.back());
    stages_->push_back(stage_.back());
    laterals_->push_back(lateral_.back());
    width = stage.width;
  }
}

FeatureMaps MultiScaleFeatureExtractorImpl::OfSources(const torch::Tensor& crops) {
  return Encode(source_stem_->forward(crops));
}

FeatureMaps MultiScaleFeatureExtractorImpl::OfDriving(const torch::Tensor& input) {
  return Encode(driving_stem_->forward(input));
}

FeatureMaps MultiScaleFeatureExtractorImpl::Encode(const torch::Tensor& stem) {
  std::vector<torch::Tensor> maps;
  torch::Tensor x = stem;
  for (std::size_t i = 0; i < stage_.size(); ++i) {
    x = stage_[i]->forward(down_[i]->forward(x));
    maps.push_back(x);
  }
  torch::Tensor coarse = lateral_.back()->forward(maps.back());
  for (std::size_t i = maps.size() - 1; i-- > 0;) {
    coarse = UpsampleTwice(coarse) + lateral_[i]->forward(maps[i]);
  }
  return {stem, torch::relu(coarse)};
}

MultiScaleFeatureAlignerImpl::MultiScaleFeatureAlignerImpl(const RefinementPreset& preset) {
  const int width = preset.features;
  joint_ = register_module("joint", PlainConv(2 * width + 1, width, 3, 1, true));
  // Shift 2, confidence 1.
  local_ = register_module("local", PlainConv(width, 3, 3, 1, false));
  local_->StartAtZero();
  affine_ = register_module("affine", torch::nn::Linear(width, 6));
  const torch::NoGradGuard no_gradients;
  affine_->weight.zero_();
  affine_->bias.zero_();
}

FeatureMaps MultiScaleFeatureAlignerImpl::forward(const FeatureMaps& sources,
                                                  const FeatureMaps& driving,
                                                  const torch::Tensor& places,
                                                  const torch::Tensor& trust) {
  const std::int64_t side = driving.coarse.size(2);
  const std::int64_t count = sources.coarse.size(0) / driving.coarse.size(0);
  const torch::Tensor field = ToSize(places, side);
  const torch::Tensor trusted = ToSize(trust, side);
  const torch::Tensor joint = joint_->forward(
      torch::cat({Sample(sources.coarse, field),
                  ForEachSource(driving.coarse.to(torch::kFloat32), count), trusted},
                 1));
  const torch::Tensor local = local_->forward(joint).to(torch::kFloat32);
  const torch::Tensor affine =
      affine_->forward(joint.mean(std::vector<std::int64_t>{2, 3})).to(torch::kFloat32);
  // Not as a matrix product, which mixed precision would make of bfloat16 numbers.
  const torch::Tensor bent = (affine.view({-1, 2, 3, 1, 1}) * Coordinates(side, field)).sum(2);
  const torch::Tensor shift =
      kLargestShift * (torch::tanh(bent) + torch::tanh(local.narrow(1, 0, 2)));

  const torch::Tensor logits = local.narrow(1, 2, 1) + torch::log(trusted + kLeastTrust);
  const torch::Tensor weights = torch::softmax(logits.view({-1, count, 1, side, side}), 1);
  const std::int64_t fine_side = sources.fine.size(2);
  const torch::Tensor fine_grid = ToSize(places, fine_side) + ToSize(shift, fine_side);
  return {Fuse(Sample(sources.fine, fine_grid), weights),
          Fuse(Sample(sources.coarse, field + shift), weights)};
}

MultiScaleFeatureDecoderImpl::MultiScaleFeatureDecoderImpl(const RefinementPreset& preset) {
  const int width = preset.features;
  join_ = register_module("join", PlainConv(2 * width, width, 3, 1, true));
  blocks_ = register_module(
      "blocks", BottleneckBlocks(width, width / preset.narrowing, preset.decoder_blocks));
  to_detail_ = register_module("to_detail", PlainConv(width, preset.detail, 1, 1, false));
  detail_lateral_ =
      register_module("detail_lateral", PlainConv(2 * preset.stem, preset.detail, 1, 1, false));
  detail_ = register_module("detail", PlainConv(preset.detail, preset.detail, 3, 1, true));
  to_finest_ = register_module("to_finest", PlainConv(preset.detail, preset.finest, 1, 1, false));
  finest_lateral_ =
      register_module("finest_lateral", PlainConv(kDrivingChannels, preset.finest, 3, 1, false));
  finest_ = register_module("finest", PlainConv(preset.finest, preset.finest, 3, 1, true));
  output_ = register_module("output", PlainConv(preset.finest, kOutputChannels, 3, 1, false));
  output_->StartAtZero();
}

torch::Tensor MultiScaleFeatureDecoderImpl::forward(const FeatureMaps& aligned,
                                                    const FeatureMaps& driving,
                                                    const torch::Tensor& driving_input) {
  const torch::Tensor coarse = blocks_->forward(
      join_->forward(torch::cat({aligned.coarse, driving.coarse.to(torch::kFloat32)}, 1)));
  const torch::Tensor fine =
      detail_lateral_->forward(torch::cat({aligned.fine, driving.fine.to(torch::kFloat32)}, 1));
  const torch::Tensor detail =
      detail_->forward(torch::relu(UpsampleTwice(to_detail_->forward(coarse)) + fine));
  const torch::Tensor finest = finest_->forward(torch::relu(
      UpsampleTwice(to_finest_->forward(detail)) + finest_lateral_->forward(driving_input)));
  return output_->forward(finest).to(torch::kFloat32);
}

RefinementNetworkImpl::RefinementNetworkImpl(const RefinementPreset& preset) {
  extractor_ = register_module("extractor", MultiScaleFeatureExtractor(preset));
  for (int i = 0; i < kRefinementScales; ++i) {
    aligners_.emplace_back(preset);
    register_module("aligner" + std::to_string(i), aligners_.back());
  }
  decoder_ = register_module("decoder", MultiScaleFeatureDecoder(preset));
  torch::Tensor shares = torch::empty({kRefinementScales});
  for (int i = 0; i < kRefinementScales; ++i) shares[i] = std::log(kFirstShares[i]);
  scale_weights_ = register_parameter("scale_weights", shares);
}

RefinementOutput RefinementNetworkImpl::forward(const RefinementTensors& input) {
  const std::int64_t side = input.color.size(2);
  const torch::Tensor driving_input = DrivingInput(input);
  const torch::Tensor sources = input.sources.flatten(0, 1);
  const torch::Tensor places = input.places.flatten(0, 1);
  const torch::Tensor trust = input.trust.flatten(0, 1);
  const torch::Tensor shares = torch::softmax(scale_weights_, 0);
  torch::Tensor fused;
  for (std::int64_t i = 0; i < kRefinementScales; ++i) {
    const std::int64_t factor = std::int64_t{1} << i;
    const torch::Tensor reduced = Reduced(driving_input, factor);
    const FeatureMaps driving = extractor_->OfDriving(reduced);
    const FeatureMaps aligned = aligners_[static_cast<std::size_t>(i)]->forward(
        extractor_->OfSources(Reduced(sources, factor)), driving, places, trust);
    const torch::Tensor part =
        ToSize(decoder_->forward(aligned, driving, reduced), side) * shares[i];
    fused = i == 0 ? part : fused + part;
  }
  RefinementOutput output;
  output.residual = fused.narrow(1, 0, 3);
  output.alpha_change = fused.narrow(1, 3, 1);
  output.gate = torch::sigmoid(fused.narrow(1, 4, 1) + kFirstGate) * BorderFade(side, fused);
  return output;
}

RefinedTensors ApplyRefinement(const RefinementTensors& input, const RefinementOutput& output) {
  return {input.color + output.gate * output.residual,
          (input.alpha + output.gate * output.alpha_change).clamp(0, 1)};
}

}  // namespace heser
