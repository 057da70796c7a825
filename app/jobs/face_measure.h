#pragma once

#include <functional>

#include "engine/analysis/face_analysis.h"
#include "engine/photo/photo.h"
#include "engine/pipeline/swap_warnings.h"

namespace heser {

/// What is to be found out about a face.
enum class FaceQuestion {
  kBlur,      ///< All but FaceFacts::identity.
  kIdentity,  ///< All; takes ten times as long.
};

/// Measures one face of a photo. Takes time: not on the GUI thread; one call at a time.
using FaceMeasure =
    std::function<FaceFacts(const Photo& photo, const DetectedFace& face, FaceQuestion question)>;

/// The real one. The identity stays unknown where dlib's recognition network is not installed; the
/// look stands in for it then.
FaceMeasure EngineFaceMeasure();

}  // namespace heser
