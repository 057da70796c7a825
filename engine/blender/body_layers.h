#pragma once

#include <array>
#include <optional>

#include "engine/analysis/face_mesh.h"
#include "engine/blender/body_completion.h"
#include "engine/blender/body_mirror.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Which layer shows where the old head was, and which pixels each layer may be filled from.
struct BodyLayers {
  cv::Mat1b layer;                          ///< A FillLayer for every pixel.
  std::array<Mask, kFillLayerCount> known;  ///< Clean pixels of each layer, none of them removed.
  /// What says how the neck looks: its known pixels, or the old jaw's where it has none.
  Mask neck_colors;
  Mask clothing_colors;  ///< The same of clothing: its known pixels without jewellery on it.
  std::array<ScalarImage, kFillLayerCount> distance;  ///< To the nearest known one, pixels.
  std::optional<BodyMirror> mirror;                   ///< If the body is symmetric.
  double turn = 0;                                    ///< NeckShape::turn.
  Mask mirrored;  ///< Removed pixels of the body whose other side is seen.
  Mask islands;   ///< Seen pixels that are to be filled as well, see FillSeenIslands.
};

/// Assigns the nearest layer, with what anatomy knows: neck only within the convex hull of the
/// visible neck and the new jaw; clothing only below a line of the shoulders, which follows the
/// body's top where it is seen and is mirrored over the face where hair hides it; background only
/// above it. Where the body is symmetric, its other side says what stands at a hidden place. Around
/// bare shoulders the nearer of skin and clothing goes on.
/// Background samples stay .02 face sizes away from the person (halos). `mesh` is the target's,
/// `new_mesh` the aligned head's, `new_head` as in FindNeckShape. Where `completer` is given it
/// knows better than these rules, as far as its crop reaches. Thread-safe.
BodyLayers AssignBodyLayers(const ColorImage& color, const TargetRegions& regions,
                            const AlphaMap& matte, const FaceMesh& mesh, const FaceMesh& new_mesh,
                            const Mask& new_head = {}, const BodyCompleter* completer = nullptr);

}  // namespace heser
