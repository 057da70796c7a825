#include "engine/training/train_body.h"

#include <opencv2/core/utility.hpp>
#include <torch/utils.h>

#include "engine/core/error.h"
#include "engine/training/body_task.h"

namespace heser {
namespace {

std::vector<BodyScene> MakeScenes(const TrainBodyOptions& options, const Progress& progress) {
  const std::vector<TrainingPhoto> photos = LoadTrainingPhotos(
      options.data, options.held_out_share, progress.Part(0, 0.7, "read"), BodyCut());
  std::vector<BodyScene> scenes(photos.size());
  cv::parallel_for_({0, static_cast<int>(photos.size())}, [&](const cv::Range& range) {
    for (int i = range.start; i < range.end; ++i) {
      const auto k = static_cast<std::size_t>(i);
      scenes[k] = MakeBodyScene(photos[k]);
    }
  });
  progress.Report(1);
  return scenes;
}

}  // namespace

void TrainBodyOptions::Check() const {
  const auto require = [](bool holds, const char* setting, const char* allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, setting, allowed);
  };
  require(!data.empty(), "data", "must name a folder");
  require(batch >= 1 && batch <= 4096, "batch", "must be 1 to 4096");
  require(held_out_share > 0 && held_out_share < 1, "held_out_share", "must lie within 0 and 1");
  loop.Check();
}

void TrainBody(const TrainBodyOptions& options, const Progress& progress) {
  options.Check();
  torch::manual_seed(options.loop.seed);
  std::filesystem::create_directories(options.loop.out);
  const auto task =
      MakeBodyTask(MakeScenes(options, progress.Part(0, 0.05)), options.batch, options.loop.out);
  RunTraining(*task, options.loop, progress.Part(0.05, 1));
}

}  // namespace heser
