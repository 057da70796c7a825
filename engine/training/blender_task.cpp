#include "engine/training/blender_task.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/padding.h>
#include <torch/nn/functional/pooling.h>

#include "engine/core/error.h"
#include "engine/nn/shared_batch.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/blender_sample.h"
#include "engine/training/picture_losses.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

// Importance in BlenderScene's bytes.
constexpr double kImportanceUnit = 32;
// The gap has to be made up; the head mostly has to be left alone.
constexpr double kGapWeight = 1;
constexpr double kLowPassWeight = 2;
// Corrections that mend nothing shall not be made: the mean gate costs from this share of the run
// on.
constexpr double kGateWeight = 0.005;
constexpr double kGateFrom = 0.5;
constexpr std::int64_t kLowPassSide = 8;
// Dilation of the coverage in the protocol, head sizes.
constexpr double kProtocolGrowth = 0.02;
constexpr int kAdversaryWidth = 32;
constexpr int kSheetRows = 5;
constexpr int kSheetSide = 320;

torch::Tensor Colors(const torch::Tensor& samples, std::int64_t first) {
  return samples.narrow(1, first, 3).to(torch::kFloat32) / 127.5 - 1;
}

torch::Tensor Share(const torch::Tensor& samples, std::int64_t channel) {
  return samples.narrow(1, channel, 1).to(torch::kFloat32) / 255;
}

/// N x 13 x H x W, still bytes.
torch::Tensor Planes(const torch::Tensor& samples) { return samples.permute({0, 3, 1, 2}); }

torch::Tensor TruthOf(const torch::Tensor& samples) { return Colors(Planes(samples), 9); }

torch::Tensor ImportanceOf(const torch::Tensor& samples) {
  return Planes(samples).narrow(1, 12, 1).to(torch::kFloat32) / kImportanceUnit;
}

/// 1 x H x W x 13 bytes, copied.
torch::Tensor TensorOfSample(const cv::Mat& sample) {
  return torch::from_blob(sample.data, {1, sample.rows, sample.cols, kBlenderSampleChannels},
                          torch::kUInt8)
      .clone();
}

/// As a picture file holds it: 8 bits, 0 to 1.
torch::Tensor Stored(const torch::Tensor& colors) {
  return ((colors.clamp(-1, 1) + 1) * 127.5).round() / 255;
}

double Psnr(const torch::Tensor& a, const torch::Tensor& b) {
  const double error = (a - b).square().mean().item<double>();
  return -10 * std::log10(std::max(error, 1e-10));
}

torch::Tensor Cut(const torch::Tensor& picture, cv::Rect box) {
  return picture.narrow(2, box.y, box.height).narrow(3, box.x, box.width);
}

/// Structural similarity (Wang et al., 2004) at every pixel, with a Gaussian window of 11 pixels,
/// sigma 1.5. Pictures and answer: 1 x 3 x H x W, 0 to 1. Of whole pictures, so that all have one
/// shape: GPUs look for the best way of each shape anew.
torch::Tensor SsimMap(const torch::Tensor& a, const torch::Tensor& b) {
  constexpr double kMeanStability = 0.01 * 0.01;
  constexpr double kContrastStability = 0.03 * 0.03;
  const torch::Tensor line =
      torch::exp(-torch::arange(-5, 6, a.options()).square() / (2 * 1.5 * 1.5));
  const torch::Tensor square = line.outer(line);
  const torch::Tensor window = (square / square.sum()).expand({3, 1, 11, 11});
  const auto mean = [&](const torch::Tensor& x) {
    const torch::Tensor wider = F::pad(x, F::PadFuncOptions({5, 5, 5, 5}).mode(torch::kReflect));
    return F::conv2d(wider, window, F::Conv2dFuncOptions().groups(3));
  };
  const torch::Tensor ma = mean(a);
  const torch::Tensor mb = mean(b);
  const torch::Tensor va = mean(a * a) - ma * ma;
  const torch::Tensor vb = mean(b * b) - mb * mb;
  const torch::Tensor both = mean(a * b) - ma * mb;
  return (2 * ma * mb + kMeanStability) * (2 * both + kContrastStability) /
         ((ma * ma + mb * mb + kMeanStability) * (va + vb + kContrastStability));
}

struct Judged {
  torch::Tensor sample;  ///< 1 x 512 x 512 x 13 bytes.
  cv::Rect box;          ///< Of the blend region, within the photo.
};

