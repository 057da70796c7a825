#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// A head stands on its neck: slits of background between the new jaw and the neck below it, where
/// the old head covered both, become neck. Columns between the jaw's corners of
/// `new_mesh` alone; taller gaps stay, and all of them where background is seen. `new_head` selects
/// where the new head hides everything, `removed` what is to be filled, `layer` holds FillLayers;
/// all of one size. Thread-safe for different `layer`.
void CloseJawGap(const Mask& new_head, const Mask& removed, const FaceMesh& new_mesh,
                 cv::Mat1b& layer);

}  // namespace heser
