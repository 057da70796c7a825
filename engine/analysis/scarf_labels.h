#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// Scarves and hoods go from the head over into clothing without a border that a labelling finds:
/// parts of them beside and under the face are read as clothing, parts on the chest as headwear.
/// Where headwear lies beside the jaw, clothing of its colours around the face that hangs together
/// with it becomes headwear, the nearer to the chin the less far from the face, and headwear that
/// lies deeper becomes clothing. Hats, which end above the jaw, leave `labels` as they are. `mesh`
/// in the picture's pixels. Thread-safe.
void JoinScarf(const ColorImage& picture, const FaceMesh& mesh, LabelMap& labels);

}  // namespace heser