/// Holes that are validated: of the own head alone (the protocol), and of another's beside it, as
/// big hair leaves them.
constexpr std::array<const char*, 2> kKinds = {"", "wide_"};

/// Sums of figures over people.
struct Figures {
  double before_psnr = 0;
  double before_ssim = 0;
  double psnr = 0;
  double ssim = 0;
  double gate = 0;

  void Add(const torch::Tensor& composite, const torch::Tensor& result, const torch::Tensor& truth,
           const torch::Tensor& gates, cv::Rect box) {
    before_psnr += Psnr(Cut(composite, box), Cut(truth, box));
    before_ssim += Cut(SsimMap(composite, truth), box).mean().item<double>();
    psnr += Psnr(Cut(result, box), Cut(truth, box));
    ssim += Cut(SsimMap(result, truth), box).mean().item<double>();
    gate += Cut(gates, box).mean().item<double>();
  }

  void AddMeans(const std::string& kind, double people, Validation& validation) const {
    const double count = std::max(1.0, people);
    const std::pair<const char*, double> figures[] = {{"composite_psnr", before_psnr},
                                                      {"composite_ssim", before_ssim},
                                                      {"psnr", psnr},
                                                      {"ssim", ssim},
                                                      {"gate", gate}};
    for (const auto& [name, sum] : figures)
      validation.figures.emplace_back(kind + name, sum / count);
    // A hundredth of SSIM and half a decibel are seen alike.
    validation.score += (psnr + 50 * ssim) / count;
  }
};

