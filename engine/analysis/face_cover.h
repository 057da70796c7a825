#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// A mask, a bar or a patch of a single colour that somebody laid over a face.
struct FaceCover {
  double share = 0;  ///< Of the face, 0 to 1; 0: there is none.
  /// Of the view's size: the cover with its rim, also what of it lies beside the face. Empty: there
  /// is none.
  Mask mask;
};

/// Finds the areas of one colour that lie over a face. Skin, cloth and blurred photos are never so
/// even; what is over- or underexposed is, but has no edge. Thread-safe.
FaceCover FindFaceCover(const HeadView& view);

/// `view` with nothing labelled under the cover of its face: for statistics of what it shows. The
/// same pictures where there is none. Thread-safe.
HeadView WithoutCover(const HeadView& view);

}  // namespace heser
