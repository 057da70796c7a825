#include "engine/training/training_loop.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numbers>
#include <optional>
#include <sstream>
#include <thread>

#include <opencv2/core/utility.hpp>
#include <torch/optim/adamw.h>
#include <torch/serialize.h>

#include "engine/core/error.h"
#include "engine/nn/device.h"
#include "engine/nn/mixed_precision.h"
#include "engine/nn/shared_batch.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"
#include "engine/nn/weights.h"
#include "engine/training/batch_queue.h"
#include "engine/training/process_group.h"
#include "engine/training/process_place.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

constexpr double kWeightDecay = 0.01;
constexpr double kLargestGradient = 5;
constexpr double kSlowestAverage = 0.999;
constexpr int kWarmUpSteps = 100;
constexpr double kLastLearningRate = 0.02;  // Of the highest.
constexpr int kLogEvery = 50;

using Clock = std::chrono::steady_clock;

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void SetLearningRate(torch::optim::Optimizer& optimizer, double rate) {
  for (auto& group : optimizer.param_groups()) {
    static_cast<torch::optim::AdamWOptions&>(group.options()).lr(rate);
  }
}

/// Shortens the gradient of all parameters together to kLargestGradient, without waiting for the
/// device.
void LimitGradient(const std::vector<torch::Tensor>& parameters) {
  const torch::NoGradGuard no_gradients;
  std::vector<torch::Tensor> lengths;
  for (const torch::Tensor& parameter : parameters) {
    if (parameter.grad().defined()) lengths.push_back(parameter.grad().norm());
  }
  if (lengths.empty()) return;
  const torch::Tensor factor =
      (kLargestGradient / torch::stack(lengths).norm().clamp_min(1e-9)).clamp_max(1);
  for (const torch::Tensor& parameter : parameters) {
    if (parameter.grad().defined()) parameter.grad().mul_(factor);
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
    const torch::Tensor& buffer = to_buffers[i];
    if (buffer.is_floating_point()) {
      buffer.lerp_(from_buffers[i], share);
    } else {
      buffer.copy_(from_buffers[i]);
    }
  }
}

void MoveTo(torch::nn::Module& module, const torch::Device& device) {
  module.to(device);
  if (device.is_cpu()) return;
  for (torch::Tensor& parameter : module.parameters()) {
    if (parameter.dim() == 4) {
      parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
    }
  }
}

/// Of this machine's cores, for one of the processes that share them.
int CoreCount(const ProcessPlace& place) {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / place.local_size);
}

int WorkerCount(const TrainingLoopOptions& options, const Device& device,
                const ProcessPlace& place) {
  if (options.workers > 0) return options.workers;
  if (device.kind == Device::Kind::kCpu) return 1;
  return std::max(1, CoreCount(place) - 1);
}

/// Each process of a machine takes a GPU of its own, unless one is named.
ResolvedDevice DeviceOf(const TrainingLoopOptions& options, const ProcessPlace& place) {
  if (place.size > 1 && (options.device == "auto" || options.device == "cuda")) {
    const int gpus = static_cast<int>(ListDevices().size()) - 1;
    if (gpus > 0) return {{Device::Kind::kCuda, place.local_rank % gpus}, {}};
  }
  return ResolveDevice(options.device);
}

/// What all processes of a training must have been told alike.
std::string PlanOf(const TrainingTask& task, const TrainingLoopOptions& options,
                   const Device& device) {
  std::ostringstream plan;
  plan << "train " << task.name() << " --batch " << task.batch_size() << " --seed " << options.seed
       << " --learning-rate " << options.learning_rate << " --steps " << options.steps
       << " --accumulate " << options.accumulate
       << (options.mixed_precision && HasFastBFloat16(device) ? "" : " --full-precision")
       << (device.kind == Device::Kind::kCpu ? " --device cpu" : " --device cuda");
  return plan.str();
}

