#pragma once

#include <optional>

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// A body that faces the camera shows each side of itself twice: what hair hides of one shoulder,
/// collar or strap is seen of the other.
struct BodyMirror {
  double axis = 0;  ///< Column of the plane of symmetry, pixels.

  double Column(double x) const { return 2 * axis - x; }
};

/// The axis near the chin over which body and background below the chin agree best with themselves;
/// nothing unless they agree in outline and colour nearly everywhere that both sides are seen.
/// `known_background`: clean pixels of it; pictures of one size, mesh (the target's) in their
/// pixels. Thread-safe.
std::optional<BodyMirror> FindBodyMirror(const ColorImage& color, const TargetRegions& regions,
                                         const Mask& known_background, const FaceMesh& mesh);

/// The picture as its mirror shows it: at every place the pixel of the other side, 0 where that
/// lies outside.
cv::Mat Mirrored(const cv::Mat& picture, const BodyMirror& mirror, int interpolation);

/// Skin as its mirror shows it: its light without strands, moles and jewellery, which nobody has
/// twice. `skin` selects what is seen of it in `color`, which says the less the nearer it lies to
/// `removed`; smooth, 0 where none is near. `face_size` in pixels, all of one size. Thread-safe.
ColorImage MirroredSkin(const ColorImage& color, const Mask& skin, const Mask& removed,
                        const BodyMirror& mirror, double face_size);

/// Things that the mirror shows in part only: pieces of `mirrored` in which `moved`, the mirror's
/// picture, is unlike `shown`, this side as seen and filled without it, and that end where clothing
/// goes on without them: a collar or a shadow that stands elsewhere on this side. `clothing` is the
/// layer, seen and filled, `removed` what is not seen. `face_size` in pixels, all of one size.
/// Thread-safe.
Mask FindCutThings(const ColorImage& moved, const ColorImage& shown, const Mask& mirrored,
                   const Mask& clothing, const Mask& removed, double face_size);

/// How far skin at places of `mirrored` takes its mirror's light, 0 to 1: light on skin has no
/// edges, so less towards places that are neither that nor seen `skin`. `face_size` in pixels, all
/// of one size. Thread-safe.
AlphaMap SkinShare(const Mask& mirrored, const Mask& skin, double face_size);

/// What to add to the other side's colours so that they meet this side's: how both differ around
/// `mirrored`, the places that the mirror fills, where `clothing` is seen on both sides or `skin`
/// is. Zero everywhere where neither is. All of one size. Thread-safe.
ColorImage SideCorrection(const ColorImage& color, const Mask& clothing, const Mask& skin,
                          const Mask& mirrored, const BodyMirror& mirror, double face_size);

}  // namespace heser
