#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/color_reference/color_reference.h"
#include "engine/core/image.h"

namespace heser {

/// A view reduced to the size at which it is measured.
struct MeasuredView {
  ColorImage color;
  cv::Mat3f log_light;
  LabelMap labels;
  FaceMesh mesh;
};

/// Log gains of what keeps its own colour in another scene.
struct OwnGain {
  cv::Vec3d hair;
  cv::Vec3d other;  ///< Eyes, teeth, glasses, headwear, clothing.
  bool eye_whites_seen = false;
};

/// The skin's chroma less what its darkness makes of it, by `options.own_chroma`, and the exposure:
/// what the whites of the eyes say of it, by `options.own_exposure`, and a little of the skin's
/// luminance. No gain makes hair bluer than hair is; grey hair, which shows a tint that brown hair
/// hides, takes only some warmth on. `solid` selects the source's pixels that nothing behind the
/// head shines through; `skin_shift` is the target's skin less the source's, log light.
/// Thread-safe.
OwnGain MeasureOwnGain(const MeasuredView& source, const Mask& solid, const MeasuredView& target,
                       const cv::Vec3d& skin_shift, const ColorReferenceOptions& options);

}  // namespace heser
