#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/nn/device.h"

namespace heser {

/// What HeadNet says of one head crop. Its maps have half the crop's size: map pixel i covers the
/// crop's pixels 2 i and 2 i + 1, so that its centre lies at 2 i + .5.
struct HeadPrediction {
  cv::Mat probabilities;  ///< 128 x 128, float32, kLabelCount channels that sum to 1.
  AlphaMap matte;         ///< 128 x 128, coverage of the whole person.
  FaceMesh mesh;          ///< Coarse, in pixels of the crop.
  double presence = 0;    ///< 0 to 1: is there one head where HeadCropFromPhoto would put it?
};

/// Labels, matte, coarse mesh and presence of head crops (HeadCropFromPhoto, SampleCrop). Run is
/// thread-safe: the network is only read.
class HeadNet {
 public:
  /// Throws Error{kBadModel} if the file is missing, damaged or of another network.
  static HeadNet Load(const std::filesystem::path& file, const Device& device);
  HeadNet(HeadNet&&) noexcept;
  HeadNet& operator=(HeadNet&&) noexcept;
  ~HeadNet();

  /// Crops are kHeadCropSize x kHeadCropSize, RGB 0 to 1. Throws Error{kWrongUse} for other sizes.
  std::vector<HeadPrediction> Run(std::span<const ColorImage> crops) const;
  HeadPrediction Run(const ColorImage& crop) const;

 private:
  struct Network;
  explicit HeadNet(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

/// The most probable label of every pixel of a map of probabilities.
LabelMap LabelsOfProbabilities(const cv::Mat& probabilities);

}  // namespace heser
