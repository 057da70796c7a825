#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"

namespace heser {

/// Neck, chest and shoulders as one material. Pictures have one size.
struct SkinField {
  /// Its colour at every pixel: a smooth field through all skin that is seen. Next to seen skin it
  /// has that skin's own colour and leaves it within a short way; the chin's shadow, measured on
  /// the seen neck, is taken out first and laid over it again.
  ColorImage tone;
  /// Seen skin is multiplied by this, so that it shows no shade of the hair that lay beside it, or
  /// of an old chin that stood lower than the new one; exactly 1 elsewhere.
  cv::Mat3f relight;
  /// How far seen skin shows strands of that hair, or is too dark for a chin's shade, and is to be
  /// filled like hidden skin.
  AlphaMap strands;
  /// How far the shade of the old chin is taken out of `tone` and, by `relight`, of seen skin, 0 to
  /// 1: where the new head ends further up than the old face did.
  AlphaMap unshaded;
};

/// `known` selects clean seen skin; it counts the less the nearer it is to hair, which shades and
/// tints what it lies beside. Below the old face the seen throat goes on as it is, and so does skin
/// everywhere where hardly any is known. `mesh` is the target's; `new_head` selects what the new
/// head hides (empty: no shade is taken out). Thread-safe.
SkinField FindSkinField(const ColorImage& color, const Mask& known, const TargetRegions& regions,
                        const FaceMesh& mesh, const Mask& new_head = {});

}  // namespace heser
