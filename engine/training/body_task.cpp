#include "engine/training/body_task.h"

#include <algorithm>
#include <array>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/loss.h>

#include "engine/blender/body_network.h"
#include "engine/core/error.h"
#include "engine/nn/shared_batch.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

constexpr int kSide = kBodyCropSize;
constexpr int kPlanes = 3;
// What is seen is answered, too, so that borders go on where they are.
constexpr double kSeenWeight = 0.1;
constexpr std::uint32_t kValidationSeed = 11;
constexpr int kSheetRows = 16;
// Bodies that are validated: as photographed, and moved under the head.
constexpr std::array<const char*, 2> kKinds = {"", "askew_"};

void CopySample(const BodySample& sample, const torch::Tensor& into) {
  const std::vector<cv::Mat> planes = {sample.seen.layer, sample.seen.face, sample.truth};
  cv::Mat packed(kSide, kSide, CV_8UC3, into.data_ptr<std::uint8_t>());
  cv::merge(planes, packed);
}

struct Samples {
  torch::Tensor layer;  ///< N x S x S bytes.
  torch::Tensor face;
  torch::Tensor truth;

  explicit Samples(const torch::Tensor& bytes)
      : layer(bytes.select(3, 0)), face(bytes.select(3, 1)), truth(bytes.select(3, 2)) {}
  torch::Tensor hidden() const { return layer == int{SeenBody::kHidden}; }
  torch::Tensor judged() const { return truth != int{kUnjudged}; }
};

// Layers as colours of a contact sheet, BGR.
cv::Mat3b Painted(const cv::Mat1b& layer) {
  cv::Mat3b picture(layer.size(), cv::Vec3b(70, 70, 70));
  const std::array<cv::Vec3b, kFillLayerCount> colors{
      cv::Vec3b(220, 200, 160), cv::Vec3b(120, 60, 40), cv::Vec3b(140, 180, 230)};
  for (int i = 0; i < kFillLayerCount; ++i) {
    picture.setTo(colors[static_cast<std::size_t>(i)], layer == i);
  }
  picture.setTo(cv::Vec3b(0, 0, 0), layer == int{SeenBody::kHidden});
  return picture;
}

cv::Mat1b MapOf(const torch::Tensor& map) {
  const torch::Tensor bytes = map.to(torch::kCPU, torch::kUInt8).contiguous();
  return cv::Mat1b(kSide, kSide, bytes.data_ptr<std::uint8_t>()).clone();
}

