#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "engine/aligner/head_surface.h"
#include "engine/analysis/face_analysis.h"
#include "engine/training/training_photos.h"

namespace heser {

/// How training photos are turned ahead of training.
struct TurnedHeadsOptions {
  int copies = 3;            ///< Of each photo.
  double smallest_yaw = 20;  ///< Degrees either side; smaller turns are made on the fly.
  double largest_yaw = 75;
  double largest_pitch = 20;
  std::uint32_t seed = 1;
};

/// A photo without its head: what stood behind it is filled from the background.
struct HeadlessScene {
  ColorImage color;
  LabelMap labels;
  AlphaMap matte;
};

/// The photo as the aligner takes it: what was not judged is background.
HeadView ViewOf(const TrainingPhoto& photo);

/// Turns the head of one photo, or puts it on others' bodies; its surface is dear, so that all
/// copies share it. Thread-safe once made. All throw Cancelled.
class PhotoTurner {
 public:
  /// `photo` must outlive it.
  PhotoTurner(const TrainingPhoto& photo, const Progress& progress);

  /// With the face where `destination` is, on another's body.
  TrainingPhoto On(const TrainingPhoto& body, const FaceMesh& destination,
                   const Progress& progress) const;
  /// See TurnedPhoto.
  TrainingPhoto Turned(const HeadAngles& turn, const Progress& progress) const;

  const HeadSurface& surface() const { return surface_; }

 private:
  const TrainingPhoto& photo_;
  HeadView view_;
  HeadlessScene scene_;
  HeadSurface surface_;
};

/// The photo with its head turned by the aligner's head surface over its own background, the old
/// head filled smoothly. Labels are kUnjudged where the old head hid what is now seen near neck and
/// clothing. Thread-safe. Throws Cancelled.
TrainingPhoto TurnedPhoto(const TrainingPhoto& photo, const HeadAngles& turn,
                          const Progress& progress);

/// Turns every photo that is not held out and writes the copies into `folder`: X.jpg, X_labels.png
/// (the classes of labels.h, 255 unjudged), X_matte.png, X_mesh.npy and manifest.csv. Throws
/// Error{kCannotWrite}, Cancelled.
void PrepareTurnedHeads(std::span<const TrainingPhoto> photos, const std::filesystem::path& folder,
                        const TurnedHeadsOptions& options, const Progress& progress);

/// How heads are put on other photos ahead of training.
struct SwappedHeadsOptions {
  int copies = 4;           ///< Of each photo, each on another photo's body.
  double largest_yaw = 55;  ///< Turned from the body's own pose by this at most, degrees.
  double largest_pitch = 15;
  double largest_roll = 8;
  std::uint32_t seed = 1;
};

/// Puts the head of every photo that is not held out on bodies of others, by the aligner's geometry
/// in the body's pose and expression and turned at random from there, and writes them as
/// PrepareTurnedHeads does: what the networks see when a swap is measured. The mesh written is
/// where the aligner meant the head to be; a teacher may read it anew (see the model card). Throws
/// Error{kCannotWrite}, Cancelled.
void PrepareSwappedHeads(std::span<const TrainingPhoto> photos, const std::filesystem::path& folder,
                         const SwappedHeadsOptions& options, const Progress& progress);

/// Reads what PrepareTurnedHeads or PrepareSwappedHeads wrote. Throws Error{kFileNotFound,
/// kBadFile}, Cancelled.
std::vector<TrainingPhoto> LoadTurnedHeads(const std::filesystem::path& folder,
                                           const Progress& progress);

}  // namespace heser
