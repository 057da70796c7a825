#include "engine/training/analysis_task.h"

#include <cstring>

#include <torch/nn/functional/loss.h>

#include "engine/nn/shared_batch.h"

namespace heser {
namespace {

namespace F = torch::nn::functional;

/// Places in a batch that travels.
enum BatchPlace : std::size_t { kImages, kLabels, kMatte, kMesh, kHasFace, kBatchTensors };

torch::Tensor BytesOf(const cv::Mat& picture) {
  const cv::Mat whole = picture.isContinuous() ? picture : picture.clone();
  std::vector<std::int64_t> shape = {whole.rows, whole.cols};
  if (whole.channels() > 1) shape.push_back(whole.channels());
  torch::Tensor bytes = torch::empty(shape, torch::kUInt8);
  std::memcpy(bytes.data_ptr(), whole.data, whole.total() * whole.elemSize());
  return bytes;
}

}  // namespace

torch::Tensor TensorOfMesh(const FaceMesh& mesh) {
  torch::Tensor tensor = torch::empty({kMeshPointCount, 3}, torch::kFloat32);
  auto* values = tensor.data_ptr<float>();
  for (int i = 0; i < kMeshPointCount * 3; ++i) values[i] = static_cast<float>(mesh.data()[i]);
  return tensor;
}

TensorBatch BytesOfSamples(std::span<const TrainingSample> samples) {
  std::vector<torch::Tensor> images;
  std::vector<torch::Tensor> labels;
  std::vector<torch::Tensor> mattes;
  std::vector<torch::Tensor> meshes;
  std::vector<float> has_face;
  for (const TrainingSample& sample : samples) {
    images.push_back(BytesOf(sample.image));
    if (!sample.labels.empty()) {
      labels.push_back(BytesOf(sample.labels));
      mattes.push_back(BytesOf(sample.matte));
    }
    meshes.push_back(TensorOfMesh(sample.mesh));
    has_face.push_back(sample.has_face ? 1.F : 0.F);
  }
  TensorBatch bytes(kBatchTensors);
  bytes[kImages] = torch::stack(images);
  if (!labels.empty()) {
    bytes[kLabels] = torch::stack(labels);
    bytes[kMatte] = torch::stack(mattes);
  }
  bytes[kMesh] = torch::stack(meshes);
  bytes[kHasFace] = torch::tensor(has_face);
  return bytes;
}

TrainingBatch FromBytes(const TensorBatch& bytes) {
  TrainingBatch batch;
  batch.images = bytes[kImages].to(torch::kFloat32).div_(127.5).sub_(1).permute({0, 3, 1, 2});
  if (bytes[kLabels].defined()) {
    batch.labels = bytes[kLabels].to(torch::kLong);
    batch.matte = bytes[kMatte].to(torch::kFloat32).div_(255);
  }
  batch.mesh = bytes[kMesh];
  batch.has_face = bytes[kHasFace];
  return batch;
}

torch::Tensor MeshLoss(const torch::Tensor& mesh, const TrainingBatch& batch, double beta) {
  const torch::Tensor difference = (mesh - batch.mesh).abs();
  const torch::Tensor loss =
      torch::where(difference < beta, difference.square() * (0.5 / beta), difference - 0.5 * beta)
          .mean({1, 2});
  return (loss * batch.has_face).sum() / CountOfShare(batch.has_face.sum());
}

torch::Tensor RotationError(const torch::Tensor& mesh, const torch::Tensor& truth) {
  std::vector<std::int64_t> stable(StableMeshPoints().begin(), StableMeshPoints().end());
  const torch::Tensor points = torch::tensor(stable, truth.device());
  const auto centred = [&](const torch::Tensor& whole) {
    const torch::Tensor part = whole.index_select(1, points);
    return part - part.mean(1, true);
  };
  const torch::Tensor at = centred(truth);
  const torch::Tensor seen = centred(mesh);
  const torch::Tensor torque = torch::cross(at, seen, 2).sum(1);
  // Inertia between the two, so that a mesh that is drawn too small does not seem to be turned
  // less.
  const torch::Tensor inertia =
      (at * seen).sum({1, 2}).clamp_min(1e-4).view({-1, 1, 1}) * torch::eye(3, truth.options()) -
      seen.transpose(1, 2).matmul(at);
  return inertia.inverse().matmul(torque.unsqueeze(2)).squeeze(2);
}

torch::Tensor RotationLoss(const torch::Tensor& mesh, const TrainingBatch& batch, double beta) {
  // Where there is no face anything may be answered, even what has no pose.
  const torch::Tensor faces = torch::where(batch.has_face.view({-1, 1, 1}) > 0, mesh, batch.mesh);
  const torch::Tensor angle = RotationError(faces, batch.mesh).square().sum(1).add(1e-12).sqrt();
  const torch::Tensor loss =
      torch::where(angle < beta, angle.square() * (0.5 / beta), angle - 0.5 * beta);
  return (loss * batch.has_face).sum() / CountOfShare(batch.has_face.sum());
}

torch::Tensor PresenceLoss(const torch::Tensor& presence, const TrainingBatch& batch) {
  return F::binary_cross_entropy_with_logits(presence, batch.has_face);
}

double AddMeshFigures(const torch::Tensor& errors, const torch::Tensor& presence,
                      Validation& validation) {
  const auto mean_of = [](const torch::Tensor& values, std::int64_t kind) {
    return values.slice(0, kind, values.size(0), kValidationKinds).mean().item<double>();
  };
  const torch::Tensor seen = (presence > 0).to(torch::kFloat32);
  const double plain = mean_of(errors, 0);
  const double turned = mean_of(errors, 1);
  validation.figures.emplace_back("mesh_percent", plain);
  validation.figures.emplace_back("mesh_turned_percent", turned);
  validation.figures.emplace_back("seen", (mean_of(seen, 0) + mean_of(seen, 1)) / 2);
  validation.figures.emplace_back("refused", 1 - mean_of(seen, 2));
  return (plain + turned) / 2;
}

torch::Tensor MeshErrorPercent(const torch::Tensor& mesh, const torch::Tensor& truth) {
  using namespace mesh_point;
  const torch::Tensor distance = (mesh - truth).narrow(2, 0, 2).square().sum(2).sqrt().mean(1);
  const torch::Tensor eyes =
      (truth.select(1, kEyeLeftOuter) - truth.select(1, kEyeRightOuter)).square().sum(1).sqrt();
  return distance / eyes * 100;
}

}  // namespace heser
