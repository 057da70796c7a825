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

/// Reads what PrepareTurnedHeads wrote. Throws Error{kFileNotFound, kBadFile}, Cancelled.
std::vector<TrainingPhoto> LoadTurnedHeads(const std::filesystem::path& folder,
                                           const Progress& progress);

}  // namespace heser
