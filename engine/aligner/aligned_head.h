#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// A source head in the target's frame. All pictures have the target view's size; colours are valid
/// where alpha > 0 and extended beyond; labels are kBackground outside the head.
struct AlignedHead {
  ColorImage color;
  AlphaMap alpha;
  LabelMap labels;
  AlphaMap confidence;
  FaceMesh mesh;
  int source = 0;
  double angle_degrees = 0;
};

}  // namespace heser
