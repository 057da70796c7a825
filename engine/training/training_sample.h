#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "engine/training/training_photos.h"

namespace heser {

enum class CropKind { kHead, kMesh };

/// One thing for a network to learn from. Maps have half the picture's side, as HeadNet answers.
struct TrainingSample {
  cv::Mat3b image;       ///< size x size, RGB.
  LabelMap labels;       ///< size/2; kUnjudged where the truth is unknown. Head crops only.
  cv::Mat1b matte;       ///< size/2, 0 to 255; holds only where labels are judged.
  FaceMesh mesh;         ///< In sides of the crop, zero at its middle.
  bool has_face = true;  ///< Without a face only the presence is learnt.
};

struct AugmentationOptions {
  double turned_share = 0.5;  ///< Share of samples with a turned head.
  double largest_yaw = 55;    ///< Degrees either side.
  double largest_pitch = 20;
  double faceless_share = 0.1;  ///< Share of crops without a face, with half of one, upside down.
  double background_share = 0.25;
};

/// Makes samples of a set of photos. Thread-safe: only the random numbers passed in are written.
class SampleMaker {
 public:
  /// `photos` must outlive it. Held-out photos are left out of the drawing.
  SampleMaker(std::span<const TrainingPhoto> photos, CropKind kind, int size,
              AugmentationOptions options);

  /// A random sample; the same for the same state of `random`.
  TrainingSample Draw(std::mt19937& random) const;

  /// The crop that the product makes of a photo, its head turned by these angles, nothing else
  /// changed: for validation.
  TrainingSample Plain(const TrainingPhoto& photo, const HeadAngles& turn) const;

  int size() const { return size_; }

 private:
  const TrainingPhoto& DrawPhoto(std::mt19937& random) const;
  TrainingSample Sample(const TrainingPhoto& photo, const HeadAngles& turn,
                        const cv::Matx23d& crop_from_plain_crop, bool mirrored) const;
  TrainingSample Faceless(std::mt19937& random) const;
  void ChangeBackground(TrainingSample& sample, std::mt19937& random) const;

  std::span<const TrainingPhoto> photos_;
  std::vector<std::size_t> drawn_;  ///< Photos that may be drawn,
  std::vector<double> weights_;     ///< and the running sum of their weights.
  CropKind kind_;
  int size_;
  AugmentationOptions options_;
};

/// Random exposure, gamma, colour cast, saturation, blur, noise, loss of resolution and something
/// in front of the face (labels there become kUnjudged). Changes `sample` in place.
void DisturbColors(TrainingSample& sample, std::mt19937& random);

}  // namespace heser