BatchShare ShareOf(const TrainingTask& task, const ProcessPlace& place) {
  if (task.batch_size() % place.size != 0) {
    throw Error(ErrorKind::kWrongUse, "batch",
                "must be a multiple of the " + std::to_string(place.size) + " processes");
  }
  const int count = task.batch_size() / place.size;
  return {place.rank * count, count};
}

/// While it lives OpenCV works on the calling thread alone: workers share the cores already.
class PlainOpenCv {
 public:
  explicit PlainOpenCv(bool on) : before_(cv::getNumThreads()) {
    if (on) cv::setNumThreads(1);
  }
  ~PlainOpenCv() { cv::setNumThreads(before_); }
  PlainOpenCv(const PlainOpenCv&) = delete;
  PlainOpenCv& operator=(const PlainOpenCv&) = delete;

 private:
  int before_;
};

class Training {
 public:
  Training(TrainingTask& task, const ProcessPlace& place, const TrainingLoopOptions& options,
           const Progress& progress)
      : task_(task),
        place_(place),
        share_(ShareOf(task, place)),
        options_(options),
        progress_(progress) {
    const ResolvedDevice resolved = DeviceOf(options, place);
    if (!resolved.note.empty() && IsLeader()) std::clog << resolved.note << std::endl;
    device_ = resolved.device;
    if (place.size > 1) {
      group_.emplace(place, device_, PlanOf(task, options, device_),
                     std::chrono::seconds(options.peer_timeout), progress);
      shared_batch_.emplace(&*group_);
    }
    torch_device_ = TorchDevice(device_);
    for (torch::nn::Module* module : Modules()) MoveTo(*module, torch_device_);
    optimizer_ = std::make_unique<torch::optim::AdamW>(
        task.network().parameters(),
        torch::optim::AdamWOptions(options.learning_rate).weight_decay(kWeightDecay));
    MoveAverage(task_.average(), task_.network(), 1);
    if (IsLeader()) {
      std::filesystem::create_directories(options.out);
      checkpoint_ = options.out / (task_.name() + "_checkpoint.pt");
      if (!options.start.empty()) Start();
      if (options.resume) Resume();
    }
    if (group_) TakeLeadersState();
    schedule_start_ = options.steps > 0 ? 0 : step_;
  }

  void Run() {
    const int workers = WorkerCount(options_, device_, place_);
    const PlainOpenCv plain(workers > 1);
    BatchQueue queue(step_ * options_.accumulate, workers,
                     [this](int number) { return MakeBatch(number); });
    std::ofstream log;
    if (IsLeader()) log.open(options_.out / (task_.name() + "_log.csv"), std::ios::app);
    start_ = Clock::now();
    torch::Tensor loss_sum = torch::zeros({}, torch_device_);
    int loss_count = 0;
    try {
      while (GoOn()) {
        loss_sum += Step(queue);
        ++loss_count;
        if (step_ % kLogEvery == 0) {
          const double loss = MeanOfProcesses(loss_sum) / loss_count;
          log << "loss," << step_ << ',' << SecondsSince(start_) << ',' << loss << std::endl;
          loss_sum.zero_();
          loss_count = 0;
        }
        if (step_ % options_.validate_every == 0 && IsLeader()) ValidateAndKeep(log);
      }
    } catch (const Cancelled&) {
      if (IsLeader()) SaveCheckpoint();
      throw;
    }
    if (IsLeader()) ValidateAndKeep(log);
  }

 private:
  std::vector<torch::nn::Module*> Modules() {
    std::vector<torch::nn::Module*> modules = {&task_.network(), &task_.average()};
    for (torch::nn::Module* companion : task_.companions()) modules.push_back(companion);
    return modules;
  }

  bool IsLeader() const { return place_.rank == 0; }

  double FractionNow() const {
    const double done = options_.steps > 0 ? static_cast<double>(step_) / options_.steps
                                           : SecondsSince(start_) / (options_.minutes * 60);
    return std::min(1.0, done);
  }

