#include "engine/analysis/mesh_network.h"
#include "engine/training/analysis_task.h"

namespace heser {
namespace {

// In sides of the crop: half a pixel of 128. Smaller differences count by their square.
constexpr double kMeshBeta = 0.004;
constexpr double kMeshWeight = 40;
constexpr double kPresenceWeight = 0.1;
constexpr std::int64_t kValidationBatch = 32;

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
           kPresenceWeight * PresenceLoss(output.presence, batch);
  }

  /// Even samples show heads as photographed, odd ones turned.
  Validation Validate(std::span<const TrainingSample> samples) override {
    const torch::NoGradGuard no_gradients;
    average_->eval();
    std::vector<torch::Tensor> errors;
    double present = 0;
    for (std::size_t i = 0; i < samples.size(); i += kValidationBatch) {
      const auto part =
          samples.subspan(i, std::min<std::size_t>(kValidationBatch, samples.size() - i));
      const TrainingBatch batch = BatchOf(part);
      const MeshNetworkOutput output = average_->forward(batch.images);
      errors.push_back(MeshErrorPercent(output.mesh, batch.mesh));
      present += (output.presence > 0).sum().item<double>();
    }
    const torch::Tensor all = torch::cat(errors);
    const double plain = all.slice(0, 0, all.size(0), 2).mean().item<double>();
    const double turned = all.slice(0, 1, all.size(0), 2).mean().item<double>();
    Validation validation;
    validation.figures = {{"mesh_percent", plain},
                          {"mesh_turned_percent", turned},
                          {"present", present / static_cast<double>(samples.size())}};
    validation.score = -(plain + turned) / 2;
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
