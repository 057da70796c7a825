#pragma once

#include <optional>

#include "engine/aligner/aligned_head.h"

namespace heser {

/// Mean difference of log light, per channel, of two heads in one frame over the pixels of
/// `labels`: where both heads show them clearly, else of all that each shows. Nothing where there
/// are too few. Thread-safe.
std::optional<cv::Vec3d> LogDifference(const AlignedHead& from, const AlignedHead& to,
                                       LabelSet labels);

/// Log gain a channel, in linear light, that gives `head` the exposure and white balance of
/// `reference`: the difference of the robust log means over the skin that both show clearly, else
/// over the skin of each; 0 where one shows none. Within +-1.2.
cv::Vec3d ExposureGain(const AlignedHead& head, const AlignedHead& reference);

/// Multiplies linear light by exp(log_gain); sRGB-encoded in and out.
ColorImage Expose(const ColorImage& color, const cv::Vec3d& log_gain);

}  // namespace heser
