#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "engine/aligner/head_alpha.h"
#include "engine/aligner/head_surface.h"
#include "engine/analysis/face_analysis.h"

namespace heser {

/// An ear as what it is, a thin flap that stands off the side of the head: turned with the head's
/// own sides it would be painted onto the skull, and go on behind itself. All in view pixels.
struct EarFlap {
  Mask mask;          ///< The ear as the view shows it, outside of the face mesh.
  Mask before_skull;  ///< Of it, what does not stand out beside the skull.
  cv::Vec3d plane;    ///< Its depth at (x, y): plane . (x, y, 1).
  cv::Point2d middle;
  cv::Point2d leads;  ///< Which way it leads away from the face, of length 1.
};

/// The ears of a view, two at most. Each lies in a plane that begins at the face mesh's side and
/// stands off the head's side as ears do in the mean; of heads that look into the camera it leads
/// away so steeply that what is seen of the ear is as long as ears are there. `head` is the head's
/// own pixels. Pieces that are too small, too far from the mesh's side or seen from behind are left
/// out. Thread-safe.
std::vector<EarFlap> FindEarFlaps(const HeadView& view, const Mask& head,
                                  const FaceMeshModel& model);

/// A head parted from its ears. Pictures have the view's size.
struct PartedHead {
  Mask skull;            ///< The head without ears that stand out beyond it.
  AlphaMap skull_alpha;  ///< Its part of the alpha.
  Mask bare;             ///< Pixels of the skull that show no ear.
  AlphaMap ear_alpha;    ///< The ears' part of the alpha, and a little of what is around them.
};

/// Parts a head: what lies between the skull's parts above, below and beyond an ear is skull behind
/// it. Thread-safe.
PartedHead PartEars(const HeadAlpha& head, const std::vector<EarFlap>& ears, double face_size);

/// Gives the surface its ears, with the photo's colours; a front sheet that would bulge through one
/// is pushed back. `ear_alpha`, `skull` and `clear` (the head
/// and its ears without the rim that is mixed with the background) have the view's size; of
/// `surface` box, step and both sheets are there. Thread-safe for different surfaces.
void RaiseEars(const HeadView& view, const std::vector<EarFlap>& ears, const AlphaMap& ear_alpha,
               const Mask& skull, const Mask& clear, HeadSurface& surface);

}  // namespace heser
