#pragma once

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

/// Reads labels and matte of the head with this mesh (in the picture's pixels): HeadNet on its own
/// crop and on wider ones (long hair, shoulders), each used where the closer ones end; brought to
/// the picture's resolution along its colour edges (guided_upsampling.h). Thread-safe; throws
/// Cancelled.
HeadLabels ReadHeadLabels(const HeadNet& net, const ColorImage& picture, const FaceMesh& mesh,
                          const Progress& progress);

}  // namespace heser
