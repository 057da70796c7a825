#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// Corners of the jaw below the ears, by the picture's sides for a face that looks at the viewer.
inline constexpr int kJawCornerLeft = 58;
inline constexpr int kJawCornerRight = 288;
/// Half a neck over half the distance of the jaw's corners, seen from the front.
inline constexpr double kNeckOfJaw = 0.82;

/// Where a jaw's width, measured in space and laid around the neck's axis, ends: so it holds for
/// turned heads, too, where the neck is seen behind the jaw.
struct JawCorners {
  double left;  ///< Columns.
  double right;
  double y;  ///< The higher corner's row: the neck ends there.
};
JawCorners CornersOf(const FaceMesh& mesh);

/// Where the neck meets the new head, on one side: the column that it narrows to, going up, and the
/// row of that.
struct NeckEnd {
  double x;
  double y;
  bool at_nape = false;
};
struct NeckEnds {
  NeckEnd left;
  NeckEnd right;
  double turn = 0;  ///< Share of a full turn, below 0 where the head's back is seen at the left.
};
/// `head` selects where the new head hides everything (empty: not known). Thread-safe.
NeckEnds EndsOf(const FaceMesh& mesh, const Mask& head);

/// One side of the neck by rows, columns; nothing where it is hidden.
using NeckSide = std::vector<std::optional<double>>;

/// Both sides as the target shows them.
struct SeenNeck {
  NeckSide left;
  NeckSide right;
  double axis;  ///< Column.
};
/// The sides from the jaw's corners down to row `bottom`; hidden where anything of `hiding` lies
/// beside. `mesh` is the target's. Thread-safe.
SeenNeck FindSides(const Mask& neck, const Mask& hiding, const FaceMesh& mesh, int bottom);

}  // namespace heser
