#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/aligner/surface_sampling.h"

namespace heser {

/// The ears of a posed surface as a window shows them, head and hair before them taken off.
/// Pictures of the box's size.
struct PosedEars {
  cv::Rect box;  ///< In the window; empty where no ears are.
  SurfaceSamples samples;
  AlphaMap alpha;
};

/// `head` are the samples of the head itself in that window, `face_size` is in target pixels.
/// Thread-safe. Throws Cancelled.
PosedEars SampleEars(const HeadSurface& surface, const PosedMesh& posed, const SurfaceSamples& head,
                     const cv::Rect& window, double face_size, const Progress& progress);

/// What the ears look like; `window` says where in the picture they are.
EarLayer PaintEars(const HeadSurface& surface, const PosedEars& ears, const cv::Rect& window);

/// Where the ears are, place and confidence become theirs. Thread-safe.
void PutEarPlaces(const PosedEars& ears, SurfaceSamples& head);

}  // namespace heser
