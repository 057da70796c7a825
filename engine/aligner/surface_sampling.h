#pragma once

#include "engine/aligner/posed_mesh.h"

namespace heser {

/// What each pixel of a window sees of a posed surface. Pictures of the window's size.
struct SurfaceSamples {
  cv::Mat2f place;      ///< Pixel of the surface's pictures; far outside where nothing is.
  AlphaMap confidence;  ///< As in AlignedHead; 0 where nothing is.
  Mask hit;
  Mask back;          ///< Shows the back sheet.
  ScalarImage depth;  ///< z, target pixels; not read where nothing is.
};

/// Box of the posed mesh, ears and all, in a picture of `size`, `margin` pixels wider on each side;
/// empty where the head is out of the picture.
cv::Rect WindowOf(const PosedMesh& posed, const cv::Size& size, int margin);

/// The same of the ears alone.
cv::Rect EarWindowOf(const PosedMesh& posed, const cv::Size& size, int margin);

/// Samples of the two sheets, and of the ears alone. Thread-safe. Throw Cancelled.
SurfaceSamples SampleHead(const HeadSurface& surface, const PosedMesh& posed,
                          const cv::Rect& window, const Progress& progress);
SurfaceSamples SampleEarSheet(const HeadSurface& surface, const PosedMesh& posed,
                              const cv::Rect& window, const Progress& progress);

}  // namespace heser