  /// Whether there is another step to take; sets fraction_. Throws Cancelled, in all processes
  /// before the same step.
  bool GoOn() {
    fraction_ = FractionNow();
    if (group_) {
      const Pace pace = group_->Agree(step_, {fraction_, IsCancelled()});
      fraction_ = pace.fraction;
      if (pace.stop) throw Cancelled();
    }
    if (fraction_ >= 1) return false;
    try {
      progress_.Report(fraction_);
    } catch (const Cancelled&) {
      if (!group_) throw;  // Else all stop together, before the next step.
    }
    return true;
  }

  bool IsCancelled() const {
    try {
      progress_.Checkpoint();
      return false;
    } catch (const Cancelled&) {
      return true;
    }
  }

  double MeanOfProcesses(const torch::Tensor& value) {
    torch::Tensor sum = value.clone();
    if (group_) group_->Sum(sum);
    return sum.item<double>() / place_.size;
  }

  double LearningRate() const {
    const double cosine = (1 + std::cos(std::numbers::pi * fraction_)) / 2;
    const double warm = std::min(1.0, (step_ - schedule_start_ + 1.0) / kWarmUpSteps);
    return options_.learning_rate * warm * (kLastLearningRate + (1 - kLastLearningRate) * cosine);
  }

  /// Batches are numbered through all steps.
  TensorBatch MakeBatch(int number) const {
    const int step = number / options_.accumulate;
    const int of_step = number % options_.accumulate;
    return task_.MakeBatch(options_.seed, step,
                           {of_step * task_.batch_size() + share_.first, share_.count});
  }

  /// Adds the gradient of a batch's part in the step's loss, which it returns.
  torch::Tensor LearnFrom(const TensorBatch& batch) {
    torch::Tensor loss;
    {
      const MixedPrecision mixed(options_.mixed_precision && HasFastBFloat16(device_), device_);
      loss = task_.Loss(batch, fraction_) / options_.accumulate;
    }
    loss.backward();
    return loss.detach();
  }

  torch::Tensor Step(BatchQueue& queue) {
    SetLearningRate(*optimizer_, LearningRate());
    task_.network().train();
    optimizer_->zero_grad();
    torch::Tensor loss = torch::zeros({}, torch_device_);
    for (int i = 0; i < options_.accumulate; ++i) {
      loss += LearnFrom(BatchOn(torch_device_, queue.Next()));
    }
    AverageGradients(task_.network().parameters());
    LimitGradient(task_.network().parameters());
    optimizer_->step();
    ++step_;
    const double keep = std::min(kSlowestAverage, (1.0 + step_) / (10.0 + step_));
    MoveAverage(task_.average(), task_.network(), 1 - keep);
    return loss;
  }

  void ValidateAndKeep(std::ofstream& log) {
    const torch::NoGradGuard no_gradients;
    task_.average().eval();
    const Validation validation = task_.Validate(torch_device_);
    log << "validation," << step_ << ',' << SecondsSince(start_);
    for (const auto& [name, value] : validation.figures) log << ',' << name << ',' << value;
    log << std::endl;
    if (validation.score > best_score_) {
      best_score_ = validation.score;
      SaveWeights(options_.out / (task_.name() + ".hwt"),
                  WeightsOf(task_.average(), task_.architecture(), task_.version()));
    }
    SaveCheckpoint();
  }

  torch::serialize::OutputArchive State() {
    torch::serialize::OutputArchive archive;
    int number = 0;
    for (torch::nn::Module* module : Modules()) {
      torch::serialize::OutputArchive part;
      module->save(part);
      archive.write("module" + std::to_string(number++), part);
    }
    torch::serialize::OutputArchive optimizer;
    optimizer_->save(optimizer);
    archive.write("optimizer", optimizer);
    archive.write("step", torch::tensor(static_cast<std::int64_t>(step_)));
    archive.write("best_score", torch::tensor(best_score_, torch::kDouble));
    return archive;
  }

  void SaveCheckpoint() {
    std::filesystem::path unfinished = checkpoint_;
    unfinished += ".part";
    State().save_to(unfinished.string());
    std::filesystem::rename(unfinished, checkpoint_);
  }

