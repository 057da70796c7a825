#include "engine/training/aligner_task.h"

#include <cmath>
#include <numeric>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/pooling.h>

#include "engine/aligner/refinement_tensors.h"
#include "engine/core/error.h"
#include "engine/nn/shared_batch.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

/// Places in a batch behind those of PackRefinement.
enum BatchPlace : std::size_t {
  kTruthColor = kPackedRefinementTensors,
  kTruthAlpha,
  kTruthJudged,
  kMendableColor,
  kMendableOutline,
  kBackdrop,
  kBatchTensors
};

// Shares of steps with one, two and three sources.
constexpr double kSourceShares[] = {0.65, 0.2, 0.15};
// Heads are compared this far beyond their outline, pixels.
constexpr std::int64_t kSurroundings = 9;
// Of the mean gate: what need not be changed is changed less.
constexpr double kGateWeight = 0.01;
// Fraction of the run: a gate that is closed before there is anything to let through stays closed.
constexpr double kSparseFrom = 0.25;
constexpr std::size_t kValidationBatch = 8;
constexpr std::size_t kMostValidations = 128;
constexpr std::size_t kSheetRows = 8;
constexpr double kPerceptualUnit = 0.15;
constexpr int kAdversaryWidth = 64;
constexpr std::uint32_t kSourceCountSeed = 5;

torch::Tensor ColorsOfBytes(const torch::Tensor& bytes) { return UnitFromBytes(bytes) * 2 - 1; }

TensorBatch Pack(std::span<const RefinementSample> samples, const torch::Tensor& backdrop) {
  std::vector<RefinementInput> inputs;
  std::vector<cv::Mat> colors;
  std::vector<cv::Mat> alphas;
  std::vector<cv::Mat> judged;
  std::vector<cv::Mat> mendable_colors;
  std::vector<cv::Mat> mendable_outlines;
  for (const RefinementSample& sample : samples) {
    inputs.push_back(sample.input);
    const MendableParts parts = FindMendableParts(sample.input);
    parts.color.convertTo(mendable_colors.emplace_back(), CV_8U, 255);
    parts.outline.convertTo(mendable_outlines.emplace_back(), CV_8U, 255);
    colors.push_back(sample.truth.color);
    alphas.push_back(sample.truth.alpha);
    judged.push_back(sample.truth.judged);
  }
  TensorBatch batch = PackRefinement(inputs);
  batch.resize(kBatchTensors);
  batch[kTruthColor] = StackPictures(colors);
  batch[kTruthAlpha] = StackPictures(alphas);
  batch[kTruthJudged] = StackPictures(judged);
  batch[kMendableColor] = StackPictures(mendable_colors);
  batch[kMendableOutline] = StackPictures(mendable_outlines);
  batch[kBackdrop] = backdrop;
  return batch;
}

/// What the product takes of an answer: what the sources showed well stays.
RefinedTensors RefineMendable(const TensorBatch& batch, const RefinementTensors& input,
                              RefinementOutput output) {
  output.residual = output.residual * UnitFromBytes(batch[kMendableColor]);
  output.alpha_change = output.alpha_change * UnitFromBytes(batch[kMendableOutline]);
  return ApplyRefinement(input, output);
}

/// Heads and truths over the same plain backgrounds.
struct Compared {
  torch::Tensor geometric;
  torch::Tensor refined;  ///< The truth where nothing is judged.
  torch::Tensor truth;
  torch::Tensor weight;  ///< N x 1 x S x S, 1 in the judged surroundings of a head.
};

