#pragma once

#include <filesystem>

namespace heser {

/// What pictures that a network makes are judged by beside their distance to the truth (losses.h).
struct PictureLossOptions {
  std::filesystem::path perceptual;  ///< See PerceptualLoss; empty: no perceptual loss.
  double perceptual_weight = 0.1;
  double adversarial_weight = 0.02;  ///< 0: no adversary.
  double adversary_from = 1.0 / 3;   ///< Fraction of the run before which there is no adversary.
  /// See HeadConsistency; both 0: HeadNet is not asked. The recipe's weights. Tried on 40 steps of
  /// 4 heads from the shipped aligner's weights: people held out came to 21.54 dB and a perceptual
  /// distance of .1591 without them, 21.56 and .1593 with these, 21.61 and .1601 with ten times as
  /// much.
  double labels_weight = 0.05;
  double landmarks_weight = 0.5;
  std::filesystem::path head_net;  ///< HeadNet's weights; empty: those that the program ships.
};

}  // namespace heser
