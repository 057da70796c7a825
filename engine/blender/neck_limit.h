#pragma once

#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/blender/neck_area.h"

namespace heser {

/// How wide a neck may be made up where hair hides its sides. Completers know the old head's
/// surroundings but not the new jaw, beside which what they add shows as boxes and wings of skin.
/// Up from the chin the neck is no wider than its shape and than nearly all necks are for their
/// jaw; down from there its sides curve outwards to the shoulders as fast as those of nearly all
/// people.
class NeckLimit {
 public:
  /// `neck` is the shape for these meshes (the target's and the new head's).
  NeckLimit(const NeckShape& neck, const FaceMesh& mesh, const FaceMesh& new_mesh);
  /// Whether hidden neck may stand at this pixel of the picture. Thread-safe.
  bool Allows(int y, int x) const;

 private:
  struct Sides {
    double left;  ///< Columns.
    double right;
  };
  std::vector<Sides> rows_;
};

}  // namespace heser