Compared Compare(const TensorBatch& batch, const RefinementTensors& input,
                 const RefinedTensors& refined) {
  const torch::Tensor backdrop = batch[kBackdrop].view({-1, 3, 1, 1});
  const auto over = [&](const torch::Tensor& color, const torch::Tensor& alpha) {
    return backdrop + (color - backdrop) * alpha;
  };
  const torch::Tensor truth_alpha = UnitFromBytes(batch[kTruthAlpha]);
  const torch::Tensor anywhere = F::max_pool2d(
      torch::max(truth_alpha, input.alpha),
      F::MaxPool2dFuncOptions(2 * kSurroundings + 1).stride(1).padding(kSurroundings));
  Compared compared;
  compared.weight = (anywhere > 0.02).to(torch::kFloat32) * UnitFromBytes(batch[kTruthJudged]);
  compared.truth = over(ColorsOfBytes(batch[kTruthColor]), truth_alpha);
  const auto judged = [&](const torch::Tensor& picture) {
    return compared.truth + (picture - compared.truth) * compared.weight;
  };
  compared.geometric = judged(over(input.color, input.alpha));
  compared.refined = judged(over(refined.color, refined.alpha));
  return compared;
}

/// A picture each, dB; pictures in [-1, 1].
torch::Tensor Psnr(const torch::Tensor& picture, const torch::Tensor& truth,
                   const torch::Tensor& weight) {
  constexpr double kPeakSquared = 4;
  const std::vector<std::int64_t> pixels = {1, 2, 3};
  const torch::Tensor error = ((picture.clamp(-1, 1) - truth).square() * weight).sum(pixels) /
                              (3 * weight.sum(pixels)).clamp_min(1);
  return 10 * torch::log10(kPeakSquared / error.clamp_min(1e-6));
}

/// Rows of source, geometry, refined, truth.
void WriteSheet(const std::filesystem::path& file, const TensorBatch& batch,
                const Compared& compared) {
  std::vector<cv::Mat> rows;
  const torch::Tensor sources = ColorsOfBytes(batch[5].select(1, 0));
  const std::int64_t count =
      std::min<std::int64_t>(sources.size(0), static_cast<std::int64_t>(kSheetRows));
  for (std::int64_t i = 0; i < count; ++i) {
    cv::Mat row;
    cv::hconcat(
        std::vector<cv::Mat>{ImageFromTensor(sources[i]), ImageFromTensor(compared.geometric[i]),
                             ImageFromTensor(compared.refined[i]),
                             ImageFromTensor(compared.truth[i])},
        row);
    rows.push_back(row);
  }
  cv::Mat sheet;
  cv::vconcat(rows, sheet);
  sheet.convertTo(sheet, CV_8U, 127.5, 127.5);
  cv::cvtColor(sheet, sheet, cv::COLOR_RGB2BGR);
  if (!cv::imwrite(file.string(), sheet)) throw Error(ErrorKind::kCannotWrite, file.string());
}

double MeanOf(const std::vector<torch::Tensor>& values) {
  return torch::cat(values).mean().item<double>();
}

/// Held-out heads with one source, and with the most sources.
std::vector<TensorBatch> ValidationBatches(const std::vector<RefinementScene>& scenes) {
  std::vector<std::vector<RefinementSample>> samples(kMostRefinementSources);
  std::size_t count = 0;
  for (const RefinementScene& scene : scenes) {
    if (!scene.held_out || scene.inputs.empty() || count >= kMostValidations) continue;
    const auto add = [&](const RefinementInput& input) {
      samples[input.sources.size() - 1].push_back({input, scene.truth});
      ++count;
    };
    add(scene.inputs.front());
    if (scene.inputs.back().sources.size() > 1) add(scene.inputs.back());
  }
  std::vector<TensorBatch> batches;
  for (const auto& of_count : samples) {
    for (std::size_t i = 0; i < of_count.size(); i += kValidationBatch) {
      const std::size_t end = std::min(of_count.size(), i + kValidationBatch);
      const std::span part(of_count.begin() + static_cast<std::ptrdiff_t>(i), end - i);
      batches.push_back(Pack(part, torch::zeros({static_cast<std::int64_t>(part.size()), 3})));
    }
  }
  return batches;
}

}  // namespace

