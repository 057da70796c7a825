#include "engine/training/train_analysis.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <numbers>

#include <torch/optim/adamw.h>
#include <torch/serialize.h>

#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/nn/device.h"
#include "engine/nn/mixed_precision.h"
#include "engine/nn/torch_weights.h"
#include "engine/nn/weights.h"
#include "engine/training/analysis_task.h"
#include "engine/training/mean_mesh.h"
#include "engine/training/sample_queue.h"
#include "engine/training/turned_heads.h"

namespace heser {
namespace {

constexpr double kWeightDecay = 0.01;
constexpr double kLargestGradient = 5;
constexpr double kSlowestAverage = 0.999;
constexpr int kWarmUpSteps = 100;
constexpr double kLastLearningRate = 0.02;  // Of the highest.
constexpr double kTurnedValidationYaw = 35;
constexpr std::uint32_t kValidationSeed = 11;
constexpr int kLogEvery = 50;
constexpr std::uint32_t kDrawsPerStep = 4096;

using Clock = std::chrono::steady_clock;

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void SetLearningRate(torch::optim::Optimizer& optimizer, double rate) {
  for (auto& group : optimizer.param_groups()) {
    static_cast<torch::optim::AdamWOptions&>(group.options()).lr(rate);
  }
}

/// Shortens the gradient of all parameters together to kLargestGradient.
void LimitGradient(const std::vector<torch::Tensor>& parameters) {
  const torch::NoGradGuard no_gradients;
  torch::Tensor squared = torch::zeros({});
  for (const torch::Tensor& parameter : parameters) {
    if (parameter.grad().defined()) squared += parameter.grad().square().sum();
  }
  const double length = std::sqrt(squared.item<double>());
  if (!(length > kLargestGradient)) return;
  for (const torch::Tensor& parameter : parameters) {
    if (parameter.grad().defined()) parameter.grad().mul_(kLargestGradient / length);
  }
}

/// average += (network - average) * share, parameters and floating-point buffers alike.
void MoveAverage(torch::nn::Module& average, torch::nn::Module& network, double share) {
  const torch::NoGradGuard no_gradients;
  const auto to = average.parameters();
  const auto from = network.parameters();
  for (std::size_t i = 0; i < to.size(); ++i) torch::Tensor(to[i]).lerp_(from[i], share);
  const auto to_buffers = average.buffers();
  const auto from_buffers = network.buffers();
  for (std::size_t i = 0; i < to_buffers.size(); ++i) {
    torch::Tensor buffer = to_buffers[i];
    if (buffer.is_floating_point()) {
      buffer.lerp_(from_buffers[i], share);
    } else {
      buffer.copy_(from_buffers[i]);
    }
  }
}

/// One training run from first step to last weights.
class AnalysisTraining {
 public:
  AnalysisTraining(const TrainAnalysisOptions& options, const Progress& progress)
      : options_(options),
        progress_(progress),
        photos_(LoadPhotos(options, progress.Part(0, 0.02, "read"))),
        kind_(options.network == AnalysisNetwork::kHead ? CropKind::kHead : CropKind::kMesh),
        own_size_(kind_ == CropKind::kHead ? kHeadCropSize : kMeshCropSize),
        maker_(photos_, kind_, options.size > 0 ? options.size : own_size_, Augmentation(options)),
        task_(MakeTask()),
        optimizer_(task_->network().parameters(),
                   torch::optim::AdamWOptions(options.learning_rate).weight_decay(kWeightDecay)) {
    MoveAverage(task_->average(), task_->network(), 1);
    std::filesystem::create_directories(options.out);
    checkpoint_ = options.out / (task_->name() + "_checkpoint.pt");
    MakeValidationSamples();
    if (!options.start.empty()) Start();
    if (options.resume) Resume();
    schedule_start_ = options.steps > 0 ? 0 : step_;
  }

  void Run() {
    SampleQueue queue(step_, [this](int step) { return MakeBatch(step); });
    std::ofstream log(options_.out / (task_->name() + "_log.csv"), std::ios::app);
    start_ = Clock::now();
    double loss_sum = 0;
    int loss_count = 0;
    try {
      while (!IsDone()) {
        progress_.Report(0.02 + 0.98 * Fraction());
        loss_sum += Step(queue.Next());
        ++loss_count;
        if (step_ % kLogEvery == 0) {
          log << "loss," << step_ << ',' << SecondsSince(start_) << ',' << loss_sum / loss_count
              << std::endl;
          loss_sum = loss_count = 0;
        }
        if (step_ % options_.validate_every == 0) ValidateAndKeep(log);
      }
    } catch (const Cancelled&) {
      SaveCheckpoint();
      throw;
    }
    ValidateAndKeep(log);
  }