class BlenderTask : public TrainingTask {
 public:
  BlenderTask(const BlendingUnetOptions& network, std::vector<BlenderScene> scenes, int batch,
              int size, const PictureLossOptions& losses, std::filesystem::path sheets)
      : network_(network),
        average_(network),
        scenes_(std::move(scenes)),
        batch_(batch),
        size_(size),
        losses_(losses, kAdversaryWidth),
        sheets_(std::move(sheets)) {
    for (std::size_t i = 0; i < scenes_.size(); ++i) {
      if (scenes_[i].held_out) {
        judged_.emplace_back();
        for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
          judged_.back().push_back(JudgedOf(scenes_[i], kind));
        }
      } else {
        drawn_.push_back(i);
        weights_.push_back(scenes_[i].weight);
      }
    }
    if (drawn_.empty()) throw Error(ErrorKind::kBadFile, "photos", "all are held out");
    std::partial_sum(weights_.begin(), weights_.end(), weights_.begin());
  }

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  std::vector<torch::nn::Module*> companions() override { return losses_.companions(); }
  std::string name() const override { return network_->options().architecture; }
  std::string architecture() const override { return network_->options().architecture; }
  int version() const override { return kBlendingUnetVersion; }

  int batch_size() const override { return batch_; }
  TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const override {
    torch::Tensor samples =
        torch::empty({share.count, size_, size_, kBlenderSampleChannels}, torch::kUInt8);
    for (int i = 0; i < share.count; ++i) {
      std::mt19937 random = RandomOfSample(seed, step, share.first + i);
      const std::size_t scene = drawn_[DrawWeighted(random, weights_)];
      const cv::Mat sample = DrawBlenderSample(scenes_[scene], size_, random);
      std::copy_n(sample.data, sample.total() * sample.elemSize(),
                  samples[i].data_ptr<std::uint8_t>());
    }
    return {samples};
  }

  torch::Tensor Loss(const TensorBatch& batch, double fraction) override {
    const torch::Tensor packed = PackedSamples(batch[0]);
    const torch::Tensor truth = TruthOf(batch[0]);
    const BlendingUnetOutput output = network_->forward(packed);
    const torch::Tensor region = RegionOf(packed);
    const torch::Tensor gap = packed.narrow(1, 10, 1);
    const torch::Tensor weight = ImportanceOf(batch[0]) * region * (1 + kGapWeight * gap);
    const torch::Tensor total = CountOfShare(3 * weight.sum());
    const torch::Tensor error = (output.color - truth) * weight;
    const torch::Tensor sharp = error.abs().sum() / total;
    const torch::Tensor smooth = F::avg_pool2d(error, F::AvgPool2dFuncOptions(kLowPassSide));
    const torch::Tensor low =
        smooth.abs().sum() * static_cast<double>(kLowPassSide * kLowPassSide) / total;
    torch::Tensor loss = sharp + kLowPassWeight * low;
    // Not before the residual is of use: the gate would close on it.
    if (fraction >= kGateFrom) {
      loss = loss + kGateWeight * (output.gate * region).mean();
    }

    // Beyond the photo and the region there is nothing to judge.
    const torch::Tensor judged = region * (ImportanceOf(batch[0]) > 0);
    const torch::Tensor shown = truth + (output.color - truth) * judged;
    return loss + losses_.Loss(shown, truth, judged, fraction);
  }

  Validation Validate(const torch::Device& device) override {
    Validation validation;
    cv::Mat sheet;
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      Figures sum;
      for (const std::vector<Judged>& person : judged_) {
        const Judged& judged = person[kind];
        const torch::Tensor sample = judged.sample.to(device);
        const torch::Tensor packed = PackedSamples(sample);
        const BlendingUnetOutput output = average_->forward(packed);
        const torch::Tensor composite = Stored(CompositeOf(packed));
        const torch::Tensor result = Stored(output.color);
        const torch::Tensor truth = Stored(TruthOf(sample));
        sum.Add(composite, result, truth, output.gate * RegionOf(packed), judged.box);
        if (sheet.rows < static_cast<int>(kind + 1) * kSheetRows * kSheetSide) {
          sheet.push_back(SheetRow(composite, result, truth, output.gate));
        }
      }
      sum.AddMeans(kKinds[kind], static_cast<double>(judged_.size()), validation);
    }
    WriteSheet(sheet);
    return validation;
  }

 private:
  static Judged JudgedOf(const BlenderScene& scene, std::size_t body) {
    const cv::Rect head = cv::boundingRect(scene.alpha > 127);
    const double head_size = std::max(head.width, head.height);
    const cv::Mat sample =
        PlainBlenderSample(scene, body, kProtocolGrowth * head_size / scene.face_size);
    Judged judged;
    judged.sample = TensorOfSample(sample);
    std::vector<cv::Mat> planes;
    cv::split(sample, planes);
    judged.box = cv::boundingRect((planes[6] > 0) | (planes[7] > 0)) & scene.inside;
    return judged;
  }

  static cv::Mat SheetRow(const torch::Tensor& composite, const torch::Tensor& result,
                          const torch::Tensor& truth, const torch::Tensor& gate) {
    const torch::Tensor row =
        torch::cat({composite[0], result[0], truth[0], gate[0].expand_as(truth[0])}, 2);
    cv::Mat picture = ImageFromTensor(row);
    cv::resize(picture, picture, {kSheetSide * 4, kSheetSide}, 0, 0, cv::INTER_AREA);
    return picture;
  }

  void WriteSheet(const cv::Mat& sheet) const {
    if (sheet.empty() || sheets_.empty()) return;
    cv::Mat bytes;
    sheet.convertTo(bytes, CV_8U, 255);
    cv::cvtColor(bytes, bytes, cv::COLOR_RGB2BGR);
    const std::filesystem::path file = sheets_ / (name() + "_sheet.jpg");
    if (!cv::imwrite(file.string(), bytes)) throw Error(ErrorKind::kCannotWrite, file.string());
  }

  BlendingUnet network_;
  BlendingUnet average_;
  std::vector<BlenderScene> scenes_;
  std::vector<std::size_t> drawn_;
  std::vector<double> weights_;              ///< Of drawn_, summed up.
  std::vector<std::vector<Judged>> judged_;  ///< By person, then kind of hole.
  int batch_;
  int size_;
  PictureLosses losses_;
  std::filesystem::path sheets_;
};

}  // namespace

torch::Tensor PackedSamples(const torch::Tensor& samples) {
  const torch::Tensor planes = Planes(samples);
  return PackBlendingInput({Colors(planes, 0), Colors(planes, 3), Share(planes, 6),
                            Share(planes, 7), Share(planes, 8) * 2 - 1});
}

std::unique_ptr<TrainingTask> MakeBlenderTask(const BlendingUnetOptions& network,
                                              std::vector<BlenderScene> scenes, int batch, int size,
                                              const PictureLossOptions& losses,
                                              const std::filesystem::path& sheets) {
  return std::make_unique<BlenderTask>(network, std::move(scenes), batch, size, losses, sheets);
}

}  // namespace heser
