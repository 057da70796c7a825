#pragma once

// LibTorch header: include it in network sources only.
#include <string>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/linear.h>

#include "engine/aligner/refinement_blocks.h"

namespace heser {

inline constexpr int kRefinementVersion = 1;
/// Crops are looked at in these sizes: 1, 1/2, 1/4.
inline constexpr int kRefinementScales = 3;
/// skin, eyes and brows, mouth, ears, hair and headwear, glasses.
inline constexpr int kLabelGroups = 6;
inline constexpr int kSourceChannels = 4;
/// Normals 3, label groups, colour 3, alpha, confidence.
inline constexpr int kDrivingChannels = 3 + kLabelGroups + 5;

/// Sizes of the networks. Stage i of the encoder stands at stride 4 * 2^i.
struct RefinementPreset {
  struct Stage {
    int width;
    int blocks;
  };
  std::string name;  ///< "compact", "paper".
  int crop = 256;    ///< Side of the head crop, pixels.
  int stem = 24;     ///< Channels at stride 2.
  std::vector<Stage> stages;
  int narrowing = 2;  ///< Width of a bottleneck block over that of its 3 x 3 convolution.
  int features = 64;  ///< Channels of a scale's features, at stride 4.
  int decoder_blocks = 4;
  int detail = 48;  ///< Decoder's channels at stride 2.
  int finest = 24;  ///< Decoder's channels at full size.

  /// Name of the weights files' architecture.
  std::string architecture() const { return "aligner_refinement_" + name; }
};

/// What is shipped: about 4 GMAC at 256 x 256 with one source.
RefinementPreset CompactRefinement();
/// The paper's sizes: encoder of ResNet-50's stages, 256 channels a scale, crops of 512. For GPUs.
RefinementPreset PaperRefinement();

/// N heads with K sources each in crops of side S (a multiple of 64).
struct RefinementTensors {
  torch::Tensor color;       ///< N x 3 x S x S, the geometric aligned head, RGB in [-1, 1].
  torch::Tensor alpha;       ///< N x 1 x S x S.
  torch::Tensor confidence;  ///< N x 1 x S x S.
  torch::Tensor groups;      ///< N x kLabelGroups x S x S, 0 or 1.
  torch::Tensor normals;     ///< N x 3 x S x S, of the posed face; 0 beside it.
  torch::Tensor sources;     ///< N x K x 4 x S x S: crops of the sources, RGB in [-1, 1], alpha.
  torch::Tensor places;  ///< N x K x 2 x S/2 x S/2: where a pixel lies in its source, in [-1, 1]
                         ///< from edge to edge (grid_sample's coordinates).
  torch::Tensor trust;   ///< N x K x 1 x S/2 x S/2: how well that source shows it, 0 to 1.
};

/// What is to be changed. All N x C x S x S.
struct RefinementOutput {
  torch::Tensor residual;      ///< 3: added to the colour (in [-1, 1] units) times the gate.
  torch::Tensor alpha_change;  ///< 1: added to the alpha times the gate.
  torch::Tensor gate;          ///< 1: confidence in both, 0 to 1; 0 at the crop's border.
};

/// Features of one picture at one scale.
struct FeatureMaps {
  torch::Tensor fine;    ///< At stride 2 of the scale, `stem` channels.
  torch::Tensor coarse;  ///< At stride 4, `features` channels.
};

/// One residual encoder for source crops and driving input at all scales (paper, section 3.2): only
/// the first convolution knows which of both it looks at. A pyramid by sums brings what the deep
/// stages see to stride 4.
class MultiScaleFeatureExtractorImpl : public torch::nn::Module {
 public:
  explicit MultiScaleFeatureExtractorImpl(const RefinementPreset& preset);
  FeatureMaps OfSources(const torch::Tensor& crops);
  FeatureMaps OfDriving(const torch::Tensor& input);

 private:
  FeatureMaps Encode(const torch::Tensor& stem);

  PlainConv source_stem_{nullptr}, driving_stem_{nullptr};
  torch::nn::ModuleList downs_, stages_, laterals_;
  std::vector<PlainConv> down_, lateral_;
  std::vector<torch::nn::Sequential> stage_;
};
TORCH_MODULE(MultiScaleFeatureExtractor);

/// The spatial transformer of one scale (Jaderberg et al., NeurIPS 2015): its grid is the geometric
/// aligner's dense field plus an affine and a local residual, both of at most 1/8 crop and zero at
/// the start. The sources' features are fused by learned confidence.
class MultiScaleFeatureAlignerImpl : public torch::nn::Module {
 public:
  explicit MultiScaleFeatureAlignerImpl(const RefinementPreset& preset);
  /// `sources`: of N K pictures, K following one another; `places` and `trust`: N K x C x any size.
  FeatureMaps forward(const FeatureMaps& sources, const FeatureMaps& driving,
                      const torch::Tensor& places, const torch::Tensor& trust);

 private:
  PlainConv joint_{nullptr}, local_{nullptr};
  torch::nn::Linear affine_{nullptr};
};
TORCH_MODULE(MultiScaleFeatureAligner);

/// One decoder for all scales: 5 channels (residual, change of alpha, gate before its sigmoid) of
/// the scale's size, all 0 at the start.
class MultiScaleFeatureDecoderImpl : public torch::nn::Module {
 public:
  explicit MultiScaleFeatureDecoderImpl(const RefinementPreset& preset);
  torch::Tensor forward(const FeatureMaps& aligned, const FeatureMaps& driving,
                        const torch::Tensor& driving_input);

 private:
  PlainConv join_{nullptr}, to_detail_{nullptr}, detail_lateral_{nullptr}, detail_{nullptr},
      to_finest_{nullptr}, finest_lateral_{nullptr}, finest_{nullptr}, output_{nullptr};
  torch::nn::Sequential blocks_{nullptr};
};
TORCH_MODULE(MultiScaleFeatureDecoder);

/// The Head2Head Aligner's networks (HeSer, arXiv 2204.13100, section 3.2) as a refinement of the
/// geometric aligned head. Sees nothing of the target but the pose and expression that the aligned
/// head and its mesh already have. Untrained, it changes nothing.
class RefinementNetworkImpl : public torch::nn::Module {
 public:
  explicit RefinementNetworkImpl(const RefinementPreset& preset);
  RefinementOutput forward(const RefinementTensors& input);

 private:
  MultiScaleFeatureExtractor extractor_{nullptr};
  std::vector<MultiScaleFeatureAligner> aligners_;
  MultiScaleFeatureDecoder decoder_{nullptr};
  torch::Tensor scale_weights_;
};
TORCH_MODULE(RefinementNetwork);

/// The aligned head with the network's changes: colour N x 3 in [-1, 1] and alpha N x 1.
struct RefinedTensors {
  torch::Tensor color;
  torch::Tensor alpha;
};
RefinedTensors ApplyRefinement(const RefinementTensors& input, const RefinementOutput& output);

}  // namespace heser
