#include "engine/training/train_analysis.h"

#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/training/analysis_task.h"
#include "engine/training/mean_mesh.h"
#include "engine/training/random_draws.h"
#include "engine/training/training_loop.h"
#include "engine/training/turned_heads.h"

namespace heser {
namespace {

constexpr double kTurnedValidationYaw = 35;
constexpr std::uint32_t kValidationSeed = 11;

std::vector<TrainingPhoto> LoadPhotos(const TrainAnalysisOptions& options,
                                      const Progress& progress) {
  auto photos = LoadTrainingPhotos(options.data, options.held_out_share, progress);
  for (const std::filesystem::path& folder : options.turned) {
    for (TrainingPhoto& photo : LoadTurnedHeads(folder, progress)) {
      photos.push_back(std::move(photo));
    }
  }
  return photos;
}

AugmentationOptions Augmentation(const TrainAnalysisOptions& options) {
  AugmentationOptions augmentation;
  augmentation.turned_share = options.turned_share;
  augmentation.largest_yaw = options.largest_yaw;
  augmentation.prepared_share = options.prepared_share;
  return augmentation;
}

/// A network of the analysis, with its photos, as a task of the training loop.
class AnalysisTraining : public TrainingTask {
 public:
  AnalysisTraining(const TrainAnalysisOptions& options, const Progress& progress)
      : options_(options),
        photos_(LoadPhotos(options, progress)),
        kind_(options.network == AnalysisNetwork::kHead ? CropKind::kHead : CropKind::kMesh),
        own_size_(kind_ == CropKind::kHead ? kHeadCropSize : kMeshCropSize),
        maker_(photos_, kind_, options.size > 0 ? options.size : own_size_, Augmentation(options)),
        task_(MakeTask()) {
    MakeValidationSamples();
  }

  torch::nn::Module& network() override { return task_->network(); }
  torch::nn::Module& average() override { return task_->average(); }
  std::string name() const override { return task_->name(); }
  std::string architecture() const override { return task_->architecture(); }
  int version() const override { return task_->version(); }

  int batch_size() const override { return options_.batch; }
  TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const override {
    std::vector<TrainingSample> samples;
    for (int i = share.first; i < share.first + share.count; ++i) {
      std::mt19937 random = RandomOfSample(seed, step, i);
      samples.push_back(maker_.Draw(random));
    }
    return BytesOfSamples(samples);
  }

  torch::Tensor Loss(const TensorBatch& batch, double /*fraction*/) override {
    return task_->Loss(FromBytes(batch));
  }

  Validation Validate(const torch::Device& device) override {
    return task_->Validate(validation_, device);
  }

 private:
  std::unique_ptr<AnalysisTask> MakeTask() const {
    torch::manual_seed(options_.loop.seed);
    FaceMesh mean = FaceMesh::Zero();
    int count = 0;
    for (const TrainingPhoto& photo : photos_) {
      if (photo.held_out || photo.prepared) continue;
      mean += maker_.Plain(photo, {}).mesh;
      ++count;
    }
    mean /= std::max(1, count);
    return kind_ == CropKind::kHead ? MakeHeadTask(mean) : MakeMeshTask(mean);
  }

  /// Four of each photo: as photographed in the crop of its mesh; in a crop that is off, turned if
  /// training turns heads on the fly; without a face; as photographed again, head crops before a
  /// drawn background.
  void MakeValidationSamples() {
    const SampleMaker maker(photos_, kind_, own_size_, {});
    std::mt19937 random(kValidationSeed);
    double sign = options_.turned_share > 0 ? 1 : 0;
    for (const TrainingPhoto& photo : photos_) {
      if (!photo.held_out) continue;
      validation_.push_back(maker.Plain(photo, {}));
      validation_.push_back(maker.Jittered(photo, {.yaw = sign * kTurnedValidationYaw}, random));
      validation_.push_back(maker.Faceless(random));
      validation_.push_back(kind_ == CropKind::kHead
                                ? maker.BeforeDrawnBackground(maker.Plain(photo, {}), random)
                                : maker.Plain(photo, {}));
      sign = -sign;
    }
  }

  const TrainAnalysisOptions& options_;
  std::vector<TrainingPhoto> photos_;
  CropKind kind_;
  int own_size_;
  SampleMaker maker_;
  std::unique_ptr<AnalysisTask> task_;
  std::vector<TrainingSample> validation_;
};

/// Portraits alone: people photographed twice would count twice.
void WriteMeanMesh(const TrainAnalysisOptions& options, const Progress& progress) {
  std::vector<FaceMesh> meshes;
  for (const TrainingPhoto& photo :
       LoadTrainingPhotos(options.data, options.held_out_share, progress)) {
    if (photo.name.starts_with("portraits/")) meshes.push_back(photo.mesh);
  }
  if (meshes.empty()) throw Error(ErrorKind::kBadFile, options.data.string(), "holds no portraits");
  WriteMeanFaceMesh(options.mean_mesh, MeanFaceMesh(meshes));
}

}  // namespace

void TrainAnalysisOptions::Check() const {
  const auto require = [](bool holds, const char* setting, const char* allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, setting, allowed);
  };
  require(!data.empty(), "data", "must name a folder");
  const bool trains = prepare_turned.empty() && prepare_swapped.empty() && mean_mesh.empty();
  require(batch >= 2 && batch <= static_cast<int>(kMostSamples), "batch", "must be 2 to 4096");
  require(size == 0 || (network == AnalysisNetwork::kHead && size % 32 == 0 && size > 0), "size",
          "must be a multiple of 32, and only HeadNet takes another than its own");
  require(held_out_share > 0 && held_out_share < 1, "held_out_share", "must lie within 0 and 1");
  require(turned_share >= 0 && turned_share <= 1, "turned_share", "must be 0 to 1");
  if (trains) loop.Check();
}

void TrainAnalysis(const TrainAnalysisOptions& options, const Progress& progress) {
  options.Check();
  if (!options.prepare_turned.empty() || !options.prepare_swapped.empty()) {
    const auto photos =
        LoadTrainingPhotos(options.data, options.held_out_share, progress.Part(0, 0.1, "read"));
    if (!options.prepare_turned.empty()) {
      PrepareTurnedHeads(photos, options.prepare_turned, {.seed = options.loop.seed},
                         progress.Part(0.1, 0.5, "turn"));
    }
    if (!options.prepare_swapped.empty()) {
      PrepareSwappedHeads(photos, options.prepare_swapped,
                          {.largest_yaw = options.largest_yaw, .seed = options.loop.seed},
                          progress.Part(0.5, 1, "swap"));
    }
    return;
  }
  if (!options.mean_mesh.empty()) {
    WriteMeanMesh(options, progress);
    return;
  }
  AnalysisTraining task(options, progress.Part(0, 0.02, "read"));
  RunTraining(task, options.loop, progress.Part(0.02, 1));
}

}  // namespace heser
