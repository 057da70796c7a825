#include <numbers>

#include "engine/analysis/mesh_network.h"
#include "engine/training/analysis_task.h"

namespace heser {
namespace {

// In sides of the crop: half a pixel of 128. Smaller differences count by their square.
constexpr double kMeshBeta = 0.004;
constexpr double kMeshWeight = 40;
// One degree. The weight makes an error of 5 degrees count as much as one of 1 % of the crop at
// every point.
constexpr double kRotationBeta = std::numbers::pi / 180;
constexpr double kRotationWeight = 4;
// A degree of rotation is worth as much as half a per cent of mesh error.
constexpr double kRotationScore = 0.5;
constexpr double kPresenceWeight = 0.4;
constexpr std::size_t kValidationBatch = 30;

class MeshTask : public AnalysisTask {
 public:
  explicit MeshTask(const FaceMesh& mean_mesh) { network_->SetMeanMesh(TensorOfMesh(mean_mesh)); }

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  std::string name() const override { return "mesh_net"; }
  std::string architecture() const override { return kMeshNetworkName; }
  int version() const override { return kMeshNetworkVersion; }

  torch::Tensor Loss(const TrainingBatch& batch) override {
    const MeshNetworkOutput output = network_->forward(batch.images);
    return kMeshWeight * MeshLoss(output.mesh, batch, kMeshBeta) +
           kRotationWeight * RotationLoss(output.mesh, batch, kRotationBeta) +
           kPresenceWeight * PresenceLoss(output.presence, batch);
  }

  Validation Validate(std::span<const TrainingSample> samples,
                      const torch::Device& device) override {
    std::vector<torch::Tensor> errors;
    std::vector<torch::Tensor> angles;
    std::vector<torch::Tensor> scores;
    for (std::size_t i = 0; i < samples.size(); i += kValidationBatch) {
      const TrainingBatch batch = FromBytes(
          BatchOn(device, BytesOfSamples(samples.subspan(
                              i, std::min<std::size_t>(kValidationBatch, samples.size() - i)))));
      const MeshNetworkOutput output = average_->forward(batch.images);
      errors.push_back(MeshErrorPercent(output.mesh, batch.mesh).cpu());
      angles.push_back(RotationError(output.mesh, batch.mesh).square().sum(1).sqrt().cpu());
      scores.push_back(output.presence.cpu());
    }
    Validation validation;
    const double mesh = AddMeshFigures(torch::cat(errors), torch::cat(scores), validation);
    const torch::Tensor degrees = torch::cat(angles) * (180 / std::numbers::pi);
    const auto mean_degrees = [&](std::int64_t kind) {
      return degrees.slice(0, kind, degrees.size(0), kValidationKinds).mean().item<double>();
    };
    const double plain = mean_degrees(0);
    const double turned = mean_degrees(1);
    validation.figures.emplace_back("rotation_degrees", plain);
    validation.figures.emplace_back("rotation_turned_degrees", turned);
    validation.score = -mesh - kRotationScore * (plain + turned) / 2;
    return validation;
  }

 private:
  MeshNetwork network_;
  MeshNetwork average_;
};

}  // namespace

std::unique_ptr<AnalysisTask> MakeMeshTask(const FaceMesh& mean_mesh) {
  return std::make_unique<MeshTask>(mean_mesh);
}

}  // namespace heser