class BodyTask : public TrainingTask {
 public:
  BodyTask(std::vector<BodyScene> scenes, int batch, std::filesystem::path sheets)
      : batch_(batch), sheets_(std::move(sheets)) {
    std::vector<BodyScene> judged;
    for (BodyScene& scene : scenes) {
      (scene.held_out ? judged : shown_).push_back(std::move(scene));
    }
    for (const BodyScene& scene : shown_) {
      weights_.push_back(scene.weight + (weights_.empty() ? 0 : weights_.back()));
    }
    if (shown_.empty()) throw Error(ErrorKind::kBadFile, "photos", "all are held out");
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      judged_[kind] = torch::empty(
          {static_cast<std::int64_t>(judged.size()), kSide, kSide, kPlanes}, torch::kUInt8);
      for (std::size_t i = 0; i < judged.size(); ++i) {
        std::seed_seq seeds{kValidationSeed, static_cast<std::uint32_t>(i)};
        std::mt19937 random(seeds);
        const BodySampleOptions options{.others = true, .jitter = false, .askew = kind == 1};
        CopySample(DrawBodySample(judged[i], shown_, options, random),
                   judged_[kind][static_cast<std::int64_t>(i)]);
      }
    }
  }

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  std::string name() const override { return "body_net"; }
  std::string architecture() const override { return kBodyNetworkName; }
  int version() const override { return kBodyNetworkVersion; }

  int batch_size() const override { return batch_; }
  TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const override {
    torch::Tensor samples = torch::empty({share.count, kSide, kSide, kPlanes}, torch::kUInt8);
    for (int i = 0; i < share.count; ++i) {
      std::mt19937 random = RandomOfSample(seed, step, share.first + i);
      CopySample(DrawBodySample(shown_[DrawWeighted(random, weights_)], shown_, {}, random),
                 samples[i]);
    }
    return {samples};
  }

  torch::Tensor Loss(const TensorBatch& batch, double /*fraction*/) override {
    const Samples samples(batch[0]);
    const torch::Tensor logits = network_->forward(PackSeenBodies(samples.layer, samples.face));
    const torch::Tensor judged = samples.judged().to(torch::kFloat32);
    const torch::Tensor hidden = samples.hidden().to(torch::kFloat32);
    const torch::Tensor weight = judged * (hidden + kSeenWeight * (1 - hidden));
    const torch::Tensor truth = samples.truth.to(torch::kLong) * samples.judged();
    const torch::Tensor loss =
        F::cross_entropy(logits, truth, F::CrossEntropyFuncOptions().reduction(torch::kNone));
    return (loss * weight).sum() / CountOfShare(weight.sum());
  }

  Validation Validate(const torch::Device& device) override {
    Validation validation;
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      const Samples samples(judged_[kind].to(device));
      const torch::Tensor answer =
          average_->forward(PackSeenBodies(samples.layer, samples.face)).argmax(1);
      AddFigures(kKinds[kind], samples, answer, validation);
      WriteSheet(kKinds[kind], samples, answer);
    }
    return validation;
  }

 private:
  static void AddFigures(const std::string& kind, const Samples& samples,
                         const torch::Tensor& answer, Validation& validation) {
    const torch::Tensor asked = samples.hidden() & samples.judged();
    const auto share = [](const torch::Tensor& part, const torch::Tensor& whole) {
      return part.sum().item<double>() / std::max(1.0, whole.sum().item<double>());
    };
    const auto overlap = [&](FillLayer layer) {
      const torch::Tensor found = (answer == int{layer}) & asked;
      const torch::Tensor wanted = (samples.truth == int{layer}) & asked;
      return share(found & wanted, found | wanted);
    };
    const std::pair<const char*, double> figures[] = {
        {"right", share((answer == samples.truth) & asked, asked)},
        {"clothing_iou", overlap(kClothingLayer)},
        {"neck_iou", overlap(kNeckLayer)}};
    for (const auto& [name, value] : figures) {
      validation.figures.emplace_back(kind + name, value);
      validation.score += value;
    }
  }

  void WriteSheet(const std::string& kind, const Samples& samples,
                  const torch::Tensor& answer) const {
    if (sheets_.empty()) return;
    cv::Mat sheet;
    const std::int64_t rows = std::min<std::int64_t>(kSheetRows, answer.size(0));
    for (std::int64_t i = 0; i < rows; ++i) {
      const cv::Mat1b seen = MapOf(samples.layer[i]);
      cv::Mat1b found = seen.clone();
      MapOf(answer[i]).copyTo(found, seen == int{SeenBody::kHidden});
      cv::Mat row;
      cv::hconcat(
          std::vector<cv::Mat>{Painted(seen), Painted(found), Painted(MapOf(samples.truth[i]))},
          row);
      sheet.push_back(row);
    }
    if (sheet.empty()) return;
    const std::filesystem::path file = sheets_ / (name() + "_" + kind + "sheet.jpg");
    if (!cv::imwrite(file.string(), sheet)) throw Error(ErrorKind::kCannotWrite, file.string());
  }

  BodyNetwork network_;
  BodyNetwork average_;
  std::vector<BodyScene> shown_;
  std::vector<double> weights_;  ///< Of shown_, summed up.
  /// N x S x S x 3 bytes, by kind.
  std::array<torch::Tensor, kKinds.size()> judged_;
  int batch_;
  std::filesystem::path sheets_;
};

}  // namespace

std::unique_ptr<TrainingTask> MakeBodyTask(std::vector<BodyScene> scenes, int batch,
                                           const std::filesystem::path& sheets) {
  return std::make_unique<BodyTask>(std::move(scenes), batch, sheets);
}

}  // namespace heser
