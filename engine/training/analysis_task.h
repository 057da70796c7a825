#pragma once

// LibTorch header: include it in training sources only.
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <torch/nn/module.h>

#include "engine/training/training_loop.h"
#include "engine/training/training_sample.h"

namespace heser {

/// N samples as tensors.
struct TrainingBatch {
  torch::Tensor images;    ///< N x 3 x S x S in [-1, 1], channels last.
  torch::Tensor labels;    ///< N x S/2 x S/2, int64; kUnjudged is 255. Head crops only.
  torch::Tensor matte;     ///< N x S/2 x S/2, 0 to 1. Head crops only.
  torch::Tensor mesh;      ///< N x 468 x 3 in sides of the crop.
  torch::Tensor has_face;  ///< N, 0 or 1.
};

/// N samples as they travel: images N x S x S x 3, labels and matte N x S/2 x S/2 (both undefined
/// for mesh crops) in bytes, mesh and has_face as in TrainingBatch.
TensorBatch BytesOfSamples(std::span<const TrainingSample> samples);
/// The batch of what BytesOfSamples made, on the device where it lies.
TrainingBatch FromBytes(const TensorBatch& bytes);

/// Kinds of validation samples, which take turns.
inline constexpr std::int64_t kValidationKinds = 4;

/// Adds the mean mesh errors (per cent) of heads as photographed and turned, and the shares of
/// faces seen and of crops without a face refused, of all samples in order. Returns the mean of the
/// errors.
double AddMeshFigures(const torch::Tensor& errors, const torch::Tensor& presence,
                      Validation& validation);

/// What differs between the networks of the analysis in training.
class AnalysisTask {
 public:
  virtual ~AnalysisTask() = default;
  virtual torch::nn::Module& network() = 0;
  virtual torch::nn::Module& average() = 0;
  virtual torch::Tensor Loss(const TrainingBatch& batch) = 0;
  /// The average network, on `device`, on samples that were put aside: in fours, a head as
  /// photographed, one turned in a crop that is off, a crop without a face, and the head as
  /// photographed again, in head crops before a drawn background.
  virtual Validation Validate(std::span<const TrainingSample> samples,
                              const torch::Device& device) = 0;
  virtual std::string name() const = 0;  ///< Of its files: "head_net".
  virtual std::string architecture() const = 0;
  virtual int version() const = 0;
};

/// `mean_mesh` in sides of the crop, 468 x 3.
std::unique_ptr<AnalysisTask> MakeHeadTask(const FaceMesh& mean_mesh);
std::unique_ptr<AnalysisTask> MakeMeshTask(const FaceMesh& mean_mesh);

torch::Tensor TensorOfMesh(const FaceMesh& mesh);

/// Smooth L1 of meshes where there is a face; mean over points and coordinates.
torch::Tensor MeshLoss(const torch::Tensor& mesh, const TrainingBatch& batch, double beta);

/// By how much the head of `mesh` is turned against that of `truth`, N x 3: a rotation vector in
/// radians, the least-squares one for small angles over the stable points, whatever its size. Depth
/// is the smallest part of a mesh's error but nearly all of its pitch's, and the pose is what heads
/// are turned by.
torch::Tensor RotationError(const torch::Tensor& mesh, const torch::Tensor& truth);

/// Smooth L1 (beta in radians) of the rotation's length where there is a face.
torch::Tensor RotationLoss(const torch::Tensor& mesh, const TrainingBatch& batch, double beta);

/// Binary cross entropy of the presence.
torch::Tensor PresenceLoss(const torch::Tensor& presence, const TrainingBatch& batch);

/// Mean distance of points in the picture, in per cent of the outer eye corners' distance in space
/// (which a turned head does not shorten), a sample each.
torch::Tensor MeshErrorPercent(const torch::Tensor& mesh, const torch::Tensor& truth);

}  // namespace heser
