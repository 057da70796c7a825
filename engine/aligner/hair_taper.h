#pragma once

#include <opencv2/core.hpp>

#include "engine/core/image.h"

namespace heser {

/// Where a source's pixels end inside of the picture that they are rendered into.
struct CutBelow {
  double source_bottom = 0;  ///< Row below the source's last one, in the coordinates of `place`.
  double scale = 1;          ///< Picture pixels per source pixel.
  double face_size = 0;      ///< Picture pixels.
  int picture_bottom = 0;    ///< Row below the picture's last one, in rows of `alpha`.
};

/// Hair that the source photo cuts off below ends in tips of different lengths, not along a ruler:
/// takes alpha away over the last .3 face sizes above the cut. Nothing changes where the cut lies
/// beyond the picture, as with hair that leaves the frame. `place`: for each pixel of `alpha` the
/// source pixel that it shows;
/// `hair` selects hair and what is made up behind it. Thread-safe for different pictures.
void TaperCutHair(const cv::Mat2f& place, const Mask& hair, const CutBelow& cut, AlphaMap& alpha);

}  // namespace heser