 private:
  static std::vector<TrainingPhoto> LoadPhotos(const TrainAnalysisOptions& options,
                                               const Progress& progress) {
    auto photos = LoadTrainingPhotos(options.data, options.held_out_share, progress);
    for (const std::filesystem::path& folder : options.turned) {
      for (TrainingPhoto& photo : LoadTurnedHeads(folder, progress)) {
        photos.push_back(std::move(photo));
      }
    }
    return photos;
  }

  static AugmentationOptions Augmentation(const TrainAnalysisOptions& options) {
    AugmentationOptions augmentation;
    augmentation.turned_share = options.turned_share;
    augmentation.largest_yaw = options.largest_yaw;
    augmentation.prepared_share = options.prepared_share;
    return augmentation;
  }

  std::unique_ptr<AnalysisTask> MakeTask() const {
    torch::manual_seed(options_.seed);
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

  /// Three of each photo: as photographed in the crop of its mesh; in a crop that is off, turned if
  /// training turns heads on the fly; without a face.
  void MakeValidationSamples() {
    const SampleMaker maker(photos_, kind_, own_size_, {});
    std::mt19937 random(kValidationSeed);
    double sign = options_.turned_share > 0 ? 1 : 0;
    for (const TrainingPhoto& photo : photos_) {
      if (!photo.held_out) continue;
      validation_.push_back(maker.Plain(photo, {}));
      validation_.push_back(maker.Jittered(photo, {.yaw = sign * kTurnedValidationYaw}, random));
      validation_.push_back(maker.Faceless(random));
      sign = -sign;
    }
  }

  std::vector<TrainingSample> MakeBatch(int step) const {
    std::vector<TrainingSample> batch;
    for (int i = 0; i < options_.batch; ++i) {
      std::seed_seq seeds{options_.seed, static_cast<std::uint32_t>(step) * kDrawsPerStep +
                                             static_cast<std::uint32_t>(i)};
      std::mt19937 random(seeds);
      batch.push_back(maker_.Draw(random));
    }
    return batch;
  }

  double Fraction() const {
    const double done = options_.steps > 0 ? static_cast<double>(step_) / options_.steps
                                           : SecondsSince(start_) / (options_.minutes * 60);
    return std::min(1.0, done);
  }

  bool IsDone() const { return Fraction() >= 1; }

  double LearningRate() const {
    const double cosine = (1 + std::cos(std::numbers::pi * Fraction())) / 2;
    const double warm = std::min(1.0, (step_ - schedule_start_ + 1.0) / kWarmUpSteps);
    return options_.learning_rate * warm * (kLastLearningRate + (1 - kLastLearningRate) * cosine);
  }

  double Step(const std::vector<TrainingSample>& samples) {
    SetLearningRate(optimizer_, LearningRate());
    task_->network().train();
    optimizer_.zero_grad();
    torch::Tensor loss;
    {
      const MixedPrecision mixed(options_.mixed_precision && HasFastBFloat16());
      loss = task_->Loss(BatchOf(samples));
    }
    loss.backward();
    LimitGradient(task_->network().parameters());
    optimizer_.step();
    ++step_;
    const double keep = std::min(kSlowestAverage, (1.0 + step_) / (10.0 + step_));
    MoveAverage(task_->average(), task_->network(), 1 - keep);
    return loss.item<double>();
  }

  void ValidateAndKeep(std::ofstream& log) {
    const Validation validation = task_->Validate(validation_);
    log << "validation," << step_ << ',' << SecondsSince(start_);
    for (const auto& [name, value] : validation.figures) log << ',' << name << ',' << value;
    log << std::endl;
    if (validation.score > best_score_) {
      best_score_ = validation.score;
      SaveWeights(options_.out / (task_->name() + ".hwt"),
                  WeightsOf(task_->average(), task_->architecture(), task_->version()));
    }
    SaveCheckpoint();
  }

  void SaveCheckpoint() {
    torch::serialize::OutputArchive archive;
    torch::serialize::OutputArchive network;
    torch::serialize::OutputArchive average;
    torch::serialize::OutputArchive optimizer;
    task_->network().save(network);
    task_->average().save(average);
    optimizer_.save(optimizer);
    archive.write("network", network);
    archive.write("average", average);
    archive.write("optimizer", optimizer);
    archive.write("step", torch::tensor(static_cast<std::int64_t>(step_)));
    archive.write("best_score", torch::tensor(best_score_, torch::kDouble));
    std::filesystem::path unfinished = checkpoint_;
    unfinished += ".part";
    archive.save_to(unfinished.string());
    std::filesystem::rename(unfinished, checkpoint_);
  }

  void Start() {
    for (torch::nn::Module* network : {&task_->network(), &task_->average()}) {
      LoadInto(*network, options_.start, task_->architecture(), task_->version());
    }
  }

  void Resume() {
    if (!std::filesystem::exists(checkpoint_)) {
      throw Error(ErrorKind::kFileNotFound, checkpoint_.string());
    }
    torch::serialize::InputArchive archive;
    torch::serialize::InputArchive network;
    torch::serialize::InputArchive average;
    torch::serialize::InputArchive optimizer;
    torch::Tensor step;
    torch::Tensor best_score;
    try {
      archive.load_from(checkpoint_.string());
      archive.read("network", network);
      archive.read("average", average);
      archive.read("optimizer", optimizer);
      archive.read("step", step);
      archive.read("best_score", best_score);
      task_->network().load(network);
      task_->average().load(average);
      optimizer_.load(optimizer);
    } catch (const c10::Error& failure) {
      throw Error(ErrorKind::kBadFile, checkpoint_.string(), failure.what_without_backtrace());
    }
    step_ = static_cast<int>(step.item<std::int64_t>());
    best_score_ = best_score.item<double>();
  }

  const TrainAnalysisOptions& options_;
  const Progress& progress_;
  std::vector<TrainingPhoto> photos_;
  CropKind kind_;
  int own_size_;
  SampleMaker maker_;
  std::unique_ptr<AnalysisTask> task_;
  torch::optim::AdamW optimizer_;
  std::vector<TrainingSample> validation_;
  std::filesystem::path checkpoint_;
  int step_ = 0;
  int schedule_start_ = 0;  ///< The step at which the learning rate began to rise.
  double best_score_ = -1e9;
  Clock::time_point start_ = Clock::now();
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
  require(!trains || !out.empty(), "out", "must name a folder");
  require(steps >= 0, "steps", "must be 0 or more");
  require(steps > 0 || minutes > 0, "minutes", "must be above 0");
  require(batch >= 2 && batch <= static_cast<int>(kDrawsPerStep), "batch", "must be 2 to 4096");
  require(size == 0 || (network == AnalysisNetwork::kHead && size % 32 == 0 && size > 0), "size",
          "must be a multiple of 32, and only HeadNet takes another than its own");
  require(learning_rate > 0, "learning_rate", "must be above 0");
  require(validate_every > 0, "validate_every", "must be above 0");
  require(held_out_share > 0 && held_out_share < 1, "held_out_share", "must lie within 0 and 1");
  require(turned_share >= 0 && turned_share <= 1, "turned_share", "must be 0 to 1");
}

void TrainAnalysis(const TrainAnalysisOptions& options, const Progress& progress) {
  options.Check();
  if (!options.prepare_turned.empty() || !options.prepare_swapped.empty()) {
    const auto photos =
        LoadTrainingPhotos(options.data, options.held_out_share, progress.Part(0, 0.1, "read"));
    if (!options.prepare_turned.empty()) {
      PrepareTurnedHeads(photos, options.prepare_turned, {.seed = options.seed},
                         progress.Part(0.1, 0.5, "turn"));
    }
    if (!options.prepare_swapped.empty()) {
      PrepareSwappedHeads(photos, options.prepare_swapped,
                          {.largest_yaw = options.largest_yaw, .seed = options.seed},
                          progress.Part(0.5, 1, "swap"));
    }
    return;
  }
  if (!options.mean_mesh.empty()) {
    WriteMeanMesh(options, progress);
    return;
  }
  SetThreadCount(options.threads);
  AnalysisTraining(options, progress).Run();
}

}  // namespace heser
