#pragma once

#include <array>
#include <vector>

#include "engine/aligner/head_texture.h"
#include "engine/analysis/face_analysis.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"

namespace heser {

/// How a head is lifted out of its photo.
struct HeadSurfaceOptions {
  /// 1/130: finer grids show no more than the mesh knows. Never below 2 px.
  double grid_step = 1.0 / 130;
  bool with_neck = false;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.grid_step, OptionInfo{"grid_step", "face sizes", 0.002, 0.1,
                                     "Distance of the head surface's vertices."});
    visit(self.with_neck, OptionInfo{"with_neck", "", 0, 1,
                                     "Whether the neck belongs to the head and turns with it."});
  }
  void Check() const { CheckOptions(*this, "head_surface"); }
};

/// The ears of a head, a sheet of their own over the same grid. Pictures as in HeadSurface; empty
/// where no ear is seen.
struct EarSheet {
  ScalarImage z;  ///< Of the nodes, view pixels.
  Mask nodes;     ///< Nodes of the ears and of a little around them.
  ColorImage color;
  AlphaMap alpha;
  Mask own;    ///< Pixels of the ears themselves.
  Mask under;  ///< Pixels of the head that they hide or lie on: another photo knows better.
};

/// A head as a closed shape with colours: what was seen in one photo, and a guess of the rest.
/// Depends on its view alone, not on where the head is going. Immutable once made.
///
/// Two sheets over one grid: the front is what the photo shows, the back what it hides. They meet
/// at the outline on the equator, the plane conjugate to the line of sight in the skull's
/// ellipsoid. Strands of hair outside of the outline are a flat rim of the front, in that plane.
/// Ears are flaps that stand off both (EarFlap): colours, alpha and labels are those of the head
/// without them.
struct HeadSurface {
  FaceMesh mesh;               ///< View pixels.
  double face_size = 0;        ///< View pixels.
  Similarity3 view_from_head;  ///< From the head frame of FaceMeshModel.

  double cut = 0;  ///< Share of the head's outline that the photo's borders cut, but the lower one.
  cv::Size view_size;  ///< Of the whole view: beyond it nothing is known.
  /// Of view_size: where the photo does not show the head but what lies over it, or lets see
  /// through it. Whoever lifts the head out says so; empty: nowhere.
  Mask missing;
  cv::Rect box;         ///< Part of the view that is covered. Pictures below have its size.
  ColorImage color;     ///< The photo inside the head, its colours extended outside.
  double hair_end = 0;  ///< y down to which hair is seen beside the face, head frame units (W).
  HeadCover cover;      ///< What the back and hidden hair look like.
  ColorImage steep;  ///< For what the photo saw at a grazing angle: the face, hair as in `cover`.
  AlphaMap alpha;
  LabelMap labels;
  EarSheet ears;

  double step = 1;    ///< Grid step, pixels. Node (i, j) stands at box.tl() + step * (i, j).
  ScalarImage front;  ///< z of the nodes, view pixels.
  ScalarImage back;
  ScalarImage equator;
  Mask front_nodes;  ///< Nodes of the head and of a little around it.
  Mask apron_nodes;  ///< Of these, nodes that show the body below the jaw.
  Mask back_nodes;   ///< Nodes of the back of the head and its nape.

  /// How nodes hang on the face mesh: the triangle (of `face_triangles`) and weights at the node
  /// itself where the face covers it, else those of the nearest covered node.
  std::vector<std::array<int, 3>> face_triangles;
  cv::Mat1i face_triangle;
  cv::Mat2f face_weights;
  ScalarImage face_distance;  ///< View pixels from the node to the face, 0 inside.
};

/// Lifts the head of a view: engine.md, "Head surface and pose", steps 2 to 4. The view should have
/// about the target's resolution (see ReduceView). Thread-safe. Throws Error{kWrongUse} for bad
/// options or a view without pictures, Cancelled.
HeadSurface BuildHeadSurface(const HeadView& view, const FaceMeshModel& model,
                             const HeadSurfaceOptions& options, const Progress& progress);

}  // namespace heser
