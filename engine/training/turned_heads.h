#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

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
