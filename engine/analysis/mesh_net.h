#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/nn/device.h"

namespace heser {

struct MeshPrediction {
  FaceMesh mesh;        ///< In pixels of the crop.
  double presence = 0;  ///< 0 to 1: is there one face where MeshCropFromPhoto would put it?
};

/// The fine face mesh of face crops (MeshCropFromPhoto, SampleCrop). The crop of a coarse mesh is
/// good enough to start from; a second run on the crop of the first result gains a little. Run is
/// thread-safe: the network is only read.
class MeshNet {
 public:
  /// Throws Error{kBadModel} if the file is missing, damaged or of another network.
  static MeshNet Load(const std::filesystem::path& file, const Device& device);
  MeshNet(MeshNet&&) noexcept;
  MeshNet& operator=(MeshNet&&) noexcept;
  ~MeshNet();

  /// Crops are kMeshCropSize x kMeshCropSize, RGB 0 to 1. Throws Error{kWrongUse} for other sizes.
  std::vector<MeshPrediction> Run(std::span<const ColorImage> crops) const;
  MeshPrediction Run(const ColorImage& crop) const;

 private:
  struct Network;
  explicit MeshNet(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

}  // namespace heser
