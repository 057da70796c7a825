#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// Where the target's neck stands, seen or not.
struct NeckShape {
  Mask area;         ///< Selected: neck may be seen here if the head leaves it free.
  double left = 0;   ///< Its sides where it is narrowest, columns; only where `area` selects
  double right = 0;  ///< anything.
  /// How far a neck stands out below the new jaw at most, columns.
  double new_left = 0;
  double new_right = 0;
  bool shows_nape = false;  ///< The new head is turned so far that the neck is seen behind it.
};

/// Shape of a neck between the new jaw and what is seen of the neck. Row by row its two sides are
/// those of the visible neck where they border on background or clothing and not on shoulders;
/// where hair hides one side the other is mirrored over the neck's axis, where it hides both the
/// jaw's width decides. Above the highest side that is seen the neck goes up and inwards until it
/// is behind the new jaw; behind a turned head it goes up to where the head ends at the nape. Empty
/// where no neck is seen. `neck` and `removed` are of the target (`removed`: what of it is filled
/// anew); `mesh` is the target's, `new_mesh` the new head's, `new_head` where that hides everything
/// (empty: not known). Thread-safe.
NeckShape FindNeckShape(const Mask& neck, const Mask& removed, const FaceMesh& mesh,
                        const FaceMesh& new_mesh, const Mask& new_head = {});

}  // namespace heser
