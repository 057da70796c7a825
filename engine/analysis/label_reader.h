#pragma once

#include <span>

#include "engine/analysis/face_mesh.h"
#include "engine/analysis/head_net.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/core/progress.h"

namespace heser {

/// What a picture of a head shows, for each of its pixels.
struct HeadLabels {
  LabelMap labels;  ///< Background beyond the network's crops.
  AlphaMap matte;   ///< Coverage of the whole person; 0 beyond the crops.
};

/// HeadNet's answer on one crop and where its maps lie in the picture.
struct CropReading {
  HeadPrediction prediction;
  cv::Matx23d map_from_picture;
  /// What it is believed about. What it takes for something else counts as clothing: in a crop far
  /// wider than a head, arms pass for faces.
  LabelSet says = kHeadLabels | kBodyLabels | LabelSet{Label::kBackground};
};

/// Labels and matte of a picture from readings of it, the closest first: each is used where the
/// closer ones end. The matte is brought to the picture's resolution along its edges
/// (matte_refinement.h) and decides, with the maps, between person and background. Thread-safe;
/// throws Cancelled.
HeadLabels LabelsFromReadings(const ColorImage& picture, std::span<const CropReading> readings,
                              const Progress& progress);

/// Reads labels and matte of the head with this mesh (in the picture's pixels): HeadNet on its own
/// crop and on wider ones (long hair, shoulders, the rest of the view), put together by
/// LabelsFromReadings. What does not hang together with the face is left out. Thread-safe; throws
/// Cancelled.
HeadLabels ReadHeadLabels(const HeadNet& net, const ColorImage& picture, const FaceMesh& mesh,
                          const Progress& progress);

}  // namespace heser
