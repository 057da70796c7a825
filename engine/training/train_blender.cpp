#include "engine/training/train_blender.h"

#include <atomic>

#include <torch/optim/adamw.h>
#include <torch/utils.h>

#include "engine/blender/blending_crop.h"
#include "engine/blender/blending_unet.h"
#include "engine/core/error.h"
#include "engine/nn/device.h"
#include "engine/nn/network_summary.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/blender_sample.h"
#include "engine/training/blender_task.h"
#include "engine/training/training_loop.h"
#include "engine/training/training_photos.h"

namespace heser {
namespace {

constexpr int kSmallSide = 256;
constexpr std::uint32_t kValidationSeed = 11;

BlendingUnetOptions NetworkOf(NetworkPreset preset) {
  return preset == NetworkPreset::kCompact ? CompactBlendingUnet() : PaperBlendingUnet();
}

int SideOf(const TrainBlenderOptions& options) {
  if (options.size > 0) return options.size;
  return options.preset == NetworkPreset::kCompact ? kSmallSide : kBlendingCropSize;
}

/// Scenes of all photos, on all cores.
std::vector<BlenderScene> MakeScenes(std::span<const TrainingPhoto> photos,
                                     const TrainBlenderOptions& options, const Progress& progress) {
  std::vector<TrainingPhoto> shown;
  for (const TrainingPhoto& photo : photos) {
    if (!photo.held_out) shown.push_back(photo);
  }
  if (shown.empty()) throw Error(ErrorKind::kBadFile, "photos", "all are held out");
  std::vector<BlenderScene> scenes(photos.size());
  constexpr int kBlock = 32;
  const int count = static_cast<int>(photos.size());
  for (int begin = 0; begin < count; begin += kBlock) {
    progress.Report(static_cast<double>(begin) / count);
    cv::parallel_for_({begin, std::min(count, begin + kBlock)}, [&](const cv::Range& range) {
      for (int i = range.start; i < range.end; ++i) {
        const auto k = static_cast<std::size_t>(i);
        const bool judged = photos[k].held_out;
        const BlenderSceneOptions scene{.heads = judged ? 1 : options.scenes,
                                        .bodies = judged ? 2 : options.scenes,
                                        .protocol = judged};
        const std::uint32_t seed = judged ? kValidationSeed : options.loop.seed;
        scenes[k] = MakeBlenderScene(photos[k], shown, scene,
                                     seed * 100003U + static_cast<std::uint32_t>(i));
      }
    });
  }
  return scenes;
}

}  // namespace

void TrainBlenderOptions::Check() const {
  const auto require = [](bool holds, const char* setting, const char* allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, setting, allowed);
  };
  require(dry_run || !data.empty(), "data", "must name a folder");
  require(batch >= 1 && batch <= 4096, "batch", "must be 1 to 4096");
  const int step = NetworkOf(preset).step();
  require(size >= 0 && size <= kBlendingCropSize && size % step == 0, "size",
          "must be a multiple of the network's step and at most 512");
  require(scenes >= 1, "scenes", "must be at least 1");
  require(held_out_share > 0 && held_out_share < 1, "held_out_share", "must lie within 0 and 1");
  if (!dry_run) loop.Check();
}

void TrainBlender(const TrainBlenderOptions& options, const Progress& progress) {
  options.Check();
  torch::manual_seed(options.loop.seed);
  std::filesystem::create_directories(options.loop.out);
  std::vector<BlenderScene> scenes;
  {
    const std::vector<TrainingPhoto> photos = LoadTrainingPhotos(
        options.data, options.held_out_share, progress.Part(0, 0.02, "read"), BlenderCut());
    scenes = MakeScenes(photos, options, progress.Part(0.02, 0.1, "scenes"));
  }
  const auto task = MakeBlenderTask(NetworkOf(options.preset), std::move(scenes), options.batch,
                                    SideOf(options), options.losses, options.loop.out);
  RunTraining(*task, options.loop, progress.Part(0.1, 1));
}

std::string DescribeBlenderTraining(const TrainBlenderOptions& options) {
  options.Check();
  torch::manual_seed(options.loop.seed);
  const torch::Device device = TorchDevice(ResolveDevice(options.loop.device).device);
  BlendingUnet network(NetworkOf(options.preset));
  network->to(device);
  network->eval();
  std::string text;
  for (const int side : {kSmallSide, kBlendingCropSize}) {
    text += std::to_string(side) + " x " + std::to_string(side) + "\n";
    text += DescribeSummary(SummarizeNetwork(*network, [&] {
      network->forward(torch::zeros({1, kBlendingChannels, side, side}, device));
    }));
  }
  network->train();
  torch::optim::AdamW optimizer(network->parameters(),
                                torch::optim::AdamWOptions(options.loop.learning_rate));
  const int side = SideOf(options);
  const torch::Tensor input = torch::rand({1, kBlendingChannels, side, side}, device);
  const torch::Tensor loss =
      (network->forward(input).color - torch::rand({1, 3, side, side}, device)).abs().mean();
  loss.backward();
  optimizer.step();
  return text + "one step: loss " + std::to_string(loss.item<double>()) + "\n";
}

}  // namespace heser
