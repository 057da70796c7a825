#include <torch/nn/functional/loss.h>

#include "engine/analysis/head_network.h"
#include "engine/nn/shared_batch.h"
#include "engine/training/analysis_task.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

constexpr double kMatteWeight = 1;
constexpr double kMeshBeta = 0.01;
constexpr double kMeshWeight = 20;
constexpr double kPresenceWeight = 0.4;
constexpr std::size_t kValidationBatch = 16;  // A multiple of kValidationKinds.

/// Small things weigh more: brow, eye, glasses, ear, mouth, lips, headwear.
torch::Tensor LabelWeights() {
  torch::Tensor weights = torch::ones({kLabelCount});
  for (const Label label :
       {Label::kBrow, Label::kEye, Label::kGlasses, Label::kEar, Label::kInnerMouth,
        Label::kUpperLip, Label::kLowerLip, Label::kHeadwear}) {
    weights[static_cast<std::int64_t>(label)] = 2;
  }
  return weights;
}

/// Intersections and unions of the classes over judged pixels.
class OverlapCounter {
 public:
  void Add(const torch::Tensor& predicted, const torch::Tensor& truth) {
    const torch::Tensor judged = truth != kUnjudged;
    const torch::Tensor index =
        truth.masked_select(judged) * kLabelCount + predicted.masked_select(judged);
    counts_ +=
        torch::bincount(index, {}, kLabelCount * kLabelCount).to(torch::kCPU, torch::kDouble);
  }

  /// A class that neither has is left out of means: -1.
  double IoU(Label label) const {
    const torch::Tensor table = counts_.view({kLabelCount, kLabelCount});
    const auto k = static_cast<std::int64_t>(label);
    const double both = table[k][k].item<double>();
    const double any =
        table[k].sum().item<double>() + table.select(1, k).sum().item<double>() - both;
    return any > 0 ? both / any : -1;
  }

  double MeanIoU(std::span<const Label> labels) const {
    double sum = 0;
    int count = 0;
    for (const Label label : labels) {
      if (const double iou = IoU(label); iou >= 0) {
        sum += iou;
        ++count;
      }
    }
    return count > 0 ? sum / count : 0;
  }

 private:
  torch::Tensor counts_ = torch::zeros({kLabelCount * kLabelCount}, torch::kDouble);
};

class HeadTask : public AnalysisTask {
 public:
  explicit HeadTask(const FaceMesh& mean_mesh) { network_->SetMeanMesh(TensorOfMesh(mean_mesh)); }

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  std::string name() const override { return "head_net"; }
  std::string architecture() const override { return kHeadNetworkName; }
  int version() const override { return kHeadNetworkVersion; }

  torch::Tensor Loss(const TrainingBatch& batch) override {
    const HeadNetworkOutput output = network_->forward(batch.images);
    const torch::Tensor judged = (batch.labels != kUnjudged).to(torch::kFloat32);
    const torch::Tensor judged_pixels = CountOfShare(judged.sum());
    const torch::Tensor labels = F::cross_entropy(output.scores, batch.labels,
                                                  F::CrossEntropyFuncOptions()
                                                      .weight(weights_.to(batch.images.device()))
                                                      .ignore_index(kUnjudged)
                                                      .reduction(torch::kSum)) /
                                 judged_pixels;
    const torch::Tensor matte =
        ((torch::sigmoid(output.matte).squeeze(1) - batch.matte).abs() * judged).sum() /
        judged_pixels;
    return labels + kMatteWeight * matte + kMeshWeight * MeshLoss(output.mesh, batch, kMeshBeta) +
           kPresenceWeight * PresenceLoss(output.presence, batch);
  }

  Validation Validate(std::span<const TrainingSample> samples,
                      const torch::Device& device) override {
    OverlapCounter plain;
    OverlapCounter turned;
    OverlapCounter drawn;
    std::vector<torch::Tensor> errors;
    double matte_error = 0;
    double matte_pixels = 0;
    std::vector<torch::Tensor> scores;
    for (std::size_t i = 0; i < samples.size(); i += kValidationBatch) {
      const auto part =
          samples.subspan(i, std::min<std::size_t>(kValidationBatch, samples.size() - i));
      const TrainingBatch batch = FromBytes(BatchOn(device, BytesOfSamples(part)));
      const HeadNetworkOutput output = average_->forward(batch.images);
      const torch::Tensor predicted = output.scores.argmax(1);
      const std::int64_t count = predicted.size(0);
      plain.Add(predicted.slice(0, 0, count, kValidationKinds),
                batch.labels.slice(0, 0, count, kValidationKinds));
      turned.Add(predicted.slice(0, 1, count, kValidationKinds),
                 batch.labels.slice(0, 1, count, kValidationKinds));
      drawn.Add(predicted.slice(0, 3, count, kValidationKinds),
                batch.labels.slice(0, 3, count, kValidationKinds));
      const torch::Tensor judged = (batch.labels != kUnjudged).to(torch::kFloat32);
      matte_error += ((torch::sigmoid(output.matte).squeeze(1) - batch.matte).abs() * judged)
                         .sum()
                         .item<double>();
      matte_pixels += judged.sum().item<double>();
      errors.push_back(MeshErrorPercent(output.mesh, batch.mesh).cpu());
      scores.push_back(output.presence.cpu());
    }
    return Summary(plain, turned, drawn, matte_error / std::max(1.0, matte_pixels),
                   torch::cat(errors), torch::cat(scores));
  }

 private:
  static Validation Summary(const OverlapCounter& plain, const OverlapCounter& turned,
                            const OverlapCounter& drawn, double matte, const torch::Tensor& errors,
                            const torch::Tensor& presence) {
    std::vector<Label> all;
    for (int i = 0; i < kLabelCount; ++i) all.push_back(static_cast<Label>(i));
    constexpr Label kCommon[] = {Label::kSkin, Label::kHair, Label::kNeck, Label::kBrow,
                                 Label::kNose};
    Validation validation;
    validation.figures = {{"mean_iou", plain.MeanIoU(all)},
                          {"mean_iou_common", plain.MeanIoU(kCommon)},
                          {"mean_iou_turned", turned.MeanIoU(all)},
                          {"mean_iou_drawn", drawn.MeanIoU(all)},
                          {"iou_hair_drawn", drawn.IoU(Label::kHair)},
                          {"matte_error", matte}};
    const double mesh = AddMeshFigures(errors, presence, validation);
    for (const Label label : all) {
      validation.figures.emplace_back("iou_" + std::string(LabelName(label)), plain.IoU(label));
    }
    // A matte error of .01 or 1 % of mesh error is worth as much as .02 of mean IoU.
    validation.score = plain.MeanIoU(all) + 0.5 * turned.MeanIoU(all) + 0.5 * drawn.MeanIoU(all) -
                       2 * matte - 0.02 * mesh;
    return validation;
  }

  HeadNetwork network_;
  HeadNetwork average_;
  torch::Tensor weights_ = LabelWeights();
};

}  // namespace

std::unique_ptr<AnalysisTask> MakeHeadTask(const FaceMesh& mean_mesh) {
  return std::make_unique<HeadTask>(mean_mesh);
}

}  // namespace heser
