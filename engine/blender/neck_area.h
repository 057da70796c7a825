#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Where the target's neck stands, seen or not.
struct NeckShape {
  Mask area;  ///< Selected: neck may be seen here if the head leaves it free.
  /// Seen neck that the new head leaves beside its own neck, jaw or nape of the old head's.
  Mask outside;
  /// Before the throat of a turned neck, above the collar, and `outside`: no clothing stands here.
  Mask bare;
  double left = 0;   ///< Its sides where it is narrowest, columns; only where `area` selects
  double right = 0;  ///< anything.
  /// How far the new head is turned to where the whole neck is seen behind it, 0 to 1.
  double turn = 0;
};

/// Shape of a neck between the new jaw and what is seen of the neck. Row by row its two sides are
/// those of the visible neck where they border on background or clothing and not on shoulders;
/// where hair hides one side the other is mirrored over the neck's axis, where it hides both the
/// jaw's width decides. Above the highest side that is seen the neck goes up and inwards until it
/// is behind the new jaw. Under a turned head both sides are hollow curves to where the neck is
/// seen: from under the jaw, between chin and corner, and from where the head ends at the nape.
/// Where a collar hides them they end at the collar. Empty where no neck is seen. `regions` are the
/// target's (labels are not looked at), `mesh` is the target's, `new_mesh` the new head's,
/// `new_head` where that hides everything (empty: not known). Thread-safe.
NeckShape FindNeckShape(const TargetRegions& regions, const FaceMesh& mesh,
                        const FaceMesh& new_mesh, const Mask& new_head = {});

}  // namespace heser
