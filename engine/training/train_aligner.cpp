#include "engine/training/train_aligner.h"

#include <iostream>

#include <torch/optim/adamw.h>
#include <torch/utils.h>

#include "engine/aligner/refinement_tensors.h"
#include "engine/core/error.h"
#include "engine/nn/device.h"
#include "engine/nn/network_summary.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/aligner_task.h"
#include "engine/training/training_loop.h"

namespace heser {
namespace {

RefinementPreset PresetOf(const std::string& name) {
  return name == "paper" ? PaperRefinement() : CompactRefinement();
}

/// A grey head with one source, of the size of the preset's crops.
RefinementScene PlainScene(int size) {
  RefinementScene scene;
  RefinementInput input;
  input.color = cv::Mat3b(size, size, cv::Vec3b(120, 100, 90));
  input.alpha = cv::Mat1b(size, size, std::uint8_t{255});
  input.confidence = input.alpha;
  input.labels = LabelMap(size, size, static_cast<std::uint8_t>(Label::kSkin));
  input.normals = cv::Mat3b(size, size, cv::Vec3b(128, 128, 1));
  cv::Mat2s places(size / 2, size / 2);
  for (int y = 0; y < places.rows; ++y) {
    for (int x = 0; x < places.cols; ++x) {
      places(y, x) = cv::Vec2s(cv::saturate_cast<short>((2 * x + 0.5) * kPlaceUnits),
                               cv::saturate_cast<short>((2 * y + 0.5) * kPlaceUnits));
    }
  }
  input.sources = {
      {input.color, input.alpha, places, cv::Mat1b(size / 2, size / 2, std::uint8_t{255})}};
  scene.truth = {cv::Mat3b(size, size, cv::Vec3b(140, 110, 95)), input.alpha, input.alpha};
  scene.inputs = {input};
  return scene;
}

void DryRun(const TrainAlignerOptions& options) {
  const RefinementPreset preset = PresetOf(options.preset);
  const RefinementScene scene = PlainScene(preset.crop);
  AlignerTask task(preset, {scene}, 1, options.losses, {});
  const torch::Device device = TorchDevice(ResolveDevice(options.loop.device).device);
  {
    RefinementNetwork network(preset);
    network->to(device);
    const TensorBatch input = BatchOn(device, PackRefinement(scene.inputs));
    std::cout << DescribeSummary(
        SummarizeNetwork(*network, [&] { network->forward(UnpackRefinement(input)); }));
  }
  task.network().to(device);
  for (torch::nn::Module* companion : task.companions()) companion->to(device);
  torch::optim::AdamW optimizer(task.network().parameters(),
                                torch::optim::AdamWOptions(options.loop.learning_rate));
  const torch::Tensor loss =
      task.Loss(BatchOn(device, task.WholeBatch(options.loop.seed, 0)), /*fraction=*/1);
  loss.backward();
  optimizer.step();
  std::cout << "one step: loss " << loss.item<double>() << std::endl;
}

std::vector<RefinementScene> LoadScenes(const TrainAlignerOptions& options, int crop,
                                        const Progress& progress) {
  auto photos =
      LoadTrainingPhotos(options.data, options.held_out_share, progress.Part(0, 0.3, "read"),
                         {.face_height = FaceHeightForScenes(crop), .depth = false});
  const auto wanted = static_cast<std::size_t>(options.photos);
  if (wanted > 0 && photos.size() > wanted) photos.resize(wanted);
  RefinementSceneOptions scenes = options.scenes;
  scenes.size = crop;
  scenes.seed = options.loop.seed;
  return MakeRefinementScenes(photos, scenes, progress.Part(0.3, 1, "turn"));
}

}  // namespace

void TrainAlignerOptions::Check() const {
  const auto require = [](bool holds, const char* setting, const char* allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, setting, allowed);
  };
  require(preset == "compact" || preset == "paper", "preset", "must be compact or paper");
  if (dry_run) return;
  require(!data.empty(), "data", "must name a folder");
  require(batch >= 1 && batch <= 4096, "batch", "must be 1 to 4096");
  // Three scales, the smallest of them at stride 16.
  require(size >= 0 && size % 64 == 0, "size", "must be a multiple of 64");
  require(photos >= 0, "photos", "must not be negative");
  require(scenes.copies >= 1 && scenes.copies <= 16, "copies", "must be 1 to 16");
  require(held_out_share > 0 && held_out_share < 1, "held_out_share", "must lie within 0 and 1");
  require(losses.perceptual_weight >= 0 && losses.adversarial_weight >= 0, "weights",
          "must not be negative");
  loop.Check();
}

void TrainAligner(const TrainAlignerOptions& options, const Progress& progress) {
  options.Check();
  torch::manual_seed(options.loop.seed);
  if (options.dry_run) {
    DryRun(options);
    return;
  }
  const RefinementPreset preset = PresetOf(options.preset);
  const int size = options.size > 0 ? options.size : preset.crop;
  AlignerTask task(preset, LoadScenes(options, size, progress.Part(0, 0.05)), options.batch,
                   options.losses, options.loop.out / "aligner_net_sheets");
  RunTraining(task, options.loop, progress.Part(0.05, 1));
}

}  // namespace heser