  void Start() {
    for (torch::nn::Module* network : {&task_.network(), &task_.average()}) {
      LoadInto(*network, options_.start, task_.architecture(), task_.version());
    }
  }

  void Resume() {
    if (!std::filesystem::exists(checkpoint_)) {
      throw Error(ErrorKind::kFileNotFound, checkpoint_.string());
    }
    try {
      torch::serialize::InputArchive archive;
      archive.load_from(checkpoint_.string(), torch_device_);
      TakeState(archive);
    } catch (const c10::Error&) {
      throw Error(ErrorKind::kBadFile, checkpoint_.string(),
                  "damaged, or the checkpoint of another network");
    }
  }

  void TakeState(torch::serialize::InputArchive& archive) {
    int number = 0;
    for (torch::nn::Module* module : Modules()) {
      torch::serialize::InputArchive part;
      archive.read("module" + std::to_string(number++), part);
      module->load(part);
    }
    torch::serialize::InputArchive optimizer;
    archive.read("optimizer", optimizer);
    optimizer_->load(optimizer);
    torch::Tensor step;
    torch::Tensor best_score;
    archive.read("step", step);
    archive.read("best_score", best_score);
    step_ = static_cast<int>(step.item<std::int64_t>());
    best_score_ = best_score.item<double>();
  }

  /// The leader alone has read files, which other machines may not have.
  void TakeLeadersState() {
    std::ostringstream own;
    if (IsLeader()) State().save_to(own);
    const std::string state = group_->FromLeader(own.str());
    if (IsLeader()) return;
    torch::serialize::InputArchive archive;
    archive.load_from(state.data(), state.size(), torch_device_);
    TakeState(archive);
  }

  TrainingTask& task_;
  ProcessPlace place_;
  BatchShare share_;
  const TrainingLoopOptions& options_;
  const Progress& progress_;
  Device device_;
  torch::Device torch_device_ = torch::kCPU;
  std::optional<ProcessGroup> group_;  ///< Nothing: alone.
  std::optional<SharedBatch> shared_batch_;
  std::unique_ptr<torch::optim::AdamW> optimizer_;
  std::filesystem::path checkpoint_;
  int step_ = 0;
  int schedule_start_ = 0;  ///< The step at which the learning rate began to rise.
  double best_score_ = std::numeric_limits<double>::lowest();
  double fraction_ = 0;  ///< Of this run that is done, for all processes.
  Clock::time_point start_ = Clock::now();
};

}  // namespace

TensorBatch BatchOn(const torch::Device& device, const TensorBatch& batch) {
  if (device.is_cpu()) return batch;
  TensorBatch moved;
  for (const torch::Tensor& tensor : batch) {
    moved.push_back(tensor.defined() ? tensor.to(device) : tensor);
  }
  return moved;
}

void TrainingLoopOptions::Check() const {
  const auto require = [](bool holds, const char* setting, const char* allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, setting, allowed);
  };
  require(!out.empty(), "out", "must name a folder");
  require(steps >= 0, "steps", "must be 0 or more");
  require(steps > 0 || minutes > 0, "minutes", "must be above 0");
  require(learning_rate > 0, "learning_rate", "must be above 0");
  require(accumulate >= 1, "accumulate", "must be 1 or more");
  require(validate_every > 0, "validate_every", "must be above 0");
  require(threads >= 0, "threads", "must be 0 or more");
  require(workers >= 0, "workers", "must be 0 or more");
  require(peer_timeout >= 1, "peer_timeout", "must be 1 or more");
}

void RunTraining(TrainingTask& task, const TrainingLoopOptions& options, const Progress& progress) {
  options.Check();
  if (options.accumulate > static_cast<int>(kMostSamples) / task.batch_size()) {
    throw Error(
        ErrorKind::kWrongUse, "accumulate",
        "a step must not learn from more than " + std::to_string(kMostSamples) + " samples");
  }
  const ProcessPlace place = FindProcessPlace();
  SetThreadCount(options.threads > 0 || place.local_size == 1 ? options.threads : CoreCount(place));
  Training(task, place, options, progress).Run();
}

}  // namespace heser
