#pragma once

#include <random>

#include <opencv2/core.hpp>

namespace heser {

/// A background as no photo of ours has it, drawn at random: wood with planks, leaves, upright
/// stripes as of books and blinds, or rough ground of many scales, now and then out of focus. RGB,
/// `size`; the same for the same state of `random`. Its colours lie about `color` (RGB) where that
/// is not null: given a person's hair colour it differs from hair by its shape alone. Portraits
/// stand before plain walls, and a network that has seen nothing else calls a wooden door or a
/// hedge behind a head its hair.
cv::Mat3b DrawBackground(cv::Size size, const cv::Vec3b* color, std::mt19937& random);

}  // namespace heser
