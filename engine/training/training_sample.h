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
  double faceless_share = 0.15;   ///< Share of crops without a face, with half of one, upside down.
  double background_share = 0.4;  ///< Share of head crops before another background.
  /// Share of these before a drawn one (drawn_backgrounds.h); the others' are pieces of photos.
  double drawn_share = 0.6;
  double prepared_share = 0.4;  ///< Share of faces drawn from prepared turned heads, if any.
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

  /// The same with a crop that is shifted, tilted, scaled and mirrored at random, as detectors and
  /// coarse meshes are wrong.
  TrainingSample Jittered(const TrainingPhoto& photo, const HeadAngles& turn,
                          std::mt19937& random) const;

  /// A crop without a face, with half of one or with one upside down; colours as photographed.
  TrainingSample Faceless(std::mt19937& random) const;

  /// A head crop before a drawn background, half of the time in its hair's own colour.
  TrainingSample BeforeDrawnBackground(TrainingSample sample, std::mt19937& random) const;

  int size() const { return size_; }

 private:
  /// Photos that may be drawn, by number, and the running sum of their weights.
  struct Pool {
    std::vector<std::size_t> photos;
    std::vector<double> weights;
  };
  const TrainingPhoto& DrawPhoto(const Pool& pool, std::mt19937& random) const;
  TrainingSample Sample(const TrainingPhoto& photo, const HeadAngles& turn,
                        const cv::Matx23d& crop_from_plain_crop, bool mirrored) const;
  cv::Matx23d CropBesideTheFace(const TrainingPhoto& photo, std::mt19937& random) const;
  cv::Mat3b PieceOfAnotherPhoto(std::mt19937& random) const;
  /// By the sample's matte.
  void PutBefore(const cv::Mat3b& background, TrainingSample& sample) const;

  std::span<const TrainingPhoto> photos_;
  Pool plain_;
  Pool prepared_;
  CropKind kind_;
  int size_;
  AugmentationOptions options_;
};

/// Random exposure, gamma, colour cast, saturation, blur, noise, loss of resolution and something
/// in front of the face (labels there become kUnjudged). Changes `sample` in place.
void DisturbColors(TrainingSample& sample, std::mt19937& random);

}  // namespace heser
