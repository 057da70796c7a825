#pragma once

#include "engine/core/image.h"

namespace heser {

/// Sharpens a coarse matte along the edges of its picture, strands of hair included, without halos.
///
/// On a grid of `step` picture pixels, each window fits coverage as a linear function of colour
/// (the local colour line model of Levin, Lischinski and Weiss, PAMI 2008, as the guided filter of
/// He, Sun and Tang, PAMI 2013 uses it), but from those pixels alone that the coarse matte is sure
/// of. The functions then read the picture's own colours; where colour tells person from background
/// badly, the coarse matte stays, steepened. Beyond a window's reach of the coarse edge it stays
/// as it is.
///
/// `coarse` is the matte on that grid: picture size / step, corners together. Thread-safe.
AlphaMap RefineMatte(const ColorImage& picture, const cv::Mat1f& coarse);

}  // namespace heser