AlignerTask::AlignerTask(const RefinementPreset& preset, std::vector<RefinementScene> scenes,
                         int batch, PictureLossOptions options, std::filesystem::path sheets)
    : preset_(preset),
      scenes_(std::move(scenes)),
      sampler_(scenes_),
      batch_(batch),
      sheets_(std::move(sheets)),
      network_(preset),
      average_(preset),
      losses_(std::move(options), kAdversaryWidth),
      validation_(ValidationBatches(scenes_)) {
  if (!sheets_.empty()) std::filesystem::create_directories(sheets_);
}

TensorBatch AlignerTask::MakeBatch(std::uint32_t seed, int step, BatchShare share) const {
  // All samples of a step have as many sources: they are one tensor.
  std::seed_seq seeds{seed, static_cast<std::uint32_t>(step), kSourceCountSeed};
  std::mt19937 random_of_step(seeds);
  std::discrete_distribution<std::size_t> count(std::begin(kSourceShares), std::end(kSourceShares));
  const std::size_t sources = 1 + count(random_of_step);
  std::vector<RefinementSample> samples;
  std::vector<float> backdrop;
  std::uniform_real_distribution<float> any_color(-1, 1);
  for (int i = share.first; i < share.first + share.count; ++i) {
    std::mt19937 random = RandomOfSample(seed, step, i);
    samples.push_back(sampler_.Draw(sources, random));
    for (int k = 0; k < 3; ++k) backdrop.push_back(any_color(random));
  }
  return Pack(samples, torch::tensor(backdrop).view({-1, 3}));
}

torch::Tensor AlignerTask::Loss(const TensorBatch& batch, double fraction) {
  const RefinementTensors input = UnpackRefinement(batch);
  const RefinementOutput output = network_->forward(input);
  const Compared compared = Compare(batch, input, RefineMendable(batch, input, output));
  torch::Tensor loss =
      (compared.refined - compared.truth).abs().sum() / CountOfShare(3 * compared.weight.sum());
  if (fraction >= kSparseFrom) loss = loss + kGateWeight * output.gate.mean();
  return loss + losses_.Loss(compared.refined, compared.truth, compared.weight, fraction);
}

Validation AlignerTask::Validate(const torch::Device& device) {
  std::vector<torch::Tensor> psnr[2];
  std::vector<torch::Tensor> distance[2];
  std::vector<torch::Tensor> gates;
  for (std::size_t i = 0; i < validation_.size(); ++i) {
    const TensorBatch batch = BatchOn(device, validation_[i]);
    const RefinementTensors input = UnpackRefinement(batch);
    const RefinementOutput output = average_->forward(input);
    const Compared compared = Compare(batch, input, RefineMendable(batch, input, output));
    const torch::Tensor pictures[] = {compared.geometric, compared.refined};
    for (int k = 0; k < 2; ++k) {
      psnr[k].push_back(Psnr(pictures[k], compared.truth, compared.weight));
      if (losses_.perceptual()) {
        distance[k].push_back((*losses_.perceptual())->Distances(pictures[k], compared.truth));
      }
    }
    gates.push_back(output.gate.mean(std::vector<std::int64_t>{1, 2, 3}));
    if (i == 0 && !sheets_.empty()) {
      WriteSheet(sheets_ / ("sheet_" + std::to_string(sheet_++) + ".jpg"), batch, compared);
    }
  }
  Validation validation;
  if (gates.empty()) return validation;
  const double before = MeanOf(psnr[0]);
  const double after = MeanOf(psnr[1]);
  validation.figures = {
      {"psnr_geometry", before}, {"psnr_refined", after}, {"gate", MeanOf(gates)}};
  validation.score = after - before;
  if (losses_.perceptual()) {
    const double far = MeanOf(distance[0]);
    const double near = MeanOf(distance[1]);
    validation.figures.emplace_back("perceptual_geometry", far);
    validation.figures.emplace_back("perceptual_refined", near);
    validation.score += (1 - near / far) / kPerceptualUnit;
  }
  return validation;
}

}  // namespace heser
