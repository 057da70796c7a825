#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// A source head in the target's frame. Pictures have the size of the target view.
struct AlignedHead {
  ColorImage color;  ///< The source's own colours; defined a little beyond alpha, else 0.
  AlphaMap alpha;
  LabelMap labels;      ///< Head classes where alpha > 0; background elsewhere.
  AlphaMap confidence;  ///< 1: as sharp as the source; below 0.5 stretched; 0.02 made up.
  FaceMesh mesh;        ///< Where the face's points are now.
  cv::Rect box;         ///< Smallest box of alpha > 0; empty if the head is out of the picture.
  int source = 0;       ///< Index of the source that it was made from.
  double angle_degrees = 0;  ///< Between that source's pose and the pose here.
};

/// The ears of an aligned head, before they are laid over it. Pictures of the box's size.
struct EarLayer {
  cv::Rect box;  ///< In the head's pictures; empty without ears.
  ColorImage color;
  AlphaMap alpha;       ///< Without what stands in front of them.
  Mask own;             ///< Not what lies around an ear and comes along.
  AlphaMap confidence;  ///< As in AlignedHead.
};

/// Lays ears over a head: colours, alpha, labels and confidence become theirs in their measure.
/// Writes into the head's own pictures. Thread-safe for different heads.
void LayEars(const EarLayer& ears, AlignedHead& head);

}  // namespace heser
